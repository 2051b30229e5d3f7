// Picks renewal, end and minimum-term dates for a kind of message out of all its dates. A date whose role is not told by the words around it, or
// that makes no sense there, is left out. The dates and what is said of them come from extract-dates.ts.
import { daysBetween, type CivilDate } from '@quittance/domain/civil-date';
import type { MessageKind } from '@quittance/domain/event-kind';
import { addPeriod, type Period } from '@quittance/domain/period';
import type { DateRole } from './dates/date-roles.ts';
import { CANCELLED_BEHIND, CANCELLED_ON, END_LABEL, GONE_FROM, GONE_TODAY } from './dates/end-words.ts';
import { deniesRenewal, withoutDenials } from './dates/denied-renewal.ts';
import { ASKS_TO_BUY, AUTOMATIC, GOES_ON_UNLESS_DENIED, RENEWED } from './dates/goes-on.ts';
import type { RoleDate } from './extract-dates.ts';

export interface PickedDates {
  readonly renewsOn: RoleDate | null;
  readonly endsOn: RoleDate | null;
  readonly minimumTermEndsOn: RoleDate | null;
  /** The mail says that nothing renews after the end. */
  readonly isLastTerm: boolean;
}

interface Hints {
  readonly today: CivilDate | null;
  readonly language: string;
  /** A price other than zero is stated. */
  readonly isPriced: boolean;
  /** The end of a trial by its length alone, or of what is left of a term, counted from the day of the mail. */
  readonly reckoned: RoleDate | null;
}

/** What the dates of a message of that kind say. */
export function pickDates(dates: readonly RoleDate[], kind: MessageKind, hints: Hints, wholeText: string): PickedDates {
  const minimumTermEndsOn = kind === 'other' ? null : best(dates, ['minimum_term'], hints.today, ENDS_WINDOW);
  const all = seen(dates, kind, hints, wholeText);
  return { ...pickTerm(all), minimumTermEndsOn, isLastTerm: all.isDenied && !all.goesOn() };
}

/** What every kind may need, looked up once. */
interface Seen extends Hints {
  readonly dates: readonly RoleDate[];
  readonly kind: MessageKind;
  readonly text: string;
  readonly renewal: RoleDate | null;
  /** A renewal after today: what is charged on the day of the welcome (mostly nothing) is not the first charge. */
  readonly ahead: RoleDate | null;
  readonly ends: RoleDate | null;
  readonly begins: RoleDate | null;
  readonly isDenied: boolean;
  readonly goesOn: () => boolean;
}

function seen(dates: readonly RoleDate[], kind: MessageKind, { today, language, isPriced, reckoned }: Hints, text: string): Seen {
  const toRenew = kind === 'renewal_charged' ? dates.filter((date) => !isDebitOfBill(date)) : dates;
  const isDenied = deniesRenewal(text);
  const goesOn = () => (isDenied ? AUTOMATIC.test(withoutDenials(text)) : AUTOMATIC.test(text) || GOES_ON_UNLESS_DENIED.test(text));
  return {
    dates,
    kind,
    today,
    language,
    isPriced,
    reckoned,
    text,
    renewal: best(toRenew, ['renewal'], today, NAMED_RENEWAL_WINDOW),
    ahead: best(toRenew, ['renewal'], today, { ...NAMED_RENEWAL_WINDOW, from: AHEAD_WINDOW.from }),
    ends: best(dates, ['ends'], today, ENDS_WINDOW),
    begins: best(dates, ['starts'], today, AHEAD_WINDOW),
    isDenied,
    goesOn,
  };
}

type Term = Pick<PickedDates, 'renewsOn' | 'endsOn'>;

const NONE: Term = { renewsOn: null, endsOn: null };

function pickTerm(from: Seen): Term {
  const { kind, dates, today, ahead, begins, ends } = from;
  switch (kind) {
    case 'cancellation_confirmed':
    case 'cancellation_requested':
      return { renewsOn: null, endsOn: endOfCancelled(from) };
    case 'expired':
      // "Échéance : 3 mars" names the end once it is over.
      return { renewsOn: null, endsOn: ends ?? best(dates, ['renewal'], today, ENDS_WINDOW) ?? onlyRecentDate(dates, today) };
    case 'paused':
      return { renewsOn: endOfPause(from), endsOn: null };
    case 'refund':
    case 'other':
      return NONE;
    default:
      break;
  }
  // What does not go on by itself has an end and no renewal.
  if (from.isDenied && !from.goesOn()) {
    const stated = ahead !== null && !NOT_RENEWED.test(ahead.context) ? ahead : null;
    return { renewsOn: stated, endsOn: ends ?? stoppedRenewal(ahead) };
  }
  switch (kind) {
    case 'trial_ending':
    case 'trial_started':
      return trialTerm(from);
    case 'renewal_notice':
      return announcedTerm(from);
    case 'price_change':
    case 'plan_changed':
      // "Until 30 April you may leave", "your old plan stays until then": the contract itself has no end here.
      return { renewsOn: ahead ?? (begins !== null && BILLED_NEXT.test(begins.context) ? begins : null), endsOn: null };
    default:
      // What runs again goes on at the end of the time paid for.
      if (kind === 'reactivated')
        return { renewsOn: ahead ?? inWindow(ends, today, AHEAD_WINDOW) ?? begins ?? onlyFutureDate(dates, today), endsOn: null };
      // The day of the mail is the day of its charge, never the next one.
      // The end of a paid term that goes on by itself is the day of its next renewal.
      if (ahead === null && ends !== null && from.goesOn()) return { renewsOn: inWindow(ends, today, AHEAD_WINDOW), endsOn: null };
      // The last day of the time paid for is no end of the contract.
      return { renewsOn: ahead, endsOn: ends !== null && ends.range !== 'to' && ends.date !== ahead?.date ? ends : null };
  }
}

// The day of the first charge is the day the trial ends, where it converts by itself: that is what a trial's reminder is for, unless it asks the
// person to choose a plan; a welcome must say so, or what it will cost.
function trialTerm({ kind, dates, today, text, renewal, ahead, begins, ends, goesOn, isPriced, reckoned }: Seen): Term {
  const firstCharge = (kind === 'trial_started' ? ahead : renewal) ?? begins;
  if (goesOn() || ((kind === 'trial_ending' || isPriced) && !ASKS_TO_BUY.test(text)))
    return { renewsOn: firstCharge ?? inWindow(ends, today, RENEWAL_WINDOW) ?? onlyFutureDate(dates, today) ?? reckoned, endsOn: null };
  return { renewsOn: firstCharge, endsOn: ends ?? onlyFutureDate(dates, today) ?? (firstCharge === null ? reckoned : null) };
}

function announcedTerm({ dates, today, language, text, renewal, begins, ends, goesOn, reckoned }: Seen): Term {
  // The end of a term that is going to be renewed is the day of its renewal; a term that just expires has an end.
  const isRenewed = renewal === null && ends !== null && (goesOn() || RENEWED.test(text) || !CORE_LANGUAGES.has(language));
  const renewed = isRenewed ? inWindow(ends, today, RENEWAL_WINDOW) : null;
  // "Date: 3 May" in an announcement is the day of what it announces.
  const due = ends === null ? (best(dates, ['due'], today, RENEWAL_WINDOW) ?? best(dates, ['charged'], today, AHEAD_WINDOW)) : null;
  // "From 3 May your second year begins", also on the day after the old term ends.
  const next = begins !== null && (ends === null || daysBetween(ends.date, begins.date) === 1) ? begins : null;
  const renewsOn = renewal ?? next ?? renewed ?? due ?? (ends === null ? onlyFutureDate(dates, today) : null);
  // "15 days left before your plan renews".
  if (renewsOn === null && ends === null && reckoned !== null)
    return goesOn() || RENEWED.test(text) ? { renewsOn: reckoned, endsOn: null } : { renewsOn: null, endsOn: reckoned };
  const isSame = ends !== null && renewsOn !== null && [0, 1].includes(daysBetween(ends.date, renewsOn.date));
  return { renewsOn, endsOn: isSame ? null : ends };
}

function endOfCancelled({ kind, dates, today, ends, renewal }: Seen): RoleDate | null {
  return (
    labelledEnd(dates, today) ??
    ends ??
    stoppedRenewal(renewal) ??
    goneFrom(dates, today) ??
    cancelledAhead(dates, today) ??
    best(dates, ['cancelled'], today, AHEAD_WINDOW) ??
    best(dates, ['cancel_by'], today, AHEAD_WINDOW) ??
    (kind === 'cancellation_confirmed' ? onlyFutureDate(dates, today) : null)
  );
}

// The day the pause ends is the day the charges go on.
function endOfPause({ dates, today, renewal, begins }: Seen): RoleDate | null {
  const until = best(dates, ['ends'], today, AHEAD_WINDOW) ?? endOfRange(dates, today);
  // "From 1 May to 31 July. Billing restarts on 1 August."
  const after = until === null ? null : (dates.find(({ date, role }) => role === 'starts' && daysBetween(until.date, date) === 1) ?? null);
  return renewal ?? after ?? until ?? begins ?? onlyFutureDate(dates, today);
}

/** From when a changed price or plan holds; for other kinds null. Where only the day of the next charge is named, it holds from then on. */
export function pickEffectiveDate(dates: readonly RoleDate[], kind: MessageKind, today: CivilDate | null): RoleDate | null {
  if (kind !== 'price_change' && kind !== 'plan_changed') return null;
  const named = dates.filter(({ context }) => EFFECT.test(wordsBefore(context)));
  return (
    best(dates, ['starts'], today, EFFECTIVE_WINDOW) ??
    best(named, ['ends', 'renewal', 'charged'], today, EFFECTIVE_WINDOW) ??
    (kind === 'plan_changed' ? best(dates, ['ends'], today, AHEAD_WINDOW) : onlyFutureDate(dates, today))
  );
}

// In front of a day whose nearest word says something else: "takes effect on", "zum", "dès votre prélèvement du".
const EFFECT =
  /\b(?:effect|effective|in force|apply|applies|from|starting|beginning|as of|effet|en vigueur|a partir|a compter|des (?:le|la|votre|ton)|zum|ab|wirksam|in kraft|vigor|vigore|desde|dal|vanaf|met ingang|gaat in|od|w zycie)\b/;

// "From your next billing date, 20 April".
const BILLED_NEXT =
  /\b(?:next|prochaine?|nachste\w*|proxim[oa]|prossim[oa]|volgende|nastepn\w+) (?:\w+ )?(?:bill|payment|renewal|charge|facturation|prelevement|paiement|facture|echeance|abrechnung|zahlung|abbuchung|factura|cobro|pago|fattura|addebito|pagamento|cobranca|fatura|betaling|incasso|factuur|platnosc|rozlicz)|\b(?:renewal|renouvellement|verlangerung|renovacion|rinnovo|renovacao|verlenging|odnowieni\w*)\b/;

// "Votre facture … sera prélevée le 5 avril": the bill at hand, not the next one.
function isDebitOfBill({ role, context }: RoleDate): boolean {
  return role === 'renewal' && BILL.test(context) && DEBITED.test(context) && !NEXT_ONE.test(context);
}

const BILL =
  /\b(?:bill|invoice|amount|facture|montant|rechnung\w*|betrag|factura|importe|fattura|importo|fatura|valor|factuur|bedrag|faktur\w|kwot\w)\b/;
const DEBITED =
  /\b(?:charged|debited|collected|taken|preleve|debite|abgebucht|eingezogen|cobrad|cargad|addebitat|cobrad|debitad|afgeschreven|geincasseerd|pobran)\w*/;
const NEXT_ONE = /\b(?:next|prochain|nachst|proxim|prossim|volgend|nastepn|renew|renouvel|verlanger|renov|rinnov)\w*|次回/;

function endOfRange(dates: readonly RoleDate[], today: CivilDate | null): RoleDate | null {
  const last = dates.findLast(({ range }) => range === 'to');
  return last === undefined ? null : inWindow(last, today, AHEAD_WINDOW);
}

const CORE_LANGUAGES: ReadonlySet<string> = new Set(['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'pl', 'ja', 'und']);

interface Window {
  readonly from: number;
  readonly to: number;
}

/** A day that no word explains and that lies one period after the charge, give or take three days (classify research §3.5): the next one. */
export function onePeriodAfter(dates: readonly RoleDate[], charged: CivilDate | null, period: Period): RoleDate | null {
  if (charged === null) return null;
  const due = addPeriod(charged, period);
  const near = dates.filter(
    ({ role, range, date, source, start }) =>
      role === null && range === null && !source.isAside(start) && Math.abs(daysBetween(due, date)) <= NEXT_SLACK_DAYS,
  );
  return new Set(near.map(({ date }) => date)).size === 1 ? near[0]! : null;
}

const NEXT_SLACK_DAYS = 3;

// Days from the message: a renewal lies ahead, at most a long year and a quarter (§3.5); ends may lie behind.
const RENEWAL_WINDOW: Window = { from: -1, to: 460 };
// A renewal that is called one may be that of a term of three years.
const NAMED_RENEWAL_WINDOW: Window = { from: -1, to: 1130 };
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

/** From that day on there is nothing. */
function goneFrom(dates: readonly RoleDate[], today: CivilDate | null): RoleDate | null {
  return best(
    dates.filter(({ context }) => GONE_FROM.test(wordsBefore(context))),
    ['starts', 'cancelled'],
    today,
    ENDS_WINDOW,
  );
}

function labelledEnd(dates: readonly RoleDate[], today: CivilDate | null): RoleDate | null {
  const isLabelled = ({ date, context }: RoleDate): boolean =>
    END_LABEL.test(wordsBefore(context)) || (date === today && GONE_TODAY.test(wordsBefore(context)));
  return inWindow(dates.find(isLabelled) ?? null, today, ENDS_WINDOW);
}

function cancelledAhead(dates: readonly RoleDate[], today: CivilDate | null): RoleDate | null {
  const said = dates.filter(({ context }) => {
    const [before, after = ''] = context.split('\u0000');
    return CANCELLED_ON.test(before!) || (CANCELLED_BEHIND.before.test(before!) && CANCELLED_BEHIND.after.test(after));
  });
  return said.find((date) => inWindow(date, today, AHEAD_WINDOW) !== null) ?? null;
}

function wordsBefore(context: string): string {
  return context.split('\u0000', 1)[0]!;
}

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
      role === null && range === null && !relative && date > today && !source.isAside(start),
  );
  const distinct = new Set(ahead.map(({ date }) => date));
  return distinct.size === 1 ? inWindow(ahead[0]!, today, RENEWAL_WINDOW) : null;
}
