// The letters, in French.
import type { LetterFacts, LetterTexts, SaidDay } from './letters.en.ts';

export const LETTERS_NEED =
  'un abonnement en cours, une demande de résiliation restée sans confirmation, un prélèvement après la fin qui n’a pas été remboursé, ou une réactivation que vous n’avez pas demandée';

const name = (facts: LetterFacts): string => (facts.plan ? `${facts.merchant} (${facts.plan})` : facts.merchant);
const contract = (facts: LetterFacts): string => (facts.reference ? `référence ${facts.reference}` : '[numéro de contrat ou de client]');
const subscription = (facts: LetterFacts): string =>
  `abonnement ${name(facts)}, ${contract(facts)}${facts.account ? `, compte ${facts.account}` : ''}`;
const law = (facts: LetterFacts): string | null => (facts.law ? `La loi prévoit :\n${facts.law}` : null);
const quoted = (quote: string | null): string => (quote ? ` : « ${quote} »` : '');
const charged = (facts: LetterFacts): string =>
  facts.charges
    .map(({ on, amount, refundedOn }) => `– ${on} : ${amount ?? '[montant]'}${refundedOn ? ` (remboursé le ${refundedOn})` : ''}`)
    .join('\n');
/** How many are still to be given back. */
const open = ({ charges }: LetterFacts): number => charges.filter(({ refundedOn }) => refundedOn === null).length;
const atDisposal = ({ hasMessages }: LetterFacts): string =>
  hasMessages ? ' Je tiens les messages et leurs preuves à votre disposition.' : '';
const isOne = (facts: LetterFacts): boolean => open(facts) === 1;

/** What the person did, as far as anybody saw it: only a mail of the merchant acknowledges a request. */
const requested = (facts: LetterFacts): string => {
  const { requestedAt: at, requestQuote, requestedWay: way } = facts;
  if (!at) return `Le [date], j’ai résilié mon ${subscription(facts)}.`;
  if (facts.requestKnownBy === 'own_mail')
    return `Le ${at}, je vous ai demandé par courriel la résiliation de mon ${subscription(facts)}${quoted(requestQuote)}.`;
  if (facts.requestKnownBy === 'own_word') return `Le ${at}, j’ai résilié${way ? ` ${way}` : ''} mon ${subscription(facts)}.`;
  return `J’ai résilié mon ${subscription(facts)}. ${facts.requestSender ? `${facts.requestSender} a` : 'Vous avez'} accusé réception de ma demande le ${at}${quoted(requestQuote)}.`;
};

const confirmed = (facts: LetterFacts): string | null => {
  const { confirmedAt: at, confirmedBy: by, confirmQuote, endsOn } = facts;
  if (!at) return null;
  return facts.isUnverifiable
    ? `Le ${at}, j’ai reçu un message qui désigne ${by ?? 'votre entreprise'} comme expéditeur et fait état de la résiliation de mon ${subscription(facts)}${quoted(confirmQuote)}.${endsOn ? ` La date de fin est le ${endsOn}.` : ''}`
    : `Le ${at}, ${facts.confirmSender ? `${facts.confirmSender} a` : 'vous avez'} confirmé par écrit${by ? ` (${by})` : ''} la résiliation de mon ${subscription(facts)}${quoted(confirmQuote)}.${endsOn ? ` La date de fin est le ${endsOn}.` : ''}`;
};

/** What is cancelled, and who bills for it. */
const running = (facts: LetterFacts): string =>
  `mon ${subscription(facts)}${facts.running?.biller ? ` (facturé par ${facts.running.biller})` : ''}`;
/** The same where the sentence goes on: what was put in ends with a comma. */
const clause = (facts: LetterFacts): string => `${running(facts)},`;
const message = ({ saidAt, sender, isUnverifiable }: SaidDay): string => {
  if (isUnverifiable) return `Un message du ${saidAt} qui ${sender ? `désigne ${sender}` : 'vous désigne'} comme expéditeur`;
  return sender ? `Un message du ${saidAt} envoyé par ${sender}` : `Votre message du ${saidAt}`;
};
const lastDay = (day: (SaidDay & { readonly isSameMessage?: boolean }) | null | undefined): string =>
  day ? ` ${day.isSameMessage ? 'Ce message' : message(day)} indique le ${day.on} comme dernier jour pour cela.` : '';

const effect = (facts: LetterFacts): string => {
  const { minimumTermEndsOn, renewal } = facts.running ?? {};
  if (minimumTermEndsOn) return `à la première date possible, au plus tard à la fin de la période d’engagement, le ${minimumTermEndsOn}`;
  return `à la première date possible${renewal ? `, de sorte qu’il ne soit pas reconduit le ${renewal.on}` : ''}`;
};

/** One paragraph: whoever must delete it has claimed nothing. */
const unannounced = (facts: LetterFacts): string | null => {
  const { unannounced: missed } = facts.running ?? {};
  if (!missed) return null;
  const insurance = missed.insuranceLaw
    ? `, ou s’il s’agit d’une assurance, pour laquelle un autre texte s’applique (${missed.insuranceLaw})`
    : '';
  return `[Supprimez ce paragraphe si vous avez reçu cet avis par courrier${insurance}.] Le contrat a été reconduit le ${missed.on}. L’avis que la loi exige auparavant ne m’est pas parvenu par courriel. J’y mets donc fin avec effet immédiat et sans frais, et vous prie de me rembourser les sommes versées pour la période postérieure à cette lettre. La loi le prévoit :\n${missed.law}`;
};

const CONFIRM =
  'Je vous prie de me confirmer par écrit, par courriel, sous 14 jours : que l’abonnement est résilié et à quelle date vous avez reçu la résiliation ; à quelle date il prend fin ; quels sont les effets de la résiliation ; et que plus rien ne sera prélevé pour la suite.';
const WITHDRAW = 'Je révoque toute autorisation de prélèvement pour la période postérieure à la fin du contrat.';

const refund = (facts: LetterFacts): string =>
  facts.total ? `de me rembourser ${facts.total}` : isOne(facts) ? 'de me rembourser cette somme' : 'de me rembourser ces sommes';

const RAILS = {
  authorised: 'prélèvement, sans motif',
  unauthorised: 'prélèvement ou carte, opération non autorisée',
  card: 'carte, paiement récurrent résilié (120 jours)',
} as const;

export const lettersFr: LetterTexts = {
  title: 'Courriers',
  lead: 'Remplis d’après la chronologie. Vérifiez chaque ligne, complétez ce qui est entre [crochets], et envoyez-les vous-même : rien n’est envoyé d’ici.',
  kinds: {
    confirmation_request: 'Demande de confirmation',
    charge_dispute: 'Contestation d’un prélèvement après la résiliation',
    reactivation_dispute: 'Contestation d’une réactivation',
    bank_dispute: 'Contestation auprès de la banque',
    renewal_refusal: 'Refus de la reconduction',
    price_refusal: 'Refus du nouveau prix',
    cancellation: 'Résiliation',
  },
  notNow: `Aucun courrier ne convient à cet abonnement pour l’instant : il faut ${LETTERS_NEED}.`,
  write: 'Écrire un courrier',
  copy: 'Copier',
  copied: 'Copié',
  download: 'Télécharger (.txt)',
  print: 'Imprimer',
  attach: 'Joindre le dossier',
  complete: 'Reste à compléter :',
  afterSending: 'Envoyé ? Indiquez-le, et la confirmation sera attendue :',
  notAdvice: 'Information, et non conseil juridique. Faites-le relire si l’enjeu est important.',
  subjectLine: 'Objet :',
  to: (merchant) => `À : ${merchant}, [adresse postale ou électronique du service client]`,
  toBank: 'À : [banque], [service des contestations de paiement]',
  senderMissing: '[vos nom et adresse]',
  dated: (today) => `Le ${today}`,
  lawLine: (citation, says) => `– ${citation} : ${says}`,
  dear: 'Madame, Monsieur,',
  closing: 'Je vous prie d’agréer, Madame, Monsieur, l’expression de mes salutations distinguées.',
  confirmation_request: (facts) => ({
    subject: `Résiliation de mon abonnement ${name(facts)}, ${contract(facts)} : demande de confirmation`,
    paragraphs: [
      requested(facts),
      `À ce jour, je n’ai reçu aucune confirmation écrite.${facts.silence ? ` ${facts.silence}` : ''}`,
      facts.charges.length > 0
        ? `Depuis, vous avez prélevé :\n${charged(facts)}\nJe vous prie de m’indiquer à quelle période ${isOne(facts) ? 'ce prélèvement se rapporte' : 'ces prélèvements se rapportent'}, et de me rembourser ce qui a été prélevé pour la période postérieure à la fin du contrat.`
        : null,
      law(facts),
      'Je vous prie de me confirmer par écrit, par courriel, sous 14 jours : que l’abonnement est résilié et à quelle date vous avez reçu la résiliation ; à quelle date il prend fin ; quels sont les effets de la résiliation ; et que plus rien ne sera prélevé.',
      WITHDRAW,
    ],
  }),
  charge_dispute: (facts) => ({
    subject: `${isOne(facts) ? 'Prélèvement' : 'Prélèvements'} après la résiliation de mon abonnement ${name(facts)}, ${contract(facts)}`,
    paragraphs: [
      confirmed(facts) ?? requested(facts),
      `Après la fin de l’abonnement, vous avez néanmoins prélevé :\n${charged(facts)}`,
      law(facts),
      `Je conteste ${isOne(facts) ? 'ce prélèvement' : 'ces prélèvements'}. Je vous prie ${refund(facts)} sous 14 jours, par le moyen de paiement utilisé, et de me confirmer par écrit que plus rien ne sera prélevé.`,
      `Sans remboursement dans ce délai, je contesterai ${isOne(facts) ? 'ce prélèvement' : 'ces prélèvements'} auprès de ma banque et saisirai le médiateur compétent.${atDisposal(facts)}`,
    ],
  }),
  reactivation_dispute: (facts) => ({
    subject: `Réactivation de mon abonnement ${name(facts)}, ${contract(facts)}, après sa résiliation`,
    paragraphs: [
      confirmed(facts) ?? requested(facts),
      `L’abonnement a néanmoins été réactivé le ${facts.reactivatedOn ?? '[date]'}, sans que je l’aie demandé${facts.charges.length > 0 ? `, et vous avez prélevé :\n${charged(facts)}` : '.'}`,
      law(facts),
      `Je conteste cette réactivation. Je vous prie de l’annuler${open(facts) > 0 ? `, ${refund(facts)} par le moyen de paiement utilisé` : ''} et de me confirmer par écrit, sous 14 jours, que l’abonnement est résilié et que plus rien ne sera prélevé.`,
      `Je révoque toute autorisation de prélèvement. À défaut de réponse dans ce délai, je saisirai ma banque et le médiateur compétent.${atDisposal(facts)}`,
    ],
  }),
  cancellation: (facts) => ({
    subject: `Résiliation de mon abonnement ${name(facts)}, ${contract(facts)}`,
    paragraphs: [
      `Je résilie ${running(facts)}, ${effect(facts)}.${facts.running?.isTrial ? ' Je ne souhaite pas la formule payante qui suit l’essai.' : ''}`,
      unannounced(facts),
      law(facts),
      CONFIRM,
      WITHDRAW,
    ],
  }),
  renewal_refusal: (facts) => ({
    subject: `Refus de la reconduction de mon abonnement ${name(facts)}, ${contract(facts)}`,
    paragraphs: [
      facts.running?.renewal
        ? `${message(facts.running.renewal)} indique que ${clause(facts)} sera reconduit le ${facts.running.renewal.on}${quoted(facts.running.renewal.quote)}.`
        : `D’après mes calculs, ${clause(facts)} sera reconduit le [${facts.running?.reckonedRenewal ?? 'date'} : à vérifier].`,
      `Je ne souhaite pas cette reconduction. Je vous prie de mettre fin au contrat au terme de la période en cours.${lastDay(facts.running?.lastDay)}`,
      'S’il est trop tard pour refuser cette reconduction, je résilie le contrat à la prochaine date possible.',
      law(facts),
      CONFIRM,
      WITHDRAW,
    ],
  }),
  price_refusal: (facts) => ({
    subject: `Nouveau prix de mon abonnement ${name(facts)}, ${contract(facts)} : refus`,
    paragraphs: [
      facts.running?.rise
        ? `${message(facts.running.rise)} annonce un prix de ${facts.running.rise.to} au lieu de ${facts.running.rise.from} à compter du ${facts.running.rise.on} pour ${running(facts)}${quoted(facts.running.rise.quote)}.`
        : null,
      'Je n’accepte pas ce prix, et n’autorise aucun prélèvement à ce prix. Je vous prie de me confirmer par écrit, sous 14 jours, que le prix actuel est maintenu.',
      `À défaut, je résilie le contrat avec effet avant l’application du nouveau prix.${lastDay(facts.running?.rise?.lastDay)} [Supprimez cette ligne si vous souhaitez conserver le contrat malgré tout.]`,
    ],
  }),
  bank_dispute: (facts) => ({
    subject: `Contestation ${isOne(facts) ? 'd’un paiement' : 'de paiements'} à « ${facts.merchant} » après une résiliation`,
    paragraphs: [
      `Je conteste ${isOne(facts) ? 'le paiement suivant' : 'les paiements suivants'} à « ${facts.merchant} », depuis [carte ou compte, quatre derniers chiffres] :\n${charged(facts)}${facts.total && !isOne(facts) ? `\nTotal : ${facts.total}` : ''}`,
      `${isOne(facts) ? 'Il concerne' : 'Ils concernent'} mon ${subscription(facts)}, résilié auparavant${facts.reactivatedOn ? `, puis réactivé le ${facts.reactivatedOn} sans que je l’aie demandé` : ''}.`,
      toldToBank(facts),
      facts.level ? `Authenticité de cette confirmation, de A à D : ${facts.level}` : null,
      'J’ai demandé le remboursement au professionnel le [date], par [courriel, lettre, formulaire] ; il a été [refusé, laissé sans réponse].',
      'Je n’ai pas utilisé le service après sa fin. [Supprimez cette ligne si ce n’est pas le cas.]',
      law(facts),
      `Je vous prie ${refund(facts)}, par remboursement du prélèvement ou par contestation auprès du réseau de la carte selon le moyen de paiement, et de refuser tout nouveau paiement à ce professionnel pour cet abonnement.`,
      facts.deadlines.length > 0
        ? `Délais, à ma connaissance :\n${facts.deadlines.map(({ rail, on }) => `– ${RAILS[rail]} : jusqu’au ${on}`).join('\n')}`
        : null,
      `Pièce jointe : le rapport (PDF) avec la chronologie${facts.confirmedAt ? ', la confirmation' : ''}, ${isOne(facts) ? 'le prélèvement contesté' : 'les prélèvements contestés'}, et ce qu’il ne prouve pas.`,
    ],
  }),
};

function toldToBank(facts: LetterFacts): string | null {
  const { requestedAt, requestQuote, requestedWay: way, requestKnownBy, confirmedAt, confirmQuote, endsOn } = facts;
  const by = facts.confirmedBy ?? 'le professionnel';
  const request = !requestedAt
    ? null
    : requestKnownBy === 'own_mail'
      ? `J’ai demandé la résiliation par courriel le ${requestedAt}${quoted(requestQuote)}.`
      : requestKnownBy === 'own_word'
        ? `Je l’ai résilié${way ? ` ${way}` : ''} le ${requestedAt}.`
        : `${facts.requestSender ?? 'Le professionnel'} a accusé réception de ma demande de résiliation le ${requestedAt}${quoted(requestQuote)}.`;
  const confirmation = !confirmedAt
    ? null
    : (facts.isUnverifiable
        ? `Le ${confirmedAt}, j’ai reçu un message qui désigne ${by} comme expéditeur et fait état de la résiliation`
        : `Le ${confirmedAt}, ${by} a confirmé la résiliation par écrit`) +
      `${quoted(confirmQuote)}.${endsOn ? ` La date de fin est le ${endsOn}.` : ''}`;
  return [request, confirmation].filter((one) => one !== null).join('\n\n') || null;
}
