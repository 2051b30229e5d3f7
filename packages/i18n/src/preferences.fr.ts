// What a person may choose of alerts and of the calendar feed, and what digests and calendars say, in French.
import type { PreferenceTexts } from './preferences.en.ts';

interface Dated {
  readonly who: string;
  readonly price: string | null;
}

const withPrice = (text: string, price: string | null): string => (price ? `${text} (${price})` : text);

export const preferencesFr = {
  alerts: {
    title: 'Ce qui est envoyé, et quand',
    lead: 'Chaque alerte figure sur cette page. Choisissez ici celles qui partent aussi vers vos canaux, et à quelle heure.',
    told: 'M’envoyer',
    kinds: {
      renewal_notice: 'Reconduction à venir',
      trial_ending: 'Fin d’essai proche',
      price_change: 'Changement de prix',
      cancel_by: 'Date limite de résiliation',
      payment_failed: 'Paiement échoué',
      cancellation_confirmed: 'Résiliation confirmée',
      charged_after_cancellation: 'Prélèvement après une résiliation',
      confirmation_missing: 'Confirmation qui n’est pas venue',
      reactivated_unasked: 'Réactivation non demandée',
      notice_missing: 'Avis avant reconduction manquant',
      duplicate_subscription: 'Abonnement en double',
      suspicious_message: 'Message suspect',
      mailbox_unreadable: 'Boîte e-mail illisible',
    },
    remind: 'Me prévenir à l’avance, à neuf heures du matin',
    remindHint: 'Les dates limites sont rappelées quand un préavis est indiqué, pour les essais, et pour les durées de trois mois et plus.',
    leads: {
      renewal_notice: 'Avant une reconduction',
      trial_ending: 'Avant la fin d’un essai',
      cancel_by: 'Avant la date limite de résiliation',
    },
    days: (count: number) => (count === 1 ? '1\u00a0jour' : `${count}\u00a0jours`),
    quiet: 'Heures calmes',
    quietFrom: 'De',
    quietUntil: 'À',
    quietHint: (timeZone: string) =>
      `Fuseau horaire : ${timeZone}. Ce qui y tombe est envoyé à leur fin. Les prélèvements après résiliation et les boîtes illisibles partent aussitôt. Laissez vide pour n’en avoir aucune.`,
    digest: 'E-mails',
    digests: { off: 'un par alerte', daily: 'un par jour, à neuf heures', weekly: 'un par semaine, le lundi à neuf heures' },
    digestHint: 'Ce qui y arriverait trop tard part seul. Les webhooks et les messages push sont toujours séparés.',
    waits: {
      quiet: (when: string) => `attend la fin des heures calmes, ${when}`,
      digest: (when: string) => `part avec le message du ${when}`,
    },
    save: 'Enregistrer ces envois',
    saved: 'Enregistré.',
    refused: {
      leads: 'Choisissez parmi ces jours.',
      quiet: 'Les heures calmes demandent deux heures différentes.',
      digest: 'Choisissez parmi ceux-ci.',
    },
  },
  digest: {
    title: (count: number) => (count === 1 ? 'Une alerte' : `${count} alertes`),
    lead: (count: number) => (count === 1 ? 'Une alerte est apparue.' : `${count} alertes sont apparues depuis le dernier message.`),
    more: (count: number) => (count === 1 ? 'Une autre figure dans Quittance.' : `${count} autres figurent dans Quittance.`),
  },
  reminder: {
    renewal: (facts: { who: string; renewsOn: string | null; price: string | null; cancelBy: string | null }) =>
      `L’abonnement ${facts.who} sera reconduit${facts.renewsOn ? ` le ${facts.renewsOn}` : ' bientôt'}${facts.price ? `, au prix de ${facts.price}` : ''}.` +
      (facts.cancelBy ? ` Si vous ne le souhaitez pas, résiliez au plus tard le ${facts.cancelBy}.` : ''),
  },
  calendarCard: {
    title: 'Calendrier',
    lead: 'Reconductions, fins d’essai, dates limites et dates de fin dans votre propre calendrier, tenues à jour. Quiconque a le lien peut les lire.',
    none: 'Il n’y a pas encore de lien.',
    since: (date: string) => `Le lien actuel date du ${date}.`,
    once: 'Ajoutez cette adresse à votre calendrier comme abonnement. Elle n’est affichée que maintenant\u00a0:',
    open: 'Ouvrir dans le calendrier de cet appareil',
    make: 'Créer le lien',
    rotate: 'Créer un nouveau lien',
    rotateHint: 'L’ancien lien cesse aussitôt de fonctionner.',
    remove: 'Désactiver le calendrier',
  },
  calendar: {
    name: 'Abonnements (Quittance)',
    renewal: ({ who, price }: Dated) => withPrice(`${who}\u00a0: reconduction`, price),
    trial_end: ({ who, price }: Dated) => (price ? `${who}\u00a0: fin de l’essai, puis ${price}` : `${who}\u00a0: fin de l’essai`),
    cancel_by: ({ who }: Dated) => `${who}\u00a0: dernier jour pour résilier`,
    leave_by: ({ who }: Dated) => `${who}\u00a0: changement de prix, dernier jour pour résilier`,
    end: ({ who }: Dated) => `${who}\u00a0: fin de l’abonnement`,
    plan: (plan: string) => `Formule\u00a0: ${plan}`,
    renewsOn: (date: string) => `Reconduction le ${date}.`,
    advice: 'Calculé à partir de vos messages. Information, et non conseil juridique.',
  },
} satisfies PreferenceTexts;
