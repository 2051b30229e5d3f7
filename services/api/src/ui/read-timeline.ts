// What overview and subscription pages show, read in one go: subscriptions as they stand today, their events, the person's corrections.
import { addDays, addMonths, type CivilDate } from '@quittance/domain/civil-date';
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { EventKind, MessageKind } from '@quittance/domain/event-kind';
import type { Rate } from '@quittance/domain/rate';
import type { Subscription } from '@quittance/domain/subscription';
import type { Tx } from '@quittance/store/database';
import { listSuggestions, type StoredSuggestion } from '@quittance/store/suggestions';
import { listCorrections, listEvents } from '@quittance/store/events';
import { loadRates, readViewpoint } from '@quittance/store/hand';
import { findSubscription } from '@quittance/store/find-subscription';
import { listSubscriptionsBriefly } from '@quittance/store/subscriptions';
import { listMonthlyCharges, type MonthlyCharge } from '@quittance/store/monthly-charges';
import { hasEvents, listQuestions, listUnplaced } from '@quittance/store/overview';
import { asOf } from '@quittance/timeline/as-of';
import { fold } from '@quittance/timeline/fold';
import { latestCorrections } from '../v1/subscriptions.ts';

export interface TimelineView {
  readonly subscriptions: readonly Subscription[];
  readonly events: ReadonlyMap<string, SubscriptionEvent>;
  readonly corrections: ReadonlyMap<string, MessageKind>;
  /** Of a local model, on events that nobody decided. */
  readonly suggestions: ReadonlyMap<string, StoredSuggestion>;
}

export interface OverviewView {
  readonly subscriptions: readonly Subscription[];
  /** What was not read with certainty and waits for the person's word, newest first. */
  readonly questions: readonly SubscriptionEvent[];
  /** What was read with certainty and belongs to no subscription, as the person calls it, newest first. */
  readonly unplaced: readonly SubscriptionEvent[];
  readonly suggestions: ReadonlyMap<string, StoredSuggestion>;
  readonly charged: readonly MonthlyCharge[];
  /** Exchange rates that the person entered. */
  readonly rates: readonly Rate[];
  readonly hasOtherMail: boolean;
}

const QUESTIONS_MAX = 10;
/** Of mail that most likely is no notice: what came earlier stands in the archive. */
const DOUBTFUL_DAYS = 31;
const MONTHS_BACK = 12;
/** What belonged nowhere a year ago is asked about no more: it stands in the archive. */
const UNPLACED_DAYS = 400;
/** A receipt that names no contract and that none followed for so long was of something paid once. */
const MERE_DAYS = 62;

/** What the overview shows: with years of mail behind it, it reads the subscriptions and no more events than it shows. */
export async function readOverview(tx: Tx, userId: string, now: Date, timeZone: string): Promise<OverviewView> {
  const viewpoint = await readViewpoint(tx, userId, now);
  const first = addMonths(`${viewpoint.today.slice(0, 7)}-01`, 1 - MONTHS_BACK);
  // The dearest first: what another answer is read with here is done there meanwhile.
  const [folded, charged, unplaced, questions, rates] = await Promise.all([
    listSubscriptionsBriefly(tx, userId),
    listMonthlyCharges(tx, userId, { first, count: MONTHS_BACK, timeZone }),
    unplacedEvents(tx, userId, viewpoint.today),
    askedEvents(tx, userId, viewpoint.today),
    loadRates(tx, userId),
  ]);
  return {
    subscriptions: folded.map((subscription) => asOf(subscription, viewpoint)),
    unplaced,
    questions,
    charged,
    rates,
    hasOtherMail: folded.length === 0 && (await hasEvents(tx, userId)),
    suggestions: await suggestionsFor(tx, userId, questions),
  };
}

async function askedEvents(tx: Tx, userId: string, today: CivilDate): Promise<SubscriptionEvent[]> {
  const asked = await listQuestions(tx, userId, { doubtfulSince: addDays(today, -DOUBTFUL_DAYS), limit: QUESTIONS_MAX });
  const questions = await listEvents(tx, userId, { eventIds: asked });
  return questions.toSorted((a, b) => b.occurredAt.localeCompare(a.occurredAt));
}

async function unplacedEvents(tx: Tx, userId: string, today: CivilDate): Promise<SubscriptionEvent[]> {
  const [since, receiptsSince] = [addDays(today, -UNPLACED_DAYS), addDays(today, -MERE_DAYS)];
  const eventIds = await listUnplaced(tx, userId, { since, receiptsSince, limit: QUESTIONS_MAX });
  if (eventIds.length === 0) return [];
  const said = latestCorrections(await listCorrections(tx, userId, { eventIds }));
  return (await listEvents(tx, userId, { eventIds }))
    .toSorted((a, b) => b.occurredAt.localeCompare(a.occurredAt))
    .map((event) => ({ ...event, kind: kindOf(event, said) as EventKind }));
}

export async function readOne(tx: Tx, userId: string, id: string, now: Date): Promise<TimelineView | null> {
  const folded = await findSubscription(tx, fold, userId, id);
  if (!folded) return null;
  const events = await listEvents(tx, userId, { eventIds: folded.eventIds });
  const corrections = latestCorrections(await listCorrections(tx, userId, { eventIds: folded.eventIds }));
  return {
    subscriptions: [asOf(folded, await readViewpoint(tx, userId, now))],
    events: new Map(events.map((event) => [event.id, event])),
    corrections,
    suggestions: await suggestionsFor(tx, userId, events),
  };
}

function suggestionsFor(tx: Tx, userId: string, events: readonly SubscriptionEvent[]): Promise<Map<string, StoredSuggestion>> {
  return listSuggestions(
    tx,
    userId,
    events.filter(({ decided }) => decided === 'abstain').map(({ id }) => id),
  );
}

/** The person's word where they gave one. */
export function kindOf(event: SubscriptionEvent, corrections: ReadonlyMap<string, MessageKind>): MessageKind {
  return corrections.get(event.id) ?? event.kind;
}
