// What was checked and, above all, what was not: a report that hides its limits is worth nothing before a critical reader.
import { dossierTexts } from '@quittance/i18n/dossier';
import type { Language } from '@quittance/i18n/language';
import type { Sheet } from './page.ts';
import type { ReportData } from './report-data.ts';

export function addChecks(sheet: Sheet, { leftOut, log, messages }: ReportData, language: Language): void {
  const t = dossierTexts(language).report.checks;
  sheet.heading(t.heading);
  sheet.paragraph(t.checked, { bold: true });
  sheet.bullets(t.checkedList);
  sheet.paragraph(t.notChecked, { bold: true });
  sheet.bullets([
    timeOf(log, messages, t),
    ...t.notCheckedList,
    ...(leftOut.suspicious > 0 ? [t.suspicious(leftOut.suspicious)] : []),
    ...(leftOut.erased > 0 ? [t.erased(leftOut.erased)] : []),
  ]);
  sheet.paragraph(t.notAdvice, { soft: true, size: 8 });
}

type Checks = ReturnType<typeof dossierTexts>['report']['checks'];

function timeOf({ stamps }: ReportData['log'], messages: ReportData['messages'], t: Checks): string {
  if (stamps.length === 0) return t.time;
  const covered = Math.max(...stamps.map(({ covers }) => covers));
  return messages.every(({ leafIndex }) => leafIndex < covered) ? t.timeStamped : t.timePartly;
}
