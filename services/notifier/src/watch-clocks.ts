// Looks at the clocks at once and then every quarter of an hour on the quarter: in every zone of the world nine o'clock falls on one.
import type { RunningService } from '@quittance/domain/service';
import { raiseClockAlerts, type RaiseDeps } from './raise-clock-alerts.ts';

const QUARTER_MS = 900_000;

export function watchClocks(deps: RaiseDeps): RunningService {
  let stopping = false;
  let since: Date | null = null;
  let timer: NodeJS.Timeout | null = null;
  let looking = look();

  async function look(): Promise<void> {
    const now = deps.clock.now();
    try {
      await raiseClockAlerts(deps, () => stopping, since);
      since = now;
    } catch (error) {
      // The database is away; who was missed is looked at on the next quarter, since `since` stays.
      deps.log.warn({ err: error }, 'clock_alerts_failed');
    }
    if (stopping) return;
    const again = (): void => {
      looking = look();
    };
    timer = setTimeout(again, QUARTER_MS - (deps.clock.now().getTime() % QUARTER_MS));
  }

  return {
    async stop() {
      stopping = true;
      if (timer) clearTimeout(timer);
      await looking;
    },
  };
}
