import { describe, expect, it } from 'vitest';
import { ALERT_KINDS, EMPTY_ALERT_DATA, type AlertData } from '@quittance/domain/alert';
import { FINDING_KINDS } from '@quittance/domain/subscription';
import { alertWording, receiversWords } from './alerts.ts';
import { explainFinding } from './findings.ts';
import { formatAmount, formatDate, formatPrice } from './format.ts';
import { LANGUAGES } from './language.ts';
import { screenTexts } from './screens.ts';

const data = {
  ...EMPTY_ALERT_DATA,
  merchant: 'Streamly',
  amount: '12.99',
  currency: 'EUR',
  period: 'P1M',
  renews_on: '2026-06-20',
  cancel_by: '2026-06-06',
};
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

it('says the same in both languages, with dates and money as each writes them', () => {
  const en = alertWording('renewal_notice', data, 'en');
  const fr = alertWording('renewal_notice', data, 'fr');
  expect(en.title).toBe('Streamly renews on 20 June 2026');
  expect(plain(en.sentence)).toContain('for €12.99 a month. If you do not want that, cancel by 6 June 2026.');
  expect(fr.title).toBe('Streamly\u00a0: reconduction le 20 juin 2026');
  expect(plain(fr.sentence)).toContain('au prix de 12,99 € par mois. Si vous ne le souhaitez pas, résiliez au plus tard le 6 juin 2026.');
});

it('promises no day to cancel by that nobody stated', () => {
  const unstated = { ...data, cancel_by: data.renews_on };
  const [en, fr] = (['en', 'fr'] as const).map((language) => alertWording('renewal_notice', unstated, language));
  expect(en!.sentence).toContain('cancel before 20 June 2026; the terms may ask for it earlier.');
  expect(plain(fr!.sentence)).toContain('résiliez avant le 20 juin 2026 ; les conditions peuvent l’exiger plus tôt.');
  expect(en!.facts.map(({ label }) => label)).not.toContain('Cancel by');
  expect(plain(alertWording('cancel_by', unstated, 'fr').title)).toBe('Streamly : à résilier avant le 20 juin 2026');
});

it('tells the last day of who leaves because of the price from that of the renewal', () => {
  const left = { ...data, cancel_by_stated: true as const, cancel_by_for: 'price_change' as const, reason: 'reminder' };
  const [en, fr] = (['en', 'fr'] as const).map((language) => alertWording('cancel_by', left, language));
  expect(en!.title).toBe('Streamly: the price changes, cancel by 6 June 2026');
  expect(plain(en!.sentence)).toContain('names 6 June 2026 as the last day to cancel; that of the renewal may be another day.');
  expect(plain(fr!.title)).toBe('Streamly : le prix change, à résilier au plus tard le 6 juin 2026');
  for (const language of ['en', 'fr'] as const) {
    expect(alertWording('cancel_by', left, language).sentence).not.toContain('2026-06-20');
    expect(plain(alertWording('price_change', left, language).sentence)).toMatch(/6 (?:June|juin) 2026/);
    expect(plain(alertWording('price_change', data, language).sentence)).not.toMatch(/2026/);
  }
});

it('says when money was taken after the end, and that it was not the only time', () => {
  const taken = { ...data, period: null, ends_on: '2026-05-31', charged_on: '2026-06-20', proof_level: 'A' };
  const [en, fr] = (['en', 'fr'] as const).map((language) => plain(alertWording('charged_after_cancellation', taken, language).sentence));
  expect(en).toBe(
    '€12.99 was charged on 20 June 2026 although the subscription ended on 31 May 2026. You can ask for it back, with the confirmation as proof.',
  );
  expect(fr).toContain('Un prélèvement de 12,99 € a eu lieu le 20 juin 2026 alors que l’abonnement avait pris fin le 31 mai 2026. Vous');
  const often = (language: 'en' | 'fr') =>
    plain(alertWording('charged_after_cancellation', { ...taken, open_charges: 3 }, language).sentence);
  expect(often('en')).toContain('It is the last of 3 charges since that were not refunded');
  expect(often('fr')).toContain('C’est le dernier de 3 prélèvements non remboursés depuis ;');
  const { proof_level: _, ...bare } = taken;
  const asked = (alert: AlertData, language: 'en' | 'fr') => plain(alertWording('charged_after_cancellation', alert, language).sentence);
  expect(asked({ ...bare, proof_level: 'D' }, 'en')).toMatch(
    /You can ask for it back\. The confirmation is kept, but where it came from could not be verified\.$/,
  );
  expect(asked(bare, 'en')).toMatch(/You can ask for it back\.$/);
  expect(asked({ ...bare, proof_level: 'C' }, 'fr')).toMatch(/avec la confirmation comme preuve\.$/);
  expect(asked(bare, 'fr')).toMatch(/Vous pouvez en demander le remboursement\.$/);
});

it('says the day that a mail names as the last one, though it is that of the renewal', () => {
  const stated = { ...data, cancel_by: data.renews_on, cancel_by_stated: true as const };
  const [en, fr] = (['en', 'fr'] as const).map((language) => alertWording('renewal_notice', stated, language));
  expect(en!.sentence).toContain('cancel by 20 June 2026.');
  expect(plain(fr!.sentence)).toContain('résiliez au plus tard le 20 juin 2026.');
  expect(en!.facts.map(({ label }) => label)).toContain('Cancel by');
  expect(plain(alertWording('cancel_by', stated, 'fr').title)).toBe('Streamly : à résilier au plus tard le 20 juin 2026');
});

it('does not say that the merchant confirmed what only a mail of unknown origin says', () => {
  const said = (level: string, language: 'en' | 'fr') =>
    plain(alertWording('cancellation_confirmed', { ...data, level, ends_on: '2026-06-20' }, language).sentence);
  expect(said('A', 'en')).toBe('Streamly confirmed the cancellation; it ends on 20 June 2026. The confirmation is kept as proof.');
  expect(said('D', 'en')).toContain('A mail that names Streamly as its sender says');
  expect(said('D', 'fr')).toContain('son origine n’a pas pu être vérifiée');
  expect(said('R', 'en')).toMatch(/It is kept, but is likely forged and proves nothing\.$/);
  expect(said('R', 'fr')).toMatch(/Il est conservé, mais c’est probablement un faux, et il ne prouve rien\.$/);
});

describe('knows nothing', () => {
  for (const language of LANGUAGES) {
    it(`and still makes whole sentences (${language})`, () => {
      for (const kind of ALERT_KINDS) {
        const { title, sentence, facts } = alertWording(kind, EMPTY_ALERT_DATA, language);
        expect(`${title} ${sentence}`).not.toMatch(/null|undefined| {2}|NaN/);
        expect(facts).toEqual([]);
      }
      for (const kind of FINDING_KINDS) {
        const text = explainFinding({ kind, since: '2026-05-01', until: null, eventId: null, values: {} }, language);
        expect(text).not.toMatch(/null|undefined| {2}|NaN/);
      }
    });
  }
});

it('says why a mailbox can not be read and what to do, for every reason there is', () => {
  const reasons = Object.keys(screenTexts('en').connect.problems);
  expect(reasons).toContain('consent_ended');
  for (const reason of reasons) {
    for (const language of LANGUAGES) {
      const { sentence } = alertWording('mailbox_unreadable', { ...EMPTY_ALERT_DATA, mailbox: 'ana@example.org', reason }, language);
      expect(sentence).toContain(screenTexts(language).connect.problems[reason]);
    }
  }
});

it('repeats what a receiver said of a failed delivery, and nothing of our own English', () => {
  expect(receiversWords({ code: 'receiver_refused', text: 'HTTP 404' })).toBe('HTTP 404');
  expect(receiversWords({ code: 'receiver_timeout', text: 'no answer within 10 seconds' })).toBe('');
});

it('counts the first of a French month as one says it', () => {
  expect(formatDate('2026-10-01', 'fr')).toBe('1er octobre 2026');
  expect(formatDate('2026-10-11', 'fr')).toBe('11 octobre 2026');
  expect(formatDate('2026-10-01', 'en')).toBe('1 October 2026');
});

it('keeps a hostile merchant name on one line', () => {
  const { title } = alertWording('renewal_notice', { ...data, merchant: 'Evil\r\nBcc: all@example.org\u202e' }, 'en');
  expect(title).toBe('Evil Bcc: all@example.org renews on 20 June 2026');
});

it('formats amounts exactly, in the digits of the currency, and unknown currencies as read', () => {
  expect(formatAmount('1299', 'JPY', 'en')).toBe('JP¥1,299');
  expect(formatAmount('1.299', 'KWD', 'en')).toMatch(/1\.299/);
  expect(formatAmount('9007199254740993.01', 'EUR', 'en')).toBe('€9,007,199,254,740,993.01');
  expect(formatAmount('5.00', 'EURO', 'en')).toBe('5.00 EURO');
  expect(plain(formatPrice('30.00', 'EUR', 'P3M', 'fr'))).toBe('30,00 € tous les 3 mois');
  expect(plain(formatPrice('30.00', 'EUR', 'P4W', 'fr'))).toBe('30,00 € toutes les 4 semaines');
  expect(plain(formatPrice('30.00', 'EUR', 'P4W', 'en'))).toBe('€30.00 every 4 weeks');
});
