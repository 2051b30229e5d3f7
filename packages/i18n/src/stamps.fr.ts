// What the pages say of trusted time, in French.
import type { StampTexts } from './stamps.en.ts';

export const stampsFr: StampTexts = {
  title: 'Horodatage',
  lead: 'Votre journal est signé avec votre propre clé : il montre que rien n’a été modifié, mais vous seul dites quand. L’horodatage d’une autorité indépendante le montre aux autres : ce qui est dans vos archives existait au plus tard à cet instant.',
  goesOut:
    'Une fois par jour, et avant chaque dossier, une empreinte de tous les journaux d’ici part vers les autorités cochées. Elle ne dit rien de vous, de vos messages ni de vos abonnements. Rien ne part avant votre accord.',
  qualified: 'qualifiée (eIDAS) : présumée exacte dans toute l’UE',
  agree: 'Les solliciter',
  save: 'Enregistrer le choix',
  withdraw: 'Ne plus solliciter personne',
  none: 'Aucune autorité n’est prévue. L’exploitant en désigne dans TSA_URLS.',
  off: 'Désactivé : votre journal est chaîné, non horodaté.',
  since: (date) => `Activé depuis le ${date}.`,
  anchored: (at) => `Dernier ancrage : ${at}`,
  notAnchored: 'Rien n’est encore ancré.',
  last: (at, count) => `dernier horodatage ${at} (${count} en tout)`,
  never: 'aucun horodatage encore',
  failed: (text, at) => `N’a pas répondu comme il faut (${at}) : ${text}`,
  retry: 'Elle sera sollicitée de nouveau d’elle-même ; rien ne l’attend.',
  message: {
    checkpoint: 'Tête signée qui le couvre',
    checkpointOf: (size, at) => `de ${size} entrées, ${at}`,
    notSealed: 'signature en cours',
    time: 'Heure confirmée par des tiers',
    chained: 'chaîné, non horodaté',
    anchored: 'ancré, pas encore horodaté',
    stamped: (at, signer) => `au plus tard ${at}, par ${signer}`,
  },
};
