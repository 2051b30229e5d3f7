// Path of an email, step 8 of 9. Before: classifier/classify-job. After: notifier/deliver-alert.
// One transaction, for one live message or a batch of history: what is kept becomes evidence, a leaf, an event, a newly folded timeline
// and due alerts; what is not leaves nothing but its keyed hash. Dying at any point leaves all or nothing of it, and running it again for
// messages that have their outcome does nothing.
import { fold } from '@quittance/timeline/fold';
import { dueAlerts } from '@quittance/timeline/due-alerts';
import type { Hand } from '@quittance/domain/hand';
import type { Clock } from '@quittance/domain/instant';
import type { FoldedSubscription } from '@quittance/domain/subscription';
import { recordAlert } from '@quittance/store/alerts';
import type { Database, Tx } from '@quittance/store/database';
import { rememberKeys } from '@quittance/store/dkim-keys';
import { insertedMessages, moveStagedBytes } from '@quittance/store/evidence';
import { insertedEvents, NO_MERCHANT, reservedEventSeqs } from '@quittance/store/events';
import { loadHand } from '@quittance/store/hand';
import { appendedLeaves, loadEdge, lockLog, type LogHead, type NewLeaf } from '@quittance/store/log';
import { deleteOutbox } from '@quittance/store/outbox';
import { deleteStaged, lockPending, settleContents } from '@quittance/store/outcomes';
import { listRepeated } from '@quittance/store/repeated-messages';
import { foldAnew, loadGround, type Anew, type Refolded } from '@quittance/store/subscriptions';
import { insertTemplates } from '@quittance/store/templates';
import { writeReturning, writeTogether } from '@quittance/store/together';
import { inTransaction, lockForUser } from '@quittance/store/transaction';
import { insertVerdicts } from '@quittance/store/verdicts';
import { effectiveOn, occurredAt } from './best-clock.ts';
import { manifestLeaf } from './manifest.ts';
import type { VerifiedReading } from './verify-messages.ts';

export interface RecordDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly randomBytes: (count: number) => Buffer;
}

export interface Outcome {
  readonly userId: string;
  readonly priority: 'live' | 'history';
  readonly kept: readonly VerifiedReading[];
  /** Content ids. */
  readonly ignored: readonly number[];
}

export interface Recorded {
  readonly kept: number;
  readonly ignored: number;
  readonly alerts: number;
}

interface SealedReading extends VerifiedReading {
  readonly salt: Buffer;
  /** Of its message, which has no id yet. */
  readonly leaf: NewLeaf;
}

interface Keeping extends SealedReading {
  readonly messageId: number;
}

// Each turn between us and the database counts while a mail has just come, so what needs no answer of one another is sent together: what is
// locked and read, what gives ids, what uses them, what follows from the fold.
export async function recordOutcome(deps: RecordDeps, outcome: Outcome): Promise<Recorded> {
  const { userId } = outcome;
  // Before the lock, which a mail that has just come may wait for.
  const sealed = outcome.kept.map((reading) => toSealed(reading, deps.randomBytes(32)));
  return inTransaction(deps.db, async (tx) => {
    const { open, log, hand } = await lockAll(tx, outcome);
    const ignored = outcome.ignored.filter((contentId) => open.has(contentId));
    const now = deps.clock.now();
    // In the order of acceptance, whatever order they were read in: the log and the events are the same after a crash as without one.
    const readings = sealed.filter((reading) => open.has(reading.contentId)).sort((a, b) => a.contentId - b.contentId);
    const story = log && hand && readings.length > 0 ? await keepMessages(tx, userId, { log, hand, readings, now }) : null;
    const { due, templates } = story ? conclude(story, outcome.priority, now) : { due: [], templates: [] };
    const settled = [
      ...settleContents(
        readings.map((reading) => reading.contentId),
        'kept',
        now,
      ),
      ...settleContents(ignored, 'ignored', now),
      ...deleteStaged([...open]),
      ...deleteOutbox([...open]),
      ...insertTemplates(tx, userId, templates),
      ...(story?.folded.writes ?? []),
    ];
    const [, recorded] = await Promise.all([
      story?.folded.clear(),
      Promise.all(due.map((alert) => recordAlert(tx, userId, alert, now.toISOString()))),
      writeTogether(tx, settled, open.size > 0 ? [{ channel: 'change', payload: userId }] : []),
    ]);
    return { kept: readings.length, ignored: ignored.length, alerts: recorded.filter(Boolean).length };
  });
}

async function lockAll(tx: Tx, { userId, priority, kept, ignored }: Outcome) {
  const contentIds = [...kept.map((reading) => reading.contentId), ...ignored];
  const [, , open, log, hand] = await Promise.all([
    // History waits for history first, so that at most one such transaction stands between a live mail and its alert.
    priority === 'history' ? lockForUser(tx, 'history', userId) : null,
    lockForUser(tx, 'outcome', userId),
    lockPending(tx, userId, contentIds),
    kept.length > 0 ? lockLog(tx, userId) : null,
    kept.length > 0 ? loadHand(tx, userId) : null,
  ]);
  return { open, log, hand };
}

interface Ready {
  readonly log: LogHead;
  readonly hand: Hand;
  readonly readings: readonly SealedReading[];
  readonly now: Date;
}

/** Evidence, leaves and events are written; the fold that they lead to is not saved yet. */
async function keepMessages(tx: Tx, userId: string, { log, hand, readings, now }: Ready): Promise<Story> {
  const merchants = readings.map((reading) => reading.classification.merchant);
  const added = [insertedMessages(tx, userId, readings.map(toMessage)), reservedEventSeqs(tx, userId, readings.length)];
  const [rows, edge, ground] = await Promise.all([
    writeReturning<{ id: number; content_id: number; next_event_seq: number }>(tx, added, []),
    loadEdge(tx, userId, log.size, readings.length),
    loadGround(tx, userId, [...new Set(merchants.map((merchant) => merchant?.id ?? NO_MERCHANT))], hand),
  ]);
  const firstSeq = rows[0]!.next_event_seq - readings.length;
  const messageIds = new Map(rows.map((row) => [row.content_id, row.id]));
  const kept = readings.map((reading) => ({ ...reading, messageId: messageIds.get(reading.contentId)! }));
  const leaves = kept.map(({ leaf, messageId }) => ({ ...leaf, messageId }));
  const evidence = [
    ...moveStagedBytes(userId, kept),
    ...insertVerdicts(tx, userId, kept, now),
    ...rememberKeys(kept.map((reading) => reading.verdict)),
    ...appendedLeaves(tx, userId, edge, leaves, now),
  ];
  const events = kept.map((reading, index) => toEvent(reading, firstSeq + index));
  const names = merchants.map((merchant) => merchant?.name ?? '');
  const [recorded, repeated, folded] = await Promise.all([
    writeReturning<{ id: string; seq: number }>(tx, [insertedEvents(tx, userId, events, now)], evidence),
    // The same mail under other bytes was told of when it first came.
    listRepeated(tx, userId, [...messageIds.values()]),
    foldAnew(tx, fold, userId, ground, names),
  ]);
  const idBySeq = new Map(recorded.map((row) => [row.seq, row.id]));
  return { kept, eventIds: events.map((event) => idBySeq.get(event.seq)!), repeated, folded };
}

interface Story {
  readonly kept: readonly Keeping[];
  /** One for each of `kept`. */
  readonly eventIds: readonly string[];
  /** Ids of messages. */
  readonly repeated: ReadonlySet<number>;
  readonly folded: Anew;
}

function conclude({ kept, eventIds, repeated, folded }: Story, priority: Outcome['priority'], now: Date) {
  const fresh = new Set(eventIds.filter((_, index) => !repeated.has(kept[index]!.messageId)));
  const due = folded.events
    .filter((event) => fresh.has(event.id))
    .flatMap((event) => dueAlerts({ event, ...merchantsOwn(folded, event.merchant?.id), now, priority }));
  return { due, templates: templatesOf(kept, eventIds) };
}

function toEvent({ messageId, classification, clocks, parsed }: Keeping, seq: number) {
  return {
    seq,
    messageId,
    kind: classification.kind,
    classification,
    occurredAt: occurredAt(clocks, parsed.isDelivered),
    effectiveOn: effectiveOn(classification),
  };
}

function toMessage(reading: VerifiedReading & { salt: Buffer }) {
  const { classification, staged, ...rest } = reading;
  return {
    ...rest,
    sizeBytes: reading.raw.length,
    language: classification.language,
    merchantName: classification.merchant?.name ?? null,
    reference: classification.reference,
    internalDate: staged.internalDate,
    capturedAt: staged.capturedAt,
    mailboxId: staged.mailboxId,
    origin: staged.origin,
  };
}

function toSealed(reading: VerifiedReading, salt: Buffer): SealedReading {
  const source = { sizeBytes: reading.raw.length, origin: reading.staged.origin };
  return { ...reading, salt, leaf: manifestLeaf('message', null, salt, { ...reading, ...source }) };
}

function templatesOf(kept: readonly Keeping[], eventIds: readonly string[]) {
  return kept.flatMap(({ template, readAs }, index) => (template ? [{ ...template, readAs, eventId: eventIds[index]! }] : []));
}

function merchantsOwn({ before, after }: Pick<Refolded, 'before' | 'after'>, merchantId: string | undefined) {
  const isOwn = (subscription: FoldedSubscription) => subscription.merchant.id === merchantId;
  return { before: before.filter(isOwn), after: after.filter(isOwn) };
}
