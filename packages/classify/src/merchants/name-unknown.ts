// How a house that stands in no table is called: of what its sender's display name says, what the mail itself writes and what its domain is made of, the
// spelling on which two of them agree. A department or a person in the display name is no house. Every name from the text is quoted. Step 5 of classify-message.ts.
import type { ParsedMessage } from '@quittance/domain/message';
import { nameKey } from './alias-table.ts';
import { stripLegal } from './clean-name.ts';
import { behindPerson, isPerson, otherReadings } from './display-readings.ts';
import { labelName } from './merchant-refs.ts';
import { readOwnName, readSaidName, type OwnName } from './own-name.ts';
import type { Sender } from './read-sender.ts';
import { BODY_CHARS_MAX, isSpelledAs, spellLabel } from './spell-label.ts';
import { clientOf, fuller, isImprintOnly, spellLinked } from './told-names.ts';

export interface Named {
  readonly name: string;
  /** Where the mail says so; null when only sender or domain do. */
  readonly told: OwnName | null;
}

export function nameOfUnknown(message: ParsedMessage, sender: Sender): Named {
  const { label, name: full } = sender;
  const client = clientOf(message);
  if (client !== null) return toldBy(client);
  if (full !== '' && full === sender.address.name.trim() && isSpelledAs(full, label)) return shown(full);
  const others = otherReadings(message, sender);
  // "Redactie De Krant" of dekrant.example: what was taken for a small word belongs to the name.
  const written = innerName(sender.address.name, label);
  if (written !== null && full !== '' && nameKey(full) !== nameKey(written) && isWithin(full, written)) return shown(written);
  const agreed = [full, ...others].find((name) => name !== '' && isSpelledAs(name, label));
  if (agreed !== undefined) {
    // "Niamh from Acme": the mail may say more of the name than its writer does.
    const longer = fuller(message, agreed);
    return longer === null ? shown(agreed) : toldBy(longer);
  }
  // "Acme Energy" of acme.example is called so.
  if (innerName(full, label) !== null) return shown(full);

  const isNoHouse =
    full === '' || full.toLowerCase() === sender.registrable || isPerson(message, sender) || behindPerson(message, sender) !== null;
  if (isNoHouse) return nameBesideSender(message, sender, others);
  const spelled = spellLabel(message, label);
  if (spelled === null || isWithin(spelled.name, full)) return shown(full);
  const isLonger = isWithin(full, spelled.name) && !isImprintOnly(message, spelled);
  const isOther = !isWritten(message, full) && sharesWord(full, spelled.name);
  return isLonger || isOther ? toldBy(fuller(message, spelled.name) ?? spelled) : shown(full);
}

// The display name says a department or a person: the mail has to say the house, and its domain which of the names in it that is.
function nameBesideSender(message: ParsedMessage, sender: Sender, others: readonly string[]): Named {
  const spelled = spellLabel(message, sender.label);
  if (spelled !== null && !isImprintOnly(message, spelled)) return toldBy(fuller(message, spelled.name) ?? spelled);
  if (others.length > 0) return shown(others[0]!);
  const found = spellLinked(message, sender) ?? readSaidName(message.subject, message.text.body) ?? spelled;
  if (found !== null) return toldBy(fuller(message, found.name) ?? found);
  const own = readOwnName(message.subject, message.text.body);
  return own === null ? shown(sender.name || labelName(sender.registrable)) : toldBy(own);
}

function shown(name: string): Named {
  return { name, told: null };
}

function toldBy(told: OwnName): Named {
  return { name: told.name, told };
}

function isWritten({ subject, text }: ParsedMessage, name: string): boolean {
  return ` ${nameKey(`${subject}\n${text.body.slice(0, BODY_CHARS_MAX)}`)} `.includes(` ${nameKey(name)} `);
}

/** The head or the end of a display name that its domain is made of: "Acme" of "Acme Energy", "De Krant" of "Uitgeverij De Krant". */
function innerName(full: string, label: string): string | null {
  const words = full.split(' ');
  for (let count = words.length - 1; count > 0; count -= 1) {
    for (const part of [words.slice(0, count), words.slice(-count)]) {
      const name = stripLegal(part.join(' ').replace(/^[dl]['’](?=\p{Lu})/u, '')).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+!.]+$/gu, '');
      if (isSpelledAs(name, label)) return name;
    }
  }
  return null;
}

function isWithin(short: string, long: string): boolean {
  return ` ${nameKey(long)} `.includes(` ${nameKey(short)} `);
}

function sharesWord(one: string, other: string): boolean {
  const words = nameKey(other).split(' ');
  return nameKey(one)
    .split(' ')
    .some((word) => word.length >= 4 && words.includes(word));
}
