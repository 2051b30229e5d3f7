// Path of an email, step 8 of 9. Before: classifier/classify-job. After: notifier/deliver-alert.
// One transaction, for one live message or a batch of history: what is kept becomes evidence, a leaf, an event, a newly folded timeline
// and due alerts; what is not leaves nothing but its keyed hash. Dying at any point leaves all or nothing of it, and running it again for
// messages that have their outcome does nothing.
import { fold } from '@quittance/timeline/fold';
import { dueAlerts } from '@quittance/timeline/due-alerts';
import type { Clock } from '@quittance/domain/instant';
import type { FoldedSubscription } from '@quittance/domain/subscription';
import { recordAlert } from '@quittance/store/alerts';
import type { Database, Tx } from '@quittance/store/database';
import { rememberKeys } from '@quittance/store/dkim-keys';
import { insertMessages, moveStagedBytes } from '@quittance/store/evidence';
import { insertEvents, NO_MERCHANT, reserveEventSeqs } from '@quittance/store/events';
import { appendToLog } from '@quittance/store/log';
import { deleteOutbox } from '@quittance/store/outbox';
import { deleteStaged, lockPending, settleContents } from '@quittance/store/outcomes';
import { listRepeated } from '@quittance/store/repeated-messages';
import { refoldMerchants, type Refolded } from '@quittance/store/subscriptions';
import { insertTemplates } from '@quittance/store/templates';
import { writeTogether } from '@quittance/store/together';
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

interface Keeping extends VerifiedReading {
  readonly salt: Buffer;
  readonly messageId: number;
}

export async function recordOutcome(deps: RecordDeps, outcome: Outcome): Promise<Recorded> {
  const { userId } = outcome;
  const contentIds = [...outcome.kept.map((reading) => reading.contentId), ...outcome.ignored];
  return inTransaction(deps.db, async (tx) => {
    // History waits for history first, so that at most one such transaction stands between a live mail and its alert.
    if (outcome.priority === 'history') await lockForUser(tx, 'history', userId);
    await lockForUser(tx, 'outcome', userId);
    const open = await lockPending(tx, userId, contentIds);
    const ignored = outcome.ignored.filter((contentId) => open.has(contentId));
    const now = deps.clock.now();
    // In the order of acceptance, whatever order they were read in: the log and the events are the same after a crash as without one.
    const readings = outcome.kept.filter((reading) => open.has(reading.contentId)).sort((a, b) => a.contentId - b.contentId);
    const kept = await keepMessages(tx, deps, userId, readings, now);
    const { alerts, templates } = await recordEvents(tx, outcome, kept, now);
    await writeTogether(
      tx,
      [
        ...settleContents(
          kept.map((reading) => reading.contentId),
          'kept',
          now,
        ),
        ...settleContents(ignored, 'ignored', now),
        ...deleteStaged([...open]),
        ...deleteOutbox([...open]),
        ...templates,
      ],
      open.size > 0 ? [{ channel: 'change', payload: userId }] : [],
    );
    return { kept: kept.length, ignored: ignored.length, alerts };
  });
}

async function keepMessages(tx: Tx, deps: RecordDeps, userId: string, readings: readonly VerifiedReading[], now: Date): Promise<Keeping[]> {
  if (readings.length === 0) return [];
  const salted = readings.map((reading) => ({ ...reading, salt: deps.randomBytes(32) }));
  const ids = await insertMessages(tx, userId, salted.map(toMessage));
  const kept = salted.map((reading) => ({ ...reading, messageId: ids.get(reading.contentId)! }));
  await writeTogether(tx, [
    ...moveStagedBytes(userId, kept),
    ...insertVerdicts(tx, userId, kept, now),
    ...rememberKeys(kept.map((reading) => reading.verdict)),
  ]);
  const leaves = kept.map((reading) => manifestLeaf('message', reading.messageId, reading.salt, { ...reading, ...toSource(reading) }));
  await appendToLog(tx, userId, leaves, now);
  return kept;
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

function toSource(reading: VerifiedReading) {
  return { sizeBytes: reading.raw.length, origin: reading.staged.origin };
}

/** Events, the timelines that they change, and what is due because of them. Templates of the mails are still to be written. */
async function recordEvents(tx: Tx, { userId, priority }: Outcome, kept: readonly Keeping[], now: Date) {
  if (kept.length === 0) return { alerts: 0, templates: [] };
  const firstSeq = await reserveEventSeqs(tx, userId, kept.length);
  const events = kept.map(({ messageId, classification, clocks }, index) => ({
    seq: firstSeq + index,
    messageId,
    kind: classification.kind,
    classification,
    occurredAt: occurredAt(clocks),
    effectiveOn: effectiveOn(classification),
  }));
  const ids = await insertEvents(tx, userId, events, now);
  // The same mail under other bytes was told of when it first came.
  const repeated = await listRepeated(tx, userId, kept.map(({ messageId }) => messageId)); // prettier-ignore
  const fresh = new Set(ids.filter((_, index) => !repeated.has(kept[index]!.messageId)));
  const merchantIds = [...new Set(kept.map((reading) => reading.classification.merchant?.id ?? NO_MERCHANT))];
  const folded = await refoldMerchants(tx, fold, userId, merchantIds);
  let alerts = 0;
  for (const event of folded.events.filter((event) => fresh.has(event.id))) {
    for (const alert of dueAlerts({ event, ...merchantsOwn(folded, event.merchant?.id), now, priority })) {
      if (await recordAlert(tx, userId, alert, now.toISOString())) alerts += 1;
    }
  }
  return { alerts, templates: insertTemplates(tx, userId, templatesOf(kept, ids)) };
}

function templatesOf(kept: readonly Keeping[], eventIds: readonly string[]) {
  return kept.flatMap(({ template, readAs }, index) => (template ? [{ ...template, readAs, eventId: eventIds[index]! }] : []));
}

function merchantsOwn({ before, after }: Refolded, merchantId: string | undefined) {
  const isOwn = (subscription: FoldedSubscription) => subscription.merchant.id === merchantId;
  return { before: before.filter(isOwn), after: after.filter(isOwn) };
}
