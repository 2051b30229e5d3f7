// A person's word on an event, as one step: the correction, its leaf in the log, and the merchant's subscriptions folded anew. The level of the
// message stays what it is: a correction says what a mail means, not who sent it.
import { randomBytes } from 'node:crypto';
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { MessageKind } from '@quittance/domain/event-kind';
import type { Instant } from '@quittance/domain/instant';
import { canonicalJson } from '@quittance/ledger/canonical-json';
import { commitment, leafEntry, SALT_BYTES } from '@quittance/ledger/leaf';
import type { Tx } from './database.ts';
import { getEvent, insertCorrection, NO_MERCHANT } from './events.ts';
import { appendToLog } from './log.ts';
import { notify } from './notifications.ts';
import { OWN_WORD, replaceSuggestion } from './suggestions.ts';
import { listUndecidedAlike, type StoredTemplate } from './templates.ts';
import { refoldMerchants, type Fold, type Refolded } from './subscriptions.ts';
import { lockForUser } from './transaction.ts';

export interface EventCorrection {
  readonly userId: string;
  readonly eventId: string;
  readonly kind: MessageKind;
  readonly at: Instant;
  /** Which of these other mails are of the same template, by index; pure, of packages/classify. */
  readonly isAlike?: (a: StoredTemplate, b: StoredTemplate) => boolean;
}

/** @returns null for an event that the person does not have. */
export async function correctEvent(tx: Tx, fold: Fold, correction: EventCorrection): Promise<Refolded | null> {
  const { userId, eventId, kind, at } = correction;
  await lockForUser(tx, 'outcome', userId);
  const event = await getEvent(tx, userId, eventId);
  if (!event) return null;
  await insertCorrection(tx, userId, { eventId, kind, madeAt: at });
  await appendLeaf(tx, event, correction);
  await suggestAlike(tx, correction);
  const refolded = await refoldMerchants(tx, fold, userId, [event.merchant?.id ?? NO_MERCHANT]);
  await notify(tx, 'change', userId);
  return refolded;
}

// The person's word on one mail stands as a hint beside the open questions on others of its template, which came before it.
async function suggestAlike(tx: Tx, { userId, eventId, kind, at, isAlike }: EventCorrection): Promise<void> {
  if (!isAlike || kind === 'other' || kind === 'cancellation_confirmed' || kind === 'refund') return;
  const alike = await listUndecidedAlike(tx, userId, eventId);
  const one = alike.find(({ isIt }) => isIt);
  if (!one) return;
  for (const other of alike) {
    if (other.isIt || !isAlike(one, other)) continue;
    await replaceSuggestion(tx, { userId, eventId: other.eventId, suggestion: { kind, quote: '' }, model: OWN_WORD, at });
  }
}

// An event without a message is no evidence and has no leaf.
async function appendLeaf(tx: Tx, event: SubscriptionEvent, correction: EventCorrection): Promise<void> {
  if (!event.message) return;
  const message = await tx
    .selectFrom('message')
    .leftJoin('message_secret', 'message_secret.message_id', 'message.id')
    .select(['message.id', 'message_secret.salt'])
    .where('message.user_id', '=', correction.userId)
    .where('message.sha256', '=', Buffer.from(event.message.sha256, 'hex'))
    .executeTakeFirstOrThrow();
  const { eventId, kind, at } = correction;
  const manifest = Buffer.from(
    canonicalJson({ v: 1, kind: 'correction', raw: { sha256: event.message.sha256 }, event: eventId, read_as: event.kind, is: kind, at }),
  );
  // An erased message's salt is gone: its leaf commits to what nobody can open, as the erasure wants.
  const entry = leafEntry('correction', commitment(message.salt ?? randomBytes(SALT_BYTES), manifest));
  await appendToLog(tx, correction.userId, [{ entry, messageId: message.id, manifest: message.salt ? manifest : null }], at);
}
