// The letters, in French.
import type { LetterFacts, LetterTexts } from './letters.en.ts';

const name = (facts: LetterFacts): string => (facts.plan ? `${facts.merchant} (${facts.plan})` : facts.merchant);
const contract = (facts: LetterFacts): string => facts.reference ?? '[numéro de contrat ou de client]';
const account = (facts: LetterFacts): string => (facts.account ? `, compte ${facts.account}` : '');
const law = (facts: LetterFacts): string | null => (facts.law ? `Je me réfère à la loi :\n${facts.law}` : null);
const quoted = (quote: string | null): string => (quote ? ` : « ${quote} »` : '');
const charged = (facts: LetterFacts): string =>
  facts.charges
    .map(({ on, amount, refundedOn }) => `– ${on} : ${amount ?? '[montant]'}${refundedOn ? ` (remboursé le ${refundedOn})` : ''}`)
    .join('\n');
const confirmation = (facts: LetterFacts, whom: string): string | null =>
  facts.confirmedAt === null
    ? null
    : (facts.isUnverifiable
        ? `Un message du ${facts.confirmedAt} qui désigne ${facts.confirmedBy ?? whom} comme expéditeur fait état de la résiliation`
        : whom === 'vous'
          ? `Le ${facts.confirmedAt}, vous avez confirmé la résiliation par écrit${facts.confirmedBy ? ` (${facts.confirmedBy})` : ''}`
          : `Le ${facts.confirmedAt}, ${facts.confirmedBy ?? whom} a confirmé la résiliation par écrit`) +
      `${quoted(facts.confirmQuote)}${facts.endsOn ? `. La date de fin est le ${facts.endsOn}` : ''}.`;

export const lettersFr: LetterTexts = {
  title: 'Courriers',
  lead: 'Remplis d’après la chronologie. Vérifiez chaque ligne, complétez ce qui est entre [crochets], et envoyez-les vous-même : rien n’est envoyé d’ici.',
  kinds: {
    confirmation_request: 'Demande de confirmation',
    charge_dispute: 'Contestation d’un prélèvement après la résiliation',
    bank_dispute: 'Déclaration pour la banque',
  },
  notNow:
    'Aucun courrier ne convient à cet abonnement pour l’instant : il faut une demande de résiliation restée sans confirmation, ou un prélèvement après la fin.',
  copy: 'Copier',
  copied: 'Copié',
  download: 'Télécharger (.txt)',
  print: 'Imprimer',
  attach: 'Joindre le dossier',
  complete: 'Reste à compléter :',
  notAdvice: 'Information, et non conseil juridique. Faites-le relire si l’enjeu est important.',
  subjectLine: 'Objet',
  to: (merchant) => `À : ${merchant}, [adresse postale ou électronique du service client]`,
  toBank: 'À : [banque], [service des contestations de paiement]',
  senderMissing: '[vos nom et adresse]',
  dear: 'Madame, Monsieur,',
  closing: 'Je vous prie d’agréer, Madame, Monsieur, mes salutations distinguées.',
  confirmation_request: (facts) => ({
    subject: `Confirmation de la résiliation de ${name(facts)}, ${contract(facts)}`,
    paragraphs: [
      facts.requestedAt
        ? `J’ai résilié mon abonnement ${name(facts)} (${contract(facts)}${account(facts)}). Vous avez accusé réception de ma demande le ${facts.requestedAt}${quoted(facts.requestQuote)}.`
        : `Le [date], j’ai résilié mon abonnement ${name(facts)} (${contract(facts)}${account(facts)}).`,
      `À ce jour, je n’ai reçu aucune confirmation écrite.${facts.silence ? ` ${facts.silence}` : ''}`,
      law(facts),
      'Je vous prie de me confirmer par écrit, par courriel, sous 14 jours : que l’abonnement est résilié et la date à laquelle vous avez reçu la résiliation ; la date à laquelle il prend fin ; les effets de la résiliation ; et que plus rien ne sera prélevé.',
      'Je révoque toute autorisation de prélèvement pour la période postérieure à la fin du contrat.',
    ],
  }),
  charge_dispute: (facts) => ({
    subject: `Prélèvement après la résiliation de ${name(facts)}, ${contract(facts)}`,
    paragraphs: [
      confirmation(facts, 'vous') ?? `Le [date], j’ai résilié mon abonnement ${name(facts)}.`,
      `Il s’agit de l’abonnement ${name(facts)} (${contract(facts)}${account(facts)}). Après sa fin, vous avez néanmoins prélevé :\n${charged(facts)}`,
      law(facts),
      `Je vous prie de rembourser ${facts.total ?? 'ces sommes'} sous 14 jours par le moyen de paiement utilisé, et de me confirmer par écrit que plus rien ne sera prélevé.`,
      'Je conteste ces prélèvements. Sans remboursement dans ce délai, je les contesterai auprès de ma banque et saisirai le médiateur compétent. Les messages et leurs preuves sont à votre disposition.',
    ],
  }),
  bank_dispute: (facts) => ({
    subject: `Contestation de paiements à ${facts.merchant} après une résiliation`,
    paragraphs: [
      `Je conteste les paiements suivants à ${facts.merchant}, depuis [carte ou compte, quatre derniers chiffres] :\n${charged(facts)}${facts.total ? `\nTotal : ${facts.total}` : ''}`,
      `Ils concernent un abonnement (${name(facts)}, ${contract(facts)}${account(facts)}) qui avait été résilié auparavant.`,
      facts.requestedAt
        ? `Il a été accusé réception de ma demande de résiliation le ${facts.requestedAt}${quoted(facts.requestQuote)}.`
        : null,
      confirmation(facts, 'le professionnel'),
      facts.level ? `Authenticité de cette confirmation : ${facts.level}` : null,
      'J’ai demandé le remboursement au professionnel le [date], par [courriel, lettre, formulaire] ; il a été [refusé, laissé sans réponse].',
      'Je n’ai pas utilisé le service après sa fin. [Supprimez cette ligne si ce n’est pas le cas.]',
      law(facts),
      facts.deadlines.length > 0
        ? `Délais, à ma connaissance : ${facts.deadlines.map(({ rail, on }) => `${{ authorised: 'prélèvement, sans motif', unauthorised: 'prélèvement ou carte, opération non autorisée', card: 'carte, paiement récurrent résilié (120 jours)' }[rail]} : ${on}`).join(' ; ')}.`
        : null,
      'Pièce jointe : le rapport (PDF) avec la chronologie, la confirmation s’il y en a une, chaque prélèvement ultérieur, et ce qu’il ne prouve pas.',
    ],
  }),
};
