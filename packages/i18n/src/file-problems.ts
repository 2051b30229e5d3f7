// Why a file could not be taken in or a path not be used, after its name and a colon; and the sentences of a command line that can't read or write one.
import type { Language } from './language.ts';

const en = {
  not_found: 'there is no such file or folder',
  not_mail: 'neither mail nor an archive of mail',
  file_unreadable: 'it cannot be read: check its permissions',
  mail_too_big: 'bigger than a mail that is read; passed over',
  folder_too_deep: 'lies too deep; passed over',
  zip_damaged: 'the archive is damaged',
  zip_encrypted: 'the archive has a password: unpack it and import the folder',
  zip_too_dense: 'it unpacks to far more than it is; the rest was passed over',
  zip_unsupported: 'packed in a way that cannot be read: unpack it and import what it holds',
  zip_nested: 'an archive inside an archive: unpack it and import it by itself',
  export_damaged: 'no complete export of Quittance: make it anew where it came from',
  export_too_new: 'an export of a newer Quittance: update this one first',
} as const;

type FileProblemCode = keyof typeof en;

const fr: Readonly<Record<FileProblemCode, string>> = {
  not_found: 'ce fichier ou ce dossier n’existe pas',
  not_mail: 'ni un message ni une archive de messages',
  file_unreadable: 'illisible : vérifiez ses droits',
  mail_too_big: 'plus gros qu’un message qui peut être lu ; laissé de côté',
  folder_too_deep: 'rangé trop profondément ; laissé de côté',
  zip_damaged: 'l’archive est abîmée',
  zip_encrypted: 'l’archive a un mot de passe : décompressez-la et importez le dossier',
  zip_too_dense: 'elle se décompresse en bien plus qu’elle n’est ; le reste a été laissé de côté',
  zip_unsupported: 'compressé d’une façon qui ne peut pas être lue : décompressez et importez ce qui en sort',
  zip_nested: 'une archive dans une archive : décompressez-la et importez-la seule',
  export_damaged: 'pas un export complet de Quittance : refaites-le là d’où il vient',
  export_too_new: 'un export d’un Quittance plus récent : mettez d’abord celui-ci à jour',
};

/** @param message what was said of it where the code has no words here. */
export function fileProblemText(language: Language, { code, message }: { readonly code: string; readonly message: string }): string {
  const words: Readonly<Record<string, string>> = language === 'fr' ? fr : en;
  return words[code] ?? message;
}

/** System errors of opening a path (errno names), for a person. */
const REASONS = {
  en: {
    ENOENT: 'the folder or file does not exist',
    ENOTDIR: 'a part of the path is no folder',
    EISDIR: 'it is a folder',
    EACCES: 'you lack the permission',
    EPERM: 'you lack the permission',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    ENAMETOOLONG: 'the name is too long',
  },
  fr: {
    ENOENT: 'le dossier ou le fichier n’existe pas',
    ENOTDIR: 'une partie du chemin n’est pas un dossier',
    EISDIR: 'c’est un dossier',
    EACCES: 'vous n’en avez pas le droit',
    EPERM: 'vous n’en avez pas le droit',
    EROFS: 'le disque est en lecture seule',
    ENOSPC: 'le disque est plein',
    ENAMETOOLONG: 'le nom est trop long',
  },
} as const;

/** A sentence about a path that could not be used. @param errno `ENOENT` and the like; shown as it is where it has no words. */
export function pathProblemText(language: Language, doing: 'reading' | 'writing', path: string, errno: string): string {
  const reasons: Readonly<Record<string, string>> = REASONS[language];
  const why = reasons[errno] ?? errno;
  if (language === 'fr')
    return doing === 'writing'
      ? `${path} ne peut pas être écrit : ${why}. Choisissez un autre emplacement.`
      : `${path} ne peut pas être lu : ${why}.`;
  return doing === 'writing' ? `${path} can not be written: ${why}. Choose another place.` : `${path} can not be read: ${why}.`;
}
