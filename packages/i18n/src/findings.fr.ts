// What a finding says to a person, in French.
import type { FindingKind } from '@quittance/domain/subscription';
import type { FindingFacts, FindingTexts } from './findings.en.ts';

const askBack = ({ proofLevel }: FindingFacts): string => {
  if (proofLevel === null)
    return 'Vous pouvez en demander le remboursement. Aucun e-mail conservé ne confirme la fin : cherchez-en une autre preuve, ou demandez-en une par écrit.';
  return proofLevel === 'D'
    ? 'Vous pouvez en demander le remboursement. La confirmation est conservée, mais son origine n’a pas pu être vérifiée.'
    : 'Vous pouvez en demander le remboursement, avec la confirmation comme preuve.';
};

export const findingsFr = {
  charged_after_cancellation: (facts: FindingFacts) =>
    `${facts.amount ?? 'Un paiement'} a été prélevé le ${facts.chargedOn ?? facts.since} alors que l’abonnement avait pris fin` +
    `${facts.endedOn ? ` le ${facts.endedOn}` : ''}. ` +
    (facts.settledOn ? `Le montant a été remboursé le ${facts.settledOn}.` : askBack(facts)),
  confirmation_missing: (facts: FindingFacts) =>
    facts.maybeOn
      ? `Vous avez demandé la résiliation le ${facts.requestedOn ?? facts.since}. Un message du ${facts.maybeOn} ressemble à la confirmation, mais a été lu avec un doute : est-ce elle ? ` +
        'Ouvrez-le et dites-le ; d’ici là, la résiliation n’est pas tenue pour confirmée.'
      : `Vous avez demandé la résiliation le ${facts.requestedOn ?? facts.since} ; aucune confirmation n’est arrivée sous ${facts.days ?? '14'} ${facts.days === '1' ? 'jour' : 'jours'}. ` +
        'Une demande n’est pas encore une résiliation : demandez une confirmation écrite.',
  request_not_delivered: (facts: FindingFacts) =>
    `Le message par lequel vous demandiez la résiliation${facts.requestedOn ? ` le ${facts.requestedOn}` : ''} est revenu le ${facts.since} : il n’a pas été remis, rien n’a donc été demandé. ` +
    'Vérifiez l’adresse et renvoyez-le, ou résiliez autrement.',
  reactivated_unasked: (facts: FindingFacts) =>
    `L’abonnement a été réactivé le ${facts.reactivatedOn ?? facts.since}, après sa résiliation. Si vous ne l’avez pas demandé, contestez sans attendre.`,
  price_increased: (facts: FindingFacts) =>
    (facts.oldPrice && facts.newPrice
      ? `Le prix passe de ${facts.oldPrice} à ${facts.newPrice}${facts.percent ? ` (+${facts.percent})` : ''} à partir du ${facts.since}.`
      : `Le prix augmente à partir du ${facts.since}.`) + (facts.unannounced ? ' Aucun e-mail ne l’a annoncé.' : ''),
  payment_failed: (facts: FindingFacts) =>
    `Un paiement a échoué le ${facts.since} et aucun autre n’est connu depuis. Le service pourrait être suspendu.`,
  cancel_by: (facts: FindingFacts) =>
    facts.isForPrice
      ? `Le prix change, et l’e-mail qui l’annonce indique le ${facts.cancelBy ?? facts.since} comme dernier jour pour résilier. Celui de la reconduction peut être un autre jour.`
      : `Résiliez au plus tard le ${facts.cancelBy ?? facts.since} pour éviter la reconduction${facts.renewsOn ? ` du ${facts.renewsOn}` : ''}.`,
  notice_missing: (facts: FindingFacts) =>
    facts.priceFrom
      ? `Le prix a augmenté le ${facts.priceFrom} et l’avis préalable que la loi exige n’a pas été trouvé dans votre messagerie.`
      : `L’avis que la loi exige avant la reconduction${facts.renewsOn ? ` du ${facts.renewsOn}` : ''} n’a pas été trouvé dans votre messagerie` +
        `${facts.windowFrom && facts.windowUntil ? ` (attendu entre le ${facts.windowFrom} et le ${facts.windowUntil}${facts.cancelBy ? `, compté à rebours depuis le ${facts.cancelBy}, dernier jour pour résilier selon l’e-mail` : ''})` : ''}.` +
        (facts.cameOn ? ` Un avis est arrivé le ${facts.cameOn}, hors de ce délai.` : '') +
        (facts.cameOn && facts.insuranceDiffers ? ' S’il s’agit d’une assurance, un autre texte s’applique, avec d’autres délais.' : ''),
  suspicious_message: (facts: FindingFacts) =>
    `Un message du ${facts.since} prétend concerner cet abonnement, mais il est probablement falsifié. Il ne change rien ici ; ne suivez pas ses liens.`,
  silent_merchant: () =>
    'Ce professionnel n’envoie pas de reçus par e-mail : les prélèvements ne sont pas visibles ici. Ajoutez un relevé bancaire pour les suivre.',
  duplicate_subscription: (facts: FindingFacts) =>
    facts.isOneChargedTwice
      ? `${facts.amount ?? 'Le même montant'} est prélevé deux fois par période : le même abonnement court peut-être deux fois.`
      : `Le même abonnement semble courir deux fois depuis le ${facts.since}.`,
} satisfies FindingTexts;

/** How each goes away. */
export const findingRemediesFr: Record<FindingKind, string> = {
  charged_after_cancellation: 'Disparaît lorsqu’un e-mail annonce le remboursement.',
  confirmation_missing: 'Disparaît lorsque la confirmation arrive, ou lorsque vous dites comment elle a été donnée.',
  request_not_delivered: 'Disparaît lorsque vous demandez à nouveau, ou lorsque la résiliation est confirmée.',
  reactivated_unasked: 'Disparaît lorsque l’abonnement est de nouveau résilié. Si vous l’avez voulu, écartez cette alerte.',
  price_increased: 'Disparaît d’elle-même après deux mois.',
  payment_failed: 'Disparaît lorsqu’un e-mail annonce un paiement.',
  cancel_by: 'Disparaît lorsque l’abonnement est résilié, ou une fois la date passée.',
  notice_missing: 'Disparaît à la résiliation. Si un courrier postal est arrivé, écartez cette alerte.',
  suspicious_message: 'Disparaît d’elle-même après un mois.',
  silent_merchant: 'Disparaît lorsqu’un reçu arrive par e-mail.',
  duplicate_subscription:
    'Disparaît lorsque l’un des deux prend fin. S’il s’agit du même, fusionnez-les ; si vous voulez les deux, écartez cette alerte.',
};
