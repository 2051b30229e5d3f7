// The timeline as a table: when, what, how authentic, in which words, in which file.
import { decidingQuote } from '@quittance/domain/classification';
import { dayWithoutHour, type SubscriptionEvent } from '@quittance/domain/event';
import { dossierTexts } from '@quittance/i18n/dossier';
import { formatDate, formatMoney } from '@quittance/i18n/format';
import type { Language } from '@quittance/i18n/language';
import { screenTexts } from '@quittance/i18n/screens';
import { WIDTH, type Sheet } from './page.ts';
import { quoted } from './quoted.ts';
import { kindOf, type ReportData } from './report-data.ts';

export function addTimeline(sheet: Sheet, data: ReportData, events: readonly SubscriptionEvent[], language: Language): void {
  const texts = dossierTexts(language).report;
  sheet.heading(texts.timeline.heading);
  timelineTable(sheet, data, events, language);
  const rest = data.events.length - events.length;
  sheet.paragraph([texts.timeline.note, texts.levelsNote, ...(rest > 0 ? [texts.timeline.more(rest)] : [])].join(' '), {
    soft: true,
    size: 8,
  });
}

export function timelineTable(sheet: Sheet, data: ReportData, events: readonly SubscriptionEvent[], language: Language): void {
  const { columns } = dossierTexts(language).report.timeline;
  const [date, what, level, file] = [84, 116, 38, 64];
  const widths = [date, what, level, WIDTH - date - what - level - file, file];
  const folders = new Map(data.messages.map((message) => [message.sha256, message.folder]));
  sheet.table(
    widths.map((width, at) => ({ heading: columns[at]!, width })),
    events.map((event) => entry(event, data, folders, language)),
  );
}

/** An hour only where there is one: nobody noted it of what a bank booked or a person says. */
export function toldAt(event: SubscriptionEvent, timeZone: string): string {
  return dayWithoutHour(event, timeZone) ?? event.occurredAt.slice(0, 16).replace('T', ' ');
}

function entry(event: SubscriptionEvent, data: ReportData, folders: ReadonlyMap<string, string>, language: Language): string[] {
  const t = dossierTexts(language).report.timeline;
  const kind = screenTexts(language).kinds[kindOf(event, data.corrections)];
  const remark = data.corrections.has(event.id) ? t.corrected : event.decided === 'auto' ? null : t.uncertain;
  const quote = decidingQuote(event.reasons);
  const deadline = event.cancelBy && t.cancelBy(formatDate(event.cancelBy, language));
  const named = event.cancelBy ? (event.reasons.find(({ field }) => field === 'cancel_by')?.quote ?? null) : null;
  const quotes = [quote, named].filter((one): one is string => one !== null);
  return [
    toldAt(event, data.timeZone),
    [kind, event.price && formatMoney(event.price, language), deadline, remark && `(${remark})`].filter(Boolean).join(' '),
    event.level ?? '–',
    quotes.length > 0 ? quotes.map((one) => quoted(one, language, 160)).join(' ') : event.source === 'person' ? t.person : '–',
    (event.message && folders.get(event.message.sha256)) ?? '–',
  ];
}
