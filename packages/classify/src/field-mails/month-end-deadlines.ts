// Ends of months as the last day to cancel, and the many that are none: language, kind, words, the day. All sentences are invented; the day of each mail
// is 2 April 2026. Used by month-end-deadlines.test.ts.
import type { DeadlineCase } from './deadlines.ts';

/** Beside what says that the contract renews, or under a label. */
export const MONTH_END_DEADLINES: readonly DeadlineCase[] = [
  ['en', 'renewal_notice', 'Your plan renews on 14 January 2027. Cancel by the end of December if you do not want that.', '2026-12-31'],
  ['en', 'renewal_notice', 'Your membership will renew on 1 May 2026. You have until the end of this month to cancel it.', '2026-04-30'],
  ['en', 'renewal_notice', 'To stop the renewal, cancel no later than the end of December 2026.', '2026-12-31'],
  ['en', 'renewal_notice', 'Cancellation deadline: end of December 2026', '2026-12-31'],
  ['en', 'renewal_notice', 'Last day to cancel | end of May 2026\nRenewal | 14 June 2026', '2026-05-31'],
  ['en', 'renewal_notice', 'Unless you cancel by the end of the month of May, your contract renews for a year.', '2026-05-31'],
  ['fr', 'renewal_notice', 'Votre contrat sera reconduit le 14 janvier 2027. Vous pouvez résilier jusqu’à fin décembre.', '2026-12-31'],
  ['fr', 'renewal_notice', 'Pour éviter la reconduction, résiliez au plus tard à la fin du mois de décembre 2026.', '2026-12-31'],
  ['fr', 'renewal_notice', 'Vous avez jusqu’à la fin de ce mois pour vous opposer à la reconduction.', '2026-04-30'],
  ['fr', 'renewal_notice', 'Si vous ne souhaitez pas renouveler votre abonnement, prévenez-nous d’ici fin décembre.', '2026-12-31'],
  ['fr', 'renewal_notice', 'Date limite de résiliation : fin décembre 2026', '2026-12-31'],
  ['fr', 'renewal_notice', 'Sauf résiliation d’ici à fin mai, votre abonnement sera renouvelé pour un an.', '2026-05-31'],
  ['de', 'renewal_notice', 'Kündigen Sie bis Ende Dezember, wenn Sie nicht verlängern möchten.', '2026-12-31'],
  [
    'de',
    'renewal_notice',
    'Ihr Vertrag verlängert sich am 14.01.2027. Sie können bis spätestens Ende Dezember 2026 kündigen.',
    '2026-12-31',
  ],
  ['de', 'renewal_notice', 'Ihr Abo verlängert sich am 1. Mai. Sie können bis Ende dieses Monats kündigen.', '2026-04-30'],
  ['de', 'renewal_notice', 'Letzter Kündigungstermin: Ende Dezember 2026', '2026-12-31'],
  ['de', 'renewal_notice', 'Wird der Vertrag nicht bis Ende Mai gekündigt, verlängert er sich um ein Jahr.', '2026-05-31'],
  ['es', 'renewal_notice', 'La suscripción se renovará el 14 de enero. Puede darse de baja hasta finales de diciembre.', '2026-12-31'],
  ['es', 'renewal_notice', 'Si no quieres que se renueve, puedes cancelar hasta el final del mes de diciembre de 2026.', '2026-12-31'],
  ['it', 'renewal_notice', 'L’abbonamento si rinnova il 14 gennaio 2027. Puoi disdire entro la fine di dicembre.', '2026-12-31'],
  ['it', 'renewal_notice', 'Per evitare il rinnovo, disdici entro fine maggio.', '2026-05-31'],
  ['pt', 'renewal_notice', 'A assinatura renova a 14 de janeiro de 2027. Pode cancelar até ao fim de dezembro.', '2026-12-31'],
  ['pt', 'renewal_notice', 'Para evitar a renovação, cancele até o final de maio de 2026.', '2026-05-31'],
  ['nl', 'renewal_notice', 'Je abonnement wordt verlengd op 14 januari. Je kunt opzeggen tot en met eind december.', '2026-12-31'],
  ['nl', 'renewal_notice', 'Zeg uiterlijk eind december op om verlenging te voorkomen.', '2026-12-31'],
  ['pl', 'renewal_notice', 'Umowa odnowi się 14 stycznia 2027 r. Możesz zrezygnować do końca grudnia.', '2026-12-31'],
  ['pl', 'renewal_notice', 'Aby uniknąć odnowienia, anuluj subskrypcję do końca maja 2026.', '2026-05-31'],
  ['ja', 'renewal_notice', '更新を希望されない場合は、12月末までに解約の手続きをお願いします。', '2026-12-31'],
  ['ja', 'renewal_notice', '自動更新されます。2026年5月末までに解約してください。', '2026-05-31'],
];

/** About something else, or too vague to be told as a day. */
export const NO_MONTH_END_DEADLINES: readonly DeadlineCase[] = [
  // Neither the renewal nor a label is near.
  ['en', 'renewal_notice', 'You can cancel until the end of December.', null],
  ['fr', 'renewal_notice', 'Vous pouvez résilier jusqu’à fin décembre.', null],
  ['de', 'renewal_notice', 'Sie können bis Ende Dezember kündigen.', null],
  [
    'en',
    'renewal_notice',
    'Your plan renews on 14 January 2027.\n\nQuestions? Write to us.\n\nGym bag: cancel by the end of December.',
    null,
  ],
  // Strictly before it: any day of the month may be meant.
  ['en', 'renewal_notice', 'To stop the renewal, cancel before the end of December 2026.', null],
  ['fr', 'renewal_notice', 'Résiliez avant la fin du mois de décembre 2026 pour éviter la reconduction.', null],
  ['es', 'renewal_notice', 'Cancela antes de fin de diciembre para evitar la renovación.', null],
  ['it', 'renewal_notice', 'Disdici prima della fine di dicembre per evitare il rinnovo.', null],
  ['nl', 'renewal_notice', 'Zeg op voor eind december om verlenging te voorkomen.', null],
  ['nl', 'renewal_notice', 'Om verlenging te voorkomen kunt u opzeggen tot eind december.', null],
  ['pl', 'renewal_notice', 'Aby uniknąć odnowienia, anuluj subskrypcję przed końcem grudnia.', null],
  // No month is named: which one it is, the contract says.
  ['en', 'renewal_notice', 'It renews every month. Please cancel no later than the end of the month to avoid the renewal.', null],
  ['fr', 'renewal_notice', 'Vous avez jusqu’à la fin du mois pour vous opposer à la reconduction.', null],
  ['de', 'renewal_notice', 'Der Vertrag verlängert sich. Kündigung möglich bis Monatsende.', null],
  ['de', 'renewal_notice', 'Der Vertrag verlängert sich, wenn Sie nicht bis zum Ende des Monats kündigen.', null],
  ['ja', 'renewal_notice', '自動更新を停止するには、毎月末までに解約してください。', null],
  ['en', 'renewal_notice', 'It renews each year unless you cancel by the end of December of each year.', null],
  ['en', 'renewal_notice', 'It renews unless you cancel by the end of the month preceding the renewal.', null],
  // The month that has just gone by, or the next in a year.
  ['en', 'renewal_notice', 'Your plan renews soon. Cancel by the end of March.', null],
  // When a cancellation takes effect.
  ['en', 'renewal_notice', 'It renews monthly. Cancel any time; your cancellation takes effect at the end of December.', null],
  ['en', 'renewal_notice', 'Your plan renews monthly. If you cancel by the end of December, it takes effect in January.', null],
  ['en', 'renewal_notice', 'Your plan renews. You can cancel by the end of April, effective at the end of May.', null],
  ['en', 'renewal_notice', 'Your plan renews. Cancel by the end of May. Cancellation becomes effective at the end of the month.', null],
  [
    'fr',
    'renewal_notice',
    'Reconduction tacite. Vous pouvez résilier jusqu’à fin décembre ; la résiliation prend effet le mois suivant.',
    null,
  ],
  ['fr', 'renewal_notice', 'Votre abonnement se renouvelle. La résiliation prend effet à la fin du mois de décembre.', null],
  ['de', 'renewal_notice', 'Der Vertrag verlängert sich. Eine Kündigung bis Ende Dezember wird Ende Januar wirksam.', null],
  ['es', 'renewal_notice', 'Se renueva. Puede cancelar hasta finales de diciembre, con efecto en enero.', null],
  ['it', 'renewal_notice', 'Si rinnova. Puoi disdire entro fine dicembre; la disdetta ha effetto da gennaio.', null],
  ['nl', 'renewal_notice', 'Wordt verlengd. U kunt opzeggen tot en met eind december; de opzegging gaat in op 1 januari.', null],
  ['pl', 'renewal_notice', 'Umowa odnowi się. Można zrezygnować do końca grudnia ze skutkiem na koniec stycznia.', null],
  // With a time of notice.
  ['en', 'renewal_notice', 'It renews. You may cancel with 30 days’ notice until the end of December.', null],
  ['en', 'renewal_notice', 'It renews. Cancel at least two weeks in advance by the end of May.', null],
  ['fr', 'renewal_notice', 'Reconduction tacite. Résiliation possible jusqu’à fin décembre, préavis d’un mois.', null],
  ['de', 'renewal_notice', 'Verlängert sich. Sie können mit einer Frist von 14 Tagen bis Ende Dezember kündigen.', null],
  ['es', 'renewal_notice', 'Se renueva. Puede cancelar hasta finales de diciembre con 15 días de antelación.', null],
  // If somebody cancels.
  ['en', 'renewal_notice', 'Your plan renews on 14 January. If you cancel before the end of December, you pay nothing more.', null],
  ['en', 'renewal_notice', 'Your plan renews on 14 January. If you cancel by the end of December, a fee of one month applies.', null],
  ['fr', 'renewal_notice', 'Votre abonnement se renouvelle. Si vous résiliez d’ici fin décembre, nous vous offrons un mois.', null],
  ['de', 'renewal_notice', 'Ihr Abo verlängert sich. Wenn Sie bis Ende Dezember kündigen, sparen Sie.', null],
  // What lasts until then.
  ['en', 'renewal_notice', 'Your plan renews. If you cancel, you keep access until the end of December.', null],
  ['en', 'renewal_notice', 'Your plan renews. Cancel today and keep access until the end of December.', null],
  ['en', 'renewal_notice', 'Pay by the end of December to renew your membership. You can cancel any time.', null],
  ['en', 'renewal_notice', 'Your plan renews at the end of December. Cancel whenever you like.', null],
  ['fr', 'renewal_notice', 'Votre abonnement se renouvelle. Si vous résiliez, vous gardez votre accès jusqu’à fin décembre.', null],
  ['fr', 'renewal_charged', 'Abonnement renouvelé. Votre offre est valable jusqu’à fin décembre. Résiliable à tout moment.', null],
  ['de', 'renewal_notice', 'Ihr Abo verlängert sich. Nach Ihrer Kündigung bleibt der Zugang bis Ende Dezember bestehen.', null],
  ['es', 'renewal_notice', 'Se renueva. Si cancelas, conservas el acceso hasta finales de diciembre.', null],
  ['ja', 'renewal_notice', '自動更新されます。解約しても12月末までご利用いただけます。', null],
  // Of something else.
  ['en', 'renewal_notice', 'Your plan renews soon. By the end of December we will cancel the old rate.', null],
  ['en', 'renewal_notice', 'Your plan renews soon. Cancel your order by the end of May.', null],
  ['en', 'renewal_charged', 'Your plan was renewed. Cancel by the end of April and get a full refund.', null],
  ['en', 'renewal_notice', 'Your plan renews on 14 May 2026. Cancel by the end of May.', null],
];
