// Every language file compiles, and says the few things that matter most. English, French, Polish and Japanese have tables of their own.
import { buildMessage } from '@quittance/testing/message-builder';
import { describe, expect, it } from 'vitest';
import { classifyMessage } from '../classify-message.ts';
import { compileLexicon } from './compile-lexicon.ts';
import { en } from './en.ts';
import { LANGUAGES, lexiconsFor } from './lexicons.ts';

it('compiles every language', () => {
  expect(lexiconsFor(LANGUAGES).map((lexicon) => lexicon.language)).toEqual(expect.arrayContaining([...LANGUAGES]));
});

it('refuses mistakes in the data instead of never matching', () => {
  const broken = (classes: Record<string, string>, patterns: object) => () =>
    compileLexicon({ ...en, classes: { ...en.classes, ...classes }, patterns });
  expect(broken({ contract: 'Résumé' }, {})).toThrow('not a folded phrase');
  expect(broken({}, { 'cancel.done': ['{nosuchclass} cancelled'] })).toThrow('no word class');
  expect(broken({}, { 'cancel.done': ['(a|b ..3 c) cancelled'] })).toThrow('not a folded phrase');
  expect(broken({}, { 'cancel.done': ['(a (b|c)) cancelled'] })).toThrow('bracket too many');
  expect(broken({}, { 'cancel.done': ['{contract} gone', '{contract} gone'] })).toThrow('stands twice');
});

type Case = readonly [language: string, kind: string, subject: string, body: string];

const CASES: readonly Case[] = [
  [
    'de',
    'cancellation_confirmed',
    'Kündigungsbestätigung',
    'Ihr Abonnement wurde wie gewünscht gekündigt. Sie können es bis zum 3. Mai 2026 nutzen.',
  ],
  [
    'de',
    'cancellation_requested',
    'Eingang Ihrer Kündigung',
    'Wir haben Ihre Kündigung erhalten und bearbeiten sie in den nächsten Tagen.',
  ],
  [
    'de',
    'renewal_notice',
    'Ihr Abo verlängert sich bald',
    'Ihr Jahresabo verlängert sich am 3. Mai 2026 automatisch um ein Jahr. Kündigen Sie bis zum 3. April.',
  ],
  ['de', 'renewal_charged', 'Ihre Rechnung', 'Vielen Dank für Ihre Zahlung. Wir haben 9,99 € für Ihre Mitgliedschaft abgebucht.'],
  [
    'de',
    'payment_failed',
    'Zahlung fehlgeschlagen',
    'Die Zahlung für Ihr Abonnement ist fehlgeschlagen. Bitte aktualisieren Sie Ihre Zahlungsmethode.',
  ],
  ['de', 'other', 'Termin abgesagt', 'Ihr Termin am 3. Mai wurde abgesagt.'],
  ['de', 'other', 'Abmeldung vom Newsletter', 'Sie wurden von unserem Newsletter abgemeldet.'],
  [
    'es',
    'cancellation_confirmed',
    'Suscripción cancelada',
    'Tu suscripción a Lumen ha sido cancelada. Podrás disfrutar de ella hasta el 3 de mayo de 2026.',
  ],
  ['es', 'cancellation_requested', 'Solicitud de baja', 'Hemos recibido tu solicitud de baja. Está en trámite.'],
  ['es', 'renewal_notice', 'Tu suscripción se renovará pronto', 'Tu suscripción se renovará automáticamente el 3 de mayo de 2026.'],
  ['es', 'payment_failed', 'Problema con tu pago', 'No hemos podido procesar el pago de tu suscripción. Actualiza tu método de pago.'],
  ['es', 'other', 'Pedido cancelado', 'Tu pedido 4471 ha sido cancelado.'],
  [
    'it',
    'cancellation_confirmed',
    'Abbonamento annullato',
    'Il tuo abbonamento a Lumen è stato annullato. Potrai usarlo fino al 3 maggio 2026.',
  ],
  ['it', 'renewal_notice', 'Il tuo abbonamento sta per rinnovarsi', 'Il tuo abbonamento si rinnoverà automaticamente il 3 maggio 2026.'],
  ['it', 'payment_failed', 'Pagamento non riuscito', 'Il pagamento del tuo abbonamento non è riuscito. Aggiorna il metodo di pagamento.'],
  ['it', 'other', 'Ordine annullato', 'Il tuo ordine 4471 è stato annullato.'],
  ['pt', 'cancellation_confirmed', 'Assinatura cancelada', 'Sua assinatura do Lumen foi cancelada. Você pode usar até 3 de maio de 2026.'],
  ['pt', 'renewal_notice', 'Sua assinatura será renovada', 'Sua assinatura será renovada automaticamente em 3 de maio de 2026.'],
  ['pt', 'payment_failed', 'Pagamento recusado', 'Não conseguimos processar o pagamento da sua assinatura. Atualize seu cartão.'],
  ['pt', 'other', 'Pedido cancelado', 'Seu pedido 4471 foi cancelado.'],
  [
    'nl',
    'cancellation_confirmed',
    'Je abonnement is opgezegd',
    'Je abonnement op Lumen is opgezegd. Je kunt het gebruiken tot 3 mei 2026.',
  ],
  ['nl', 'renewal_notice', 'Je abonnement wordt binnenkort verlengd', 'Je abonnement wordt op 3 mei 2026 automatisch verlengd.'],
  ['nl', 'payment_failed', 'Betaling mislukt', 'De betaling voor je abonnement is mislukt. Werk je betaalmethode bij.'],
  ['nl', 'other', 'Afspraak geannuleerd', 'Je afspraak op 3 mei is geannuleerd.'],
];

describe('says it in', () => {
  it.each(CASES)('%s %s: %s', (languageHint, kind, subject, body) => {
    expect(classifyMessage(buildMessage({ subject, body, text: { languageHint } })).kind).toBe(kind);
  });

  it.each([
    ['de', 'Sofern Ihr Abonnement gekündigt wurde, ist diese Nachricht gegenstandslos.'],
    ['de', 'Ihr Abonnement wurde nicht gekündigt.'],
    ['es', 'Si tu suscripción ha sido cancelada, ignora este mensaje.'],
    ['es', 'Tu suscripción no ha sido cancelada.'],
    ['it', 'Se il tuo abbonamento è stato annullato, ignora questo messaggio.'],
    ['pt', 'Se sua assinatura foi cancelada, ignore esta mensagem.'],
    ['nl', 'Als je abonnement is opgezegd, kun je dit bericht negeren.'],
    ['nl', 'Je abonnement is niet opgezegd.'],
  ])('no cancellation in %s: %s', (languageHint, body) => {
    const read = classifyMessage(buildMessage({ subject: 'Lumen', body, text: { languageHint } }));
    expect(`${read.kind} ${read.decided}`).not.toBe('cancellation_confirmed auto');
  });
});

const STATUS_ROWS: readonly (readonly [string, string])[] = [
  ['en', 'Your subscription\nPlan | Duo\nStatus | Cancelled\nAccess until | 3 May 2026'],
  ['fr', 'Votre abonnement\nFormule | Duo\nStatut | Résilié\nAccès jusqu’au | 3 mai 2026'],
  ['de', 'Ihr Abonnement\nTarif | Duo\nStatus: gekündigt\nZugang bis | 3. Mai 2026'],
  ['es', 'Tu suscripción\nPlan | Dúo\nEstado | Cancelada\nAcceso hasta | 3 de mayo de 2026'],
  ['it', 'Il tuo abbonamento\nPiano | Duo\nStato | Annullato\nAccesso fino al | 3 maggio 2026'],
  ['pt', 'Sua assinatura\nPlano | Duo\nStatus | Cancelada\nAcesso até | 3 de maio de 2026'],
  ['nl', 'Je abonnement\nPakket | Duo\nStatus | Opgezegd\nToegang tot | 3 mei 2026'],
  ['pl', 'Twoja subskrypcja\nPlan | Duo\nStatus | Anulowana\nDostęp do | 3 maja 2026'],
  ['ja', 'ご契約のサブスクリプション\nプラン | デュオ\nステータス | 解約済み\n2026年5月3日までご利用いただけます'],
];

it.each(STATUS_ROWS)('reads the status in a row of a table in %s', (languageHint, body) => {
  const read = classifyMessage(buildMessage({ subject: 'Lumen', body, text: { languageHint } }));
  expect(read.reasons.map(({ rule }) => rule)).toContain('cancel.heading');
  // A word in a table is no whole statement.
  expect(`${read.kind} ${read.decided}`).not.toBe('cancellation_confirmed auto');
});
