// Picks the last day to cancel that a mail states for a renewal to come, out of its dates. What makes a date one is told by dates/cancel-deadline.ts.
import { addDays, daysBetween, type CivilDate } from '@quittance/domain/civil-date';
import type { MessageKind } from '@quittance/domain/event-kind';
import { isOfDissent } from './dates/of-dissent.ts';
import type { LastDay, RoleDate } from './extract-dates.ts';
import type { Place } from './extract-text.ts';

/** Kinds of mail after which something renews. A confirmation's "until then you may think better of it" is none. */
export const BEFORE_RENEWAL: ReadonlySet<MessageKind> = new Set([
  'renewal_notice',
  'trial_ending',
  'price_change',
  'signup',
  'trial_started',
  'renewal_charged',
]);

/** A term is three years at most. */
const DAYS_AHEAD_MAX = 1130;
/** Within so many days of a purchase it is the purchase that can be undone … */
const SECOND_THOUGHTS_DAYS = 15;
/** … unless what follows comes soon. */
const SOON_DAYS = 62;

export interface StatedDeadline extends Place {
  readonly date: CivilDate;
  readonly rule: 'deadline.through' | 'deadline.before';
}

interface Hints {
  readonly kind: MessageKind;
  readonly today: CivilDate | null;
  /** The renewal that the mail states. */
  readonly renewsOn: CivilDate | null;
}

export function pickDeadline(dates: readonly RoleDate[], hints: Hints): StatedDeadline | null {
  const stated = dates.flatMap((from) => {
    const date = from.deadline === null ? null : lastDay(from.date, from.deadline);
    return date === null || !isBeforeRenewal(from, date, hints) ? [] : [{ from, date, ends: from.deadline!.ends }];
  });
  // "Avant le 14" in the subject, "date limite : 14" in the text: the mail itself says how its "before" is meant.
  const limits = new Set(stated.flatMap(({ from, ends }) => (ends === 'through' ? [from.date] : [])));
  const clear = stated.filter(({ from, ends }) => ends === 'through' || !limits.has(from.date));
  // What the writer says comes before what is quoted or stands in the small print; of two days the earlier is the safe one.
  const own = clear.filter(({ from }) => !from.source.isAside(from.start));
  const [first] = (own.length > 0 ? own : clear).toSorted((one, other) => (one.date < other.date ? -1 : 1));
  if (first === undefined) return null;
  const { source, end, deadline } = first.from;
  return { source, start: deadline!.from, end, date: first.date, rule: `deadline.${first.ends}` };
}

function lastDay(date: CivilDate, { ends }: LastDay): CivilDate {
  return ends === 'before' ? addDays(date, -1) : date;
}

function isBeforeRenewal(from: RoleDate, date: CivilDate, hints: Hints): boolean {
  const { today, renewsOn } = hints;
  if (today !== null && !isAhead(daysBetween(today, date))) return false;
  // A day after the renewal is about something else, or about the next one: nothing says which.
  if (renewsOn !== null && date > renewsOn) return false;
  if (hints.kind !== 'price_change' && isDissent(from)) return false;
  return !isSecondThought(from, date, hints);
}

function isDissent({ context, source, start, end }: RoleDate): boolean {
  const [before = '', after = ''] = context.split('\0');
  const { folded } = source.text;
  const above = folded
    .slice(Math.max(0, start - PARAGRAPH_REACH), start)
    .split(BLANK_LINE)
    .at(-1)!;
  const below = folded.slice(end, end + PARAGRAPH_REACH).split(BLANK_LINE, 1)[0]!;
  return isOfDissent(before, after, `${above} ${below}`);
}

const PARAGRAPH_REACH = 280;
const BLANK_LINE = /\n ?\n/;

function isAhead(days: number): boolean {
  return days >= 0 && days <= DAYS_AHEAD_MAX;
}

function isSecondThought({ context }: RoleDate, date: CivilDate, { kind, today, renewsOn }: Hints): boolean {
  if ((kind !== 'signup' && kind !== 'renewal_charged') || today === null || daysBetween(today, date) > SECOND_THOUGHTS_DAYS) return false;
  return renewsOn === null ? !SPARES_A_CHARGE.test(context) : daysBetween(date, renewsOn) > SOON_DAYS;
}

// "to avoid being charged", "pour ne pas être débité": what follows is a charge.
const SPARES_A_CHARGE =
  /\b(?:avoid|(?:not|n't) (?:be )?(?:charge|bill)\w*|eviter|pour ne pas|ne sere?z? pas|vermeiden|damit|evitar|evitare|non ti|no se te|nao sera|voorkom\w*|uniknac)\b/;
