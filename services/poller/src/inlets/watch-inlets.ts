// Watches folders of mail files beside the mailboxes: every few seconds each is listed, and what is new in it is taken in by the same acceptance step. A
// folder that can't be read says so on its card; the others go on. Two pollers that watch the same folder meet at the content's identity.
import { PermanentError } from '@quittance/domain/errors';
import { toInstant, type Clock } from '@quittance/domain/instant';
import type { Log } from '@quittance/domain/log';
import type { RunningService } from '@quittance/domain/service';
import { checkWatchFolder } from '@quittance/runtime/watch-folder';
import type { Database } from '@quittance/store/database';
import { listAllInlets, recordInletChecked, type Inlet } from '@quittance/store/inlets';
import type { Vault } from '@quittance/vault/vault';
import { WakeableLoop } from '../wakeable-loop.ts';
import { DropReader } from './read-drop.ts';
import { MaildirReader } from './read-maildir.ts';

export interface InletDeps {
  readonly db: Database;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly log: Log;
  readonly watchFolders: readonly string[];
  readonly inletMs: number;
  /** Growing steadily. */
  readonly nowMs: () => number;
}

/** Reads what is new in a folder. @throws the system's errors. */
export interface InletReader {
  /** As it is really called. */
  readonly path: string;
  /** @returns whether there is more to take in at once. */
  look(isStopping: () => boolean): Promise<boolean>;
}

export function watchInlets(deps: InletDeps): RunningService {
  const readers = new Map<string, InletReader>();
  const loop = new WakeableLoop(
    async () => {
      const inlets = await listAllInlets(deps.db);
      const ids = new Set(inlets.map(({ id }) => id));
      for (const id of readers.keys()) if (!ids.has(id)) readers.delete(id);
      for (const inlet of inlets) {
        if (loop.stopping) return;
        if (await lookAt(deps, readers, inlet, () => loop.stopping)) loop.wake();
      }
    },
    (error) => deps.log.error({ err: error }, 'inlets_failed'),
  );
  const timer = setInterval(() => loop.wake(), deps.inletMs);
  loop.wake();
  return {
    async stop() {
      clearInterval(timer);
      await loop.stop();
    },
  };
}

async function lookAt(deps: InletDeps, readers: Map<string, InletReader>, inlet: Inlet, isStopping: () => boolean): Promise<boolean> {
  let problem: Inlet['problem'] = null;
  let hasMore = false;
  try {
    const path = await checkWatchFolder(inlet.path, deps.watchFolders);
    const known = readers.get(inlet.id);
    // A link on the way may point elsewhere by now.
    const reader =
      known?.path === path ? known : inlet.kind === 'maildir' ? new MaildirReader(deps, inlet, path) : new DropReader(deps, inlet, path);
    readers.set(inlet.id, reader);
    hasMore = await reader.look(isStopping);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (error instanceof PermanentError) problem = { code: error.code, text: error.message };
    else if (/^E[A-Z]+$/.test(code)) problem = { code: 'folder_unreadable', text: `${inlet.path} can't be read or written (${code}).` };
    else throw error; // The database is away, or a bug: said by the loop, and tried again.
    if (inlet.problem?.code !== problem.code) deps.log.warn({ inletId: inlet.id, code: problem.code }, 'inlet_unreadable');
  }
  await recordInletChecked(deps.db, inlet, problem, toInstant(deps.clock.now()));
  return hasMore;
}
