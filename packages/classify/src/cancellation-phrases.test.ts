// The ways in which senders say that a contract was cancelled, one line each in nine languages: passive and active, as a noun, as the end of
// automatic renewal, with a day and without. Each is whole enough to be taken without asking; what must not be is in hard-negatives.test.ts.
import { buildMessage } from '@quittance/testing/message-builder';
import { expect, it } from 'vitest';
import { classifyMessage } from './classify-message.ts';

type Case = readonly [language: string, subject: string, body: string];

const CASES: readonly Case[] = [
  [
    'en',
    'Your Aurora subscription',
    "Hi Sam, we've processed your cancellation. Your Aurora Plus subscription ends on 4 June 2026 and you won't be billed again.",
  ],
  [
    'en',
    'Goodbye for now',
    'Your membership at Northgate Gym has been terminated as of June 4, 2026. Your final payment was taken on May 4.',
  ],
  ['en', 'Auto-renewal is now off', 'You turned off auto-renewal for Quill Pro. You can keep using it until June 4, 2026.'],
  [
    'en',
    'Confirmation of cancellation',
    'Dear Ms Hart, we hereby confirm the cancellation of your contract no. 4471 with effect from 4 June 2026.',
  ],
  [
    'en',
    "We've cancelled your plan, as requested",
    'Your Team plan has been cancelled. Your workspace will move to the free plan on June 4, 2026.',
  ],
  [
    'en',
    'Subscription update',
    "Your subscription to Harbor Weekly has been cancelled at your request. You'll receive the paper until 4 June 2026.",
  ],
  ['en', 'Cancellation successful', 'You have successfully cancelled your Orbit Premium subscription.'],
  ['en', 'Subscription Cancelled', 'Hello, your subscription to Orbit has been cancelled. Thank you for using our service.'],
  [
    'en',
    'Your subscription has been canceled',
    "We've received your request and canceled your monthly subscription. There will be no more charges.",
  ],
  ['en', 'Membership cancelled', 'Your membership has been cancelled. Plan: Gold. Your access will expire on June 4, 2026.'],
  [
    'fr',
    'Votre résiliation est confirmée',
    "Bonjour, votre abonnement Onde Plus est résilié. Vous pouvez en profiter jusqu'au 4 juin 2026.",
  ],
  [
    'fr',
    'Résiliation prise en compte',
    'Nous avons bien pris en compte votre résiliation. Votre abonnement prendra fin le 4 juin 2026 et plus aucun prélèvement ne sera effectué.',
  ],
  ['fr', 'Confirmation de résiliation', 'Nous vous confirmons la résiliation de votre contrat n° 88412 au 4 juin 2026.'],
  ['fr', 'Votre abonnement a été annulé', "Votre abonnement à Orbite a bien été annulé. Merci d'avoir été parmi nous."],
  [
    'fr',
    'Fin de votre abonnement',
    'Comme convenu, votre abonnement Le Quotidien a été interrompu le 4 juin 2026. Vous ne serez plus prélevé.',
  ],
  [
    'fr',
    'Désactivation du renouvellement automatique',
    "Le renouvellement automatique de votre abonnement Quill a été désactivé. Il restera actif jusqu'au 4 juin 2026.",
  ],
  [
    'fr',
    'Votre demande de résiliation',
    'Votre demande de résiliation a été traitée. Votre forfait Mobile 20 Go prendra fin le 4 juin 2026.',
  ],
  ['fr', 'Tu nous quittes', "C'est fait : ton abonnement Fit est résilié. Dernier jour d'accès : 4 juin 2026."],
  ['de', 'Kündigungsbestätigung', 'Ihr Vertrag wurde zum 04.06.2026 wirksam gekündigt. Bis dahin können Sie alle Leistungen nutzen.'],
  ['de', 'Deine Kündigung', 'Deine Kündigung ist bestätigt. Dein Abo Orbit Plus endet am 4. Juni 2026.'],
  ['de', 'Bestätigung Ihrer Kündigung', 'Hiermit bestätigen wir Ihnen die Kündigung Ihrer Mitgliedschaft zum 04.06.2026.'],
  ['de', 'Dein Abo wurde gekündigt', 'Du hast dein Abo gekündigt. Es werden keine weiteren Zahlungen abgebucht.'],
  [
    'de',
    'Automatische Verlängerung deaktiviert',
    'Die automatische Verlängerung deines Abos wurde deaktiviert. Du kannst Orbit noch bis zum 4. Juni 2026 nutzen.',
  ],
  [
    'es',
    'Suscripción cancelada',
    'Tu suscripción a Orbita ha sido cancelada correctamente. Seguirás teniendo acceso hasta el 4 de junio de 2026.',
  ],
  ['es', 'Confirmación de baja', 'Le confirmamos la baja de su contrato 4471 con fecha 4 de junio de 2026.'],
  ['es', 'Has cancelado tu suscripción', 'Has cancelado tu suscripción a Quill Pro. No se te volverá a cobrar.'],
  ['es', 'Tu baja está hecha', 'Hemos tramitado tu baja. Tu membresía termina el 4 de junio de 2026.'],
  ['it', 'Abbonamento annullato', 'Il tuo abbonamento a Orbita è stato annullato con successo. Potrai accedere fino al 4 giugno 2026.'],
  ['it', 'Conferma di disdetta', 'Le confermiamo la disdetta del Suo contratto n. 4471 con decorrenza dal 4 giugno 2026.'],
  ['it', "Hai disdetto l'abbonamento", 'Hai annullato il tuo abbonamento Quill Pro. Non ti verrà addebitato più nulla.'],
  ['it', 'Disdetta completata', "La tua disdetta è stata elaborata. L'abbonamento termina il 4 giugno 2026."],
  ['pt', 'Assinatura cancelada', 'Sua assinatura do Orbita foi cancelada com sucesso. Você terá acesso até 4 de junho de 2026.'],
  ['pt', 'Confirmação de cancelamento', 'Confirmamos o cancelamento do seu contrato n.º 4471 a partir de 4 de junho de 2026.'],
  ['pt', 'Cancelamento concluído', 'O seu cancelamento foi processado. A subscrição termina em 4 de junho de 2026.'],
  ['pt', 'Você cancelou sua assinatura', 'Você cancelou sua assinatura Quill Pro. Nenhuma cobrança futura será feita.'],
  ['nl', 'Bevestiging van je opzegging', 'Je opzegging is verwerkt. Je abonnement op Orbit loopt af op 4 juni 2026.'],
  ['nl', 'Je abonnement is opgezegd', 'Je hebt je abonnement op Quill Pro opgezegd. Er wordt niets meer afgeschreven.'],
  ['nl', 'Opzegging bevestigd', 'Hierbij bevestigen wij de opzegging van uw lidmaatschap per 4 juni 2026.'],
  ['pl', 'Subskrypcja anulowana', 'Twoja subskrypcja Orbita została anulowana. Dostęp zachowasz do 4 czerwca 2026.'],
  ['pl', 'Potwierdzenie rozwiązania umowy', 'Potwierdzamy rozwiązanie umowy nr 4471 z dniem 4 czerwca 2026.'],
  ['pl', 'Anulowałeś subskrypcję', 'Anulowałeś swoją subskrypcję Quill Pro. Nie pobierzemy kolejnych opłat.'],
  ['ja', '解約完了のお知らせ', 'オービットプレミアムの解約手続きが完了しました。2026年6月4日までご利用いただけます。'],
  ['ja', '自動更新を停止しました', 'サブスクリプションの自動更新を停止しました。有効期限は2026年6月4日です。'],
  ['ja', 'ご解約の手続きが完了いたしました', 'ご契約のサブスクリプションは解約されました。今後、料金は請求されません。'],
];

it.each(CASES)('certain in %s: %s: %s', (languageHint, subject, body) => {
  const { kind, decided } = classifyMessage(buildMessage({ subject, body, text: { languageHint } }));
  expect(`${kind} ${decided}`).toBe('cancellation_confirmed auto');
});

it.each(CASES)('nothing of it in a question or under a condition, in %s: %s', (languageHint, subject, body) => {
  const asked = body.replaceAll(/[.。!]/g, '?');
  const { kind, decided } = classifyMessage(buildMessage({ subject: `${subject}?`, body: asked, text: { languageHint } }));
  expect(`${kind} ${decided}`).not.toBe('cancellation_confirmed auto');
});
