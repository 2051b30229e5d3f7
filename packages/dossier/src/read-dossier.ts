// Reads everything that a dossier of one subscription says and proves. Messages that may be forged prove nothing and are left out; erased ones
// exist no more; both are counted, so that the report can say so. Run it inside `asUser`.
import { PermanentError } from '@quittance/domain/errors';
import { civilDateOf } from '@quittance/domain/civil-date';
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { Clock } from '@quittance/domain/instant';
import { openCheckpoint, readUnverifiedCheckpoint } from '@quittance/ledger/checkpoint';
import { LedgerError } from '@quittance/ledger/ledger-error';
import type { NoteSigner } from '@quittance/ledger/note';
import type { Tx } from '@quittance/store/database';
import { listCorrections, listEvents } from '@quittance/store/events';
import { findSubscription } from '@quittance/store/find-subscription';
import { listLogKeys, signerOf as signerOfKey } from '@quittance/store/log-keys';
import { readUserSettings } from '@quittance/store/user-settings';
import { asOf } from '@quittance/timeline/as-of';
import { fold } from '@quittance/timeline/fold';
import type { Vault } from '@quittance/vault/vault';
import { LIMITS } from '@quittance/verifier/layout';
import type { Evidence } from './evidence.ts';
import { readEvidence } from './read-evidence.ts';
import type { ReportData } from './report/report-data.ts';
import { awaitedSilences } from './silence/awaited-silences.ts';
import { readSilence } from './silence/read-silence.ts';
import { sealSilence, type SealedSilence } from './silence/seal-silence.ts';

export interface ReadDeps {
  readonly vault: Pick<Vault, 'open' | 'derive'>;
  readonly clock: Clock;
}

export interface StoredDossier {
  readonly evidence: Evidence;
  readonly signer: NoteSigner;
  readonly silences: readonly SealedSilence[];
  /** The report but for the messages, which must be parsed first. */
  readonly report: Omit<ReportData, 'messages'>;
}

/** null when the person has no such subscription. */
export async function readDossier(tx: Tx, deps: ReadDeps, userId: string, subscriptionId: string): Promise<StoredDossier | null> {
  const folded = await findSubscription(tx, fold, userId, subscriptionId);
  if (!folded) return null;
  const stored = new Map((await listEvents(tx, userId, { eventIds: folded.eventIds })).map((event) => [event.id, event]));
  const events = folded.eventIds.flatMap((id) => stored.get(id) ?? []);
  const corrections = await listCorrections(tx, userId, { eventIds: folded.eventIds });
  const { address, name, timeZone, country } = await readUserSettings(tx, userId);
  const today = civilDateOf(deps.clock.now(), timeZone);
  const hashes = hashesOf(events.filter((event) => event.level !== 'R'));
  const evidence = await readEvidence(tx, deps.vault, userId, hashes);
  const signer = await signerOf(tx, userId, evidence.checkpoint, deps.vault);
  const { origin, size, root } = readUnverifiedCheckpoint(evidence.checkpoint);
  // Whoever reads the dossier sees every finding, also what the person put aside for themselves.
  const subscription = asOf(folded, { today, country, setAside: [] });
  // Oldest first, so the latest word stays.
  const corrected = new Map(corrections.map((correction) => [correction.eventId, correction.kind]));
  const silences: SealedSilence[] = [];
  for (const awaited of awaitedSilences(subscription, events, corrected, deps.clock.now().toISOString()).slice(0, LIMITS.silences)) {
    const statement = await readSilence(tx, userId, { ...awaited, subscription, events, checkpoint: evidence.checkpoint });
    silences.push(sealSilence(statement, signer));
  }
  return {
    evidence,
    signer,
    silences,
    report: {
      subscription,
      events,
      corrections: corrected,
      silences: silences.map((one) => one.statement),
      leftOut: {
        suspicious: hashesOf(events.filter((event) => event.level === 'R')).length,
        erased: hashes.length - evidence.messages.length,
      },
      log: {
        origin,
        size,
        root: root.toString('base64'),
        madeAt: evidence.madeAt,
        verifierKey: signer.verifierKey,
        stamps: stampsOf(evidence),
      },
      owner: name || address,
      country,
      today,
      timeZone,
    },
  };
}

function stampsOf({ anchors }: Evidence): ReportData['log']['stamps'] {
  return anchors.flatMap(({ size, tokens }) => tokens.map(({ genAt, signer }) => ({ genAt, signer, covers: size })));
}

function hashesOf(events: readonly SubscriptionEvent[]): string[] {
  return [...new Set(events.flatMap((event) => event.message?.sha256 ?? []))];
}

// A dossier is sealed with the key that signed the head of the log: whoever knows one knows the other.
export async function signerOf(tx: Tx, userId: string, checkpoint: string, vault: Pick<Vault, 'derive'>): Promise<NoteSigner> {
  const { origin, size } = readUnverifiedCheckpoint(checkpoint);
  const generation = (await listLogKeys(tx, userId)).findLast(({ leafIndex }) => leafIndex < size)?.generation ?? 1;
  const signer = signerOfKey(vault, 'archive', origin, generation);
  try {
    openCheckpoint(checkpoint, [signer.verifierKey]);
    return signer;
  } catch (cause) {
    if (!(cause instanceof LedgerError)) throw cause;
    throw new PermanentError('log_key_unknown', 'the log is signed by another key than that of the key file: run "quittance fsck".', {
      cause,
    });
  }
}
