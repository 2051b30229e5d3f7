// Asks again until there is an answer, for what another process does.
import { setTimeout as sleep } from 'node:timers/promises';

const EVERY_MS = 100;

/** null when the time ran out. Without a limit it asks for ever. */
export async function waitFor<Answer>(timeoutMs: number | null, ask: () => Promise<Answer | null>): Promise<Answer | null> {
  const end = timeoutMs === null ? Infinity : performance.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (performance.now() > end) return null;
    await sleep(EVERY_MS);
  }
}
