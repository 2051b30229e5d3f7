// What a display name may mean beside what it says outright: what stands in its brackets, behind a person, on either side of a dash; and whether it is a
// person's. Part of name-unknown.ts.
import type { ParsedMessage } from '@quittance/domain/message';
import { nameKey } from './alias-table.ts';
import { cleanName } from './clean-name.ts';
import type { Sender } from './read-sender.ts';
import { BODY_CHARS_MAX } from './spell-label.ts';

const JOINED =
  /^(\p{Lu}[\p{L}'’-]{1,20})(?: \p{Lu}[\p{L}.'’-]{0,20})?(,?) (?:(?:de|du|des|d[aeo]s?|di|del|della|delle|vom|von|van|from|at|@|chez|et|and|und|e|y|en|i|z|ze|od|&) |d['’]|dell['’])(?:the |la |le |l['’]|el |il |het |der |dem |das |die )?(.{2,60})$/u;
const TEAM = /\bteam\b|[ée]quip|equipo|\bstaff\b|zespół|チーム/iu;
const PARTS = /\s+[–—|·•:-]\s+|\s*[|·•:]\s*|,\s+/u;

/** Readings of the display name, the surest first. */
export function otherReadings(message: ParsedMessage, sender: Sender): string[] {
  const { address, label, local } = sender;
  const raw = address.name.normalize('NFC').slice(0, 120).replace(/\s+/gu, ' ').trim();
  const bracketed = /[([]([^)\]]{2,40})[)\]]/u.exec(raw)?.[1];
  const joined = behindPerson(message, sender);
  const parts = raw.split(PARTS);
  const readings = [
    ...(joined === null ? [] : [joined]),
    ...(bracketed === undefined ? [] : [bracketed]),
    ...(parts.length > 1 ? parts : []),
  ];
  return readings.map((reading) => cleanName(reading, label)).filter((name) => name.length > 1 && !isFirstName(message, name, local));
}

/** "Inès, Moulin Clair", "Camille de Moulin Clair", "Sam and the Acme team": what stands behind the person. */
export function behindPerson(message: ParsedMessage, { address, local }: Sender): string | null {
  const joined = JOINED.exec(address.name.normalize('NFC').slice(0, 120).replace(/\s+/gu, ' ').trim());
  if (joined === null) return null;
  const isByPerson = joined[2] === ',' || TEAM.test(joined[3]!) || isSigned(message, joined[1]!, local);
  return isByPerson ? joined[3]! : null;
}

function isFirstName(message: ParsedMessage, name: string, local: string): boolean {
  return /^\p{Lu}[\p{L}'’-]+$/u.test(name) && isSigned(message, name, local);
}

const INTRODUCES =
  "(?:I['’]m|I am|my name is|[Jj]e suis|[Jj]e m['’]appelle|[Ii]ch bin|[Mm]ein Name ist|[Ss]oy|[Mm]e llamo|[Ss]ono|[Mm]i chiamo|[Ss]ou|[Ii]k ben|[Jj]estem|[Nn]azywam się)";

/** A person writes: the address is theirs, they say who they are, or sign with first and last name. */
function isSigned({ text }: ParsedMessage, first: string, local: string): boolean {
  const key = nameKey(first);
  if (key.length >= 2 && local.startsWith(key)) return true;
  const plain = first.replace(/[^\p{L}'’-]/gu, '');
  return new RegExp(`${INTRODUCES} ${plain}(?!\\p{L})|(?:^|\\n) {0,4}${plain}(?: \\p{Lu}[\\p{L}'’-]{1,20})? *(?:\\n|$)`, 'u').test(
    text.body.slice(0, BODY_CHARS_MAX),
  );
}

// "Jane Doe <jane@acme.com>": two capitalised words that share nothing with the domain, whose first is the local part.
export function isPerson(message: ParsedMessage, { name, local, label }: Sender): boolean {
  const words = nameKey(name).split(' ');
  const squashed = words.join('');
  if (words.length > 3 || squashed.includes(label) || label.includes(squashed)) return false;
  if (words.some((word) => word.length >= 4 && label.includes(word))) return false;
  if (words.some((word) => word.length >= 3 && local.startsWith(word))) return true;
  return new RegExp(`${INTRODUCES} ${name.split(' ')[0]!.replace(/[^\p{L}'’-]/gu, '')}(?!\\p{L})`, 'u').test(
    message.text.body.slice(0, 2000),
  );
}
