// Verdicts for which DNS did not answer in time are made again later. The later verdict is a new row and a new leaf; the events of the
// message are folded anew, since a level decides what may become proof.
import { foldMerchant } from '@quittance/timeline/fold-merchant';
import type { VerifyInput } from '@quittance/authenticity/verify-message';
import type { Verdict } from '@quittance/domain/authenticity';
import type { Tx } from '@quittance/store/database';
import { loadKeptMessage, loadSealedMessage, type KeptMessage } from '@quittance/store/evidence';
import { NO_MERCHANT } from '@quittance/store/events';
import { appendToLog } from '@quittance/store/log';
import { notify } from '@quittance/store/notifications';
import { refoldMerchants } from '@quittance/store/subscriptions';
import { inTransaction, lockForUser } from '@quittance/store/transaction';
import { insertVerdicts, latestVerdict, listKnownSigners, listPendingVerdicts, type PendingVerdict } from '@quittance/store/verdicts';
import { openBytes } from '@quittance/vault/message-bytes';
import { arrivedAt } from './best-clock.ts';
import type { ClassifyDeps } from './classify-job.ts';
import { manifestLeaf } from './manifest.ts';
import { sealCheckpoint } from './seal-checkpoint.ts';
import { curatedDomains } from './verify-messages.ts';

const RETRY_AFTER_MS = 5 * 60_000;
const BATCH = 50;
/** A day without an answer is an answer: the verdict stands as it is, and the message as not verifiable. */
const GIVE_UP_AFTER_MS = 24 * 3_600_000;

export async function reverifyPending(deps: ClassifyDeps): Promise<number> {
  const now = deps.clock.now().getTime();
  const before = new Date(now - RETRY_AFTER_MS);
  const capturedSince = new Date(now - GIVE_UP_AFTER_MS);
  const pending = await listPendingVerdicts(deps.db, { before, capturedSince, limit: BATCH });
  let settled = 0;
  for (const one of pending) {
    try {
      if (await reverify(deps, one)) settled += 1;
    } catch (error) {
      // One message that can't be read again must not keep the others waiting.
      deps.log.error({ messageId: one.messageId, err: error }, 'reverification_failed');
    }
  }
  for (const userId of new Set(pending.map((one) => one.userId))) await sealCheckpoint(deps, userId);
  return settled;
}

async function reverify(deps: ClassifyDeps, { userId, messageId, sha256 }: PendingVerdict): Promise<boolean> {
  const message = await loadKeptMessage(deps.db, userId, messageId);
  const sealed = await loadSealedMessage(deps.db, userId, sha256);
  if (!message || !sealed) return false;
  const verdict = await deps.verify(await toInput(deps, userId, message, openBytes(deps.vault, sealed.contentId, sealed)));
  await inTransaction(deps.db, (tx) => recordVerdict(tx, deps, userId, message, verdict));
  return !verdict.pending;
}

async function toInput(deps: ClassifyDeps, userId: string, message: KeptMessage, raw: Buffer): Promise<VerifyInput> {
  const { merchantId, merchantDomains, mailboxAddress } = message;
  const known = merchantId ? ((await listKnownSigners(deps.db, userId, [merchantId])).get(merchantId) ?? []) : [];
  const curated = curatedDomains(merchantId ? { id: merchantId, domains: merchantDomains } : null);
  return {
    raw,
    message: await deps.parser.parse(raw),
    arrivedAt: arrivedAt(message.clocks),
    now: deps.clock.now().toISOString(),
    ownerAddresses: mailboxAddress ? [mailboxAddress.toLowerCase()] : [],
    providerHost: message.mailboxHost,
    knownSigners: [...known, ...curated],
    suspicions: message.suspicions,
  };
}

async function recordVerdict(tx: Tx, deps: ClassifyDeps, userId: string, message: KeptMessage, verdict: Verdict): Promise<void> {
  await lockForUser(tx, 'outcome', userId);
  const latest = await latestVerdict(tx, userId, message.messageId);
  if (!latest?.pending) return; // Another process was faster.
  const now = deps.clock.now();
  await insertVerdicts(tx, userId, [{ messageId: message.messageId, verdict }], now);
  // A verdict that still waits says nothing new; its row only moves the next try on.
  if (verdict.pending) return;
  await appendToLog(tx, userId, [manifestLeaf('verdict', message.messageId, message.salt, { ...message, verdict })], now);
  await refoldMerchants(tx, foldMerchant, userId, [message.merchantId ?? NO_MERCHANT]);
  await notify(tx, 'change', userId);
}
