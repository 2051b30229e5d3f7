// Reads every date of a message with its role: what the words around it say. Which of them matter for a kind of message is picked by pick-dates.ts.
import { daysBetween, type CivilDate } from '@quittance/domain/civil-date';
import { allMatches } from './all-matches.ts';
import { roleOf, type DateRole } from './dates/date-roles.ts';
import { readDeadline, type CancelDeadline } from './dates/cancel-deadline.ts';
import { findBareDays } from './dates/bare-days.ts';
import { findDates } from './dates/find-dates.ts';
import { findRelativeDates, type RelativeDate } from './dates/find-relative-dates.ts';
import { AT_ONCE, ENDS } from './dates/at-once.ts';
import { findMonthEndDays, isMonthEndDeadline } from './dates/month-end-deadlines.ts';
import { findMonthEnds } from './dates/month-ends.ts';
import { findTimeLeft } from './dates/time-left.ts';
import { findTrialLength } from './dates/trial-length.ts';
import { decideOrder, resolveDate, type DateHints, type DayOrder } from './dates/resolve-dates.ts';
import { contextOf, type Place, type SourceText } from './extract-text.ts';

export interface RoleDate extends Place {
  readonly date: CivilDate;
  readonly role: DateRole | null;
  readonly score: number;
  /** Told from the day of the message ("in 7 days"). */
  readonly relative: boolean;
  /** First or last day of a stated range ("du 1 mai au 31 mai"). */
  readonly range: 'from' | 'to' | null;
  readonly context: string;
  /** Where it is the last day to cancel before a renewal; looked for where the kind of mail may state one. */
  readonly deadline: LastDay | null;
}

export interface LastDay extends Pick<CancelDeadline, 'ends'> {
  /** Where the words begin that name the day. */
  readonly from: number;
}

/** All dates of the sources with their roles, best first within each source. */
export function readDates(sources: readonly SourceText[], hints: DateHints & { readonly mayHaveDeadline: boolean }): RoleDate[] {
  const written = sources.map((source) => ({
    source,
    dates: findDates(source.text, hints.language).filter(({ start }) => start >= source.from),
  }));
  const order = decideOrder(
    written.flatMap(({ dates }) => dates),
    hints,
  );
  return written.flatMap(({ source, dates }) => {
    const ranges = markRanges(source.text.folded, dates);
    const spans = dates.map((date, index) => ({
      ...date,
      range: ranges[index]!,
      resolve: yearFinder(date, order, hints.today, dates[index + 1]),
    }));
    const bare = hints.today === null || !hints.mayHaveDeadline ? [] : findBareDays(source.text.folded, hints.today);
    const relative = hints.today === null ? [] : toldFrom(source.text.folded, hints.language, hints.today);
    const monthEnds = hints.today === null || !hints.mayHaveDeadline ? [] : lastDaysOfMonths(source, hints.language, hints.today);
    return [
      ...spans.flatMap((span) => roleDate(source, span, span.range, false, hints.today, span.resolve, hints.mayHaveDeadline)),
      ...bare
        .filter(({ start }) => start >= source.from)
        .flatMap((span) => roleDate(source, span, null, false, hints.today, () => span.date, true))
        .filter(({ deadline }) => deadline !== null),
      ...monthEnds,
      ...relative
        .filter(({ start, end }) => start >= source.from && !monthEnds.some((day) => day.start < end && start < day.end))
        .flatMap((span) => roleDate(source, span, null, true, hints.today, () => span.date)),
    ];
  });
}

// The others are read as any day that is told from the mail's own.
function lastDaysOfMonths(source: SourceText, language: string, today: CivilDate): RoleDate[] {
  return findMonthEndDays(source.text.folded, language, today)
    .filter(({ start }) => start >= source.from)
    .flatMap((span) => roleDate(source, span, null, true, today, () => span.date, isMonthEndDeadline))
    .filter(({ deadline }) => deadline !== null);
}

function toldFrom(folded: string, language: string, today: CivilDate): RelativeDate[] {
  return [...findRelativeDates(folded, language, today), ...findMonthEnds(folded, language, today)];
}

/** The day of the mail, where it says that something ends at once. */
export function readAtOnce(sources: readonly SourceText[], today: CivilDate | null): RoleDate | null {
  if (today === null) return null;
  for (const source of sources) {
    const { folded } = source.text;
    for (const match of allMatches(folded, AT_ONCE)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (start < source.from || source.isAside(start) || !ENDS.test(sentenceAround(folded, start, end))) continue;
      return { source, start, end, date: today, role: 'ends', score: 0, relative: true, range: null, context: '', deadline: null };
    }
  }
  return null;
}

/** The end of a trial told by its length alone, reckoned from the day of the mail; the subject before the body. */
export function readTrialEnd(sources: readonly SourceText[], today: CivilDate | null): RoleDate | null {
  if (today === null) return null;
  for (const source of sources) {
    const found = findTrialLength(source.text.folded.slice(source.from), today);
    if (found === null) continue;
    const [start, end] = [found.start + source.from, found.end + source.from];
    return { source, start, end, date: found.date, role: 'trial_end', score: 0, relative: true, range: null, context: '', deadline: null };
  }
  return null;
}

/**
 * The day on which the time is up that a reminder says is left ("3 days left in your trial", « dans 3 jours votre essai sera terminé »); the subject
 * before the body. Only where the sentence, or the subject, tells of a trial or of a renewal.
 */
export function readTimeLeft(sources: readonly SourceText[], language: string, today: CivilDate | null): RoleDate | null {
  if (today === null) return null;
  const isTitled = sources.some(({ zone, text }) => zone === 'subject' && RUNS_OUT.test(text.folded));
  for (const source of sources) {
    const { folded } = source.text;
    const left = findTimeLeft(folded, today);
    const found = [...left, ...findRelativeDates(folded, language, today)].find((span) => {
      if (span.start < source.from || span.date <= today || source.isAside(span.start)) return false;
      const sentence = sentenceAround(folded, span.start, span.end);
      return (
        !TRIED_AGAIN.test(sentence) &&
        !OF_ELSE.test(sentence) &&
        (RUNS_OUT.test(sentence) || (isTitled && left.some((one) => one === span)))
      );
    });
    if (found !== undefined)
      return { source, ...found, role: 'trial_end', score: 0, relative: true, range: null, context: '', deadline: null };
  }
  return null;
}

/** What a reminder says of a trial, a renewal or a contract that runs out. */
const RUNS_OUT =
  /\b(?:trial|essai|prueba|prova|teste|avaliacao|experimental|probe\w*|test\w*|proef\w*|probn\w*|renew\w*|renouvel\w*|reconduc\w*|verlanger\w*|renov\w*|renuev\w*|rinnov\w*|verleng\w*|odnow\w*|(?:abo\w*|subscription|membership|plan|adhesion|souscription|mitgliedschaft|suscripcion|membresia|abbonamento|piano|assinatura|plano|lidmaatschap|subskrypcj\w*|contra\w*|vertrag|free (?:period|month|access)|(?:periode|mois|acces) gratuite?|gratisperiode) [^.]{0,60}(?:expir\w*|ablauf\w*|ablauft|end\w*|vencimiento|vence|scad\w*|venc\w*|verlo\w*|wyga\w*|termine|se acaba)|free|gratuit\w*|gratis|kostenlos\w*)\b|トライアル|体験|お試し|無料|更新|期限/;
/** Other things of which so much time is left. */
const OF_ELSE =
  /\b(?:links?|liens?|codes?|coupons?|bons?|gutschein\w*|cupo\w*|buono|kortingscode\w*|vouchers?|sales?|soldes|rebajas|saldi|promo\w*|offers?|offres?|delivery|livraison|versand\w*|lieferung\w*|envio|spedizione|entrega|verzending|shipping|repl(?:y|ies)|repond\w*|antwort\w*|respond\w*|rispond\w*|reageren|webinar\w*|event\w*|evento|quiz|refunds|ago|to cancel|pour (?:annuler|resilier)|para cancelar|per (?:annullare|disdire)|zu kundigen)\b|クーポン|リンク|コード|セール/;
/** Another attempt at the money, or a time to answer in. */
const TRIED_AGAIN =
  /\b(?:try|retry|attempt|reessa\w*|erneut|reintent\w*|riprov\w*|tentar\w*|opnieuw|ponown\w*|refund|rembours\w*|erstatt\w*|reembols\w*|rimbors\w*)\b/;

type Resolve = (direction: -1 | 0 | 1) => CivilDate | null;

function yearFinder(
  date: ReturnType<typeof findDates>[number],
  order: DayOrder | null,
  today: CivilDate | null,
  next: typeof date | undefined,
): Resolve {
  // "May 5 – June 5, 2026": the first date borrows the year of the second.
  if (date.year === null && next !== undefined && next.year !== null && next.start - date.end <= 5) {
    const year = next.month < date.month ? next.year - 1 : next.year;
    return (direction) => resolveDate({ ...date, year }, order, today, direction);
  }
  return (direction) => resolveDate(date, order, today, direction);
}

function roleDate(
  source: SourceText,
  span: { start: number; end: number },
  range: 'from' | 'to' | null,
  relative: boolean,
  today: CivilDate | null,
  resolve: Resolve,
  mayBeDeadline: boolean | typeof isMonthEndDeadline = false,
): RoleDate[] {
  const { before, after } = contextOf(source.text.folded, span.start, span.end);
  const isDeadline = typeof mayBeDeadline === 'function' ? mayBeDeadline : () => true;
  const deadline = mayBeDeadline ? readLastDay(source.text.folded, span, { before, after }, range, isDeadline) : null;
  const found = deadline ? DEADLINE : range === 'to' ? rangeEndRole(before) : roleOf(before, after);
  // "Prochain panier débité le" is none that was charged.
  const role = found?.role === 'charged' && (NEXT.test(before) || TO_COME.test(before)) ? 'renewal' : (found?.role ?? null);
  const date = resolve(role === 'charged' || role === 'cancelled' ? -1 : role === null ? 0 : role === 'starts' ? 0 : 1);
  if (date === null) return [];
  // "charged on" a day to come is the next charge.
  const turned =
    role === 'charged' &&
    today !== null &&
    daysBetween(today, date) > 1 &&
    /\b(?:charged|billed|debite|preleve|facture|convert\w*)/.test(before)
      ? 'renewal'
      : role;
  const score = (found?.score ?? 0) - (source.isAside(span.start) ? 40 : 0) - (relative ? 5 : 0);
  return [
    { source, start: span.start, end: span.end, date, role: turned, score, relative, range, context: `${before}\u0000${after}`, deadline },
  ];
}

/** A payment that is only going to be made. */
const TO_COME =
  /\b(?:aura lieu|sera (?:effectue|realise|preleve|debite)e?|interviendra|will (?:be )?(?:made|taken|collected|processed|charged|debited|take place|happen)|erfolgt|findet statt|se (?:hara|realizara|efectuara|cobrara)|avverra|verra (?:effettuato|addebitato)|ocorrera|vindt plaats|wordt (?:gedaan|uitgevoerd)|nastapi|zostanie (?:pobran\w*|dokonan\w*))[^.]{0,30}$/;

const DEADLINE = { role: 'cancel_by', score: 140 } as const;

const NEXT = /\b(?:next|prochaine?|nachste\w*|proxim[oa]|prossim[oa]|volgende|nastepn\w+)\b/;

// The last day of a range means an end only where validity is stated: "valable du 1er mai au 31 mai".
function rangeEndRole(before: string): { role: DateRole; score: number } | null {
  return /\b(?:val(?:id|able)|gultig|access|active|acces|expir|runs\b|cover|laufzeit|duree\b|court\b)/.test(before)
    ? { role: 'ends', score: 90 }
    : null;
}

const JOINT = /^ ?(?:-|–|—|~|～|〜|to|au|a|al|bis|bis zum|tot|tot en met|t\/m|do|ate|hasta|through|and|et|から) ?$/;

function markRanges(folded: string, dates: readonly { start: number; end: number }[]): ('from' | 'to' | null)[] {
  const marks: ('from' | 'to' | null)[] = dates.map(() => null);
  dates.forEach((date, index) => {
    const next = dates[index + 1];
    if (next !== undefined && next.start - date.end <= 12 && JOINT.test(folded.slice(date.end, next.start).replace('\n', ' '))) {
      marks[index] = 'from';
      marks[index + 1] = 'to';
    } else if (
      marks[index] === null &&
      /\b(?:du|from|vom|del|dal|de) \d{1,2}(?:er|st|nd|rd|th|\.)? (?:au|to|bis|al|a|-) $/.test(
        folded.slice(Math.max(0, date.start - 20), date.start),
      )
    ) {
      marks[index] = 'to';
    }
  });
  return marks;
}

/** Where the day stands on a line of its own the words that name it stand above: "Vous pouvez résilier", "jusqu'au", "14/12/2026". */
function readLastDay(
  folded: string,
  { start, end }: { start: number; end: number },
  { before, after }: { before: string; after: string },
  range: 'from' | 'to' | null,
  isDeadline: typeof isMonthEndDeadline,
): LastDay | null {
  const around = paragraphAround(folded, start, end);
  const above = before.trim().length <= ALONE_CHARS_MAX ? linesAbove(folded, start) : '';
  for (const words of above.length > before.length ? [before, above] : [before]) {
    const found = readDeadline(words, after, around, range);
    if (found === null || !isDeadline(found, words, after, around)) continue;
    // The head of a table's column is among the words in front of a date, and stands elsewhere.
    const from = start - found.reach;
    const isThere = from >= 0 && folded.slice(from, start).replaceAll('\n', ' ') === words.slice(words.length - found.reach);
    return { ends: found.ends, from: isThere ? from : start };
  }
  return null;
}

const ALONE_CHARS_MAX = 14;
const LINES_ABOVE = 3;

function linesAbove(folded: string, start: number): string {
  const lines = folded.slice(Math.max(0, start - REACH), start).split('\n');
  const paragraph = lines.slice(
    lines.findLastIndex((line, at) => at < lines.length - 1 && (line.trim() === '' || /[.!?。] *$/.test(line))) + 1,
  );
  return paragraph.slice(-LINES_ABOVE).join(' ');
}

const REACH = 160;
const PARAGRAPH_REACH = 280;

function paragraphAround(folded: string, start: number, end: number): string {
  const before = folded
    .slice(Math.max(0, start - PARAGRAPH_REACH), start)
    .split(/\n ?\n/)
    .at(-1)!;
  return `${before} ${folded.slice(end, end + REACH).split(/\n ?\n/, 1)[0]!}`;
}

function sentenceAround(folded: string, start: number, end: number): string {
  const before = folded
    .slice(Math.max(0, start - REACH), start)
    .split(/[.!?。\n]/)
    .at(-1)!;
  const after = folded.slice(end, end + REACH).split(/[.!?。\n]/, 1)[0]!;
  return `${before}${folded.slice(start, end)}${after}`;
}
