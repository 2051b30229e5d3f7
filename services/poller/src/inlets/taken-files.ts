// Files of a drop folder that were taken lately, with how much of each was read: one that has changed since was still being written. Looked at ever more
// seldom, for a day; over a restart the sizes come from the database.
import { listTakenSince, type Inlet } from '@quittance/store/inlets';
import { toInstant } from '@quittance/domain/instant';
import type { InletDeps } from './watch-inlets.ts';

interface Taken {
  readonly sizeBytes: number;
  /** Null until it was seen where it lies now. */
  readonly mtimeMs: number | null;
  readonly takenMs: number;
  readonly lookAtMs: number;
}

const DAY_MS = 24 * 3_600_000;
/** The next look is due when it has been there for so much longer. */
const GROWTH = 1.5;
/** After a restart those of a whole day are due at once; the others wait for the next look. */
const LOOKS_MAX = 200;

interface FileState {
  readonly size: number;
  readonly mtimeMs: number;
}

export class TakenFiles {
  readonly #deps: InletDeps;
  readonly #inlet: Inlet;
  readonly #files = new Map<string, Taken>();
  #isLoaded = false;

  constructor(deps: InletDeps, inlet: Inlet) {
    this.#deps = deps;
    this.#inlet = inlet;
  }

  add(name: string, sizeBytes: number): void {
    const now = this.#deps.nowMs();
    this.#files.set(name, { sizeBytes, mtimeMs: null, takenMs: now, lookAtMs: now + this.#deps.inletMs });
  }

  /** Names of those that are not as they were taken; they are forgotten here. @param stateOf null: it was taken away. */
  async listGrown(stateOf: (name: string) => Promise<FileState | null>, isStopping: () => boolean): Promise<string[]> {
    await this.#load();
    const now = this.#deps.nowMs();
    const grown: string[] = [];
    let looks = 0;
    for (const [name, taken] of this.#files) {
      if (taken.lookAtMs > now) continue;
      if (isStopping() || looks >= LOOKS_MAX) break;
      looks += 1;
      const state = now - taken.takenMs > DAY_MS ? null : await stateOf(name);
      const isSame = state?.size === taken.sizeBytes && (taken.mtimeMs ?? state.mtimeMs) === state.mtimeMs;
      if (state && isSame) {
        const lookAtMs = now + Math.max(this.#deps.inletMs, (GROWTH - 1) * (now - taken.takenMs));
        this.#files.set(name, { ...taken, mtimeMs: state.mtimeMs, lookAtMs });
      } else {
        this.#files.delete(name);
        if (state) grown.push(name);
      }
    }
    return grown;
  }

  async #load(): Promise<void> {
    if (this.#isLoaded) return;
    const since = toInstant(new Date(this.#deps.clock.now().getTime() - DAY_MS));
    for (const { name, sizeBytes } of await listTakenSince(this.#deps.db, this.#inlet.id, since)) this.add(name, sizeBytes);
    this.#isLoaded = true;
  }
}
