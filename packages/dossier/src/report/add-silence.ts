// What is missing, and how far the mailbox bears that out: each awaited message that did not come, the folders that were watched for it, every gap.
import { dossierTexts } from '@quittance/i18n/dossier';
import { formatInstant } from '@quittance/i18n/format';
import type { Language } from '@quittance/i18n/language';
import { silenceTexts } from '@quittance/i18n/silence';
import { describeSilence } from '../silence/describe-silence.ts';
import { WIDTH, type Sheet } from './page.ts';
import { oneLine } from './quoted.ts';
import type { ReportData } from './report-data.ts';

/** @param most statements and folders of each on the first pages; the annex has all of them. */
export function addSilence(
  sheet: Sheet,
  { silences }: ReportData,
  most: { readonly silences: number; readonly folders: number },
  language: Language,
): void {
  if (silences.length === 0) return;
  const t = silenceTexts(language);
  const { utc } = dossierTexts(language).report;
  sheet.heading(t.heading);
  silences.slice(0, most.silences).forEach((statement, index) => {
    const { sentence, rows, notes } = describeSilence(statement, language, (at) => utc(formatInstant(at, language)));
    sheet.paragraph(sentence, { bold: true });
    if (rows.length > 0) {
      const widths = [170, 170, WIDTH - 340];
      sheet.table(
        widths.map((width, at) => ({ heading: t.columns[at]!, width })),
        rows.slice(0, most.folders).map(([folder, watched, gaps]) => [oneLine(folder, 200), watched, gaps]),
        8,
      );
    }
    const cut = rows.length - most.folders;
    sheet.paragraph([...(cut > 0 ? [t.moreFolders(cut)] : []), ...notes, `→ silence-${index + 1}.json`].join(' '), { soft: true, size: 8 });
  });
  const rest = silences.length - most.silences;
  if (rest > 0) sheet.paragraph(t.moreStatements(rest), { soft: true, size: 8 });
}

export function isSilenceCut({ silences }: ReportData, most: { readonly silences: number; readonly folders: number }): boolean {
  const folders = silences.map(({ mailboxes }) => mailboxes.reduce((sum, mailbox) => sum + mailbox.folders.length, 0));
  return silences.length > most.silences || folders.some((count) => count > most.folders);
}
