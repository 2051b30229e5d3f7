// Merchant and fields of a folder of labelled mails, read with the labelled kind, and how many of those stated are read exactly.
import { resolve } from 'node:path';
import { detectLanguage } from '@quittance/classify/detect-language';
import { detectMerchant } from '@quittance/classify/detect-merchant';
import { extractFields } from '@quittance/classify/extract-fields';
import type { MessageKind } from '@quittance/domain/event-kind';
import type { ParsedMessage } from '@quittance/domain/message';
import { parseMessage } from '@quittance/mail/parse-message';
import { readCorpus, type LabelledMail } from './accuracy-corpus.ts';
import { scoreFields } from './field-scores.ts';

export const FIELDS_FILE = resolve(import.meta.dirname, '../corpus/fields.json');

/** Whole numbers, so that nothing hides in rounding. */
export type FieldCounts = Readonly<Record<string, { readonly hits: number; readonly of: number }>>;

export async function countFields(folder: string): Promise<FieldCounts> {
  const items = [];
  for (const mail of await readCorpus(folder)) items.push({ mail, message: await parseMessage(mail.raw) });
  return countRead(items);
}

/** The same for mails that are parsed already. */
export function countRead(items: readonly { readonly mail: LabelledMail; readonly message: ParsedMessage }[]): FieldCounts {
  const read = items
    .filter(({ mail }) => mail.label !== 'other')
    .map(({ mail, message }) => {
      const { merchant } = detectMerchant(message);
      const { language } = detectLanguage(message);
      return { mail, read: { merchant, ...extractFields(message, { kind: mail.label as MessageKind, language, merchant }) } };
    });
  const scores = Object.entries(scoreFields(read)).filter(([, { of }]) => of > 0);
  return Object.fromEntries(scores.map(([field, { hits, of }]) => [field, { hits, of }]));
}

/** One line for each field that is read less often. */
export function fieldLosses(name: string, now: FieldCounts, before: FieldCounts): string[] {
  return Object.entries(before).flatMap(([field, { hits, of }]) => {
    const found = now[field];
    return found !== undefined && found.hits >= hits ? [] : [`${name}: ${field} ${hits} of ${of} → ${found?.hits ?? 0}`];
  });
}
