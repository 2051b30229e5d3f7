// Starts things one after the other and stops them the other way round, also when starting one of them fails. What can't be stopped must
// not keep the rest running: the database server comes last.
import type { RunningService } from '@quittance/domain/service';

export async function inOrder(start: (add: (stop: () => Promise<void>) => void) => Promise<void>): Promise<RunningService> {
  const stops: (() => Promise<void>)[] = [];
  /** @returns what went wrong first. */
  const stopAll = async (): Promise<{ readonly error: unknown } | null> => {
    let failure: { readonly error: unknown } | null = null;
    for (let stop = stops.pop(); stop; stop = stops.pop()) {
      try {
        await stop();
      } catch (error) {
        failure ??= { error };
      }
    }
    return failure;
  };
  try {
    await start((stop) => void stops.push(stop));
  } catch (error) {
    // Why it did not start is what counts.
    await stopAll();
    throw error;
  }
  return {
    async stop() {
      const failure = await stopAll();
      if (failure) throw failure.error;
    },
  };
}
