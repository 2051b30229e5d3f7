// The messages that decide, as text: header fields, authenticity in words, the beginning of what was written.
import { dossierTexts, type DossierTexts } from '@quittance/i18n/dossier';
import { formatInstant } from '@quittance/i18n/format';
import type { Language } from '@quittance/i18n/language';
import type { Budget } from './choose-entries.ts';
import { WIDTH, type Sheet } from './page.ts';
import { shorten } from './quoted.ts';
import type { ReportData, ReportMessage } from './report-data.ts';

/** Mail is slow now and then, and clocks go wrong by hours; a day is worth a word. */
const APART_MS = 24 * 3_600_000;

export function addMessages(
  sheet: Sheet,
  data: ReportData,
  messages: readonly ReportMessage[],
  attached: string | null,
  budget: Budget,
  language: Language,
): void {
  const t = dossierTexts(language).report.messages;
  // A heading at the foot of a page would stand alone.
  sheet.keep(190);
  sheet.heading(t.heading);
  if (messages.length === 0) return sheet.paragraph(t.none);
  sheet.paragraph(t.lead, { soft: true, size: 8 });
  for (const message of messages) {
    sheet.keep(140);
    addMessage(sheet, message, budget, language);
    if (message.folder === attached) sheet.paragraph(t.attached, { soft: true, size: 8 });
    else if (message.sha256 === data.subscription.proof?.messageSha256)
      sheet.paragraph(t.notAttached(message.sha256), { soft: true, size: 8 });
    sheet.gap(6);
  }
  const rest = data.messages.length - messages.length;
  if (rest > 0) sheet.paragraph(t.more(rest), { soft: true, size: 8 });
}

function addMessage(sheet: Sheet, message: ReportMessage, budget: Budget, language: Language): void {
  const texts = dossierTexts(language).report;
  const t = texts.messages;
  const reasons: Readonly<Record<string, string>> = texts.reasons;
  const at = (instant: string | null) => (instant ? texts.utc(formatInstant(instant, language)) : '–');
  const why = message.reasons.flatMap((code) => reasons[code] ?? []);
  const rows = [
    [
      `${message.folder}/message.eml`,
      [`${message.level} – ${texts.levels[message.level]}`, ...why.map((reason) => `${reason}.`)].join(' '),
    ],
    [t.from, message.from || '–'],
    [t.to, message.to || '–'],
    [t.date, clocksOf(message, t, at)],
    [t.subject, message.subject],
  ];
  sheet.table(
    [
      { heading: '', width: 130, font: 'bold' },
      { heading: '', width: WIDTH - 130 },
    ],
    rows,
  );
  const { text, isCut } = beginning(message.text, budget);
  sheet.paragraph(text || t.empty, { size: 9 });
  if (isCut) sheet.paragraph(t.shortened, { soft: true, size: 8 });
}

// Four clocks, each of another's: whoever doubts when a message came sees which of them say so, and where they part.
function clocksOf(message: ReportMessage, t: DossierTexts['report']['messages'], at: (instant: string | null) => string): string {
  const { sentAt, receivedAt, internalDate, capturedAt } = message;
  const arrived = receivedAt ?? internalDate;
  const parts = [
    at(sentAt),
    receivedAt && `${t.received} ${at(receivedAt)}`,
    internalDate && `${t.inMailbox} ${at(internalDate)}`,
    `${t.recorded} ${at(capturedAt)}`,
  ].filter(Boolean);
  const isApart = sentAt !== null && arrived !== null && Math.abs(Date.parse(arrived) - Date.parse(sentAt)) > APART_MS;
  return `${parts.join(' · ')}${isApart ? `. ${t.clocksApart}` : ''}`;
}

function beginning(body: string, { textChars, textLines }: Budget): { text: string; isCut: boolean } {
  const lines = body
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const text = shorten(lines.slice(0, textLines).join('\n'), textChars);
  return { text, isCut: lines.length > textLines || text.endsWith(' …') };
}
