// The report: a PDF for a bank, a mediator or the merchant, in the order in which they read. Ten pages at most, the rest in the annex; the
// confirmation itself is attached. The same data and day give the same bytes.
import { dossierTexts } from '@quittance/i18n/dossier';
import { formatDate } from '@quittance/i18n/format';
import type { Language } from '@quittance/i18n/language';
import { addAnnex } from './add-annex.ts';
import { addCertificate } from './add-certificate.ts';
import { addCharges } from './add-charges.ts';
import { addChecks } from './add-checks.ts';
import { addFingerprints } from './add-fingerprints.ts';
import { addMessages } from './add-messages.ts';
import { addMeter } from './add-meter.ts';
import { addSilence } from './add-silence.ts';
import { addTimeline } from './add-timeline.ts';
import { mainEvents, mainMessages } from './choose-entries.ts';
import { Sheet } from './page.ts';
import type { ReportData } from './report-data.ts';
import { stateClaim, subscriptionName } from './state-claim.ts';

/** Banks take a few megabytes at most; the text of the report has some 200 kB. */
const ATTACHED_BYTES_MAX = 1_500_000;

export async function renderReport(data: ReportData, language: Language): Promise<Buffer> {
  const texts = dossierTexts(language).report;
  const title = texts.title(subscriptionName(data));
  const sheet = new Sheet({ title, subject: texts.subject, language, date: new Date(`${data.today}T00:00:00Z`) });
  sheet.title(title);
  sheet.paragraph(texts.prepared(formatDate(data.today, language), data.owner), { soft: true, size: 9 });
  const claim = stateClaim(data, texts, language);
  sheet.box(claim.sentence, claim.further);
  addMeter(sheet, data, language);
  const events = mainEvents(data);
  const messages = mainMessages(data);
  addCharges(sheet, data, language);
  addTimeline(sheet, data, events, language);
  addSilence(sheet, data, language);
  const attached = attachConfirmation(sheet, data, texts.claim.heading);
  addMessages(sheet, data, messages, attached, language);
  addChecks(sheet, data, language);
  addFingerprints(sheet, data, messages, language);
  addCertificate(sheet, data, language);
  addAnnex(sheet, data, { events: events.length < data.events.length, messages: messages.length < data.messages.length }, language);
  return sheet.finish(
    (page, pages, inAnnex) => (inAnnex ? texts.annexPage(page, pages) : texts.page(page, pages)),
    `${title} · ${data.log.origin}`,
  );
}

/** Returns the folder of the attached message. */
function attachConfirmation(sheet: Sheet, { subscription, messages }: ReportData, description: string): string | null {
  const proof = messages.find((message) => message.sha256 === subscription.proof?.messageSha256);
  if (!proof || proof.raw.length > ATTACHED_BYTES_MAX) return null;
  sheet.attach('confirmation.eml', proof.raw, description);
  return proof.folder;
}
