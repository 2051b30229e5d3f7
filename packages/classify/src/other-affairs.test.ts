import { buildMessage } from '@quittance/testing/message-builder';
import { expect, it } from 'vitest';
import { classifyMessage } from './classify-message.ts';
import { namesOtherAffairs } from './other-affairs.ts';

it.each([
  ['Your contract was cancelled', 'Your contract ends on May 31, 2026. Our letting agent will meet you for the check-out inspection.'],
  ['Votre contrat est résilié', 'Votre contrat prend fin le 31 mai 2026. Votre solde de tout compte vous sera remis.'],
  ['Ihr Vertrag ist gekündigt', 'Ihr Vertrag endet am 31. Mai 2026. Den Dauerauftrag für das Festgeld lösen wir auf.'],
  ['Su contrato ha sido cancelado', 'Su contrato termina el 31 de mayo de 2026. El finiquito se abona con la última nómina.'],
  ['Conferma di recesso', 'Il contratto termina il 31 maggio 2026. La riconsegna delle chiavi è fissata per le 10.'],
  ['A sua assinatura foi cancelada', 'A assinatura do documento foi cancelada pelos signatários em 31 de maio de 2026.'],
  ['Bevestiging opzegging', 'De overeenkomst eindigt op 31 mei 2026. De eindinspectie is op 28 mei, de waarborgsom volgt.'],
  ['Potwierdzenie rozwiązania umowy', 'Umowa wygasa 31 maja 2026 r. Świadectwo pracy wyślemy pocztą, wynagrodzenie 10 czerwca.'],
  ['解約手続き完了のお知らせ', '定期預金の解約手続きが完了しました。元金は普通預金に入金いたしました。'],
])('takes for another affair, and never for certain: %s', (subject, body) => {
  const message = buildMessage({ subject, body });
  expect(namesOtherAffairs(message)).toBe(true);
  const { kind, decided } = classifyMessage(message);
  expect(`${kind} ${decided}`).not.toBe('cancellation_confirmed auto');
});

it.each([
  ['Your subscription was cancelled', 'Your Lumora subscription ends on May 31, 2026. No further payments will be taken.'],
  ['Votre abonnement est résilié', 'Votre abonnement Lumora prend fin le 31 mai 2026. Pensez à renvoyer la box.'],
  ['Ihr Vertrag ist gekündigt', 'Ihr Stromvertrag endet am 31. Mai 2026. Bitte lesen Sie den Zähler ab.'],
  ['解約手続き完了のお知らせ', '解約手続きが完了しました。2026年5月31日までご利用いただけます。ルモラ株式会社'],
])('takes for none: %s', (subject, body) => {
  expect(namesOtherAffairs(buildMessage({ subject, body }))).toBe(false);
});
