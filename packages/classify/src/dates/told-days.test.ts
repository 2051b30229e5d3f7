// Days that no date spells: trials told by their length, ends of months, what holds at once, and the day one period after a charge.
import { buildMessage } from '@quittance/testing/message-builder';
import { describe, expect, it } from 'vitest';
import type { MessageKind } from '@quittance/domain/event-kind';
import { extractFields } from '../extract-fields.ts';
import { foldText } from '../fold-text.ts';
import { findMonthEnds } from './month-ends.ts';
import { findTrialLength } from './trial-length.ts';

const TODAY = '2026-04-02';
const read = (kind: MessageKind, language: string, body: string) =>
  extractFields(buildMessage({ from: 'hello@acme.example', body }), { kind, language, merchant: null });

it.each([
  ['Your 14-day free trial of Sundial has started.', '2026-04-16'],
  ['You have 30 days free.', '2026-05-02'],
  ['Enjoy one month on us', '2026-05-02'],
  ['Your free trial of 7 days starts today', '2026-04-09'],
  ["Vos 14 jours d'essai commencent", '2026-04-16'],
  ['Votre essai gratuit de 30 jours', '2026-05-02'],
  ['Votre premier mois est offert', '2026-05-02'],
  ['Teste jetzt 30 Tage kostenlos', '2026-05-02'],
  ['Deine 14-tägige Testphase', '2026-04-16'],
  ['Tienes siete días gratis', '2026-04-09'],
  ['Prueba gratuita de 14 días', '2026-04-16'],
  ['Hai 30 giorni gratis', '2026-05-02'],
  ['Tem 14 dias grátis', '2026-04-16'],
  ['Je hebt 14 dagen gratis', '2026-04-16'],
  ['Masz 14 dni za darmo', '2026-04-16'],
  ['14日間の無料体験', '2026-04-16'],
  ['The refund takes 5 days', null],
  ['Notice of 30 days', null],
])('a trial by its length: %s', (text, day) => {
  expect(findTrialLength(foldText(text).folded, TODAY)?.date ?? null).toBe(day);
});

it.each([
  ['en', 'until the end of May', '2026-05-31'],
  ['en', 'until the end of February 2028', '2028-02-29'],
  ['en', 'at the end of this month', '2026-04-30'],
  ['fr', 'à la fin du mois', '2026-04-30'],
  ['fr', 'à la fin du mois prochain', '2026-05-31'],
  ['fr', 'jusqu’à fin janvier', '2027-01-31'],
  ['de', 'zum Monatsende', '2026-04-30'],
  ['de', 'bis Ende Juni 2026', '2026-06-30'],
  ['es', 'hasta finales de mayo', '2026-05-31'],
  ['it', 'a fine mese', '2026-04-30'],
  ['pt', 'até ao fim do mês', '2026-04-30'],
  ['pt', 'no final do mês', '2026-04-30'],
  ['nl', 'tot het einde van de maand', '2026-04-30'],
  ['pl', 'z końcem miesiąca', '2026-04-30'],
  ['ja', '今月末で終了します', '2026-04-30'],
])('the end of a month in %s: %s', (language, text, day) => {
  expect(findMonthEnds(foldText(text).folded, language, TODAY)[0]?.date ?? null).toBe(day);
});

describe('fields', () => {
  it.each([
    ['en', 'Your subscription has been cancelled with immediate effect.'],
    ['fr', 'Votre abonnement est résilié avec effet immédiat.'],
    ['de', 'Ihr Vertrag wurde mit sofortiger Wirkung gekündigt.'],
    ['es', 'Tu suscripción se ha cancelado con efecto inmediato.'],
    ['it', 'Il tuo abbonamento è stato disdetto con effetto immediato.'],
    ['pt', 'A sua assinatura foi cancelada com efeito imediato.'],
    ['nl', 'Je abonnement is per direct beëindigd.'],
    ['pl', 'Umowa została rozwiązana ze skutkiem natychmiastowym.'],
    ['ja', '本日をもって解約が完了しました。'],
  ])('ends at once in %s', (language, body) => {
    expect(read('cancellation_confirmed', language, body).endsOn).toBe(TODAY);
  });

  it('ends on the day named, not at once', () => {
    const body = 'Auto-renewal is off with immediate effect. Your subscription ends on 30 April 2026.';
    expect(read('cancellation_confirmed', 'en', body).endsOn).toBe('2026-04-30');
  });

  it('ends a trial by its length, or renews it where a price is told', () => {
    expect(read('trial_started', 'en', 'Your 14-day free trial has started.')).toMatchObject({ renewsOn: null, endsOn: '2026-04-16' });
    const priced = 'Your 14-day free trial has started. After that you pay $7.00 a month.';
    expect(read('trial_started', 'en', priced)).toMatchObject({ renewsOn: '2026-04-16', endsOn: null });
    const named = `${priced} First payment: 17 April 2026.`;
    expect(read('trial_started', 'en', named).renewsOn).toBe('2026-04-17');
  });

  it('takes a day without a word for the next charge only one period after this one', () => {
    expect(read('renewal_charged', 'en', 'Paid: $7.00 monthly.\nSee you again: 2 May 2026').renewsOn).toBe('2026-05-02');
    expect(read('renewal_charged', 'en', 'Paid: $7.00 monthly.\nOur summer party: 20 June 2026').renewsOn).toBe(null);
  });

  it('has no renewal where it is denied, and one where only a condition denies it', () => {
    const denied = read('signup', 'fr', 'Votre abonnement court jusqu’au 2 avril 2027 et ne sera pas reconduit.');
    expect(denied).toMatchObject({ renewsOn: null, endsOn: '2027-04-02' });
    const condition = 'Your plan renews on 2 May 2026. If you cancel before, it will not renew.';
    expect(read('renewal_notice', 'en', condition).renewsOn).toBe('2026-05-02');
  });
});
