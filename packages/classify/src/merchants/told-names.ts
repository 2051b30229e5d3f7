// What else a mail tells of a name: that it goes on behind it everywhere, that it is only that of a company in the imprint, that the site of a title is
// another one, that it is written for somebody. Part of name-unknown.ts.
import { getDomainWithoutSuffix } from 'tldts';
import type { ParsedMessage } from '@quittance/domain/message';
import { allMatches } from '../all-matches.ts';
import { findMerchantsByDomain, nameKey } from './alias-table.ts';
import { isRole, stripLegal } from './clean-name.ts';
import { readSaidName, type OwnName } from './own-name.ts';
import { isTierWord } from './plan-words.ts';
import type { Sender } from './read-sender.ts';
import { BODY_CHARS_MAX, spellLabel, type Spelling } from './spell-label.ts';

const CLIENT =
  /\b(?:on behalf of|pour le compte de|im Auftrag (?:von|der|des)|per conto di|por cuenta de|em nome de|namens|w imieniu) ((?:[\p{Lu}\d][\p{L}\p{N}&+'’.-]*)(?: [\p{Lu}\d&][\p{L}\p{N}&+'’.-]*){0,4})/u;

// A biller under its own name: it says for whom it collects, and the subject or the contract names that one, too.
export function clientOf({ subject, text }: ParsedMessage): OwnName | null {
  const body = text.body.slice(0, BODY_CHARS_MAX);
  const match = CLIENT.exec(body);
  if (match === null) return null;
  const name = match[1]!.replace(/\.$/u, '');
  const said = readSaidName(subject, body);
  const isNamed = ` ${nameKey(subject)} `.includes(` ${nameKey(name)} `) || (said !== null && nameKey(said.name) === nameKey(name));
  return isNamed ? { name, zone: 'body', start: match.index + match[0].lastIndexOf(match[1]!) } : null;
}

/** The mail names it only as a company or above its address: "Acme Media GmbH", "Acme Media, 3 Mill Lane". */
export function isImprintOnly({ text, subject }: ParsedMessage, { name }: Spelling): boolean {
  const whole = `${subject}\n${text.body.slice(0, BODY_CHARS_MAX)}`;
  for (let at = whole.indexOf(name); at !== -1; at = whole.indexOf(name, at + 1)) {
    const behind = whole.slice(at + name.length, at + name.length + 40);
    if (COMPANY.test(behind)) continue;
    const isHead = whole.lastIndexOf('\n', at - 1) + 1 === at && /^(?:,| [-–—·|]) /u.test(behind);
    if (!isHead) return false;
  }
  return true;
}

const COMPANY =
  /^(?: [\p{L}&]{2,20}){0,2},? (?:GmbH|AG|SE|KG|UG|e\. ?V\.|plc|PLC|Ltd|Limited|LLC|Inc|SAS|SARL|SA|S\.A|S\.L|S\.r\.l|S\.p\.A|Srl|SpA|B\.V|BV|N\.V|Lda|Ltda|Sp\. z)(?![\p{L}])/u;

// A publisher or a biller writes for a title whose own site the mail points to.
export function spellLinked(message: ParsedMessage, sender: Sender): Spelling | null {
  const hosts = [
    ...message.text.links.map(({ href }) => /^https?:\/\/([^/?#:]+)/.exec(href)?.[1] ?? ''),
    ...allMatches(message.text.body.slice(0, BODY_CHARS_MAX), HOST).map((match) => match[0]),
  ];
  const labels = new Set(
    hosts
      .slice(0, 30)
      .filter((host) => host !== '' && findMerchantsByDomain(host.replace(/^www\./, '')).length === 0)
      .map((host) => getDomainWithoutSuffix(host) ?? ''),
  );
  labels.delete(sender.label);
  for (const label of labels) {
    const spelled = label.length < 5 ? null : spellLabel(message, label);
    if (spelled !== null && !isImprintOnly(message, spelled)) return spelled;
  }
  return null;
}

const HOST = /(?<![@\w.-])(?:[a-z\d-]{2,40}\.){1,3}[a-z]{2,12}(?![\w@-])/g;

/** What kind of house it is, or its article, right in front of its name. */
const KIND_OF_HOUSE =
  /(?<![\p{L}\p{N}@/.-])(?:Institut[eo]?|Istituto|Fondation|Fundación|Fondazione|Fundação|Stiftung|Association|Asociación|Associação|Associazione|Verein|Stichting|Vereniging|Radio|Musée|Museum|Museo|Théâtre|Theater|Teatro|Mutuelle|Revue|Revista|Rivista|Éditions|Editorial|Stadtwerke|Le|La|Les|L['’]|The|El|Los|Il|De|Het|Die|Das|Der) ?$/u;
/** The longest of them, the space, and what may not stand before it. */
const KIND_CHARS_MAX = 16;
const IN_WORD = /[\p{L}\p{N}@/.-]$/u;
/** Behind a whole name, with the words that may belong to it. */
const BEHIND = /(?![\p{L}\p{N}@-]|\.\p{L})(?: \p{Lu}\p{Ll}[\p{L}-]{1,20}| \p{Lu}{2,5}(?![\p{L}]))?/uy;

interface Place {
  readonly at: number;
  /** The kind of house with its space, or ''. */
  readonly before: string;
  readonly after: string;
}

/** Where a name stands as a whole. By hand: as one pattern, which is of one name, it took longer to compile than to look for. */
function placesOf(text: string, name: string): Place[] {
  const places: Place[] = [];
  let end = 0;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, Math.max(at + 1, end))) {
    const lead = text.slice(Math.max(0, at - KIND_CHARS_MAX), at);
    const kind = KIND_OF_HOUSE.exec(lead)?.[0] ?? '';
    const before = at - kind.length < end ? '' : kind;
    if (before === '' && IN_WORD.test(lead)) continue;
    BEHIND.lastIndex = at + name.length;
    const after = BEHIND.exec(text)?.[0];
    if (after === undefined) continue;
    places.push({ at, before, after });
    end = at + name.length + after.length;
  }
  return places;
}

/** The longer name of which every place in the mail makes it a part, twice at least: "Acme Cloud" of Acme. */
export function fuller({ subject, text }: ParsedMessage, name: string): OwnName | null {
  const found = placesOf(text.body.slice(0, BODY_CHARS_MAX), name);
  const { at = 0, before = '', after = '' } = found[0] ?? {};
  if (
    (found.length < 2 && !/^(?:le|la|les|l['’]|de|het|il|el|los|die|das|der) ?$/iu.test(before)) ||
    (before === '' && after === '') ||
    placesOf(subject, name).length > 0
  )
    return null;
  const isShared = (side: 'before' | 'after', words: string): boolean => words !== '' && found.every((place) => place[side] === words);
  const isName =
    isShared('after', after) && !isTierWord(nameKey(after)) && !isRole(after.trim()) && stripLegal(`X${after}`) === `X${after}`;
  const [head, tail] = [isShared('before', before) ? before : '', isName ? after : ''];
  if (head === '' && tail === '') return null;
  return { name: `${head}${name}${tail}`, zone: 'body', start: at - head.length };
}
