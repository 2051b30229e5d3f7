// The statement of silence of one subscription between two instants, signed: what `proof silence` and the API give.
import type { Instant } from '@quittance/domain/instant';
import { PermanentError, TransientError } from '@quittance/domain/errors';
import type { Database, Tx } from '@quittance/store/database';
import { listEvents } from '@quittance/store/events';
import { latestCheckpoint } from '@quittance/store/log';
import { findSubscription } from '@quittance/store/find-subscription';
import { fold } from '@quittance/timeline/fold';
import { asUser } from '@quittance/store/transaction';
import { signerOf, type ReadDeps } from '../read-dossier.ts';
import { readSilence } from './read-silence.ts';
import { sealSilence, type SealedSilence } from './seal-silence.ts';

export interface SilenceOf extends SealedSilence {
  readonly verifierKey: string;
}

export interface Request {
  readonly userId: string;
  readonly subscriptionId: string;
  readonly from: Instant;
  /** Never later than now: nobody can have watched the time to come. */
  readonly until: Instant;
}

/** null when the person has no such subscription. @throws PermanentError `bad_period`, TransientError `not_sealed_yet`. */
export async function silenceOf(deps: ReadDeps & { readonly db: Database }, request: Request): Promise<SilenceOf | null> {
  return asUser(deps.db, request.userId, (tx) => silenceIn(tx, deps, request));
}

/** The same inside a transaction of the person. */
export async function silenceIn(tx: Tx, deps: ReadDeps, { userId, subscriptionId, from, until }: Request): Promise<SilenceOf | null> {
  const now = deps.clock.now().toISOString();
  const end = until < now ? until : now;
  if (from >= end) throw new PermanentError('bad_period', 'the period must begin before it ends, and in the past.');
  const subscription = await findSubscription(tx, fold, userId, subscriptionId);
  if (!subscription) return null;
  const checkpoint = await latestCheckpoint(tx, userId);
  if (!checkpoint) throw new TransientError('not_sealed_yet', 'the newest messages are being sealed in the log: try again in a moment.');
  const signer = await signerOf(tx, userId, checkpoint.note, deps.vault);
  const events = await listEvents(tx, userId, { eventIds: subscription.eventIds });
  const statement = await readSilence(tx, userId, { awaited: 'any', from, until: end, subscription, events, checkpoint: checkpoint.note });
  return { ...sealSilence(statement, signer), verifierKey: signer.verifierKey };
}
