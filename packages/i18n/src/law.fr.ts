// The words around the rules of a country pack, in French.
import type { LawTexts } from './law.en.ts';

export const lawFr = {
  title: 'Ce que dit la loi',
  lead: (country: string) =>
    `Les règles utiles à qui quitte un abonnement (${country}). Il s’agit d’une information, pas d’un conseil juridique.`,
  noCountry: 'Vous n’avez pas encore indiqué votre pays. Des délais généraux s’appliquent d’ici là : 14 jours pour une confirmation.',
  noPack: 'Quittance ne connaît pas encore les règles de ce pays. Des délais généraux s’appliquent : 14 jours pour une confirmation.',
  choose: 'Le pays se choisit dans les réglages.',
  settings: 'Réglages',
  article: 'Article',
  source: 'Où lire le texte',
  since: (day: string) => `En vigueur depuis le ${day}.`,
  expected: (when: string) => `Pas encore en vigueur (${when}) : elle ne déclenche aucun avertissement.`,
  requires: 'Contenu exigé :',
  otherwise: 'À défaut :',
  within: (days: number) => (days === 1 ? 'Quittance l’attend 1 jour.' : `Quittance l’attend ${days} jours.`),
  ours: 'La loi ne donne pas de chiffre ; celui-ci est le nôtre.',
  missingFrom: (elements: string) => `La loi exige plus que ce que dit cette confirmation : ${elements}.`,
  onlyShown: 'Affichée pour information ; les e-mails ne disent pas si elle s’applique.',
  country: 'pays',
  rule: 'règle',
  inForce: 'en vigueur',
  situations: {
    cancellation_confirmation: 'Confirmation de la résiliation',
    easy_cancellation: 'Comment on doit pouvoir résilier',
    renewal_notice: 'Avis avant la reconduction',
    trial_notice: 'Avis avant la fin de l’essai',
    price_notice: 'Avis avant un changement de prix',
    renewal_limit: 'Jusqu’où une reconduction engage',
    withdrawal_acknowledgement: 'Accusé de réception d’une rétractation',
    charge_after_end: 'Prélevé après la fin',
    refund_authorised: 'Remboursement d’un prélèvement par la banque',
    refund_unauthorised: 'Opération non autorisée',
  },
} satisfies LawTexts;
