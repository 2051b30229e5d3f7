// What the person asked for and what became of it on its way: a request starts the clock of the confirmation; a request that came back was never
// made, and says so until another one is.
import type { CivilDate } from '@quittance/domain/civil-date';
import { OWN_BOUNCE } from '@quittance/domain/classification';
import type { SubscriptionEvent } from '@quittance/domain/event';
import { isClosed, type SentRequest, type SubscriptionState } from './subscription-state.ts';

/** null where the event is no bounce. */
export function bouncedId(event: SubscriptionEvent): string | null {
  const rule = event.reasons.find((reason) => reason.rule.startsWith(OWN_BOUNCE))?.rule;
  return rule?.slice(OWN_BOUNCE.length) ?? null;
}

export function ask(state: SubscriptionState, event: SubscriptionEvent, on: CivilDate): SubscriptionState {
  if (isClosed(state)) return state;
  const request = { on, eventId: event.id, online: isOnline(event), rfcMessageId: event.message?.rfcMessageId ?? null };
  const isFirst = state.request === null;
  return {
    ...settleBounces(state, on),
    status: 'cancel_requested',
    statusBeforeRequest: isFirst ? state.status : state.statusBeforeRequest,
    requests: isFirst ? [request] : [...state.requests, request],
    request: state.request ? { ...state.request, again: [...(state.request.again ?? []), event.id] } : shown(request),
  };
}

export function takeBack(state: SubscriptionState, event: SubscriptionEvent, on: CivilDate): SubscriptionState {
  const id = bouncedId(event);
  const open = state.request === null ? [] : state.requests;
  const bounced = open.find((one) => id !== null && id !== '' && one.rfcMessageId === id);
  const left = open.filter((one) => one !== bounced);
  const bounce = { on, eventId: event.id, requestedOn: bounced?.on ?? null, settledOn: left.length > 0 || isClosed(state) ? on : null };
  const told = { ...state, bounces: [...state.bounces, bounce] };
  if (!bounced) return told;
  const [first] = left;
  if (first) return { ...told, requests: left, request: shown(first) };
  const status = state.status === 'cancel_requested' ? state.statusBeforeRequest : state.status;
  return { ...told, requests: [], request: null, status };
}

/** Asked again, confirmed or over: that an earlier request came back needs nobody any more. */
export function settleBounces(state: SubscriptionState, on: CivilDate): SubscriptionState {
  if (!state.bounces.some(({ settledOn }) => settledOn === null)) return state;
  return { ...state, bounces: state.bounces.map((one) => ({ ...one, settledOn: one.settledOn ?? on })) };
}

const shown = ({ on, eventId, online }: SentRequest) => ({ on, eventId, online });

// A mail about a cancellation answers something done online; the person says how they did it.
function isOnline(event: SubscriptionEvent): boolean {
  return event.source === 'mail' || event.reasons.some(({ rule }) => rule === 'person.web' || rule === 'person.email');
}
