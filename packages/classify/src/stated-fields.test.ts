// Dates and plans as senders state them in whole sentences: the end of a term that goes on by itself is its renewal, the last day to object is
// not, a tier named alone is the plan. The finer cases of each extractor are in extract-fields.test.ts.
import { buildMessage } from '@quittance/testing/message-builder';
import { describe, expect, it } from 'vitest';
import type { MessageKind } from '@quittance/domain/event-kind';
import { extractFields } from './extract-fields.ts';

const merchant = { id: 'lumora', name: 'Lumora', domains: ['lumora.example'] };
const read = (kind: MessageKind, language: string, body: string) => {
  const message = buildMessage({
    from: 'no-reply@lumora.example',
    subject: 'Lumora',
    body,
    sentAt: '2026-05-01T08:00:00Z',
    text: { languageHint: language },
  });
  return extractFields(message, { kind, language, merchant });
};

describe('renewal', () => {
  it.each([
    [
      'en',
      'Your subscription comes to the end of its term on 12 June 2026. It will be extended for a further year unless we receive notice no later than 20 May 2026.',
    ],
    ['en', 'Your membership runs until 12 June 2026. It will carry on automatically at £30. To stop, tell us before 20 May 2026.'],
    ['en', 'You have an automatic payment coming up.\nAmount: $9.99\nDate: June 12, 2026'],
    ['fr', 'Votre contrat arrive à échéance le 12 juin 2026 ; il est reconduit un an, sauf dénonciation avant le 20 mai 2026.'],
    ['fr', "À partir du 12 juin 2026, ton abonnement continue sans engagement. Préviens-nous avant le 20 mai 2026 si tu veux t'arrêter."],
    [
      'de',
      'Ihr Abo wird am 12. Juni 2026 automatisch um ein Jahr verlängert. Wünschen Sie keine Verlängerung, kündigen Sie bis 20. Mai 2026.',
    ],
    ['es', 'Su suscripción se renovará el 12/06/2026. Si no desea continuar, desactive la renovación antes del 20/05/2026.'],
    ['nl', 'Op 12 juni 2026 wordt uw licentie met een jaar verlengd. Zet de automatische verlenging uiterlijk 20 mei 2026 uit.'],
    ['ja', '2026年6月12日に自動更新されます。更新を希望されない場合は、2026年5月20日までにお手続きください。'],
  ])('announced in %s: %s', (language, body) => {
    expect(read('renewal_notice', language, body).renewsOn).toBe('2026-06-12');
  });

  it('follows a paid term that goes on by itself', () => {
    const body = 'Your subscription has been renewed. It is paid up to 12 June 2026. Auto-renewal is on.';
    expect(read('renewal_charged', 'en', body)).toMatchObject({ renewsOn: '2026-06-12', endsOn: null });
  });
});

it.each([
  ['en', 'Your Starter contract ends on 12 June 2026.', 'Starter'],
  ['en', 'We could not take the renewal payment for Premium this time.', 'Premium'],
  ['fr', 'Votre contrat Confort est résilié.', 'Confort'],
  ['de', 'Sie behalten bis dahin Premium ohne Einschränkung.', 'Premium'],
  ['ja', 'ご利用中のプレミアムは解約されました。', 'プレミアム'],
])('names the plan in %s: %s', (language, body, plan) => {
  expect(read('cancellation_confirmed', language, body).plan).toBe(plan);
});

it('takes no plan that is only offered', () => {
  expect(read('cancellation_confirmed', 'en', 'Your subscription was cancelled. You can always upgrade to Premium later.').plan).toBe(null);
});
