// Hugo reads French. A newspaper that goes on charging after it confirmed the end, a streaming service whose payment fails.
import type { Story } from '../letter.ts';

export const hugo: Story = ({ fr }) => {
  const to = 'Hugo Marchal <hugo@foyer.example>';
  const quotidien = 'Le Quotidien du Rhône <abonnements@quotidien-rhone.example>';
  const cineval = 'Cinéval <info@cineval.example>';
  const box = 'Fibréo <contact@fibreo.example>';
  const facture = (day: number, n: number) => ({
    name: `hugo-quotidien-facture-${n}`,
    day,
    from: quotidien,
    to,
    kind: 'renewal_charged' as const,
    form: 'base64' as const,
    subject: `Votre facture du mois ${elided(fr.month(day))}`,
    text: `Bonjour,\n\nVotre abonnement numérique Intégral a été renouvelé. Veuillez trouver ci-dessous le détail de votre facture.`,
    rows: [
      ['Facture n°', `QR-7${300 + n}`],
      ['Abonnement', 'Intégral numérique'],
      ['Total TTC', '9,90 €'],
      ['Prélevé le', fr.short(day)],
    ] as const,
  });
  return [
    {
      name: 'hugo-quotidien-bienvenue',
      day: -240,
      from: quotidien,
      to,
      kind: 'signup',
      subject: 'Bienvenue parmi nos abonnés',
      text: `Bonjour Hugo,\n\nMerci de votre abonnement au Quotidien du Rhône. Votre abonnement Intégral numérique démarre aujourd'hui au prix de 9,90 € par mois, sans engagement.`,
    },
    facture(-130, 1),
    facture(-100, 2),
    facture(-70, 3),
    {
      name: 'hugo-quotidien-resiliation',
      day: -52,
      time: '18:20',
      from: quotidien,
      to,
      kind: 'cancellation_confirmed',
      subject: 'Votre résiliation est confirmée',
      text: `Bonjour,\n\nVous avez résilié votre abonnement Intégral numérique. Votre résiliation a été prise en compte le ${fr.long(-52)} à 18 h 20 et prendra effet le ${fr.long(-40)}.\n\nVous conservez l'accès au journal jusqu'à cette date. Plus aucun prélèvement ne sera effectué.`,
      rows: [
        ['Référence abonné', 'AB-551207'],
        ["Date de fin d'abonnement", fr.long(-40)],
      ],
    },
    facture(-10, 5),
    {
      name: 'hugo-quotidien-reviens',
      day: -6,
      from: quotidien,
      to,
      kind: 'other',
      subject: 'Hugo, revenez : -50 % pendant 6 mois',
      text: `Vous nous manquez !\n\nReprenez votre abonnement au Quotidien du Rhône à 4,95 € par mois pendant 6 mois. Offre réservée à nos anciens abonnés.`,
      button: ["J'en profite", 'https://quotidien-rhone.example/offre'],
      headers: { 'List-Unsubscribe': '<https://quotidien-rhone.example/stop>' },
    },
    {
      name: 'hugo-cineval-essai',
      day: -66,
      from: cineval,
      to,
      kind: 'trial_started',
      subject: 'Votre mois offert Cinéval commence maintenant',
      text: `Bonjour Hugo,\n\nVotre essai gratuit de Cinéval Essentiel a commencé. Vous ne payez rien jusqu'au ${fr.long(-36)}, puis 13,99 € par mois.`,
    },
    {
      name: 'hugo-cineval-fin-essai',
      day: -39,
      from: cineval,
      to,
      kind: 'trial_ending',
      subject: "Votre période d'essai Cinéval prend bientôt fin",
      text: `Votre essai gratuit se termine le ${fr.long(-36)}. À partir de cette date, votre abonnement Cinéval Essentiel vous sera facturé 13,99 € par mois.`,
    },
    {
      name: 'hugo-cineval-recu',
      day: -36,
      from: cineval,
      to,
      kind: 'renewal_charged',
      subject: 'Reçu de votre paiement Cinéval',
      text: `Merci pour votre paiement.`,
      rows: [
        ['Abonnement', 'Cinéval Essentiel'],
        ['Période', `du ${fr.short(-36)} au ${fr.short(-7)}`],
        ['Montant débité', '13,99 €'],
        ['Moyen de paiement', 'Visa se terminant par 1881'],
      ],
    },
    {
      name: 'hugo-cineval-echec',
      day: -6,
      from: cineval,
      to,
      kind: 'payment_failed',
      subject: "Votre paiement n'a pas abouti",
      text: `Bonjour Hugo,\n\nNous n'avons pas pu prélever 13,99 € pour votre abonnement Cinéval Essentiel. Mettez à jour votre moyen de paiement avant le ${fr.long(4)}, faute de quoi votre abonnement sera suspendu.`,
      button: ['Mettre à jour', 'https://cineval.example/paiement'],
    },
    {
      name: 'hugo-fibreo-facture',
      day: -15,
      from: box,
      to,
      kind: 'renewal_charged',
      form: 'latin1',
      subject: 'Votre facture Fibréo est disponible',
      text: `Bonjour,\n\nVotre facture du ${fr.long(-15)} pour votre forfait Fibréo Max est disponible. Montant prélevé : 34,99 € TTC.\n\nN° client : 40551872`,
    },
  ];
};

// août, avril, octobre
function elided(month: string): string {
  return /^[ao]/.test(month) ? `d'${month}` : `de ${month}`;
}
