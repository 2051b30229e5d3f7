// What a folder is for, by names of providers and mail programs that the library's table does not have. Asked only where neither the server nor that
// table says it, and for uses that no other folder has: a name is a guess, and the person can correct what is read.
import type { ListedFolder, SpecialUse } from './list-folders.ts';

/** Lower case, apart by `|`. Orange and La Poste (outbox, draft, quarantaine), GMX and web.de (spamverdacht), Yahoo (bulk), and what mail programs make. */
const NAMES: Readonly<Partial<Record<SpecialUse, string>>> = {
  sent: 'outbox|objets envoyés|courrier envoyé|courriers envoyés|correo enviado|correos enviados|envoyé',
  junk:
    'bulk|quarantaine|quarantine|indésirable|courriers indésirables|messages indésirables|spamverdacht|spam-verdacht|spamordner|unerwünscht|' +
    'unerwünschte werbung|correo electrónico no deseado|e-mail de lixo|ongewenste reclame|迷惑メールフォルダ',
  trash: 'messages supprimés|courriers supprimés|messaggi eliminati|mensajes eliminados|mensagens excluídas|削除済み',
  drafts: 'brouillon|entwurf|bozza|rascunho',
  archive: 'archivé|archivés|archiviert|arquivar|archiviato',
};
const USE_OF = new Map(
  Object.entries(NAMES).flatMap(([use, names]) => names.split('|').map((name) => [fold(name), use as SpecialUse] as const)),
);

/** @param delimiter of the names in a path. */
export function nameUses(listed: readonly ListedFolder[], delimiterOf: (path: string) => string): ListedFolder[] {
  const taken = new Set(listed.map(({ specialUse }) => specialUse));
  const depth = ({ path }: ListedFolder): number => path.split(delimiterOf(path)).length;
  const found = new Map<string, SpecialUse>();
  // The shallowest of several is the provider's own.
  for (const folder of listed.toSorted((a, b) => depth(a) - depth(b))) {
    const use =
      folder.specialUse === null && folder.selectable ? USE_OF.get(fold(lastName(folder.path, delimiterOf(folder.path)))) : undefined;
    if (use === undefined || taken.has(use)) continue;
    taken.add(use);
    found.set(folder.path, use);
  }
  return listed.map((folder) => ({ ...folder, specialUse: folder.specialUse ?? found.get(folder.path) ?? null }));
}

const lastName = (path: string, delimiter: string): string => path.split(delimiter).at(-1) ?? path;

function fold(name: string): string {
  return name.trim().toLowerCase().normalize('NFKC');
}
