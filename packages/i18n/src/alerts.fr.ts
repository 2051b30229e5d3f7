// What an alert says to a person, in French.
import type { AlertFacts, AlertTexts } from './alerts.en.ts';

const cost = (facts: AlertFacts): string => (facts.price ? `, au prix de ${facts.price}` : '');
const deadline = (facts: AlertFacts): string => {
  if (!facts.cancelBy) return '';
  return facts.isDeadlineUnstated
    ? ` Si vous ne le souhaitez pas, résiliez avant le ${facts.cancelBy} ; les conditions peuvent l’exiger plus tôt.`
    : ` Si vous ne le souhaitez pas, résiliez au plus tard le ${facts.cancelBy}.`;
};

const askBack = ({ proofLevel }: AlertFacts): string => {
  if (proofLevel === null) return 'Vous pouvez en demander le remboursement.';
  return proofLevel === 'D'
    ? 'Vous pouvez en demander le remboursement. La confirmation est conservée, mais son origine n’a pas pu être vérifiée.'
    : 'Vous pouvez en demander le remboursement, avec la confirmation comme preuve.';
};

export const alertsFr = {
  someSubscription: 'Votre abonnement',
  kinds: {
    renewal_notice: (facts: AlertFacts) => ({
      title: facts.renewsOn ? `${facts.who} : reconduction le ${facts.renewsOn}` : `${facts.who} : reconduction prochaine`,
      sentence: `Un avis de reconduction est arrivé : l’abonnement sera reconduit${facts.renewsOn ? ` le ${facts.renewsOn}` : ''}${cost(facts)}.${deadline(facts)}`,
    }),
    trial_ending: (facts: AlertFacts) => ({
      title: facts.renewsOn ? `${facts.who} : l’essai se termine le ${facts.renewsOn}` : `${facts.who} : l’essai se termine bientôt`,
      sentence: `L’essai se termine${facts.renewsOn ? ` le ${facts.renewsOn}` : ' bientôt'} et devient une formule payante${cost(facts)}.${deadline(facts)}`,
    }),
    price_change: (facts: AlertFacts) => ({
      title: facts.price ? `${facts.who} : le prix passe à ${facts.price}` : `${facts.who} : le prix change`,
      sentence: `${facts.who} change son prix${facts.price ? ` : ${facts.price}` : ''}. Une hausse peut vous donner le droit de partir${facts.isForPrice && facts.cancelBy ? ` ; cet e-mail indique le ${facts.cancelBy} comme dernier jour pour résilier` : ''}.`,
    }),
    cancel_by: (facts: AlertFacts) =>
      facts.isForPrice
        ? {
            title: `${facts.who} : le prix change, à résilier au plus tard le ${facts.cancelBy}`,
            sentence: `${facts.who} change son prix${facts.price ? ` : ${facts.price}` : ''}. L’e-mail qui l’annonce indique le ${facts.cancelBy} comme dernier jour pour résilier ; celui de la reconduction peut être un autre jour.`,
          }
        : {
            title: facts.cancelBy
              ? `${facts.who} : à résilier ${facts.isDeadlineUnstated ? 'avant' : 'au plus tard'} le ${facts.cancelBy}`
              : `${facts.who} : la date limite de résiliation approche`,
            sentence: `L’abonnement sera reconduit${facts.renewsOn ? ` le ${facts.renewsOn}` : ' bientôt'}${cost(facts)}.${deadline(facts)}`,
          },
    payment_failed: (facts: AlertFacts) => ({
      title: `${facts.who} : un paiement a échoué`,
      sentence: `Un paiement à ${facts.who}${facts.price ? ` (${facts.price})` : ''} a échoué. Le service pourrait être suspendu.`,
    }),
    cancellation_confirmed: (facts: AlertFacts) => ({
      title: facts.isForged
        ? `${facts.who} : un message probablement falsifié parle de résiliation`
        : `${facts.who} : résiliation confirmée`,
      sentence: facts.isErased
        ? `Un message qui désignait ${facts.who} comme expéditeur disait que c’est résilié${facts.endsOn ? `, avec fin le ${facts.endsOn}` : ''}. Il a été effacé depuis et ne prouve plus rien.`
        : facts.isUnverified
          ? `Un message qui désigne ${facts.who} comme expéditeur dit que c’est résilié${facts.endsOn ? `, avec fin le ${facts.endsOn}` : ''}. Il est conservé, mais ${facts.isForged ? 'c’est probablement un faux, et il ne prouve rien' : 'son origine n’a pas pu être vérifiée'}.`
          : `${facts.who} a confirmé la résiliation${facts.endsOn ? ` ; fin le ${facts.endsOn}` : ''}. La confirmation est conservée comme preuve.`,
    }),
    charged_after_cancellation: (facts: AlertFacts) => ({
      title: `${facts.who} : prélèvement après la résiliation`,
      sentence:
        `${facts.price ? `Un prélèvement de ${facts.price}` : 'Un prélèvement'} a eu lieu${facts.chargedOn ? ` le ${facts.chargedOn}` : ''} alors que l’abonnement avait pris fin${facts.endsOn ? ` le ${facts.endsOn}` : ''}. ` +
        (facts.openCharges > 1
          ? `C’est le dernier de ${facts.openCharges} prélèvements non remboursés depuis ; la page de l’abonnement les énumère. `
          : '') +
        askBack(facts),
    }),
    confirmation_missing: (facts: AlertFacts) => ({
      title: facts.isDoubtful
        ? `${facts.who} : est-ce la confirmation de votre résiliation ?`
        : `${facts.who} : résiliation toujours pas confirmée`,
      sentence: facts.isDoubtful
        ? 'Vous avez demandé la résiliation, et un message qui ressemble à la confirmation est arrivé. Ouvrez-le et dites si c’en est une ; d’ici là, la résiliation n’est pas tenue pour confirmée.'
        : 'Vous avez demandé la résiliation et aucune confirmation n’est arrivée. Une demande n’est pas encore une résiliation : demandez une confirmation écrite.',
    }),
    reactivated_unasked: (facts: AlertFacts) => ({
      title: `${facts.who} : abonnement réactivé`,
      sentence: 'L’abonnement court de nouveau après sa résiliation. Si vous ne l’avez pas demandé, contestez sans attendre.',
    }),
    notice_missing: (facts: AlertFacts) => ({
      title: `${facts.who} : l’avis avant reconduction n’est pas arrivé`,
      sentence: `L’avis que la loi exige avant la reconduction${facts.renewsOn ? ` du ${facts.renewsOn}` : ''} n’a pas été trouvé dans votre messagerie. Cela peut vous donner le droit de partir.`,
    }),
    duplicate_subscription: (facts: AlertFacts) => ({
      title: `${facts.who} semble courir deux fois`,
      sentence: `Deux abonnements à la même chose semblent courir${facts.price ? ` (${facts.price})` : ''}. Vérifiez, et résiliez l’un des deux si vous n’avez pas besoin des deux.`,
    }),
    suspicious_message: (facts: AlertFacts) => ({
      title: `Message suspect : ${facts.who}`,
      sentence:
        'Un message à ce sujet est probablement falsifié. Il ne change rien à votre historique. Ne suivez pas ses liens, ne payez pas, ne vous y connectez pas.',
    }),
    mailbox_unreadable: (facts: AlertFacts) => ({
      title: `${facts.mailbox ?? 'Votre boîte e-mail'} n’est plus lisible`,
      sentence: `${facts.problem ? `${facts.problem} ` : ''}Tant qu’elle ne peut pas être lue, aucun nouveau message n’est surveillé et aucune alerte ne peut en venir. Vérifiez la boîte dans Quittance.`,
    }),
  },
  probable: 'Quittance n’est pas certain d’avoir bien lu ce message. Merci d’y jeter un œil.',
  labels: {
    plan: 'Formule',
    price: 'Prix',
    renewsOn: 'Reconduction le',
    cancelBy: 'À résilier au plus tard le',
    endsOn: 'Fin le',
    mailbox: 'Boîte e-mail',
    authenticity: 'Authenticité',
    quote: 'Dans les mots du message',
    bankQuote: 'Tel que la banque l’a écrit',
    colon: '\u00a0: ',
    colonAtEnd: '\u00a0:',
    open: 'Ouvrir dans Quittance',
    checkpoint:
      'État signé de votre journal de preuves. Gardez ce message : il montrera plus tard que rien n’a été modifié avant ce point.',
    checkpointKey: 'La clé de ce journal, à comparer avec celle d’un dossier :',
    footer: 'Envoyé par Quittance, parce que les alertes arrivent à cette adresse. Cela se règle sous «\u00a0Alertes et canaux\u00a0».',
  },
  levels: {
    A: 'signé par un domaine connu pour ce professionnel',
    B: 'signé, avec une réserve',
    C: 'authentique sur la parole d’un tiers',
    D: 'non vérifiable',
    R: 'probablement falsifié',
  },
  test: {
    title: 'Quittance : ceci est un test',
    sentence: 'Les alertes de Quittance vous parviennent ici.',
  },
  channelProblems: {
    smtp_not_configured:
      'Aucun serveur d’envoi n’est configuré : aucun e-mail ne peut partir. L’exploitant définit SMTP_URL et MAIL_FROM, puis relance Quittance.',
    smtp_unreachable: 'Le serveur d’envoi ne répond pas.',
    smtp_sign_in_failed: 'Le serveur d’envoi a refusé l’identification. L’exploitant vérifie SMTP_URL.',
    smtp_tls_failed: 'Le serveur d’envoi ne propose pas de connexion sûre. L’exploitant vérifie SMTP_URL.',
    recipient_refused: 'Le serveur d’envoi a refusé cette adresse.',
    mail_refused: 'Le serveur d’envoi a refusé le message.',
    mail_delayed: 'Le serveur d’envoi demande de réessayer plus tard.',
    bad_target: 'Ce n’est pas une adresse à laquelle des alertes peuvent être envoyées.',
    private_address_refused: 'L’adresse mène à un réseau privé. L’exploitant peut l’autoriser avec ALLOW_PRIVATE_HOSTS.',
    host_not_found: 'Ce nom d’hôte n’existe pas.',
    push_gone:
      'Ce navigateur n’accepte plus d’alertes : l’autorisation a été retirée ou ses données effacées. Ajoutez-le de nouveau dans ce navigateur.',
    receiver_unreachable: 'Le destinataire ne répond pas.',
    receiver_timeout: 'Le destinataire a mis trop de temps à répondre.',
    receiver_failed: 'Le destinataire a signalé une erreur de son côté.',
    receiver_refused: 'Le destinataire a refusé l’alerte.',
    redirect_refused: 'Le destinataire redirige ailleurs. Indiquez l’adresse finale.',
    channel_kind_unavailable: 'Ce type de canal n’est pas encore disponible.',
    cannot_decrypt:
      'Le secret de ce canal ne peut pas être lu avec le fichier de clé actuel. Supprimez le canal puis ajoutez-le de nouveau.',
    internal: 'Un problème est survenu de notre côté.',
  },
} satisfies AlertTexts;
