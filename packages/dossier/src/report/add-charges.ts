// The charges after the end; further on, until when each way of payment lets them be claimed back, with the reason codes that a bank's clerk looks for.
import { dossierTexts } from '@quittance/i18n/dossier';
import { formatAmount, formatDate } from '@quittance/i18n/format';
import type { Language } from '@quittance/i18n/language';
import { claimDeadlines, firstOpenCharge, lateCharges } from '../late-charges.ts';
import { WIDTH, type Sheet } from './page.ts';
import type { ReportData } from './report-data.ts';

/** @param rowsMax the newest; more would push the messages off the first pages, and the timeline in the annex has every entry. */
export function addCharges(sheet: Sheet, data: ReportData, rowsMax: number, language: Language): void {
  const charges = lateCharges(data.subscription);
  if (charges.length === 0) return;
  const t = dossierTexts(language).report.charges;
  const folders = new Map(data.messages.map((message) => [message.sha256, message.folder]));
  const fileOf = new Map(data.events.flatMap(({ id, message }) => (message ? [[id, folders.get(message.sha256)] as const] : [])));
  sheet.heading(t.heading);
  sheet.table(
    [130, 110, 130, WIDTH - 370].map((width, at) => ({ heading: t.columns[at]!, width })),
    charges
      .slice(-rowsMax)
      .map(({ values, since, until, eventId }) => [
        formatDate(values['charged_on'] ?? since, language),
        values['amount'] && values['currency'] ? formatAmount(values['amount'], values['currency'], language) : '–',
        until ? formatDate(until, language) : t.open,
        (eventId && fileOf.get(eventId)) ?? '–',
      ]),
  );
  if (charges.length > rowsMax) sheet.paragraph(t.more(charges.length - rowsMax), { soft: true, size: 8 });
}

export function addDeadlines(sheet: Sheet, data: ReportData, language: Language): void {
  const t = dossierTexts(language).report.charges;
  const deadlines = claimDeadlines(firstOpenCharge(lateCharges(data.subscription)), data.country, data.today);
  if (deadlines.length === 0) return;
  sheet.heading(t.deadlinesHeading);
  sheet.table(
    [230, 96, WIDTH - 326].map((width, at) => ({ heading: t.railColumns[at]!, width })),
    deadlines.map(({ rail, on, rule }) => [t.rails[rail], formatDate(on, language), rule ? rule.citation[language] : t.cardRule]),
    8,
  );
  sheet.paragraph(t.deadlines, { soft: true, size: 8 });
}
