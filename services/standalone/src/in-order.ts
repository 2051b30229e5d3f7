// Starts things one after the other and stops them the other way round, also when starting one of them fails.
import type { RunningService } from '@quittance/domain/service';

export async function inOrder(start: (add: (stop: () => Promise<void>) => void) => Promise<void>): Promise<RunningService> {
  const stops: (() => Promise<void>)[] = [];
  const stopAll = async (): Promise<void> => {
    for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
  };
  try {
    await start((stop) => void stops.push(stop));
  } catch (error) {
    await stopAll();
    throw error;
  }
  return { stop: stopAll };
}
