// The anchor's turn, every minute: once a day the heads of all logs are anchored, and the authorities that people agreed to are asked; what
// failed is tried again when its time has come. Nothing of it is needed for anything else to go on.
import { latestAnchor, listUnanchoredHeads } from '@quittance/store/anchor-log';
import { listAsked } from '@quittance/store/time-stamps';
import { anchorHeads, type AnchorDeps } from './anchor-heads.ts';
import { allowedAuthorities, askAuthorities, type AskDeps } from './ask-authorities.ts';

/** After midnight UTC, when yesterday's last batches are sealed. */
const MINUTE_OF_DAY = 5;
const DAY_MS = 24 * 3_600_000;

export async function anchorDaily(deps: AnchorDeps & AskDeps): Promise<number> {
  const authorities = await allowedAuthorities(deps.db, deps.offered);
  if (await isDue(deps, authorities)) await anchorHeads(deps, authorities);
  return authorities.length === 0 ? 0 : askAuthorities(deps);
}

async function isDue({ db, clock }: AnchorDeps, authorities: readonly string[]): Promise<boolean> {
  const last = await latestAnchor(db);
  if (!last) return (await listUnanchoredHeads(db)).length > 0;
  const now = clock.now().getTime() - MINUTE_OF_DAY * 60_000;
  const today = Math.floor(now / DAY_MS) * DAY_MS + MINUTE_OF_DAY * 60_000;
  if (Date.parse(last.madeAt) < today) return true;
  // An authority that was agreed to since is asked for the newest head, without waiting for tomorrow.
  const asked = await listAsked(db, last.size);
  return authorities.some((authority) => !asked.includes(authority));
}
