// What each service gets and gives back, whether it runs in a process of its own or inside the standalone one.
import type { Clock } from './instant.ts';
import type { Log } from './log.ts';

export interface RunningService {
  /** Finishes or abandons the work at hand, closes what the service opened itself, never throws. */
  stop(): Promise<void>;
}

export interface ServiceContext {
  readonly clock: Clock;
  readonly log: Log;
}
