// Which folders are read, and which one is watched live. Mail that a rule moves to a folder of its own is mail all the same, so all folders
// that hold received or sent mail are read; Gmail shows each message in All Mail, so its labels are not. The person's word goes before all of
// this. Pure.
import type { ListedFolder, SpecialUse } from '@quittance/imap/list-folders';

export interface ChosenFolder {
  readonly path: string;
  readonly specialUse: SpecialUse | null;
  readonly wanted: boolean;
}

/** Copies (flagged, important, virtual "all") and what was never sent. */
const NOT_READ: ReadonlySet<SpecialUse | null> = new Set(['drafts', 'flagged', 'important', 'all']);
const GMAIL_READ: ReadonlySet<SpecialUse | null> = new Set(['all', 'junk', 'trash']);
/** Exchange lists what is no mail, in the language of the account. */
const NO_MAIL: ReadonlySet<string> = new Set(
  [
    'calendar|contacts|tasks|notes|journal|outbox|sync issues|conversation history|rss feeds|rss subscriptions',
    "calendrier|tâches|boîte d'envoi|problèmes de synchronisation|historique des conversations|flux rss",
    'kalender|kontakte|aufgaben|notizen|postausgang|synchronisierungsprobleme|aufgezeichnete unterhaltungen|rss-feeds',
    'calendario|contactos|tareas|notas|diario|bandeja de salida|problemas de sincronización|fuentes rss',
    'contatti|attività|note|posta in uscita|problemi di sincronizzazione|cronologia conversazioni|feed rss',
    'calendário|contatos|tarefas|anotações|diário|caixa de saída|a enviar|problemas de sincronização',
    'agenda|contactpersonen|taken|notities|logboek|postvak uit|synchronisatieproblemen|gespreksgeschiedenis',
    'kalendarz|kontakty|zadania|notatki|dziennik|skrzynka nadawcza|problemy z synchronizacją|historia konwersacji',
    '予定表|連絡先|タスク|仕事|メモ|履歴|送信トレイ|同期の失敗|会話履歴',
  ].flatMap((names) => names.split('|')),
);
/** A person has a folder "Journal" or "Notes", too, with mail in it: only where so many stand together are they Exchange's. */
const NO_MAIL_TOGETHER = 3;
/** A mailbox with more folders than this reads the special ones, the first of the others, and those that the person ticked. */
const FOLDERS_MAX = 300;

/** @param options.choices the person's word, by path. */
export function chooseFolders(
  listed: readonly ListedFolder[],
  options: { isGmail: boolean; choices?: ReadonlyMap<string, boolean> },
): { live: string; folders: ChosenFolder[] } {
  const choiceOf = (path: string): boolean | undefined => options.choices?.get(path);
  const all = listed.find((folder) => folder.specialUse === 'all' && folder.selectable);
  // All Mail can be hidden from IMAP, or the person may not want it; then Gmail is read like any other.
  const gmail = options.isGmail && all !== undefined && choiceOf(all.path) !== false;
  const inbox = listed.find((folder) => folder.specialUse === 'inbox')?.path ?? 'INBOX';
  const ordered = [...listed].sort((a, b) => Number(b.specialUse !== null) - Number(a.specialUse !== null));
  const live = gmail ? all.path : inbox;
  const isNoMail = noMailTest(listed);
  let wantedCount = 0;
  const folders = ordered.map(({ path, specialUse, selectable }) => {
    const byUse = gmail ? GMAIL_READ.has(specialUse) : !NOT_READ.has(specialUse) && !(specialUse === null && isNoMail(path));
    // Mail arrives in the folder that is watched: without it nothing would be read at all.
    const read = path === live || (choiceOf(path) ?? byUse);
    const wanted = selectable && read && (choiceOf(path) === true || wantedCount < FOLDERS_MAX);
    if (wanted) wantedCount += 1;
    return { path, specialUse, wanted };
  });
  if (!folders.some((folder) => folder.path === live)) folders.push({ path: live, specialUse: 'inbox', wanted: true });
  return { live, folders };
}

function noMailTest(listed: readonly ListedFolder[]): (path: string) => boolean {
  const isOne = (path: string): boolean => NO_MAIL.has(path.split('/', 1)[0]!.toLowerCase().normalize('NFKC'));
  const isExchange = listed.filter(({ path }) => !path.includes('/') && isOne(path)).length >= NO_MAIL_TOGETHER;
  return (path) => isExchange && isOne(path);
}
