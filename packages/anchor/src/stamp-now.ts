// Before a dossier is made: the newest head of the person's log is anchored and stamped, so that a token is newer than the newest message. The wait is
// short, and a token that comes later is still recorded: an authority that is away must never keep a dossier from being made.
import { setTimeout as sleep } from 'node:timers/promises';
import { latestAnchor } from '@quittance/store/anchor-log';
import { getLogHead } from '@quittance/store/log';
import { findLeafAnchor } from '@quittance/store/time-stamps';
import { anchorHeads, type AnchorDeps } from './anchor-heads.ts';
import { allowedAuthorities, askAuthorities, type AskDeps } from './ask-authorities.ts';
import { sealCheckpoint } from './seal-checkpoint.ts';

const WAIT_MS = 2_000;
/** Authorities ask scripts not to come more often. */
const APART_MS = 60_000;

export type StampNowDeps = AnchorDeps & AskDeps;

/** @returns whether all of the person's log is time-stamped now. */
export async function stampNow(deps: StampNowDeps, userId: string, waitMs = WAIT_MS): Promise<boolean> {
  const authorities = await allowedAuthorities(deps.db, deps.offered);
  if (authorities.length === 0) return isStamped(deps, userId);
  await sealCheckpoint(deps, userId);
  if (await isStamped(deps, userId)) return true;
  const last = await latestAnchor(deps.db);
  if (last && deps.clock.now().getTime() - Date.parse(last.madeAt) < APART_MS) return false;
  await anchorHeads(deps, authorities);
  const asking = askAuthorities(deps).catch((error: unknown) => {
    deps.log.warn({ err: error }, 'time_stamp_failed');
    return 0;
  });
  await Promise.race([asking, sleep(waitMs, undefined, { ref: false })]);
  return isStamped(deps, userId);
}

async function isStamped({ db }: StampNowDeps, userId: string): Promise<boolean> {
  const head = await getLogHead(db, userId);
  if (!head || head.size === 0) return false;
  const anchor = await findLeafAnchor(db, userId, head.size - 1);
  return anchor !== null && anchor.stamped !== null;
}
