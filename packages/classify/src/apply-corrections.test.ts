import type { Classification } from '@quittance/domain/classification';
import type { EventKind, MessageKind } from '@quittance/domain/event-kind';
import { buildMessage } from '@quittance/testing/message-builder';
import { describe, expect, it } from 'vitest';
import { applyCorrections, CORRECTION_RULE, type TemplateCorrection } from './apply-corrections.ts';
import { isSameTemplate, templateOf } from './template.ts';

const FROM = { address: 'billing@mail.lumen.example', name: 'Lumen' };
const text = (name: string, amount: string, day: string, said = 'goes on for another month') =>
  `Dear ${name},\n\nwe write to let you know that your plan ${said}. We take ${amount} from the account that you gave us on ${day}, as we did in the month before.\n\nIf anything is unclear, our people are there for you every working day.\nYour team at Lumen`;
const mail = (name: string, amount: string, day: string, change: { said?: string; subject?: string; from?: typeof FROM } = {}) =>
  buildMessage({ from: change.from ?? FROM, subject: change.subject ?? `Your plan, ${name}`, body: text(name, amount, day, change.said) });

const FIRST = mail('Ana Weber', '12.99 EUR', '3 May 2026');
const LATER = mail('Jean-Luc', '14,50 €', '17 December 2026');

describe('a template', () => {
  it.each<[string, ReturnType<typeof mail>, boolean]>([
    ['other values', LATER, true],
    ['another word that decides', mail('Ana Weber', '12.99 EUR', '3 May 2026', { said: 'was cancelled and will not be renewed' }), false],
    ['another subject', mail('Ana Weber', '12.99 EUR', '3 May 2026', { subject: 'Your plan has ended, Ana Weber' }), false],
    ['another sender', mail('Ana Weber', '12.99 EUR', '3 May 2026', { from: { address: 'a@lumen.test', name: 'Lumen' } }), false],
  ])('is known again or not with %s', (_name, other, isSame) => {
    expect(isSameTemplate(templateOf(FIRST)!, templateOf(other)!)).toBe(isSame);
  });

  it('is known again in a language without spaces', () => {
    const ja = (day: string) =>
      buildMessage({
        from: FROM,
        subject: '次回更新のお知らせ',
        body: `いつもご利用いただきありがとうございます。ご契約中のプランは${day}に更新されます。お支払い方法に変更がない場合、手続きは必要ありません。`,
      });
    expect(isSameTemplate(templateOf(ja('2026年5月3日'))!, templateOf(ja('2026年12月17日'))!)).toBe(true);
  });

  it('is none where there is hardly any text', () => {
    expect(templateOf(buildMessage({ from: FROM, subject: 'Hi', body: 'Thanks!' }))).toBeNull();
  });
});

describe('a person’s word', () => {
  const read = (kind: MessageKind, decided: Classification['decided'] = 'probable', suspicions: string[] = []): Classification => ({
    kind, confidence: 0.6, decided, language: 'en', merchant: null, biller: null, plan: null, price: null, period: null, renewsOn: null,
    endsOn: null, noticePeriod: null, minimumTermEndsOn: null, cancelBy: null, reference: null, reasons: [], suspicions,
  }); // prettier-ignore
  const word = (is: MessageKind, readAs: EventKind = 'plan_changed'): TemplateCorrection => ({ ...templateOf(FIRST)!, readAs, is });
  const apply = (said: TemplateCorrection[], before = read('plan_changed'), message = LATER) =>
    applyCorrections(message, before, templateOf(message), said);

  it.each<[string, TemplateCorrection[], Classification, [string, string]]>([
    ['one correction makes the next one probable', [word('renewal_notice')], read('plan_changed', 'auto'), ['renewal_notice', 'probable']],
    ['two that agree decide', [word('renewal_notice'), word('renewal_notice')], read('plan_changed'), ['renewal_notice', 'auto']],
    ['two that differ ask', [word('renewal_notice'), word('signup')], read('plan_changed', 'auto'), ['plan_changed', 'probable']],
    ['never a certain cancellation', [word('cancellation_confirmed'), word('cancellation_confirmed')], read('plan_changed'), ['cancellation_confirmed', 'probable']],
    ['one “nothing” asks', [word('other')], read('plan_changed', 'auto'), ['plan_changed', 'abstain']],
    ['two “nothing” let go', [word('other'), word('other')], read('plan_changed'), ['other', 'auto']],
    ['a confirmation makes more certain', [word('plan_changed')], read('plan_changed', 'abstain'), ['plan_changed', 'probable']],
    ['a word on mail that was read otherwise does not count', [word('renewal_notice', 'signup')], read('plan_changed'), ['plan_changed', 'probable']],
    ['signs of forgery are left alone', [word('renewal_notice'), word('renewal_notice')], read('plan_changed', 'probable', ['lookalike']), ['plan_changed', 'probable']],
    ['what is nothing stays nothing', [word('renewal_notice', 'plan_changed')], read('other', 'auto'), ['other', 'auto']],
  ])('%s', (_name, said, before, [kind, decided]) => {
    expect(apply(said, before)).toMatchObject({ kind, decided });
  }); // prettier-ignore

  it('reads the fields anew for what the mail is, and says why', () => {
    const after = apply([word('renewal_notice'), word('renewal_notice')]);
    expect(after.price).toEqual({ amountMinor: 1450, currency: 'EUR' });
    expect(after.reasons[0]).toMatchObject({ rule: CORRECTION_RULE, quote: LATER.subject });
  });

  it('does not reach another template', () => {
    const other = mail('Ana', '12.99 EUR', '3 May 2026', { said: 'was cancelled and will not be renewed' });
    expect(apply([word('renewal_notice'), word('renewal_notice')], read('plan_changed'), other).kind).toBe('plan_changed');
  });
});
