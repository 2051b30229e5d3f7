// How fast timelines are: `npm run bench:timeline -- [events]`. First the fold of a million events (a household's merchants with eight years of
// mail each, and a few of a merchant with a very long history), then what the overview and one subscription's page read from PostgreSQL (the one
// that QUITTANCE_TEST_PG names, else the embedded one), for a person with 500 subscriptions and 20,000 events. Bounds: 10 s, 50 ms (p95).
import { onDay } from '@quittance/domain/viewpoint';
import { readOverview, readOne } from '@quittance/api/ui/read-timeline';
import { createTestDatabase } from '@quittance/testing/database';
import { ev } from '@quittance/testing/events';
import { createTestUser } from '@quittance/testing/staged-mail';
import { asUser } from '@quittance/store/transaction';
import { asOf } from '@quittance/timeline/as-of';
import { foldMerchant } from '@quittance/timeline/fold-merchant';
import setup from '../setup/postgres.ts';
import { fillTimeline } from './fill-timeline.ts';

const EVENTS = Number(process.argv[2] ?? 1_000_000);
const FOLD_MS_MAX = 10_000;
const PAGE_MS_MAX = 50;
const RUNS = 60;
const NOW = new Date('2026-11-23T09:00:00.000Z');

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function history(merchant: string, months: number, seq: number) {
  const price = '12.99 EUR';
  const day = (index: number): string => `${2018 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-03`;
  const line = { merchant, price, period: 'P1M', plan: 'Premium' };
  return Array.from({ length: months }, (_, index) =>
    ev(index === 0 ? 'signup' : index % 9 === 5 ? 'renewal_notice' : 'renewal_charged', day(index), { ...line, seq: seq + index }),
  );
}

function bulk(merchant: string, count: number) {
  const start = Date.parse('2000-01-01T09:00:00Z');
  return Array.from({ length: count }, (_, index) =>
    ev('renewal_charged', new Date(start + index * 43_200_000).toISOString(), {
      merchant,
      price: '3.10 EUR',
      period: 'P1D',
      reference: `B${index}`,
    }),
  );
}

function benchFold(): boolean {
  const usual = Array.from({ length: 100 }, (_, index) => history(`merchant${index}`, 96, index * 96));
  const long = bulk('longhouse', 10_000);
  let [done, ms] = [0, 0];
  // A tenth of all events are of merchants with very long histories.
  for (let round = 0; done < EVENTS; round += 1) {
    const events = round % 1_000 === 500 ? long : usual[round % usual.length]!;
    const since = performance.now();
    for (const one of foldMerchant(events, []).subscriptions) asOf(one, onDay('2026-11-23'));
    ms += performance.now() - since;
    done += events.length;
  }
  say(`fold     ${done} events in ${(ms / 1000).toFixed(2)} s (at most ${FOLD_MS_MAX / 1000} s for a million)`);
  return (ms * 1_000_000) / done <= FOLD_MS_MAX;
}

async function benchPages(): Promise<boolean> {
  const stop = await setup();
  const database = await createTestDatabase();
  try {
    const userId = await createTestUser(database.db);
    const { subscriptionIds, events } = await fillTimeline(database.db, userId, { subscriptions: 500, eventsEach: 40 });
    say(`filled   ${subscriptionIds.length} subscriptions, ${events} events`);
    const overview = await percentile(() => asUser(database.db, userId, (tx) => readOverview(tx, userId, NOW, 'Europe/Paris')));
    const one = await percentile((run) => asUser(database.db, userId, (tx) => readOne(tx, userId, subscriptionIds[run % 500]!, NOW)));
    say(`overview p95 ${overview.toFixed(1)} ms, subscription p95 ${one.toFixed(1)} ms (at most ${PAGE_MS_MAX} ms)`);
    return overview <= PAGE_MS_MAX && one <= PAGE_MS_MAX;
  } finally {
    await database.drop();
    await stop?.();
  }
}

async function percentile(work: (run: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const since = performance.now();
    await work(run);
    // The first runs fill caches, as a page that is open all day has them.
    if (run >= 10) times.push(performance.now() - since);
  }
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1]!;
}

const isFast = [benchFold(), await benchPages()].every(Boolean);
say(isFast ? 'within bounds' : 'BEYOND BOUNDS');
process.exitCode = isFast ? 0 : 1;
