// The last day to cancel that mails name. It holds for one renewal: a later mail's day takes its place, and with the renewal it is over. A day that
// would be too late is what a forger wants: it takes a mail at least as authentic as those before. Whether it still counts on a day is asked of
// deadline.ts. Until when a dearer price may be left is another day: often it lies after the renewal's own, and whoever took one for the
// other would renew for a term. A mail that tells of both may mean either, and is believed where that makes nobody late.
import { levelRank, type Level } from '@quittance/domain/authenticity';
import type { CivilDate } from '@quittance/domain/civil-date';
import type { SubscriptionEvent } from '@quittance/domain/event';
import { addPeriod } from '@quittance/domain/period';
import type { LeaveDay } from '@quittance/domain/subscription';
import { sameAmount } from './price-history.ts';
import { dayOf, isClosed, isEffective, witnessed, type SubscriptionState } from './subscription-state.ts';

/** So many renewals ahead the day may lie of the last one that is known. */
const PERIODS_MAX = 40;
/** Nobody announces more changes at once; of a flood the nearest days are kept. */
const LEAVE_DAYS_MAX = 6;

/** @param state after the event was applied. */
export function withDeadline(state: SubscriptionState, event: SubscriptionEvent): SubscriptionState {
  const known = standing(state, event);
  const isOfPrice = event.kind === 'price_change';
  const deadline = bound((isOfPrice ? toldWithPrice(known, event, state) : told(known, event)) ?? known, state);
  const leaveDays = leaveDaysAfter(state, event);
  return deadline === state.deadline && leaveDays === state.leaveDays ? state : { ...state, deadline, leaveDays };
}

// Two changes may be under way, each with its own last day, and who acts upon the later one alone is bound by the first: a day stands until it has passed,
// or until a mail of the same change names another.
function leaveDaysAfter(state: SubscriptionState, event: SubscriptionEvent): readonly LeaveDay[] {
  if (state.leaveDays.length > 0 && (isClosed(state) || (event.kind === 'reactivated' && isEffective(event)))) return [];
  const { leaveDays } = state;
  const ahead = leaveDays.some(({ on }) => on < dayOf(event)) ? leaveDays.filter(({ on }) => on >= dayOf(event)) : leaveDays;
  if (event.kind !== 'price_change' || event.cancelBy === null || isClosed(state)) return ahead;
  const change = { from: event.effectiveOn ?? event.renewsOn, to: event.price };
  const isKnown = (day: LeaveDay): boolean => day.on === event.cancelBy && isSameChange(day, change) !== false;
  const known = ahead.find(isKnown) ?? ahead.findLast((day) => isSameChange(day, change)) ?? null;
  const day = told(known && { ...known, of: null }, { ...event, renewsOn: null });
  if (day === null) return ahead;
  const { of: _, ...named } = day;
  const next = { ...named, from: change.from ?? known?.from ?? null, to: change.to ?? known?.to ?? null };
  return [...ahead.filter((one) => one !== known), next]
    .toSorted((a, b) => Number(a.on > b.on) - Number(a.on < b.on))
    .slice(0, LEAVE_DAYS_MAX);
}

// Null where nothing ties two mails together or tells them apart: they are of two changes unless they name the same day. A day too many is looked at,
// one that is lost is missed.
function isSameChange(one: Pick<LeaveDay, 'from' | 'to'>, other: Pick<LeaveDay, 'from' | 'to'>): boolean | null {
  const isOfPrice = one.to && other.to ? sameAmount(one.to, other.to) : null;
  const isOfDay = one.from && other.from ? one.from === other.from : null;
  return isOfPrice === false || isOfDay === false ? false : (isOfPrice ?? isOfDay);
}

function standing(state: SubscriptionState, event: SubscriptionEvent): SubscriptionState['deadline'] {
  const { deadline } = state;
  // What ended, or began anew, has another renewal before it if any.
  if (deadline === null || isClosed(state) || (event.kind === 'reactivated' && isEffective(event))) return null;
  const day = dayOf(event);
  const isRenewed = deadline.of === null ? deadline.on < day && event.kind === 'renewal_charged' : deadline.of < day;
  return isRenewed ? null : deadline;
}

function toldWithPrice(
  known: SubscriptionState['deadline'],
  event: SubscriptionEvent,
  { noticePeriod }: SubscriptionState,
): SubscriptionState['deadline'] {
  const { cancelBy: on, renewsOn: of } = event;
  if (on === null || of === null || (known !== null && known.of !== null && known.of !== of)) return null;
  const latest = known?.on ?? (noticePeriod ? addPeriod(of, noticePeriod, -1) : of);
  return on <= latest ? told(known, event) : null;
}

// A mail that was read with doubt may tell what nobody knows yet, and corrects nothing.
function told(known: SubscriptionState['deadline'], event: SubscriptionEvent): SubscriptionState['deadline'] {
  const { cancelBy: on, renewsOn: of } = event;
  if (on === null || on < dayOf(event) || (of !== null && on > of) || (known !== null && !isEffective(event))) return null;
  // Told again it is the same day, by the same mail.
  const isSameRenewal = known !== null && (of === null || known.of === null || of === known.of);
  const level = isSameRenewal ? best(known.level, event.level) : event.level;
  if (known !== null && known.on === on) return witnessed({ ...known, of: of ?? known.of, level }, event.id);
  if (isSameRenewal && on > known.on && level !== event.level) return null;
  return { on, eventId: event.id, of, level };
}

// The person's own word has no level and needs none.
function best(one: Level | null, other: Level | null): Level | null {
  if (one === null || other === null) return null;
  return levelRank(one) <= levelRank(other) ? one : other;
}

// The renewal that the day comes before: the one that is known, or the first that follows when those between are told by no mail.
function bound(deadline: SubscriptionState['deadline'], { renewsOn, period }: SubscriptionState): SubscriptionState['deadline'] {
  if (deadline === null || deadline.of !== null || renewsOn === null) return deadline;
  const periods = period === null ? 0 : PERIODS_MAX;
  for (let times = 0; times <= periods; times += 1) {
    const of: CivilDate = times === 0 ? renewsOn : addPeriod(renewsOn, period!, times);
    if (of >= deadline.on) return { ...deadline, of };
  }
  return deadline;
}
