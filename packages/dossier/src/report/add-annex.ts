// The annex: what did not fit into the report. It begins on a page of its own, and the report to hand over alone goes without it: a bank that takes
// ten pages gets ten.
import { dossierTexts } from '@quittance/i18n/dossier';
import { formatInstant } from '@quittance/i18n/format';
import type { Language } from '@quittance/i18n/language';
import { fingerprintTable } from './add-fingerprints.ts';
import { addSilence } from './add-silence.ts';
import { timelineTable } from './add-timeline.ts';
import { WIDTH, type Sheet } from './page.ts';
import { shorten } from './quoted.ts';
import type { ReportData } from './report-data.ts';

export interface Needed {
  readonly events: boolean;
  readonly messages: boolean;
  readonly silences: boolean;
}

export function addAnnex(sheet: Sheet, data: ReportData, needed: Needed, language: Language): void {
  const texts = dossierTexts(language).report;
  sheet.startAnnex();
  sheet.title(texts.annex.heading);
  if (needed.events) {
    sheet.heading(texts.annex.timeline);
    timelineTable(sheet, data, data.events, language);
  }
  if (needed.silences) addSilence(sheet, data, { silences: Infinity, folders: Infinity }, language);
  if (!needed.messages) return;
  sheet.heading(texts.annex.messages);
  const widths = [76, 84, 150, WIDTH - 310];
  const headings = [texts.timeline.columns[4]!, texts.messages.date, texts.messages.from, texts.messages.subject];
  sheet.table(
    widths.map((width, at) => ({ heading: headings[at]!, width })),
    data.messages.map((message) => [
      message.folder,
      message.sentAt ? formatInstant(message.sentAt, language) : '–',
      shorten(message.from, 80),
      shorten(message.subject, 120),
    ]),
    8,
  );
  fingerprintTable(sheet, data.messages, language);
}
