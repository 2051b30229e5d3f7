// The report: a PDF for a bank, a mediator or the merchant, in the order in which they read. Ten pages and two megabytes at most, the rest in an
// annex; the confirmation itself is attached. The same data and day give the same bytes.
import { dossierTexts } from '@quittance/i18n/dossier';
import { formatDate } from '@quittance/i18n/format';
import type { Language } from '@quittance/i18n/language';
import { addAnnex, type Needed } from './add-annex.ts';
import { addCertificate } from './add-certificate.ts';
import { addCharges, addDeadlines } from './add-charges.ts';
import { addChecks } from './add-checks.ts';
import { addFingerprints } from './add-fingerprints.ts';
import { addMessages } from './add-messages.ts';
import { addMeter } from './add-meter.ts';
import { addSilence, isSilenceCut } from './add-silence.ts';
import { addTimeline } from './add-timeline.ts';
import { BUDGETS, mainEvents, mainMessages, type Budget } from './choose-entries.ts';
import { Sheet } from './page.ts';
import { oneLine } from './quoted.ts';
import type { ReportData } from './report-data.ts';
import { stateClaim, subscriptionName } from './state-claim.ts';

export const PAGES_MAX = 10;
export const BYTES_MAX = 2_000_000;
/** Banks take a few megabytes at most; the text of the report has some 200 kB. */
const ATTACHED_BYTES_MAX = 1_500_000;
const NAME_MAX = 100;

export interface Report {
  /** To hand over: ten pages at most. */
  readonly alone: Buffer;
  /** With the annex, where there is one. */
  readonly whole: Buffer;
}

export async function renderReport(given: ReportData, language: Language): Promise<Report> {
  const data = withBoundedNames(given);
  const { budget, sheet } = fitting(data, language);
  const needed = {
    events: mainEvents(data, budget).length < data.events.length,
    messages: mainMessages(data, budget).length < data.messages.length,
    silences: isSilenceCut(data, budget),
  };
  const alone = await withinBytes(sheet, data, { budget, annex: null }, language);
  const hasAnnex = needed.events || needed.messages || needed.silences;
  return { alone, whole: hasAnnex ? await withAnnex(data, budget, needed, language) : alone };
}

function withBoundedNames({ subscription, owner, ...data }: ReportData): ReportData {
  const { merchant, plan } = subscription;
  return {
    ...data,
    subscription: {
      ...subscription,
      merchant: { ...merchant, name: oneLine(merchant.name, NAME_MAX) },
      plan: plan && oneLine(plan, NAME_MAX),
    },
    owner: owner && oneLine(owner, NAME_MAX),
    messages: data.messages.map((message) => ({
      ...message,
      from: oneLine(message.from, 2 * NAME_MAX),
      to: oneLine(message.to, 2 * NAME_MAX),
      subject: oneLine(message.subject, 3 * NAME_MAX),
    })),
  };
}

function fitting(data: ReportData, language: Language): { budget: Budget; sheet: Sheet } {
  const [first, ...smaller] = BUDGETS;
  let drawn = { budget: first, sheet: draw(data, { budget: first, annex: null, isAttached: true }, language) };
  for (const budget of smaller) {
    if (drawn.sheet.pages <= PAGES_MAX) break;
    drawn = { budget, sheet: draw(data, { budget, annex: null, isAttached: true }, language) };
  }
  return drawn;
}

function withAnnex(data: ReportData, budget: Budget, annex: Needed, language: Language): Promise<Buffer> {
  return withinBytes(draw(data, { budget, annex, isAttached: true }, language), data, { budget, annex }, language);
}

// The annex of a long life may leave no room for the original: then it is named by its hash, and lies in the ZIP.
async function withinBytes(sheet: Sheet, data: ReportData, layout: Omit<Layout, 'isAttached'>, language: Language): Promise<Buffer> {
  const pdf = await finish(sheet, data, language);
  return pdf.length <= BYTES_MAX ? pdf : finish(draw(data, { ...layout, isAttached: false }, language), data, language);
}

interface Layout {
  readonly budget: Budget;
  readonly annex: Needed | null;
  readonly isAttached: boolean;
}

function draw(data: ReportData, { budget, annex, isAttached }: Layout, language: Language): Sheet {
  const texts = dossierTexts(language).report;
  const title = texts.title(subscriptionName(data));
  const sheet = new Sheet({ title, subject: texts.subject, language, date: new Date(`${data.today}T00:00:00Z`) });
  sheet.title(title);
  sheet.paragraph(texts.prepared(formatDate(data.today, language), data.owner), { soft: true, size: 9 });
  const claim = stateClaim(data, texts, language);
  sheet.box(claim.sentence, claim.further);
  sheet.paragraph(texts.claim.limits, { soft: true, size: 8.5 });
  addMeter(sheet, data, language);
  const events = mainEvents(data, budget);
  const messages = mainMessages(data, budget);
  addTimeline(sheet, data, events, language);
  addCharges(sheet, data, budget.charges, language);
  addSilence(sheet, data, budget, language);
  const attached = isAttached ? attachConfirmation(sheet, data, texts.claim.heading) : null;
  addMessages(sheet, data, messages, attached, budget, language);
  addChecks(sheet, data, language);
  addFingerprints(sheet, data, messages, language);
  addDeadlines(sheet, data, language);
  addCertificate(sheet, data, language);
  if (annex) addAnnex(sheet, data, annex, language);
  return sheet;
}

function finish(sheet: Sheet, data: ReportData, language: Language): Promise<Buffer> {
  const texts = dossierTexts(language).report;
  return sheet.finish(
    (page, pages, inAnnex) => (inAnnex ? texts.annexPage(page, pages) : texts.page(page, pages)),
    `${texts.title(subscriptionName(data))} · ${data.log.origin}`,
  );
}

/** Returns the folder of the attached message. */
function attachConfirmation(sheet: Sheet, { subscription, messages }: ReportData, description: string): string | null {
  const proof = messages.find((message) => message.sha256 === subscription.proof?.messageSha256);
  if (!proof || proof.raw.length > ATTACHED_BYTES_MAX) return null;
  sheet.attach('confirmation.eml', proof.raw, description);
  return proof.folder;
}
