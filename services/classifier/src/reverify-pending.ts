// Verdicts for which DNS did not answer in time are made again later, however long that takes; so are those for which a key was imported since.
// The later verdict is a new row and a new leaf; the events of the message are folded anew, since a level decides what may become proof.
import { fold } from '@quittance/timeline/fold';
import type { VerifyInput } from '@quittance/authenticity/verify-message';
import type { Verdict } from '@quittance/domain/authenticity';
import type { Tx } from '@quittance/store/database';
import { listUntriedKeyNames, markKeysTried, rememberKeys } from '@quittance/store/dkim-keys';
import { loadKeptMessage, loadSealedMessage, type KeptMessage } from '@quittance/store/evidence';
import { NO_MERCHANT } from '@quittance/store/events';
import { appendToLog } from '@quittance/store/log';
import { notify } from '@quittance/store/notifications';
import { refoldMerchants } from '@quittance/store/subscriptions';
import { writeTogether } from '@quittance/store/together';
import { inTransaction, lockForUser } from '@quittance/store/transaction';
import {
  insertVerdicts,
  latestVerdict,
  listKnownSigners,
  listPendingVerdicts,
  listVerdictsLackingKeys,
  type PendingVerdict,
} from '@quittance/store/verdicts';
import { openBytes } from '@quittance/vault/message-bytes';
import { arrivedAt } from './best-clock.ts';
import type { ClassifyDeps } from './classify-job.ts';
import { manifestLeaf } from './manifest.ts';
import { sealCheckpoint } from '@quittance/anchor/seal-checkpoint';
import { curatedDomains } from './verify-messages.ts';

const RETRY_AFTER_MS = 5 * 60_000;
const BATCH = 50;

export async function reverifyPending(deps: ClassifyDeps): Promise<number> {
  const pending = await listPendingVerdicts(deps.db, { now: deps.clock.now(), retryMs: RETRY_AFTER_MS, limit: BATCH });
  return (await reverifyEach(deps, pending)) + (await tryImportedKeys(deps));
}

/** Keys that a person imported are tried once on every message that lacked them. */
async function tryImportedKeys(deps: ClassifyDeps): Promise<number> {
  const names = await listUntriedKeyNames(deps.db);
  if (names.length === 0) return 0;
  let settled = 0;
  const tried = new Set<number>();
  for (;;) {
    const lacking = await listVerdictsLackingKeys(deps.db, names, BATCH + tried.size);
    const open = lacking.filter(({ messageId }) => !tried.has(messageId));
    if (open.length === 0) break;
    // The keys stay untried, and the next start tries them again.
    if (deps.stopping?.aborted) return settled;
    for (const { messageId } of open) tried.add(messageId);
    settled += await reverifyEach(deps, open);
  }
  if (deps.stopping?.aborted) return settled;
  await markKeysTried(deps.db, names, deps.clock.now());
  return settled;
}

async function reverifyEach(deps: ClassifyDeps, verdicts: readonly PendingVerdict[]): Promise<number> {
  let settled = 0;
  for (const one of verdicts) {
    if (deps.stopping?.aborted) break;
    try {
      if (await reverify(deps, one)) settled += 1;
    } catch (error) {
      // One message that can't be read again must not keep the others waiting.
      deps.log.error({ messageId: one.messageId, err: error }, 'reverification_failed');
    }
  }
  for (const userId of new Set(verdicts.map((one) => one.userId))) await sealCheckpoint(deps, userId);
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
    message: (await deps.reader.read(raw)).message,
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
  // Another process was faster, or an archive's key changed nothing.
  if (!latest || (!latest.pending && latest.level === verdict.level)) return;
  const now = deps.clock.now();
  const verdicts = insertVerdicts(tx, userId, [{ messageId: message.messageId, verdict }], now);
  await writeTogether(tx, [...verdicts, ...rememberKeys([verdict])]);
  // A verdict that still waits says nothing new; its row only moves the next try on.
  if (verdict.pending) return;
  await appendToLog(tx, userId, [manifestLeaf('verdict', message.messageId, message.salt, { ...message, verdict })], now);
  await refoldMerchants(tx, fold, userId, [message.merchantId ?? NO_MERCHANT]);
  await notify(tx, 'change', userId);
}
