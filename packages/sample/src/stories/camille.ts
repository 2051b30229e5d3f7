// Camille reads French. An AI chat service whose price rises and which she leaves properly; a gym that acknowledges her notice and then
// stays silent; a language course that ends well.
import type { Story } from '../letter.ts';

export const camille: Story = ({ fr }) => {
  const to = 'Camille Aubert <camille@foyer.example>';
  const plume = 'Plume IA <facturation@plume-ia.example>';
  const forma = 'Salle Forma <adherents@salle-forma.example>';
  const lingua = 'Lingua Plus <bonjour@lingua-plus.example>';
  const receipt = (day: number, price: string, n: number) => ({
    name: `camille-plume-recu-${n}`,
    day,
    from: plume,
    to,
    kind: 'renewal_charged' as const,
    subject: `Votre reçu Plume IA n° PL-20${400 + n}`,
    text: `Bonjour Camille,\n\nNous avons bien reçu votre paiement pour votre abonnement Plume IA Pro. Merci !`,
    rows: [
      ['Formule', 'Plume IA Pro, mensuel'],
      ['Montant payé', price],
      ['Date du paiement', fr.long(day)],
      ['Carte', '•••• 4242'],
      ['Prochain prélèvement', fr.long(day + 30)],
    ] as const,
    footer: 'Vous pouvez résilier à tout moment depuis vos paramètres.',
  });
  return [
    {
      name: 'camille-plume-inscription',
      day: -190,
      from: plume,
      to,
      kind: 'signup',
      form: 'both',
      subject: 'Bienvenue dans Plume IA Pro',
      text: `Bonjour Camille,\n\nVotre abonnement Plume IA Pro est activé. Il vous sera facturé 20,00 € par mois.\n\nVotre premier paiement de 20,00 € a été effectué aujourd'hui. Votre abonnement se renouvellera le ${fr.long(-160)}.`,
      button: ['Gérer mon abonnement', 'https://plume-ia.example/compte/abonnement'],
    },
    receipt(-160, '20,00 €', 1),
    receipt(-130, '20,00 €', 2),
    receipt(-100, '20,00 €', 3),
    {
      name: 'camille-plume-tarif',
      day: -92,
      from: plume,
      to,
      kind: 'price_change',
      form: 'latin1',
      subject: 'Le prix de votre abonnement Plume IA Pro évolue',
      text: `Bonjour Camille,\n\nÀ compter du ${fr.long(-70)}, le prix de votre abonnement Plume IA Pro passera de 20,00 € à 23,00 € par mois.\n\nSi cette évolution ne vous convient pas, vous pouvez résilier avant cette date.`,
    },
    receipt(-70, '23,00 €', 4),
    receipt(-40, '23,00 €', 5),
    {
      name: 'camille-plume-demande',
      day: -21,
      from: plume,
      to,
      kind: 'cancellation_requested',
      subject: 'Nous avons bien reçu votre demande de résiliation',
      text: `Bonjour Camille,\n\nNous accusons réception de votre demande de résiliation concernant votre abonnement Plume IA Pro. Elle sera traitée sous 48 heures et vous recevrez une confirmation par e-mail.\n\nNuméro de dossier : RES-88213`,
    },
    {
      name: 'camille-plume-resilie',
      day: -20,
      time: '15:41',
      from: plume,
      to,
      kind: 'cancellation_confirmed',
      subject: 'Confirmation de résiliation de votre abonnement',
      text: `Bonjour Camille,\n\nNous vous confirmons que votre abonnement Plume IA Pro a bien été résilié. Votre demande a été reçue le ${fr.long(-21)}.\n\nVotre abonnement prendra fin le ${fr.long(-10)}. Jusqu'à cette date, vous gardez l'accès à toutes les fonctions. Aucun prélèvement ne sera effectué après cette date.\n\nRéférence : RES-88213`,
    },
    {
      name: 'camille-forma-adhesion',
      day: -330,
      from: forma,
      to,
      kind: 'signup',
      subject: 'Votre abonnement Salle Forma est confirmé',
      text: `Bonjour Camille,\n\nMerci de votre inscription. Votre abonnement Forma Liberté commence aujourd'hui, avec un engagement de 12 mois, au tarif de 29,90 € par mois.\n\nÀ l'issue de cette période, il sera reconduit tacitement. Le préavis est de 1 mois.`,
      rows: [
        ['N° de contrat', 'SF-2210-448'],
        ['Formule', 'Forma Liberté'],
        ['Mensualité', '29,90 €'],
      ],
    },
    {
      name: 'camille-forma-echeance',
      day: -40,
      from: forma,
      to,
      kind: 'renewal_notice',
      form: 'html',
      subject: "Avis d'échéance de votre abonnement",
      text: `Bonjour Camille,\n\nVotre abonnement Forma Liberté arrive à échéance. Sans action de votre part, il sera reconduit tacitement le ${fr.long(35)} pour 12 mois, au tarif de 29,90 € par mois.\n\nVous pouvez vous opposer à cette reconduction jusqu'au ${fr.long(5)}.`,
      rows: [
        ['N° de contrat', 'SF-2210-448'],
        ['Date limite de résiliation', fr.long(5)],
      ],
      preheader: 'Une information importante sur votre contrat',
    },
    {
      name: 'camille-forma-accuse',
      day: -30,
      from: forma,
      to,
      kind: 'cancellation_requested',
      subject: 'Accusé de réception de votre courrier',
      text: `Madame,\n\nNous avons bien reçu votre demande de résiliation du contrat SF-2210-448. Votre demande est en cours de traitement par notre service adhérents.\n\nCordialement,\nSalle Forma`,
    },
    {
      name: 'camille-lingua-essai',
      day: -75,
      from: lingua,
      to,
      kind: 'trial_started',
      subject: 'Votre essai gratuit de Lingua Plus commence',
      text: `Bonjour Camille,\n\nVotre essai gratuit de 14 jours a commencé. Il se termine le ${fr.long(-61)} ; ensuite, votre abonnement annuel sera facturé 59,99 € par an.`,
    },
    {
      name: 'camille-lingua-fin-essai',
      day: -64,
      from: lingua,
      to,
      kind: 'trial_ending',
      subject: 'Votre essai gratuit se termine dans 3 jours',
      text: `Bonjour Camille,\n\nVotre période d'essai se termine le ${fr.long(-61)}. Sans annulation de votre part, vous serez débitée de 59,99 € pour un an.`,
    },
    {
      name: 'camille-lingua-annule',
      day: -62,
      from: lingua,
      to,
      kind: 'cancellation_confirmed',
      subject: 'Votre essai a été annulé',
      text: `Bonjour Camille,\n\nC'est fait : votre abonnement Lingua Plus a été annulé. Vous ne serez pas débitée. Vous pouvez continuer d'apprendre jusqu'au ${fr.long(-61)}.`,
    },
  ];
};
