// What each extractor reads in whole mails of all kinds and languages, against what a careful reader finds in them. Each value that is read
// stands in the mail as quoted. Single sentences and finer cases are in extract-fields.test.ts and stated-fields.test.ts.
import { formatDecimal } from '@quittance/domain/money';
import { buildMessage } from '@quittance/testing/message-builder';
import { describe, expect, it } from 'vitest';
import { detectMerchant } from '../detect-merchant.ts';
import { extractFields } from '../extract-fields.ts';
import { COMMERCIAL } from './commercial.ts';
import { DE, JA, NL, PL } from './de-nl-pl-ja.ts';
import { EN } from './en.ts';
import { ES, IT, PT } from './es-it-pt.ts';
import { FR } from './fr.ts';
import { PARTED } from './parted.ts';
import { readFieldMails, type FieldMail } from './read-field-mails.ts';

const LANGUAGES = { en: EN, fr: FR, de: DE, es: ES, it: IT, pt: PT, nl: NL, pl: PL, ja: JA };

function read({ kind, from, subject, body }: FieldMail, language: string): Record<string, string | null> {
  const message = buildMessage({ from, subject, body });
  const { merchant, biller, reasons } = detectMerchant(message);
  const fields = extractFields(message, { kind, language, merchant });
  for (const { zone, quote, start, end } of [...reasons, ...fields.reasons]) {
    expect((zone === 'subject' ? subject : body).slice(start, end)).toBe(quote);
  }
  return {
    merchant: merchant?.name ?? null,
    biller,
    plan: fields.plan,
    price: fields.price === null ? null : `${formatDecimal(fields.price)} ${fields.price.currency}`,
    period: fields.period,
    renews: fields.renewsOn,
    ends: fields.endsOn,
    effective: fields.effectiveOn,
    notice: fields.noticePeriod,
    term: fields.minimumTermEndsOn,
    ref: fields.reference,
  };
}

describe.each(Object.entries(LANGUAGES))('%s', (language, text) => {
  it.each(readFieldMails(`${text}${COMMERCIAL[language] ?? ''}${PARTED[language] ?? ''}`))('$kind | $from.name | $subject', (mail) => {
    const found = read(mail, language);
    expect(Object.fromEntries(Object.keys(mail.stated).map((name) => [name, found[name]]))).toEqual(mail.stated);
  });
});
