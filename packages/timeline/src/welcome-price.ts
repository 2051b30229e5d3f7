// Two welcomes of the same days that name two prices of one contract, a yearly and a monthly one: which holds, a charge or a notice of the renewal
// says. Until then the later one is shown and the other is kept, to be told beside it; and neither is taken for a change of the other.
import { daysBetween, type CivilDate } from '@quittance/domain/civil-date';
import type { SubscriptionEvent } from '@quittance/domain/event';
import { addPeriod } from '@quittance/domain/period';
import type { PricePoint } from '@quittance/domain/subscription';
import { movePrice, sameAmount, setPrice } from './price-history.ts';
import { chargesOf, dayOf, type SubscriptionState } from './subscription-state.ts';

const TOGETHER_DAYS = 2;

/** The price that a welcome states. */
export function welcomePrice(state: SubscriptionState, event: SubscriptionEvent): SubscriptionState {
  const told = pointOf(event);
  if (!told) return setPrice(state, event);
  const other = [state.welcome, state.otherPrice].find((one) => one && areTogether(one.from, told.from) && contradict(one, told));
  if (!other) return { ...setPrice(state, event), welcome: told };
  if (isCharged(state, other, told)) return { ...state, otherPrice: told };
  const prices = state.prices.filter(({ eventId }) => eventId !== other.eventId);
  return { ...setPrice({ ...state, period: null, renewsOn: renewalBut(state, other), prices }, event), welcome: told, otherPrice: other };
}

/** `movePrice` for what is or will be charged, which may say which of two prices holds. */
export function settlePrice(
  state: SubscriptionState,
  event: SubscriptionEvent,
  change: { from: CivilDate; silent: boolean },
): SubscriptionState {
  const { price, period, otherPrice: other } = state;
  const moved = movePrice(state, event, change);
  if (!price || !other || !event.price || event.price.amountMinor === 0) return moved;
  const isOther = fits(other, event);
  // One sum for two periods: still nobody knows.
  if (isOther && fits({ price, period }, event)) return { ...moved, otherPrice: other };
  if (!isOther) return moved;
  const prices = [...state.prices.filter(({ eventId }) => eventId !== state.welcome?.eventId), other];
  const renewsOn = renewalBut(state, state.welcome);
  return { ...state, price: event.price, priceBefore: null, period: other.period ?? event.period, renewsOn, prices, otherPrice: null };
}

// A renewal that was only reckoned from the period of a price falls with it.
function renewalBut({ renewsOn }: SubscriptionState, told: PricePoint | null): CivilDate | null {
  return told?.period && renewsOn === addPeriod(told.from, told.period) ? null : renewsOn;
}

function pointOf(event: SubscriptionEvent): PricePoint | null {
  const { price, period, id: eventId } = event;
  return price && price.amountMinor !== 0 ? { from: dayOf(event), price, period, eventId } : null;
}

function areTogether(one: CivilDate, other: CivilDate): boolean {
  return Math.abs(daysBetween(one, other)) <= TOGETHER_DAYS;
}

function contradict(one: PricePoint, other: PricePoint): boolean {
  return !sameAmount(one.price, other.price) || (one.period !== null && other.period !== null && one.period !== other.period);
}

// Its receipt came before the second welcome.
function isCharged(state: SubscriptionState, one: PricePoint, not: PricePoint): boolean {
  const [charge] = chargesOf(state, 1);
  if (!charge?.price || !areTogether(charge.on, one.from)) return false;
  return sameAmount(charge.price, one.price) && !sameAmount(charge.price, not.price);
}

function fits(told: Pick<PricePoint, 'price' | 'period'>, { price, period }: SubscriptionEvent): boolean {
  return sameAmount(told.price, price!) && (told.period === null || period === null || told.period === period);
}
