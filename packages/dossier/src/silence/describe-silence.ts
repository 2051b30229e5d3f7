// A statement of silence in words, for the report, the page and the terminal: the sentence, the folders with every gap, and the limits.
import type { Language } from '@quittance/i18n/language';
import { silenceTexts } from '@quittance/i18n/silence';
import type { Silence, SilentFolder } from '@quittance/verifier/silence';
import { watchedOf } from './state-silence.ts';

export interface SilenceInWords {
  readonly sentence: string;
  /** Folder, watched, gaps. */
  readonly rows: readonly (readonly [string, string, string])[];
  readonly notes: readonly string[];
}

/** As many of one folder are named one by one; a mailbox that was offline every night has one a day. */
const GAPS_MAX = 12;

/** @param instant in the reader's form */
export function describeSilence(statement: Silence, language: Language, instant: (at: string) => string): SilenceInWords {
  const t = silenceTexts(language);
  const { awaited, found, mailboxes } = statement;
  const [from, until] = [instant(statement.from), instant(statement.until)];
  const { merchant } = statement.subscription;
  const after = found.filter((one) => one.at > statement.from);
  const sentence =
    awaited === 'any' && found.length > 0 ? t.found(found.length, merchant, from, until) : t.none[awaited](merchant, from, until);
  const notWatched = mailboxes.reduce((sum, mailbox) => sum + mailbox.foldersNotWatched, 0);
  const hasHistory = mailboxes.some((mailbox) => mailbox.folders.some((folder) => folder.historyRead));
  const isWatched = watchedOf(statement).folders > 0;
  return {
    sentence: isWatched ? sentence : t.unwatched,
    rows: mailboxes.flatMap(({ address, folders }) =>
      folders.map((folder): readonly [string, string, string] => [`${folder.path} (${address})`, watched(folder), gaps(folder)]),
    ),
    notes: [
      ...(awaited !== 'any' && after.length > 0 ? [t.others(after.length)] : []),
      ...(isWatched ? [t.note] : []),
      ...(isWatched && hasHistory ? [t.history] : []),
      ...(notWatched > 0 ? [t.notWatched(notWatched)] : []),
      t.limits,
    ],
  };

  function watched({ intervals }: SilentFolder): string {
    const [first, last] = [intervals[0], intervals.at(-1)];
    return first && last ? t.watched(instant(first.from), instant(last.until)) : '–';
  }

  function gaps(folder: SilentFolder): string {
    if (folder.intervals.length === 0) return t.all;
    if (folder.gaps.length === 0) return t.noGap;
    const named = folder.gaps.slice(0, GAPS_MAX).map((gap) => t.watched(instant(gap.from), instant(gap.until)));
    return [...named, ...(folder.gaps.length > GAPS_MAX ? [`+ ${folder.gaps.length - GAPS_MAX}`] : [])].join('; ');
  }
}
