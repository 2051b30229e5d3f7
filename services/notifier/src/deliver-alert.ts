// Path of an email, step 9 of 9. Before: classifier/record-outcome. After: the person knows.
// One attempt: open the channel's secret, send, settle. Dying between sending and settling sends the same id (and Message-ID) once more
// when the claim runs out; that is the only way an alert can arrive twice, and receivers can tell.
import { PermanentError, TransientError } from '@quittance/domain/errors';
import type { ChannelKind } from '@quittance/domain/alert';
import type { Clock } from '@quittance/domain/instant';
import type { Log } from '@quittance/domain/log';
import { dropChannelSecret, openChannelSecret } from '@quittance/store/channels';
import type { Database } from '@quittance/store/database';
import { settleDelivered, settleFailed, settleRetry, type Attempted, type ClaimedDelivery } from '@quittance/store/deliveries';
import type { Vault } from '@quittance/vault/vault';
import type { Send } from './channels/send.ts';
import type { NotifierMetrics } from './metrics.ts';
import { retryDelayMs } from './retry-schedule.ts';

export interface DeliverDeps {
  readonly db: Database;
  readonly vault: Pick<Vault, 'open'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: NotifierMetrics;
  /** Kinds without a sender are refused when the channel is added. */
  readonly senders: Readonly<Partial<Record<ChannelKind, Send>>>;
  /** The points at which a crash must do no harm; only tests stop there. */
  readonly reached?: (point: 'due' | 'claimed' | 'sent' | 'recorded') => void;
}

export type DeliveryResult = 'delivered' | 'retry' | 'failed' | 'superseded';

export async function deliverAlert(deps: DeliverDeps, delivery: ClaimedDelivery): Promise<DeliveryResult> {
  deps.reached?.('claimed');
  const sent = await attempt(deps, delivery);
  if (sent.kind === 'sent') deps.reached?.('sent');
  const result = await settle(deps, delivery, sent);
  deps.reached?.('recorded');
  deps.metrics.attempt(delivery.channel.kind, result);
  const fields = { deliveryId: delivery.id, channel: delivery.channel.kind, attempt: delivery.attempt };
  if (sent.kind === 'sent') deps.log.info({ ...fields, result }, 'alert_delivered');
  else deps.log.warn({ ...fields, result, code: sent.code }, 'alert_not_delivered');
  return result;
}

type Sent =
  | { readonly kind: 'sent'; readonly receipt: object }
  | { readonly kind: 'problem'; readonly code: string; readonly text: string; readonly isFinal: boolean; readonly retryAfterMs: number };

async function attempt(deps: DeliverDeps, delivery: ClaimedDelivery): Promise<Sent> {
  const send = deps.senders[delivery.channel.kind];
  try {
    if (!send) throw new PermanentError('channel_kind_unavailable', `nothing sends to ${delivery.channel.kind} channels yet`);
    const secret = await openChannelSecret(deps.db, deps.vault, delivery.channel.id);
    return { kind: 'sent', receipt: await withinDeadline(send({ delivery, secret, now: deps.clock.now() })) };
  } catch (error) {
    if (error instanceof PermanentError) return problem(error.code, error.message, true);
    if (error instanceof TransientError) return problem(error.code, error.message, false, error.retryAfterMs);
    // A bug or the database: it is tried again like any other trouble, and the operator is told.
    deps.log.error({ err: error, deliveryId: delivery.id }, 'delivery_broke');
    return problem('internal', '', false);
  }
}

/** A server that answers byte by byte must not outlast the claim. */
const DEADLINE_MS = 45_000;

async function withinDeadline(sending: Promise<object>): Promise<object> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new TransientError('receiver_timeout', `not done within ${DEADLINE_MS / 1000} seconds`)),
    DEADLINE_MS,
  );
  try {
    return await Promise.race([sending, promise]);
  } finally {
    clearTimeout(timer);
  }
}

function problem(code: string, text: string, isFinal: boolean, retryAfterMs = 0): Sent {
  return { kind: 'problem', code, text, isFinal, retryAfterMs };
}

/** Shown at once, because only the operator can mend them. */
const OPERATORS = new Set(['smtp_not_configured', 'smtp_sign_in_failed', 'smtp_tls_failed']);
/** A receiver that restarts is no news; one that failed this often is. */
const VISIBLE_ATTEMPTS = 3;

async function settle(deps: DeliverDeps, delivery: ClaimedDelivery, sent: Sent): Promise<DeliveryResult> {
  const now = deps.clock.now();
  const { id, userId, attempt } = delivery;
  const done: Attempted = { id, userId, attempt, channelId: delivery.channel.id, at: now.toISOString() };
  if (sent.kind === 'sent') return (await settleDelivered(deps.db, done, sent.receipt)) ? 'delivered' : 'superseded';
  const { code, text } = sent;
  const delayMs = sent.isFinal ? null : retryDelayMs(attempt, sent.retryAfterMs);
  // Nobody is there any more: the keys go, the channel stays and says why.
  if (code === 'push_gone') await dropChannelSecret(deps.db, done.channelId);
  if (delayMs === null) return (await settleFailed(deps.db, done, { code, text })) ? 'failed' : 'superseded';
  const visible = attempt >= VISIBLE_ATTEMPTS || OPERATORS.has(code);
  const nextTryAt = new Date(now.getTime() + delayMs).toISOString();
  return (await settleRetry(deps.db, done, { code, text, visible }, nextTryAt)) ? 'retry' : 'superseded';
}
