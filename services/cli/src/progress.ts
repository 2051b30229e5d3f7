// A progress bar on a terminal, nothing elsewhere.
import type { Output } from './output.ts';

const WIDTH = 24;
const REDRAW_MS = 100;

export interface Progress {
  /** @param fraction 0–1, or null while the whole is not known. */
  show(fraction: number | null, text: string): void;
  clear(): void;
}

export function createProgress(output: Output): Progress {
  let drawnAt = -Infinity;
  return {
    show(fraction, text) {
      if (performance.now() - drawnAt < REDRAW_MS) return;
      drawnAt = performance.now();
      if (fraction === null) return output.status(text);
      const full = Math.round(Math.min(1, Math.max(0, fraction)) * WIDTH);
      output.status(`${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${text}`);
    },
    clear() {
      output.status('');
    },
  };
}
