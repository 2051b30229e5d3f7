// Reads every date of a message with its role, and picks renewal, end and minimum-term dates for a kind of message. A date whose role
// is not told by the words around it, or that makes no sense there, is left out.
import { addDays, daysBetween, type CivilDate } from '@quittance/domain/civil-date';
import type { MessageKind } from '@quittance/domain/event-kind';
import { roleOf, type DateRole } from './dates/date-roles.ts';
import { deniesRenewal, withoutDenials } from './dates/denied-renewal.ts';
import { findDates } from './dates/find-dates.ts';
import { findRelativeDates } from './dates/find-relative-dates.ts';
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
}

/** All dates of the sources with their roles, best first within each source. */
export function readDates(sources: readonly SourceText[], hints: DateHints): RoleDate[] {
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
    const relative = hints.today === null ? [] : findRelativeDates(source.text.folded, hints.language, hints.today);
    return [
      ...spans.flatMap((span) => roleDate(source, span, span.range, false, hints.today, span.resolve)),
      ...relative
        .filter(({ start }) => start >= source.from)
        .flatMap((span) => roleDate(source, span, null, true, hints.today, () => span.date)),
    ];
  });
}

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
): RoleDate[] {
  const { before, after } = contextOf(source.text.folded, span.start, span.end);
  const found = range === 'to' ? rangeEndRole(before) : roleOf(before, after);
  const role = found?.role ?? null;
  const date = resolve(role === 'charged' || role === 'cancelled' ? -1 : role === null ? 0 : role === 'starts' ? 0 : 1);
  if (date === null) return [];
  // "charged on" a day to come is the next charge.
  const turned =
    role === 'charged' && today !== null && daysBetween(today, date) > 1 && /\b(?:charged|billed|debite|preleve|facture)/.test(before)
      ? 'renewal'
      : role;
  const score = (found?.score ?? 0) - (source.isAside(span.start) ? 40 : 0) - (relative ? 5 : 0);
  return [{ source, start: span.start, end: span.end, date, role: turned, score, relative, range, context: `${before}\u0000${after}` }];
}

// The last day of a range means an end only where validity is stated: "valable du 1er mai au 31 mai".
function rangeEndRole(before: string): { role: DateRole; score: number } | null {
  return /\b(?:val(?:id|able)|gultig|access|active|acces|expir|runs\b|cover|laufzeit|duree\b|court\b)/.test(before) ? { role: 'ends', score: 90 } : null;
}

const JOINT = /^ ?(?:-|–|—|~|～|to|au|a|al|bis|bis zum|tot|tot en met|t\/m|do|ate|hasta|through|and|et|から) ?$/;

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

export interface PickedDates {
  readonly renewsOn: RoleDate | null;
  readonly endsOn: RoleDate | null;
  readonly minimumTermEndsOn: RoleDate | null;
}

/** What the dates of a message of that kind say. */
export function pickDates(
  dates: readonly RoleDate[],
  kind: MessageKind,
  { today, language }: { today: CivilDate | null; language: string },
  wholeText: string,
): PickedDates {
  const minimumTermEndsOn = best(dates, ['minimum_term'], today, ENDS_WINDOW);
  const isDenied = deniesRenewal(wholeText);
  const toRenew = kind === 'renewal_charged' ? dates.filter((date) => !isDebitOfBill(date)) : dates;
  const renewal = best(toRenew, ['renewal'], today, RENEWAL_WINDOW);
  const ends = best(dates, ['ends'], today, ENDS_WINDOW);
  const goesOn = () => AUTOMATIC.test(isDenied ? withoutDenials(wholeText) : wholeText);
  // What is charged on the day of the welcome (mostly nothing) is not the first charge.
  const ahead = best(toRenew, ['renewal'], today, AHEAD_WINDOW);
  const begins = best(dates, ['starts'], today, AHEAD_WINDOW);
  const firstCharge = (kind === 'trial_started' ? ahead : renewal) ?? begins;
  // What does not go on by itself has an end and no renewal.
  if (isDenied && !goesOn() && !isOver(kind)) {
    const stated = ahead !== null && !NOT_RENEWED.test(ahead.context) ? ahead : null;
    return { renewsOn: stated, endsOn: ends ?? stoppedRenewal(ahead), minimumTermEndsOn };
  }
  switch (kind) {
    case 'trial_ending':
    case 'trial_started':
      // The day of the first charge is the day the trial ends, where it converts by itself: that is what a trial's reminder is for,
      // unless it asks the person to choose a plan; a welcome must say so.
      if (goesOn() || (kind === 'trial_ending' && !ASKS_TO_BUY.test(wholeText)))
        return { renewsOn: firstCharge ?? inWindow(ends, today, RENEWAL_WINDOW), endsOn: null, minimumTermEndsOn };
      return { renewsOn: firstCharge, endsOn: ends ?? onlyFutureDate(dates, today), minimumTermEndsOn };
    case 'renewal_notice': {
      // The end of a term that is going to be renewed is the day of its renewal; a term that just expires has an end.
      const renewed =
        renewal === null && ends !== null && (goesOn() || RENEWED.test(wholeText) || !CORE_LANGUAGES.has(language))
          ? inWindow(ends, today, RENEWAL_WINDOW)
          : null;
      // "Date: 3 May" in an announcement is the day of what it announces.
      const due = ends === null ? (best(dates, ['due'], today, RENEWAL_WINDOW) ?? best(dates, ['charged'], today, AHEAD_WINDOW)) : null;
      // "From 3 May your second year begins", also on the day after the old term ends.
      const next = begins !== null && (ends === null || daysBetween(ends.date, begins.date) === 1) ? begins : null;
      const renewsOn = renewal ?? next ?? renewed ?? due ?? (ends === null ? onlyFutureDate(dates, today) : null);
      const isSame = ends !== null && renewsOn !== null && [0, 1].includes(daysBetween(ends.date, renewsOn.date));
      return { renewsOn, endsOn: isSame ? null : ends, minimumTermEndsOn };
    }
    case 'cancellation_confirmed':
    case 'cancellation_requested':
      return {
        renewsOn: null,
        endsOn:
          ends ??
          stoppedRenewal(renewal) ??
          goneFrom(dates, today) ??
          best(dates, ['cancelled'], today, AHEAD_WINDOW) ??
          best(dates, ['cancel_by'], today, AHEAD_WINDOW) ??
          (kind === 'cancellation_confirmed' ? onlyFutureDate(dates, today) : null),
        minimumTermEndsOn,
      };
    case 'expired':
      // "Échéance : 3 mars" names the end once it is over.
      return {
        renewsOn: null,
        endsOn: ends ?? best(dates, ['renewal'], today, ENDS_WINDOW) ?? onlyRecentDate(dates, today),
        minimumTermEndsOn,
      };
    case 'refund':
      return { renewsOn: null, endsOn: null, minimumTermEndsOn };
    case 'paused':
      // The day the pause ends is the day the charges go on.
      return {
        renewsOn: renewal ?? best(dates, ['ends'], today, AHEAD_WINDOW) ?? endOfRange(dates, today) ?? begins ?? onlyFutureDate(dates, today),
        endsOn: null,
        minimumTermEndsOn,
      };
    case 'price_change':
    case 'plan_changed':
      // "Until 30 April you may leave", "your old plan stays until then": the contract itself has no end here.
      return { renewsOn: ahead, endsOn: null, minimumTermEndsOn };
    case 'other':
      return { renewsOn: null, endsOn: null, minimumTermEndsOn: null };
    default:
      // The day of the mail is the day of its charge, never the next one.
      // The end of a paid term that goes on by itself is the day of its next renewal.
      if (ahead === null && ends !== null && goesOn())
        return { renewsOn: inWindow(ends, today, AHEAD_WINDOW), endsOn: null, minimumTermEndsOn };
      return { renewsOn: ahead, endsOn: ends !== null && ends.date !== ahead?.date ? ends : null, minimumTermEndsOn };
  }
}

/** From when a changed price or plan holds; for other kinds null. Where only the day of the next charge is named, it holds from then on. */
export function pickEffectiveDate(dates: readonly RoleDate[], kind: MessageKind, today: CivilDate | null): RoleDate | null {
  if (kind !== 'price_change' && kind !== 'plan_changed') return null;
  const named = dates.filter(({ context }) => EFFECT.test(context.split('\u0000', 1)[0]!));
  return (
    best(dates, ['starts'], today, EFFECTIVE_WINDOW) ??
    best(named, ['ends', 'renewal', 'charged'], today, EFFECTIVE_WINDOW) ??
    (kind === 'plan_changed' ? best(dates, ['ends'], today, AHEAD_WINDOW) : null)
  );
}

// In front of a day whose nearest word says something else: "takes effect on", "zum", "dès votre prélèvement du".
const EFFECT =
  /\b(?:effect|effective|in force|apply|applies|from|starting|beginning|as of|effet|en vigueur|a partir|a compter|des (?:le|la|votre|ton)|zum|ab|wirksam|in kraft|vigor|vigore|desde|dal|vanaf|met ingang|gaat in|od|w zycie)\b/;

// "Votre facture … sera prélevée le 5 avril": the bill at hand, not the next one.
function isDebitOfBill({ role, context }: RoleDate): boolean {
  return role === 'renewal' && BILL.test(context) && DEBITED.test(context) && !NEXT_ONE.test(context);
}

const BILL = /\b(?:bill|invoice|amount|facture|montant|rechnung\w*|betrag|factura|importe|fattura|importo|fatura|valor|factuur|bedrag|faktur\w|kwot\w)\b/;
const DEBITED =
  /\b(?:charged|debited|collected|taken|preleve|debite|abgebucht|eingezogen|cobrad|cargad|addebitat|cobrad|debitad|afgeschreven|geincasseerd|pobran)\w*/;
const NEXT_ONE = /\b(?:next|prochain|nachst|proxim|prossim|volgend|nastepn|renew|renouvel|verlanger|renov|rinnov)\w*|次回/;

function isOver(kind: MessageKind): boolean {
  return kind.startsWith('cancellation') || kind === 'expired' || kind === 'refund' || kind === 'other' || kind === 'paused';
}

function endOfRange(dates: readonly RoleDate[], today: CivilDate | null): RoleDate | null {
  const last = dates.findLast(({ range }) => range === 'to');
  return last === undefined ? null : inWindow(last, today, AHEAD_WINDOW);
}

// The mail says that the contract goes on by itself.
const BILLING_STEM =
  'renew|charg|bill|debit|convert|continu|upgrad|activat|start|begin|roll|renouvel|recondui|preleve|factur|converti|poursui|bascul|active|verlanger|abgebucht|abbuch|belast|aktiviert|umgewandelt|einge|renov|cobr|carg|rinnov|addebit|attiv|verleng|afgeschreven|geactiveerd|odnow|odnawia|przedluz|pobran';
const AUTOMATIC = new RegExp(
  `\\bauto-?renew|\\b(?:carr(?:y|ies)|go(?:es)?|runs?) on (?:\\w+ )?automatically|\\bby itself|\\bextended (?:\\w+ )?(?:by|for)|\\bcontinues? (?:\\w+ )?automatically|\\bauf unbestimmte|\\bd'elle-meme|\\bde lui-meme|\\bnouvelle periode commence|\\b(?:est|sera) (?:\\w+ ){0,2}(?:reconduit|prolonge|renouvele)\\w*|\\bcontinue sans|\\bsi rinnova|\\bse renueva|\\brenova-se|\\bverlangert sie sich|\\bprosegue|\\bwordt (?:\\w+ ){0,3}verlengd|\\bodnowi sie|\\bodnawia sie|\\bauto(?:mati\\w{1,8})?[- ](?:\\w+ ){0,3}(?:${BILLING_STEM})|\\b(?:${BILLING_STEM})\\w* (?:\\w+ ){0,3}automati|\\bwill (?:be )?(?:renew|charged|billed|debited|convert)\\w*|\\bwe(?:'ll| will) (?:charge|bill|debit)\\b|\\bfirst (?:payment|charge)|\\btacit\\w+|\\bzetten wij (?:\\w+ ){0,3}voort|\\bulegnie przedluzeniu|\\bpor tempo indeterminado|\\bsegue por mais|\\blaufzeitende|\\bse renouvel\\w+|\\bser(?:a|ez) (?:\\w+ment )?(?:renouvele|reconduit|debite|preleve|facture)\\w*|\\b(?:premier|1er) (?:prelevement|paiement)|\\bverlangert sich|\\bse renovara|\\bsi rinnovera|\\b(?:puis|ensuite|then|after that|afterwards|danach|despues|luego|poi|depois)\\b[^.\\n]{0,40}[\u20ac$\u00a3]|自動`,
);

const ASKS_TO_BUY =
  /\b(?:upgrade|choose a|choosing a|pick a|select a|subscribe|add a payment|purchase|to continue|to keep)\b|\b(?:choisi\w+|abonnez-vous|souscri\w+ (?:a|un)|pour continuer|passez a)\b|\b(?:upgraden|wahlen sie|abonnieren sie|um weiter)\b|\b(?:elige|suscribete|para continuar|scegli|abbonati|per continuare|assine|escolha)\b/;

// The contract is what gets renewed, not "you can renew".
const RENEWED =
  /\b(?:will|should|shall|is (?:set|due|about|going) to|due (?:for|to)|up for) (?:\w+ ){0,3}renew|\b(?:sera|seront|devrait|doit|va) (?:\w+ ){0,3}(?:renouvele|reconduit|se renouveler)|\b(?:wird|werden|sollte|soll)\b.{0,60}(?:erneuert|verlangert)|\b(?:se renovara|(?:debe|deberia) renovarse|va a renovarse)|\b(?:verra|sara|dovrebbe)\b.{0,30}rinnovat|\b(?:sera|devera|deve)\b.{0,25}renovad|\b(?:wordt|zal|moet)\b.{0,40}(?:verlengd|vernieuwd)|\b(?:zostanie|powinna|powinien)\b.{0,40}(?:odnowion|przedluzon)|更新/;
const CORE_LANGUAGES: ReadonlySet<string> = new Set(['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'pl', 'ja', 'und']);

interface Window {
  readonly from: number;
  readonly to: number;
}

// Days from the message: a renewal lies ahead, at most a long year and a quarter (§3.5); ends may lie behind.
const RENEWAL_WINDOW: Window = { from: -1, to: 460 };
// A change is told of some weeks after it at most.
const EFFECTIVE_WINDOW: Window = { from: -45, to: 460 };
const AHEAD_WINDOW: Window = { ...RENEWAL_WINDOW, from: 1 };
const RECENT_WINDOW: Window = { from: -90, to: 1 };
const ENDS_WINDOW: Window = { from: -800, to: 1500 };

function best(dates: readonly RoleDate[], roles: readonly DateRole[], today: CivilDate | null, window: Window): RoleDate | null {
  let found: RoleDate | null = null;
  for (const date of dates) {
    if (date.role === null || !roles.includes(date.role) || inWindow(date, today, window) === null) continue;
    if (found === null || date.score > found.score) found = date;
  }
  return found;
}

function inWindow(date: RoleDate | null, today: CivilDate | null, { from, to }: Window): RoleDate | null {
  if (date === null || today === null) return date;
  const days = daysBetween(today, date.date);
  return days >= from && days <= to ? date : null;
}

/** In a confirmation "will not renew on D" names the last day. */
function stoppedRenewal(renewal: RoleDate | null): RoleDate | null {
  return renewal !== null && NOT_RENEWED.test(renewal.context) ? renewal : null;
}

/** "annulé à compter du D", "cancelled as of D": from that day on there is nothing. */
function goneFrom(dates: readonly RoleDate[], today: CivilDate | null): RoleDate | null {
  const gone = dates.filter(({ context }) => GONE_FROM.test(context.split('\u0000', 1)[0]!));
  return best(gone, ['starts', 'cancelled'], today, ENDS_WINDOW);
}

const GONE_FROM =
  /\b(?:annul|resili|cancel|terminat|clos|gekundigt|beendet|cancelad|annullat)\w*[^.]{0,40} (?:a compter du|a partir du|a effet du|as of|effective|with effect from|from|ab(?: dem)?|zum|a partir del?|a decorrere dal) $/;
const NOT_RENEWED =
  /(?:\bnot|n't|\bno longer|\bnever)\b|\bne\b.*\b(?:pas|plus)\b|\bnicht\b|\bkein\w*|\bno se\b|\bnon\b|\bnao\b|\bniet\b|\bnie\b/;

// One single day not long ago, whatever its words: in a mail about what is over, that is when it ended.
function onlyRecentDate(dates: readonly RoleDate[], today: CivilDate | null): RoleDate | null {
  const recent = dates.filter(
    (date) => date.range === null && !date.source.isAside(date.start) && inWindow(date, today, RECENT_WINDOW) !== null,
  );
  return today !== null && new Set(recent.map(({ date }) => date)).size === 1 ? recent[0]! : null;
}

// One single day ahead and no words to the contrary: that is what the mail is about.
function onlyFutureDate(dates: readonly RoleDate[], today: CivilDate | null): RoleDate | null {
  if (today === null) return null;
  const ahead = dates.filter(
    ({ role, range, date, source, start, relative }) =>
      role === null && range === null && !relative && date > addDays(today, 0) && !source.isAside(start),
  );
  const distinct = new Set(ahead.map(({ date }) => date));
  return distinct.size === 1 ? inWindow(ahead[0]!, today, RENEWAL_WINDOW) : null;
}
