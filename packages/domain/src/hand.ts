// The person's own hand: what they say of their subscriptions beside what mail says. Each act is kept with its own leaf and can be undone; it
// names events, never a subscription's id, because subscriptions are folded anew at any time. Acts that count are put into the form in which
// the fold and the readers need them (`handOf`).
import type { CivilDate } from './civil-date.ts';
import type { MerchantRef } from './classification.ts';
import type { SubscriptionEvent } from './event.ts';
import type { Instant } from './instant.ts';
import type { Money } from './money.ts';
import type { Period } from './period.ts';
import type { Rate } from './rate.ts';
import type { FindingKind } from './subscription.ts';

export const CANCELLED_BY = ['web', 'phone', 'letter', 'email', 'in_person', 'other'] as const;
export type CancelledBy = (typeof CANCELLED_BY)[number];

/** Of a subscription: some of its events, by which it is found again whatever became of it. The first that is still there counts. */
export type Anchor = readonly string[];

/** What holds the first of these events that anything holds: for the fold, and for whoever asks of which subscription an act speaks. */
export function anchored<T>(anchor: Anchor, holderOf: (eventId: string) => T | undefined): T | undefined {
  for (const id of anchor) {
    const holder = holderOf(id);
    if (holder !== undefined) return holder;
  }
  return undefined;
}

/** Terms as the person knows them; what is left out stays as the mails say, null takes it away. */
export interface Terms {
  readonly noticePeriod?: Period | null;
  readonly minimumTermEndsOn?: CivilDate | null;
  readonly renewsOn?: CivilDate | null;
  readonly price?: Money | null;
  readonly period?: Period | null;
}

export type Act =
  | {
      readonly kind: 'cancellation_stated';
      readonly of: Anchor;
      readonly on: CivilDate;
      readonly by: CancelledBy;
      /** The merchant confirmed it, though not by a mail. */
      readonly confirmed: boolean;
      readonly endsOn: CivilDate | null;
      readonly note: string | null;
    }
  | { readonly kind: 'subscription_added'; readonly merchant: { readonly id: string; readonly name: string } }
  | { readonly kind: 'terms_set'; readonly of: Anchor; readonly terms: Terms }
  | {
      readonly kind: 'merged';
      readonly one: Anchor;
      readonly other: Anchor;
      /** Of `one` and `other`: where they differ, the second's mail counts as the first's from then on. */
      readonly merchants: readonly [string, string];
    }
  /** What is split off, and what stays: the person saw both. */
  | { readonly kind: 'split'; readonly events: readonly string[]; readonly rest: readonly string[] }
  /** An event that belonged to none is the first of a subscription of its own. */
  | { readonly kind: 'begun'; readonly event: string }
  /** An event is about no subscription of the person's, whatever its mail is about. */
  | { readonly kind: 'left_out'; readonly event: string }
  | { readonly kind: 'moved'; readonly event: string; readonly to: Anchor; readonly merchant: MerchantRef }
  | { readonly kind: 'merchant_renamed'; readonly merchant: string; readonly name: string }
  | { readonly kind: 'rate_set'; readonly rate: Rate }
  | { readonly kind: 'finding_snoozed'; readonly finding: string; readonly what: FindingKind; readonly until: CivilDate }
  | { readonly kind: 'finding_dismissed'; readonly finding: string; readonly what: FindingKind; readonly reason: string };
export type ActKind = Act['kind'];

export interface DoneAct {
  readonly id: string;
  readonly act: Act;
  /** The event that the act made, if it made one. */
  readonly eventId: string | null;
  readonly madeAt: Instant;
}

/** A finding that the person put aside. */
export interface SetAside {
  readonly finding: string;
  readonly actId: string;
  /** The last day on which it stays away; null: for good. */
  readonly until: CivilDate | null;
  readonly reason: string | null;
}

export interface Hand {
  /** Events of the person's own that were taken back. */
  readonly withdrawn: ReadonlySet<string>;
  readonly merges: readonly { readonly one: Anchor; readonly other: Anchor }[];
  /** Events that stand together in one subscription: with those of `with`, or (null) in one of their own. The latest word on an event counts. */
  readonly groups: readonly { readonly id: string; readonly events: readonly string[]; readonly with: Anchor | null }[];
  readonly terms: readonly { readonly of: Anchor; readonly terms: Terms; readonly madeAt: Instant }[];
  /** Names by merchant id. */
  readonly names: ReadonlyMap<string, string>;
  /** Merchant ids that count as another one. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Events that were moved to another merchant's subscription. */
  readonly movedTo: ReadonlyMap<string, MerchantRef>;
}

export const NO_HAND: Hand = {
  withdrawn: new Set(),
  merges: [],
  groups: [],
  terms: [],
  names: new Map(),
  aliases: new Map(),
  movedTo: new Map(),
};

/** @param acts in the order in which they were done. @param undone events of acts that were undone. */
export function handOf(acts: readonly DoneAct[], undone: readonly string[]): Hand {
  const aliases = new Map<string, string>();
  const names = new Map<string, string>();
  const movedTo = new Map<string, MerchantRef>();
  let merges: Hand['merges'][number][] = [];
  const groups: Hand['groups'][number][] = [];
  const terms: Hand['terms'][number][] = [];
  for (const { id, act, eventId, madeAt } of acts) {
    switch (act.kind) {
      case 'cancellation_stated':
        if (eventId) groups.push({ id, events: [eventId], with: act.of });
        break;
      case 'subscription_added':
        if (eventId) groups.push({ id, events: [eventId], with: null });
        break;
      case 'terms_set':
        terms.push({ of: act.of, terms: act.terms, madeAt });
        break;
      case 'merged': {
        merges.push({ one: act.one, other: act.other });
        const [into, from] = act.merchants.map((merchant) => followAlias(aliases, merchant)) as [string, string];
        if (into !== from) aliases.set(from, into);
        break;
      }
      case 'split':
        // The later word counts: what is split was not meant to be one.
        merges = merges.filter((merge) => !crosses(merge, act));
        groups.push({ id, events: act.events, with: null }, { id: `${id}/rest`, events: act.rest, with: null });
        break;
      case 'begun':
        groups.push({ id, events: [act.event], with: null });
        break;
      case 'left_out':
        groups.push({ id, events: [act.event], with: [] });
        break;
      case 'moved':
        groups.push({ id, events: [act.event], with: act.to });
        movedTo.set(act.event, act.merchant);
        break;
      case 'merchant_renamed':
        names.set(act.merchant, act.name);
        break;
      case 'rate_set':
      case 'finding_snoozed':
      case 'finding_dismissed':
        break;
    }
  }
  return { withdrawn: new Set(undone), merges, groups, terms, names, aliases, movedTo };
}

function crosses({ one, other }: Hand['merges'][number], { events, rest }: Extract<Act, { kind: 'split' }>): boolean {
  const meets = (anchor: Anchor, ids: readonly string[]): boolean => anchor.some((id) => ids.includes(id));
  return (meets(one, events) && meets(other, rest)) || (meets(one, rest) && meets(other, events));
}

/** What was put aside; the latest word on a finding counts. */
export function setAsides(acts: readonly DoneAct[]): SetAside[] {
  const latest = new Map<string, SetAside>();
  for (const { id, act } of acts) {
    if (act.kind === 'finding_snoozed') latest.set(act.finding, { finding: act.finding, actId: id, until: act.until, reason: null });
    if (act.kind === 'finding_dismissed') latest.set(act.finding, { finding: act.finding, actId: id, until: null, reason: act.reason });
  }
  return [...latest.values()];
}

/** The exchange rates that the person entered; the latest word on a pair counts. */
export function ratesOf(acts: readonly DoneAct[]): Rate[] {
  const latest = new Map<string, Rate>();
  for (const { act } of acts) if (act.kind === 'rate_set') latest.set(`${act.rate.from}:${act.rate.to}`, act.rate);
  return [...latest.values()];
}

/** The id under which a merchant's events are folded. */
function merchantIdOf(hand: Hand, merchantId: string): string {
  return followAlias(hand.aliases, merchantId);
}

function followAlias(aliases: ReadonlyMap<string, string>, merchantId: string): string {
  let id = merchantId;
  // An alias never closes a circle: it is set from one end of a chain to another.
  for (let next = aliases.get(id); next !== undefined; next = aliases.get(id)) id = next;
  return id;
}

/** Every merchant whose fold may change together with these: what was merged stands in one, what was moved in another than before. */
export function linkedMerchants(hand: Hand, merchantIds: readonly string[]): string[] {
  const wanted = new Set(merchantIds.map((id) => merchantIdOf(hand, id)));
  const all = new Set([...merchantIds, ...wanted]);
  for (const from of hand.aliases.keys()) if (wanted.has(merchantIdOf(hand, from))) all.add(from);
  return [...all];
}

/** The events as the person has them: taken-back ones gone, merchants named and merged as they said. */
export function applyHand(events: readonly SubscriptionEvent[], hand: Hand): SubscriptionEvent[] {
  const refs = new Map<string, MerchantRef>();
  for (const { merchant } of events) if (merchant && !refs.has(merchant.id)) refs.set(merchant.id, merchant);
  return events.flatMap((event) => {
    if (hand.withdrawn.has(event.id)) return [];
    const told = hand.movedTo.get(event.id) ?? event.merchant;
    if (!told) return [event];
    const id = merchantIdOf(hand, told.id);
    const ref = id === told.id ? told : (refs.get(id) ?? { ...told, id });
    const name = hand.names.get(id);
    const merchant = name === undefined ? ref : { ...ref, name };
    return merchant === event.merchant ? [event] : [{ ...event, merchant }];
  });
}
