// What a finding says to a person, in French.
import type { FindingFacts, FindingTexts } from './findings.en.ts';

export const findingsFr = {
  charged_after_cancellation: (facts: FindingFacts) =>
    `${facts.amount ?? 'Un paiement'} a été prélevé le ${facts.chargedOn ?? facts.since} alors que l’abonnement avait pris fin` +
    `${facts.endedOn ? ` le ${facts.endedOn}` : ''}. ` +
    (facts.settledOn
      ? `Le montant a été remboursé le ${facts.settledOn}.`
      : 'Vous pouvez en demander le remboursement, avec la confirmation comme preuve.'),
  confirmation_missing: (facts: FindingFacts) =>
    `Vous avez demandé la résiliation le ${facts.requestedOn ?? facts.since} ; aucune confirmation n’est arrivée sous ${facts.days ?? '14'} jours. ` +
    'Une demande n’est pas encore une résiliation : demandez une confirmation écrite.',
  reactivated_unasked: (facts: FindingFacts) =>
    `L’abonnement a été réactivé le ${facts.reactivatedOn ?? facts.since}, après sa résiliation. Si vous ne l’avez pas demandé, contestez sans attendre.`,
  price_increased: (facts: FindingFacts) =>
    facts.oldPrice && facts.newPrice
      ? `Le prix passe de ${facts.oldPrice} à ${facts.newPrice} à partir du ${facts.since}.`
      : `Le prix augmente à partir du ${facts.since}.`,
  payment_failed: (facts: FindingFacts) =>
    `Un paiement a échoué le ${facts.since} et aucun autre n’est connu depuis. Le service pourrait être suspendu.`,
  cancel_by: (facts: FindingFacts) =>
    `Résiliez au plus tard le ${facts.cancelBy ?? facts.since} pour éviter la reconduction${facts.renewsOn ? ` du ${facts.renewsOn}` : ''}.`,
  notice_missing: (facts: FindingFacts) =>
    `L’avis que la loi exige avant la reconduction${facts.renewsOn ? ` du ${facts.renewsOn}` : ''} n’a pas été trouvé dans votre messagerie.`,
  suspicious_message: (facts: FindingFacts) =>
    `Un message du ${facts.since} prétend concerner cet abonnement, mais il est probablement falsifié. Il ne change rien ici ; ne suivez pas ses liens.`,
  silent_merchant: () =>
    'Ce professionnel n’envoie pas de reçus par e-mail : les prélèvements ne sont pas visibles ici. Ajoutez un relevé bancaire pour les suivre.',
  duplicate_subscription: (facts: FindingFacts) => `Le même abonnement semble courir deux fois depuis le ${facts.since}.`,
} satisfies FindingTexts;
