// Watched folders, in French.
import type { InletTexts } from './inlets.en.ts';

export const inletsFr: InletTexts = {
  title: 'Dossiers surveillés',
  lead: 'Un Maildir qu’un autre programme remplit, ou un dossier où vous déposez des fichiers .eml. Les nouveaux messages y sont lus d’eux-mêmes.',
  kinds: { maildir: 'Maildir', drop: 'Dossier de dépôt' },
  kindNotes: {
    maildir: 'Lu sur place ; rien n’y est déplacé ni modifié.',
    drop: 'Un fichier lu est déplacé dans « done », un fichier illisible dans « failed », à côté d’un texte qui dit pourquoi.',
  },
  checked: (when) => `vérifié ${when}`,
  neverChecked: 'pas encore vérifié',
  files: (count, text) => `${text} ${count === 1 ? 'message lu' : 'messages lus'}`,
  unreadable: (count) => `${count} ${count === 1 ? 'fichier n’a pas pu être lu' : 'fichiers n’ont pas pu être lus'}`,
  path: 'Dossier sur la machine où tourne Quittance',
  kind: 'De quoi il s’agit',
  taken: 'Lus',
  state: 'État',
  add: 'Surveiller ce dossier',
  remove: 'Ne plus surveiller',
  removeNote: 'Ce qui a été lu reste.',
  allowed: (roots) => `Les dossiers situés sous ${roots} peuvent être surveillés.`,
  noneAllowed: 'Pour surveiller des dossiers, indiquez dans WATCH_FOLDERS ceux où ils peuvent se trouver, puis redémarrez.',
  exists: 'Ce dossier est déjà surveillé.',
  problems: {
    folder_not_absolute: 'Écrivez le chemin entier, depuis la racine : /home/moi/Maildir.',
    folder_not_found: 'Ce dossier n’existe pas ou ne peut pas être ouvert.',
    folder_not_allowed: 'Ce dossier ne se trouve pas dans un dossier qui peut être surveillé (WATCH_FOLDERS).',
    folder_unreadable: 'Le dossier ne peut pas être lu, ou ses fichiers ne peuvent pas être déplacés : vérifiez ses droits.',
    not_a_maildir: 'Ce dossier n’est pas un Maildir : il n’a ni « cur » ni « new ».',
    is_a_maildir: 'Ce dossier est un Maildir : choisissez « Maildir », pour que rien n’y soit déplacé.',
    empty_file: 'Le fichier est vide.',
    not_mail: 'Le fichier ne commence pas comme un message.',
    mail_too_big: 'Le fichier est plus gros qu’un message qui peut être lu.',
    file_unreadable: 'Le fichier ne peut pas être lu : vérifiez ses droits.',
  },
};
