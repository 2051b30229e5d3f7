// Whole confirmations as services of each trade write them: streaming, stores, gyms, telecoms, press, insurers, energy, donations. Each is taken
// without asking; with one of its families of wording gone from the frames, some of them are not.
import { buildMessage } from '@quittance/testing/message-builder';
import { expect, it } from 'vitest';
import { classifyMessage } from './classify-message.ts';

const CASES: readonly (readonly [language: string, subject: string, body: string])[] = [
  [
    'en',
    "We're sorry to see you go",
    "Your membership is cancelled Hi Maya, As you requested, your account will be cancelled at the end of your current billing period on Friday, June 12, 2026. You can keep watching until then. You can restart your membership at any time. We'd love to have you back. Restart membership",
  ],
  [
    'en',
    'Your Premium plan has been cancelled',
    "We've cancelled your Premium Individual subscription. You'll be able to enjoy Premium until 12 June 2026. After that, you'll be switched to Spotify Free: your playlists and saved music stay where they are, but you'll hear ads. Changed your mind? You can rejoin Premium any time.",
  ],
  [
    'en',
    'Your Subscription is Cancelled',
    'Dear Maya Hart, You have cancelled your subscription to Calm Premium (1 Year), which will no longer renew. You can continue to use it until 12 June 2026. If you did not make this change, review your subscriptions in Settings. App: Calm Subscription: Calm Premium Renewal price: $69.99 per year',
  ],
  [
    'en',
    'Your Duolingo subscription on Google Play has been cancelled',
    "Your subscription from Duolingo, Inc. on Google Play has been cancelled and you won't be charged again. Subscription: Super Duolingo Cancellation date: May 12, 2026 You will still have access to your subscription until June 12, 2026. You can resubscribe at any time in Google Play.",
  ],
  [
    'en',
    'Your Amazon Prime membership cancellation',
    "Hello Maya, Your Amazon Prime membership has been cancelled and your benefits will end on 12 June 2026. You won't be charged for Prime from that date on. You'll continue to enjoy Prime delivery, Prime Video and more until your membership ends. Remind me later | Keep my membership",
  ],
  [
    'en',
    'Your Adobe plan has been canceled',
    "Hi Maya, This email confirms that your Creative Cloud Photography plan has been canceled, effective May 12, 2026. A refund of $19.99 will be issued to your original payment method within 5-7 business days. You'll still be able to access your free Adobe membership benefits.",
  ],
  [
    'en',
    'Your ChatGPT Plus subscription was canceled',
    "Hi there, Your ChatGPT Plus subscription won't renew. You'll have access to Plus features until June 12, 2026, after which your account goes back to the Free plan. You can renew your subscription in Settings.",
  ],
  [
    'en',
    'Your Claude Pro plan has been cancelled',
    "Hello, Your plan was cancelled on May 12, 2026. You'll keep Pro until the end of the billing period, June 12, 2026. No further charges will be made. Thanks for having been with us.",
  ],
  [
    'en',
    'Auto-renewal canceled',
    "Hello, You've successfully canceled the auto-renewal of your NordVPN subscription. Your service stays active until 2026-06-12, and we will not charge you after that date. To make sure you stay protected, consider turning it back on.",
  ],
  [
    'en',
    'We have processed your cancellation',
    'Dear Ms Hart, Further to your call today, I can confirm your Digital subscription will come to an end on 12 June 2026. You will not be billed after this date. If there is anything else we can help with please reply to this message.',
  ],
  [
    'en',
    "Confirmed: your Figma subscription won't renew",
    "Your Professional subscription for team Studio North is set to cancel on June 12, 2026. Until then you and your team keep all paid features. We won't charge the card ending in 4242 again. Want to stay? Reactivate your plan before June 12.",
  ],
  [
    'en',
    'Confirmation that your policy has been cancelled',
    'Dear Ms Hart Policy number: 88MTR 4410023 As instructed, we have cancelled your motor insurance policy with effect from 12 June 2026 at 00:01. You are no longer covered from that time. A refund of £84.20 for the unused period will be paid to your account.',
  ],
  [
    'en',
    'Cancellation confirmation',
    "Hi Maya, We've successfully cancelled your Audible Premium Plus membership. Your membership benefits, including any unused credits, expire at the end of your billing cycle on Jun 12, 2026. Your library of purchased titles is yours to keep.",
  ],
  [
    'en',
    "You've canceled your membership to Night Radio",
    "You've canceled your paid membership to Night Radio. You'll have access to benefits until June 12, 2026. You won't be charged moving forward.",
  ],
  [
    'en',
    'Your paid subscription to The Long Read Club has been turned off',
    "Your paid subscription to The Long Read Club won't auto-renew. You'll continue to receive subscriber-only posts through June 12, 2026. After that you'll be on the free list.",
  ],
  [
    'en',
    "You've cancelled your plan",
    "Hi Maya, It's official – your HelloFresh plan has been deactivated and no more boxes are on their way. Any order already being prepared will still be delivered and charged. You can reactivate any time.",
  ],
  [
    'en',
    'Your Dropbox Plus subscription has been cancelled',
    "Hi Maya, We've received your request to cancel. Your subscription has been cancelled and your account will be downgraded to Dropbox Basic on June 12, 2026. Since you're using 34 GB, more than the 2 GB of Basic, your files will stop syncing.",
  ],
  [
    'en',
    'Your Premium Career subscription has been canceled',
    "Maya, your Premium Career subscription has been canceled. You'll keep your Premium features until June 12, 2026. Here's what you'll be losing: InMail messages, Who viewed your profile.",
  ],
  [
    'en',
    'Subscription Cancellation',
    "Hey Maya, This is confirmation that you have cancelled your Strava subscription. Your subscription will expire on June 12, 2026 and you won't be billed again.",
  ],
  [
    'en',
    'Your subscription to Fitbod has been cancelled',
    'We have now cancelled your subscription (#9911203). No further payments will be taken. You can use the product until 12th June 2026.',
  ],
  [
    'en',
    'Your Xbox Game Pass Ultimate recurring billing has been turned off',
    'Recurring billing has been turned off for Xbox Game Pass Ultimate Your subscription expires on Friday, June 12, 2026. You can keep using it until it expires. To keep your benefits, turn recurring billing back on.',
  ],
  [
    'en',
    'Subscription Cancelled',
    "Hi mayahart, You've turned off auto-renew for PlayStation Plus Extra. You can continue to access your benefits until 12/06/2026.",
  ],
  [
    'en',
    'You canceled an automatic payment to Headspace Inc',
    "Hello Maya, You canceled your automatic payment to Headspace Inc. This means we won't make any more payments to this merchant automatically. You might want to contact the merchant to let them know.",
  ],
  [
    'en',
    'Your Disney+ subscription has been cancelled',
    "Your cancellation is complete. You'll still be able to enjoy Disney+ until your subscription expires on June 12, 2026. Miss us already? Rejoin today.",
  ],
  [
    'en',
    'Your Guardian support has been cancelled',
    "Dear Maya Thank you for your support. As requested, your monthly recurring contribution has been cancelled. You won't be charged any further.",
  ],
  [
    'en',
    'Your contract has ended',
    "Hi Maya, As you asked, we've disconnected your number ending 882 and your Pay Monthly contract ended on 12 June 2026. Your last bill will follow in the coming days.",
  ],
  [
    'en',
    'Your account has been frozen',
    "We've cancelled your 1Password Families subscription as you asked. You'll still be able to view your items but can't add any. Resubscribe to unfreeze your account.",
  ],
  [
    'en',
    'Your request to leave',
    "Hi Maya, I have cancelled your monthly membership now and you won't have any more payments taken. Your last session can be on 12 June. Take care, Joe",
  ],
  [
    'en',
    "We've cancelled your Canva Pro",
    "Hi Maya, Your Canva Pro subscription is cancelled. You can still use Pro until 12 Jun 2026. After that, you'll move to Canva Free. Loved Canva Pro? Come back at any time.",
  ],
  [
    'en',
    'Your Zoom subscription cancellation',
    'Dear Maya, Thank you for contacting us. The following plan has been cancelled per your request: Zoom Workplace Pro – Monthly Service end date: Jun 12, 2026 Your account will then be a Basic account.',
  ],
  [
    'en',
    'Subscription update',
    'Your Evernote Personal subscription was cancelled and will not be renewed. The subscription period you already paid for runs until June 12, 2026.',
  ],
  [
    'fr',
    'Désolés de vous voir partir',
    "Votre abonnement est annulé Bonjour Léa, Comme vous l'avez demandé, votre compte sera résilié à la fin de votre période de facturation, le vendredi 12 juin 2026. Vous pouvez continuer à regarder Netflix d'ici là. Vous pouvez réactiver votre abonnement à tout moment.",
  ],
  [
    'fr',
    'Tu as résilié ton abonnement Premium',
    "Ton abonnement Premium a bien été résilié. Tu peux profiter de Premium jusqu'au 12 juin 2026. Ensuite, ton compte passera à Spotify Free. Tu as changé d'avis ? Réabonne-toi quand tu veux.",
  ],
  [
    'fr',
    'Votre résiliation est prise en compte',
    "Bonjour Madame Morel, Nous avons bien pris en compte votre demande de résiliation de votre abonnement CANAL+ Ciné Séries. Votre contrat prendra fin le 12/06/2026. Vous continuerez à profiter de vos programmes jusqu'à cette date. Pensez à restituer votre décodeur sous 30 jours.",
  ],
  [
    'fr',
    'Confirmation de résiliation de votre ligne 06 XX XX XX 82',
    'Bonjour, Suite à votre demande, nous vous informons que la ligne 06 XX XX XX 82 sera résiliée le 12/06/2026. Votre dernière facture vous parviendra dans votre espace client.',
  ],
  [
    'fr',
    'Résiliation de votre abonnement Freebox',
    'Cher abonné, Nous vous confirmons la résiliation de votre abonnement Freebox en date du 12/06/2026. Vous disposez de 15 jours pour nous renvoyer vos équipements. Des frais de résiliation de 49€ vous seront facturés.',
  ],
  [
    'fr',
    'votre demande de résiliation a été traitée',
    'Bonjour, Votre offre Livebox Fibre (contrat n° 4471203) a été résiliée le 12 juin 2026. Une facture de clôture vous sera adressée.',
  ],
  [
    'fr',
    'Confirmation de ta résiliation',
    "Salut Léa, Nous avons traité ta demande et ton abonnement Basic-Fit Comfort se termine le 12 juin 2026. Jusqu'à cette date, tu peux t'entraîner dans tous nos clubs. Tu ne seras plus prélevée après cette date.",
  ],
  [
    'fr',
    'Votre désabonnement',
    "Bonjour, Votre désabonnement a bien été enregistré. Vous conservez votre accès à l'intégralité des articles jusqu'au 12 juin 2026, date de fin de votre abonnement. Nous espérons vous compter à nouveau parmi nos abonnés.",
  ],
  [
    'fr',
    'Votre abonnement est annulé',
    "Bonjour Léa Morel, Vous avez annulé votre abonnement à Petit BamBou Premium (1 mois), qui ne sera pas renouvelé. Vous pouvez continuer à l'utiliser jusqu'au 12 juin 2026.",
  ],
  [
    'fr',
    'Votre abonnement à Deezer sur Google Play a été annulé',
    "Votre abonnement proposé par Deezer Mobile sur Google Play a été annulé. Aucun montant supplémentaire ne vous sera facturé. Date d'annulation : 12 mai 2026 Vous pouvez toujours accéder à votre abonnement jusqu'au 12 juin 2026.",
  ],
  [
    'fr',
    "Résiliation de votre contrat d'assurance habitation",
    'Madame, Par courrier du 2 mai, vous nous avez fait part de votre souhait de résilier votre contrat RAQVAM n° 221 344. Nous avons procédé à cette résiliation, qui prendra effet le 12 juin 2026 à minuit. Vos garanties cesseront à cette date. La part de cotisation correspondant à la période non courue vous sera remboursée, soit 84,20 €.',
  ],
  [
    'fr',
    "La fin de votre contrat d'électricité",
    "Bonjour, Votre contrat d'électricité pour le logement situé 4 rue des Lilas est résilié depuis le 12 juin 2026, comme vous nous l'avez demandé. Votre facture de résiliation sera disponible sous 4 semaines.",
  ],
  [
    'fr',
    'Votre formule Adobe a été annulée',
    'Bonjour Léa, Nous vous confirmons que votre formule Creative Cloud Photo a été annulée le 12 mai 2026. Un remboursement de 11,99 € sera effectué sous 5 à 7 jours ouvrés.',
  ],
  [
    'fr',
    'Ton abonnement est résilié',
    "Hello Léa, C'est fait : ton abonnement Deezer Premium s'arrêtera le 12 juin 2026. D'ici là, profite de ta musique sans pub.",
  ],
  [
    'fr',
    'Votre abonnement à Mediapart',
    "Bonjour, Suite à votre demande, le renouvellement automatique de votre abonnement a été désactivé. Vous pourrez lire Mediapart jusqu'au 12 juin 2026 inclus.",
  ],
  [
    'fr',
    'Votre abonnement Disney+ a été annulé',
    "L'annulation est terminée. Vous pouvez profiter de Disney+ jusqu'à l'expiration de votre abonnement, le 12 juin 2026.",
  ],
  [
    'fr',
    'Votre résiliation est effective',
    'Bonjour Léa, Votre forfait B&You 100 Go lié au 06 12 34 56 82 est résilié depuis ce jour. Vos prélèvements sont arrêtés.',
  ],
  [
    'fr',
    'Fin de votre abonnement',
    "Bonjour Léa, Nous accusons réception de votre courrier recommandé et vous confirmons que votre abonnement prendra fin le 12 juin 2026, à l'issue du préavis de deux mois.",
  ],
  [
    'fr',
    'Votre abonnement V-Max est terminé',
    'Bonjour, nous avons mis fin à votre abonnement V-Max à votre demande. Plus aucune mensualité ne sera prélevée sur votre compte.',
  ],
  [
    'fr',
    'Suspension définitive de votre contrat Navigo Annuel',
    'Bonjour, votre demande de résiliation du forfait Navigo Annuel a été acceptée. Votre contrat prend fin le 30 juin 2026. Le dernier prélèvement interviendra le 5 juin.',
  ],
  [
    'fr',
    "Confirmation de l'annulation de votre abonnement",
    "Bonjour Léa, vous avez annulé votre abonnement Audible. Vous bénéficiez de vos avantages jusqu'au 12 juin 2026. Vos livres audio restent dans votre bibliothèque.",
  ],
  [
    'fr',
    'Votre demande',
    'Madame, comme convenu lors de notre échange téléphonique, nous avons arrêté votre abonnement au journal à compter du 12 juin 2026. Nous vous remercions pour votre fidélité.',
  ],
  [
    'fr',
    'Arrêt de votre prélèvement',
    "Chère Madame, nous avons bien noté l'arrêt de votre don mensuel de 15 €. Votre mandat de prélèvement a été annulé et plus aucune somme ne sera débitée.",
  ],
  [
    'fr',
    'Votre abonnement ChatGPT Plus a été annulé',
    "Votre abonnement ChatGPT Plus ne sera pas renouvelé. Vous aurez accès aux fonctionnalités Plus jusqu'au 12 juin 2026.",
  ],
  [
    'fr',
    'Ton abonnement est désactivé',
    'Salut Léa, nous avons bien désactivé ton abonnement. Tu ne recevras plus de box et tu ne seras plus débitée.',
  ],
  [
    'fr',
    "C'est noté, ton abonnement s'arrête",
    'Coucou Léa, ton abonnement est bien stoppé, tu ne recevras plus de box après celle de juin. On espère te revoir bientôt !',
  ],
  [
    'fr',
    'Résiliation de votre service example.fr',
    'Cher client, votre demande de résiliation du service Hébergement Perso (example.fr) a été validée. Le service sera supprimé à son échéance le 12/06/2026 et ne sera pas facturé.',
  ],
  [
    'de',
    'Schade, dass Sie gehen',
    'Ihre Mitgliedschaft wurde gekündigt Wie gewünscht wird Ihr Konto am Ende des aktuellen Abrechnungszeitraums am 12. Juni 2026 gekündigt. Bis dahin können Sie weiterschauen.',
  ],
  [
    'de',
    'Kündigungsbestätigung zu Ihrem Vertrag 4471203',
    'Guten Tag Frau Hart, schade, dass Sie uns verlassen möchten. Hiermit bestätigen wir Ihnen die Kündigung Ihres Vertrages MagentaMobil M zum 12.06.2026.',
  ],
  [
    'de',
    'Deine Kündigung',
    'Hallo Maja, deine Kündigung ist bei uns eingegangen. Deine Mitgliedschaft endet zum 30.06.2026. Bis dahin kannst du wie gewohnt trainieren. Weitere Beiträge werden danach nicht mehr abgebucht.',
  ],
  [
    'de',
    'Bestätigung Ihrer Kündigung',
    'Sehr geehrte Frau Hart, wir bedauern, dass Sie SZ Plus nicht weiter lesen möchten. Ihr Abonnement ist zum 12.06.2026 beendet. Bis zu diesem Tag haben Sie vollen Zugriff.',
  ],
  [
    'de',
    'Dein Abonnement wurde gekündigt',
    'Du hast dein Abonnement von Calm Premium gekündigt. Es wird nicht mehr verlängert. Du kannst es noch bis zum 12. Juni 2026 nutzen.',
  ],
  [
    'de',
    'Ihre Prime-Mitgliedschaft endet',
    'Hallo Maja, Sie haben Ihre Prime-Mitgliedschaft beendet. Ihre Vorteile stehen Ihnen bis zum 12. Juni 2026 zur Verfügung. Es fallen keine weiteren Gebühren an.',
  ],
  [
    'de',
    'Ihr Versicherungsschein 882/447',
    'Sehr geehrte Frau Hart, wir haben Ihren Vertrag zum 31.12.2026 aufgehoben. Der Versicherungsschutz erlischt mit diesem Tag. Zu viel gezahlte Beiträge erstatten wir.',
  ],
  [
    'de',
    'Wir haben Ihren Kündigungswunsch umgesetzt',
    'Guten Tag, Ihr DSL-Vertrag wird zum 12.06.2026 beendet. Bitte senden Sie den Router zurück. Die Schlussrechnung erhalten Sie im Juli.',
  ],
  [
    'de',
    'Du hast DAZN gekündigt',
    'Dein Abo läuft am 12. Juni 2026 aus. Bis dahin kannst du weiter streamen. Danach wird dir nichts mehr berechnet.',
  ],
  [
    'es',
    'Lamentamos que te vayas',
    'Tu membresía está cancelada. Tal como lo solicitaste, tu cuenta se cancelará al final de tu periodo de facturación, el 12 de junio de 2026. Hasta entonces puedes seguir disfrutando.',
  ],
  [
    'es',
    'Confirmación de baja',
    'Hola Maya, hemos tramitado la baja de tu línea 600 11 22 33. El servicio dejará de estar activo el 12/06/2026 y recibirás una última factura.',
  ],
  ['es', 'Baja confirmada', 'Tu membresía finalizará el 12 de junio de 2026. No se te cobrarán más cuotas a partir de esa fecha.'],
  [
    'es',
    'Tu suscripción',
    'Hola, te confirmamos que hemos dado de baja tu suscripción digital. Podrás leer EL PAÍS sin límites hasta el 12 de junio de 2026.',
  ],
  [
    'es',
    'Se ha cancelado tu suscripción a Duolingo en Google Play',
    'Se ha cancelado tu suscripción de Duolingo en Google Play y no se te volverá a cobrar. Fecha de cancelación: 12 may 2026. Seguirás teniendo acceso hasta el 12 jun 2026.',
  ],
  [
    'it',
    'Ci dispiace che tu vada via',
    'Il tuo abbonamento è stato disdetto. Come richiesto, il tuo account verrà chiuso alla fine del periodo di fatturazione, il 12 giugno 2026. Fino ad allora puoi continuare a guardare.',
  ],
  [
    'it',
    'Conferma di recesso',
    'Gentile Maya, abbiamo ricevuto e lavorato la tua richiesta di recesso: il tuo contratto cesserà il 12/06/2026. Ricordati di restituire il decoder.',
  ],
  [
    'it',
    'La tua disdetta',
    "Gentile cliente, le confermiamo che la linea 06 1234567 è stata disattivata in data 12/06/2026 come da Sua richiesta. Riceverà l'ultima fattura.",
  ],
  [
    'it',
    'Cessazione abbonamento',
    'Ciao Maya, il tuo abbonamento terminerà il 30 giugno 2026 e non verrà rinnovato. Fino a quel giorno ti aspettiamo in club.',
  ],
  [
    'it',
    'Rinnovo automatico disattivato',
    'Il rinnovo automatico del tuo abbonamento Tutto+ è stato disattivato. Potrai leggere fino al 12 giugno 2026.',
  ],
  [
    'it',
    'Il tuo abbonamento è stato annullato',
    "Hai annullato l'abbonamento a Calm Premium, che non verrà più rinnovato. Potrai continuare a utilizzarlo fino al 12 giugno 2026.",
  ],
  [
    'pt',
    'Que pena que você está indo embora',
    'Sua assinatura foi cancelada. Conforme solicitado, sua conta será cancelada no fim do período de cobrança, em 12 de junho de 2026. Até lá, continue assistindo.',
  ],
  [
    'pt',
    'Confirmação de desativação',
    'Cara Maya, confirmamos a desativação dos seus serviços NOS a 12/06/2026, conforme pedido. Irá receber a última fatura no final do mês.',
  ],
  [
    'pt',
    'Cancelamento do seu plano',
    'Olá Maya! Seu plano Black foi cancelado com sucesso. Você pode treinar até 12/06/2026 e não haverá novas cobranças.',
  ],
  [
    'pt',
    'Você cancelou sua assinatura',
    'A renovação automática da sua assinatura Globoplay foi desligada. Você ainda pode assistir até 12/06/2026.',
  ],
  [
    'nl',
    'Jammer dat je vertrekt',
    'Je lidmaatschap is opgezegd. Zoals gevraagd wordt je account aan het einde van de factureringsperiode op 12 juni 2026 beëindigd. Tot die tijd kun je blijven kijken.',
  ],
  [
    'nl',
    'Bevestiging opzegging',
    'Beste Maya, we hebben je opzegging verwerkt. Je abonnement stopt op 12 juni 2026. Je ontvangt nog een eindafrekening.',
  ],
  [
    'nl',
    'Je opzegging is bevestigd',
    'Hi Maya, je lidmaatschap eindigt op 12 juni 2026. Tot die datum kun je gewoon blijven sporten. Daarna schrijven we niets meer af.',
  ],
  [
    'nl',
    'Uw abonnement is beëindigd',
    'Geachte mevrouw Hart, op uw verzoek hebben wij uw abonnement per 12 juni 2026 beëindigd. Bedankt voor de jaren dat u lezer was.',
  ],
  [
    'nl',
    'Je abonnement is geannuleerd',
    'Je hebt je abonnement op Calm Premium geannuleerd. Het wordt niet meer verlengd. Je kunt het blijven gebruiken tot 12 juni 2026.',
  ],
  [
    'pl',
    'Przykro nam, że odchodzisz',
    'Twoje członkostwo zostało anulowane. Zgodnie z prośbą konto zostanie zamknięte na koniec okresu rozliczeniowego, 12 czerwca 2026. Do tego czasu możesz dalej oglądać.',
  ],
  [
    'pl',
    'Potwierdzenie rozwiązania umowy',
    'Dzień dobry, potwierdzamy, że Twoja umowa nr 4471203 zostanie rozwiązana z dniem 12.06.2026. Ostatnią fakturę wyślemy w lipcu.',
  ],
  [
    'pl',
    'Twoja subskrypcja została anulowana',
    'Anulowałaś subskrypcję Calm Premium, która nie będzie już odnawiana. Możesz z niej korzystać do 12 czerwca 2026.',
  ],
  [
    'pl',
    'Wypowiedzenie umowy',
    'Cześć Maja, Twoje wypowiedzenie zostało zrealizowane. Karnet wygasa 30 czerwca 2026 i nie zostanie odnowiony.',
  ],
  [
    'pl',
    'Subskrypcja Duolingo w Google Play została anulowana',
    'Subskrypcja została anulowana i nie będziemy już pobierać opłat. Data anulowania: 12 maj 2026. Nadal masz dostęp do 12 cze 2026.',
  ],
  [
    'ja',
    'ご利用ありがとうございました',
    'メンバーシップのキャンセルが完了しました。ご希望どおり、請求期間の終了日である2026年6月12日にアカウントがキャンセルされます。それまでは引き続きご視聴いただけます。',
  ],
  [
    'ja',
    'サブスクリプションがキャンセルされました',
    'Calm Premiumのサブスクリプションをキャンセルしました。今後自動更新されません。2026年6月12日までは引き続きご利用いただけます。',
  ],
  ['ja', '解約手続き完了のお知らせ', 'dアニメストアの解約手続きが完了いたしました。ご利用いただきありがとうございました。'],
  [
    'ja',
    '【U-NEXT】解約完了のお知らせ',
    'U-NEXTをご利用いただき、誠にありがとうございました。以下のサービスの解約を承りました。サービス名：月額プラン　利用終了日：2026年5月31日',
  ],
  ['ja', '退会手続き完了', '日経電子版の退会手続きが完了しました。2026年5月31日まで有料会員としてご利用になれます。'],
  [
    'ja',
    'Premiumの解約が完了しました',
    'Premiumプランは2026年6月12日に終了し、その後は無料プランに切り替わります。今後の請求はありません。',
  ],
];

it.each(CASES)('%s: %s', (_language, subject, body) => {
  const read = classifyMessage(buildMessage({ subject, body }));
  expect(`${read.kind} ${read.decided}`).toBe('cancellation_confirmed auto');
});
