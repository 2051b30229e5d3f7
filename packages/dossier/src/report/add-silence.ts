// What is missing, and how far the mailbox bears that out: each awaited message that did not come, the folders that were watched for it, every gap.
import { dossierTexts } from '@quittance/i18n/dossier';
import { formatInstant } from '@quittance/i18n/format';
import type { Language } from '@quittance/i18n/language';
import { silenceTexts } from '@quittance/i18n/silence';
import { describeSilence } from '../silence/describe-silence.ts';
import { WIDTH, type Sheet } from './page.ts';
import type { ReportData } from './report-data.ts';

/** More would push the messages off the first pages; the whole list is in the statement itself. */
const FOLDERS_MAX = 10;

export function addSilence(sheet: Sheet, { silences }: ReportData, language: Language): void {
  if (silences.length === 0) return;
  const t = silenceTexts(language);
  const { utc } = dossierTexts(language).report;
  sheet.heading(t.heading);
  silences.forEach((statement, index) => {
    const { sentence, rows, notes } = describeSilence(statement, language, (at) => utc(formatInstant(at, language)));
    sheet.paragraph(sentence, { bold: true });
    if (rows.length > 0) {
      const widths = [170, 170, WIDTH - 340];
      sheet.table(
        widths.map((width, at) => ({ heading: t.columns[at]!, width })),
        rows.slice(0, FOLDERS_MAX),
        8,
      );
    }
    sheet.paragraph([...notes, `→ silence-${index + 1}.json`].join(' '), { soft: true, size: 8 });
  });
}
