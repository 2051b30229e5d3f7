// A declaration to complete: some courts and banks ask who vouches for copies (US FRE 902(13) and (14), for one).
import { dossierTexts } from '@quittance/i18n/dossier';
import type { Language } from '@quittance/i18n/language';
import { WIDTH, type Sheet } from './page.ts';
import type { ReportData } from './report-data.ts';

export function addCertificate(sheet: Sheet, { owner }: ReportData, language: Language): void {
  const t = dossierTexts(language).report.certificate;
  // Torn apart it could not be signed.
  sheet.keep(120);
  sheet.heading(t.heading);
  sheet.paragraph(t.text(owner), { size: 9 });
  sheet.gap(6);
  sheet.table(
    t.sign.map((heading) => ({ heading, width: WIDTH / 2 })),
    [['\n\n', '']],
    8,
  );
}
