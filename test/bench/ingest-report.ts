// The table of the ingestion bench, as it stands in docs/performance.md, with what each side does and does not do.
import { loadavg } from 'node:os';
import type { BenchMailbox } from './ingest-mailbox.ts';
import type { Delays, Live } from './ingest-live.ts';
import type { MemoryFigures, RestFigures } from './ingest-memory.ts';
import type { Round, SlowLink } from './ingest-rounds.ts';
import type { Scan } from './ingest-scan.ts';
import { MBSYNC_FLAGS } from './mbsync.ts';

export interface IngestFigures {
  readonly mailbox: BenchMailbox;
  readonly machine: { readonly processors: number; readonly model: string };
  readonly rounds?: readonly Round[];
  readonly slowLink?: SlowLink;
  readonly live?: Live;
  readonly quiet?: Delays;
  readonly memory?: MemoryFigures;
  readonly rest?: RestFigures;
}

export function reportIngest(figures: IngestFigures): string {
  const { mailbox, machine, rounds, slowLink, live, quiet, memory, rest } = figures;
  const rows = [
    ...(rounds ? roundRows(rounds) : []),
    ...(slowLink
      ? [row('bytes read in slow-link mode, of the mailbox', slowLink.shareOfMailbox.toFixed(3), '≤ 0.15', slowLink.shareOfMailbox <= 0.15)]
      : []),
    ...(live ? liveRows(live) : []),
    ...(quiet ? delayRows('in a mailbox without old mail', quiet) : []),
    ...(rounds ? [memoryRow(`memory of the poller, ${mailbox.messages} messages`, peakOf(rounds))] : []),
    ...(memory ? [memoryRow(`memory of the poller, ${memory.messages} messages`, memory.pollerPeakBytes)] : []),
    ...(rest ? restRows(rest) : []),
  ];
  const megabytes = (mailbox.bytes / 1e6).toFixed(0);
  const sizes = mailbox.sizes;
  return [
    `${mailbox.messages} messages, ${megabytes} MB (median ${kilo(sizes.median)}, p90 ${kilo(sizes.p90)}, p99 ${kilo(sizes.p99)}), ${mailbox.notices} about subscriptions; Dovecot, Maildir, loopback, index and page cache warm; ${machine.processors} processors, load ${loadavg()[0]!.toFixed(1)} at the end.`,
    '',
    '| measure | measured | goal | |',
    '|---|---|---|---|',
    ...rows,
    '',
    `Peer: mbsync (${MBSYNC_FLAGS}). It copies every byte of every message into files and understands none.`,
    'Ours: sees every message (two passes: the beginning of each, the whole of candidates), writes a location for each, and of candidates the sealed bytes;',
    'each candidate goes through the queue, is parsed, classified and DKIM-verified, and becomes evidence with its leaf in the sealed log, in PostgreSQL with fsync.',
    'It keeps no bytes of what is not about a subscription. Processes had started before the clock did; no COMPRESS on either side.',
    '',
  ].join('\n');
}

function roundRows(rounds: readonly Round[]): string[] {
  return [
    ...scanRows('PostgreSQL', rounds, (round) => round.onPostgres),
    ...scanRows('Redis', rounds, (round) => round.onRedis),
    firstRow(rounds),
  ];
}

function scanRows(queue: string, rounds: readonly Round[], scanOf: (round: Round) => Scan | null): string[] {
  const scans = rounds.map(scanOf).filter((one) => one !== null);
  if (scans.length === 0) return [`| first scan, queue on ${queue} | not measured: redis-server is missing | | |`];
  const seconds = scans.map((one) => one.seconds.toFixed(1)).join(' · ');
  const ratios = rounds.flatMap((round) => (round.peerSeconds === null ? [] : [scanOf(round)!.seconds / round.peerSeconds]));
  const peers = rounds.map(({ peerSeconds }) => peerSeconds?.toFixed(1)).join(' · ');
  if (ratios.length === 0) return [`| first scan, queue on ${queue} | ${seconds} s | mbsync is missing: no ratio | |`];
  return [
    row(
      `first scan, queue on ${queue}, against mbsync`,
      `${ratios.map((ratio) => ratio.toFixed(2)).join(' · ')} (${seconds} s against ${peers} s)`,
      '≤ 0.35, bold ≤ 0.20',
      median(ratios) <= 0.35,
    ),
  ];
}

function firstRow(rounds: readonly Round[]): string {
  const scans = rounds.flatMap(({ onPostgres, onRedis }) => [onPostgres, ...(onRedis ? [onRedis] : [])]);
  const first = Math.max(...scans.map((one) => one.firstSubscriptionSeconds));
  const ten = Math.max(...scans.map((one) => one.tenSubscriptionsSeconds));
  return row('first subscription / ten of them after connecting', `${first.toFixed(1)} s / ${ten.toFixed(1)} s`, '≤ 5 s', ten <= 5);
}

function liveRows({ whileReading, atRest }: Live): string[] {
  return [...delayRows('while the backfill runs', whileReading), ...delayRows('after it', atRest)];
}

function delayRows(when: string, { total, own }: Delays): string[] {
  const [p50, p95] = [quantile(total, 0.5), quantile(total, 0.95)];
  const [own50, own95] = [quantile(own, 0.5), quantile(own, 0.95)];
  return [
    row(`delivered → event, ${when} (${total.length}), p50 / p95`, `${ms(p50)} / ${ms(p95)}`, '≤ 800 ms / 2 s', p50 <= 800 && p95 <= 2000),
    row(`our share, from EXISTS, ${when}, p50 / p95`, `${ms(own50)} / ${ms(own95)}`, '≤ 20 / 60 ms', own50 <= 20 && own95 <= 60),
  ];
}

function restRows({ bytesEach, cpuShare, mailboxes }: RestFigures): string[] {
  return [
    row(
      `a connected mailbox at rest (of ${mailboxes}, TLS)`,
      `${kilo(bytesEach)}, ${((100 * cpuShare) / mailboxes).toFixed(3)} % of a processor`,
      '≤ 400 KB, no measurable CPU',
      bytesEach <= 400 * 1024 && cpuShare / mailboxes < 0.001,
    ),
  ];
}

const memoryRow = (name: string, bytes: number): string => row(name, `${(bytes / 1e6).toFixed(0)} MB`, '≤ 400 MB', bytes <= 400e6);
const row = (name: string, measured: string, goal: string, isMet: boolean): string =>
  `| ${name} | ${measured} | ${goal} | ${isMet ? 'held' : '**not held**'} |`;
const kilo = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`;
const ms = (value: number): string => `${value.toFixed(0)} ms`;

function peakOf(rounds: readonly Round[]): number {
  return Math.max(...rounds.flatMap(({ onPostgres, onRedis }) => [onPostgres.pollerPeakBytes, onRedis?.pollerPeakBytes ?? 0]));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

function quantile(ascending: readonly number[], part: number): number {
  return ascending[Math.min(ascending.length - 1, Math.ceil(part * ascending.length) - 1)] ?? Number.NaN;
}
