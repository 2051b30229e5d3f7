// Importing as a person does it, `npx quittance` in a clone, on an embedded database that each command starts and ends by itself: the sample,
// the same mail as a mailbox file, and what comes out of it. The JSON is checked against the shape that is promised, key by key.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { civilDateOf } from '@quittance/domain/civil-date';
import { findPlace } from '@quittance/embedded/place';
import { sampleMailbox } from '@quittance/sample/sample-mailbox';
import { cleanEnvironment } from '@quittance/testing/run-quittance';
import { afterAll, beforeAll, expect, it } from 'vitest';

const REPO = resolve(import.meta.dirname, '../..');
let folder: string;
let data: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quittance-import-'));
  await chmod(folder, 0o711);
  data = join(folder, 'data');
});
afterAll(async () => {
  const place = await findPlace(data).catch(() => null);
  if (place && !place.startsWith(folder)) await rm(resolve(place, '..'), { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

async function npx(...args: string[]): Promise<Record<string, unknown>> {
  const child = spawn('npx', ['--no-install', 'quittance', ...args, '--data', data, '--json'], { cwd: REPO, env: cleanEnvironment() });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as Record<string, unknown>;
}

/** A mailbox file as mail programs write it: a separator, and lines that look like one escaped. */
function toMbox(messages: readonly Buffer[]): Buffer {
  const parts = messages.map(
    (raw) => `From - Mon Nov 23 09:00:00 2026\r\n${raw.toString('latin1').replaceAll(/^(>*From )/gm, '>$1')}\r\n\r\n`,
  );
  return Buffer.from(parts.join(''), 'latin1');
}

const NAME = expect.any(String) as string;
const orNull = (type: unknown): unknown => expect.toSatisfy((value) => value === null || matches(value, type));
const matches = (value: unknown, type: unknown): boolean => {
  try {
    expect(value).toEqual(type);
    return true;
  } catch {
    return false; // The caller says what does not fit.
  }
};
const DATE = expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string;
const INSTANT = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string;
const AMOUNT = expect.stringMatching(/^\d+(\.\d+)?$/) as string;
const ELEMENT = { present: expect.any(Boolean) as boolean, quote: orNull(NAME) };
const EVENT = {
  id: NAME,
  kind: NAME,
  decided: expect.stringMatching(/^(auto|probable|abstain)$/) as string,
  confidence: expect.any(Number) as number,
  occurred_at: INSTANT,
  effective_on: orNull(DATE),
  amount: orNull(AMOUNT),
  currency: orNull(expect.stringMatching(/^[A-Z]{3}$/)),
  message: orNull({
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    message_id: orNull(expect.stringMatching(/^[^<>]+$/)),
    from: NAME,
    subject: NAME,
    sent_at: orNull(INSTANT),
  }),
  level: orNull(expect.stringMatching(/^[ABCDR]$/)),
};
const SUBSCRIPTION = {
  id: NAME,
  merchant: { id: NAME, name: NAME, domains: expect.any(Array) as string[] },
  biller: orNull(NAME),
  plan: orNull(NAME),
  status: expect.stringMatching(/^(trial|active|past_due|paused|cancel_requested|cancelled|ended|unknown)$/) as string,
  started_on: orNull(DATE),
  renews_on: orNull(DATE),
  cancel_by: orNull(DATE),
  ends_on: orNull(DATE),
  price: orNull({ amount: AMOUNT, currency: NAME, period: orNull(expect.stringMatching(/^P\d+[DWMY]$/)) }),
  proof: orNull({
    message_id: orNull(NAME),
    event_id: NAME,
    level: expect.stringMatching(/^[ABCD]$/) as string,
    meter: { who: ELEMENT, contract: ELEMENT, received_at: ELEMENT, ends_on: ELEMENT, effects: ELEMENT, no_further_charge: ELEMENT },
  }),
  events: expect.any(Array) as unknown[],
  findings: expect.any(Array) as unknown[],
};
const FINDING = { id: NAME, kind: NAME, since: DATE, until: orNull(DATE), event_id: orNull(NAME), explanation: NAME };

interface Timeline {
  readonly subscriptions: readonly { readonly events: readonly unknown[]; readonly findings: readonly unknown[] }[];
  readonly unattached: readonly unknown[];
}

it('imports the sample with exact counts, and nothing the second time', async () => {
  const total = sampleMailbox(civilDateOf(new Date())).length;
  const first = (await npx('import', 'sample')) as Record<string, number>;
  expect(first).toMatchObject({ read: total, duplicates: 0, quarantined: 0 });
  expect(first['accepted']! + first['ignored']!).toBe(total);
  expect(first['accepted']).toBeGreaterThan(60);
  expect(first['ignored']).toBeGreaterThan(20);
  expect(first['events']).toBe(first['accepted']);
  expect(await npx('import', 'sample')).toEqual({ read: total, accepted: 0, duplicates: total, ignored: 0, quarantined: 0, events: 0 });
});

it('tells the timeline in the promised shape, key by key', async () => {
  // The check itself can fail.
  expect(matches({ ...FINDING, since: '2026-11-23', until: 'soon', extra: 1 }, FINDING)).toBe(false);
  const timeline = (await npx('timeline')) as unknown as Timeline;
  expect(Object.keys(timeline).sort()).toEqual(['subscriptions', 'unattached']);
  expect(timeline.subscriptions.length).toBeGreaterThan(15);
  for (const subscription of timeline.subscriptions) {
    expect(subscription).toEqual(SUBSCRIPTION);
    for (const event of subscription.events) expect(event).toEqual(EVENT);
    for (const finding of subscription.findings) expect(finding).toEqual(FINDING);
  }
  for (const event of timeline.unattached) expect(event).toEqual(EVENT);
  expect(timeline.subscriptions.some((one) => one.findings.length > 0)).toBe(true);
});

it('knows the same mail in a mailbox file, and reads it alike for somebody else', async () => {
  const file = join(folder, 'archive.mbox');
  const messages = sampleMailbox(civilDateOf(new Date())).map(({ raw }) => raw);
  await writeFile(file, toMbox(messages));
  await npx('user', 'add', 'bea@example.org');
  const first = (await npx('import', file, '--user', 'bea@example.org')) as Record<string, number>;
  expect(first).toMatchObject({ read: messages.length, duplicates: 0, quarantined: 0 });
  const again = await npx('import', file, '--user', 'bea@example.org');
  expect(again).toEqual({ read: messages.length, accepted: 0, duplicates: messages.length, ignored: 0, quarantined: 0, events: 0 });
  expect(story(await npx('timeline', '--user', 'bea@example.org'))).toEqual(story(await npx('timeline')));
});

it('folds to the same subscriptions when they are made anew', async () => {
  expect(await npx('doctor', '--rebuild')).toMatchObject({ differences: [] });
});

/** What a timeline says, without ids, which are each person's own, and without hashes of files that end in another line. */
function story(timeline: Record<string, unknown>): unknown {
  const kept = JSON.stringify(timeline, (key, value: unknown) => (/^(id|event_id|sha256)$/.test(key) ? undefined : value));
  const { subscriptions } = JSON.parse(kept) as { subscriptions: { merchant: { name: string } }[] };
  return subscriptions.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}
