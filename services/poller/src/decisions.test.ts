// The poller's decisions, as tables.
import { describe, expect, it } from 'vitest';
import { InvariantError, PermanentError, TransientError } from '@quittance/domain/errors';
import type { ListedFolder, SpecialUse } from '@quittance/imap/list-folders';
import { backoffMs, BUSY_BACKOFF, NETWORK_BACKOFF } from './backoff.ts';
import type { HistoryDay } from '@quittance/store/mailboxes';
import { createByteBudget, historyBytesADay } from './byte-budget.ts';
import { chooseFolders } from './choose-folders.ts';
import { judgeFailure, NO_FAILURES, type FailureHistory, type FailureVerdict } from './failure-policy.ts';
import { createLoginLimiter } from './login-limiter.ts';
import { planBatches } from './plan-batches.ts';
import { toJobs } from './relay-outbox.ts';

const MINUTE = 60_000;
const SHORT = { livedMs: 1_000, loggedIn: false };

describe('judgeFailure', () => {
  const credential = new PermanentError('credential_refused', 'Authentication failed.');

  it('believes a refused password only the second time', () => {
    const first = judgeFailure(credential, SHORT, NO_FAILURES, 0.5);
    expect(first).toMatchObject({ action: 'retry', delayMs: 10 * MINUTE, problem: { code: 'credential_refused' } });
    expect(judgeFailure(credential, SHORT, first.history, 0.5)).toMatchObject({ action: 'stop', warnNow: true });
  });

  it('forgets the refusal when a login worked in between', () => {
    const first = judgeFailure(credential, SHORT, NO_FAILURES, 0.5);
    const lost = judgeFailure(new TransientError('connection_lost', ''), { livedMs: 1_000, loggedIn: true }, first.history, 0.5);
    expect(judgeFailure(credential, SHORT, lost.history, 0.5).action).toBe('retry');
  });

  it('never stops for a busy server', () => {
    let history: FailureHistory = NO_FAILURES;
    for (let n = 0; n < 50; n += 1) {
      const verdict = judgeFailure(new TransientError('busy', 'Too many simultaneous connections'), SHORT, history, 0.999);
      expect(verdict.action).toBe('retry');
      expect(verdict.delayMs).toBeLessThanOrEqual(30 * MINUTE);
      history = verdict.history;
    }
  });

  it('waits as long as the server asks', () => {
    const error = new TransientError('busy', 'throttled', { retryAfterMs: 92_415_000 });
    expect(judgeFailure(error, SHORT, NO_FAILURES, 0).delayMs).toBe(92_415_000);
  });

  it('takes an unclear refusal for busy three times, then asks the person', () => {
    const delays: number[] = [];
    let history: FailureHistory = NO_FAILURES;
    for (;;) {
      const verdict = judgeFailure(new TransientError('login_refused', 'LOGIN failed'), SHORT, history, 0.5);
      if (verdict.action === 'stop') break;
      delays.push(verdict.delayMs / MINUTE);
      history = verdict.history;
    }
    expect(delays).toEqual([5, 15, 60]);
  });

  it('row 7: reconnects at once after a session that lived, and ever more slowly, twice in two minutes at most, after those that did not', () => {
    const lost = new TransientError('connection_lost', 'BYE');
    expect(judgeFailure(lost, { livedMs: 3_600_000, loggedIn: true }, { ...NO_FAILURES, failures: 9 }, 0.9).delayMs).toBe(0);
    // Accepts, then drops, before or after it said that the login is right, with whatever jitter: a loop that must slow down.
    for (const loggedIn of [true, false]) {
      for (const random of [0, 0.5, 0.999]) {
        const logins = loginsOf((history) => judgeFailure(lost, { livedMs: 100, loggedIn }, history, random));
        for (const at of logins) expect(logins.filter((one) => one >= at && one < at + 2 * MINUTE).length).toBeLessThanOrEqual(2);
        expect(logins[1]! - logins[0]!).toBeLessThan(3_000);
        expect(logins.at(-1)! - logins.at(-2)!).toBe(random < 0.5 ? 2 * MINUTE + 100 : Math.round(5 * MINUTE * (0.1 + 0.9 * random)) + 100);
      }
    }
  });

  /** When a loop of so many sessions signs in, each a tenth of a second long. */
  function loginsOf(judge: (history: FailureHistory) => FailureVerdict): number[] {
    let history = NO_FAILURES;
    let at = 0;
    return Array.from({ length: 14 }, () => {
      const loggedInAt = at;
      const verdict = judge(history);
      history = verdict.history;
      at += 100 + verdict.delayMs;
      return loggedInAt;
    });
  }

  it('row 6: stops for an account that the provider blocked, warns at once of a bad certificate, and lets no bug go unseen', () => {
    expect(judgeFailure(new PermanentError('account_blocked', 'expired'), SHORT, NO_FAILURES, 0).action).toBe('stop');
    expect(judgeFailure(new TransientError('certificate_invalid', ''), SHORT, NO_FAILURES, 0)).toMatchObject({
      action: 'retry',
      warnNow: true,
    });
    expect(judgeFailure(new PermanentError('private_address_refused', ''), SHORT, NO_FAILURES, 0).action).toBe('retry');
    expect(judgeFailure(new InvariantError('bug'), SHORT, NO_FAILURES, 0)).toMatchObject({
      action: 'retry',
      problem: { code: 'internal_error' },
    });
  });
});

it('backs off within its bounds, never to nothing', () => {
  for (const backoff of [NETWORK_BACKOFF, BUSY_BACKOFF]) {
    for (let failures = 1; failures < 100; failures += 1) {
      expect(backoffMs(backoff, failures, 0)).toBeGreaterThanOrEqual(backoff.baseMs / 10);
      expect(backoffMs(backoff, failures, 0.999)).toBeLessThanOrEqual(backoff.maxMs);
    }
  }
});

describe('chooseFolders', () => {
  const folder = (path: string, specialUse: SpecialUse | null = null, selectable = true): ListedFolder => ({
    path,
    specialUse,
    selectable,
  });
  const wanted = (listed: ListedFolder[], isGmail = false): string[] =>
    chooseFolders(listed, { isGmail })
      .folders.filter((one) => one.wanted)
      .map((one) => one.path)
      .sort();

  it('reads all that may hold mail', () => {
    const listed = [
      folder('INBOX', 'inbox'),
      folder('Drafts', 'drafts'),
      folder('Spam', 'junk'),
      folder('Abos'),
      folder('Calendar'),
      folder('Calendar/Birthdays'),
      folder('Contacts'),
      folder('Tasks'),
      folder('Virtual.All', 'all'),
      folder('Holder', null, false),
    ];
    expect(wanted(listed)).toEqual(['Abos', 'INBOX', 'Spam']);
    expect(chooseFolders(listed, { isGmail: false }).live).toBe('INBOX');
  });

  it('reads what the person ticked, however many folders there are', () => {
    const many = Array.from({ length: 400 }, (_, n) => folder(`Year ${1000 + n}`));
    const choices = new Map([['Year 1399', true]]);
    const { folders } = chooseFolders([folder('INBOX', 'inbox'), ...many], { isGmail: false, choices });
    expect(folders.find(({ path }) => path === 'Year 1399')?.wanted).toBe(true);
    expect(folders.filter((one) => one.wanted)).toHaveLength(301);
  });

  it('knows what Exchange lists beside mail, in its languages, from folders that a person named so', () => {
    const french = ['Calendrier', 'Contacts', 'Tâches', 'Notes', 'Journal', "Boîte d'envoi", 'Flux RSS'].map((path) => folder(path));
    expect(wanted([folder('INBOX', 'inbox'), ...french, folder('Notes de frais')])).toEqual(['INBOX', 'Notes de frais']);
    const own = ['Journal', 'Notes de frais', 'Contacts', 'Journal/Le Monde'].map((path) => folder(path));
    expect(wanted([folder('INBOX', 'inbox'), ...own])).toHaveLength(5);
    expect(wanted([folder('INBOX', 'inbox'), folder('OUTBOX', 'sent')])).toEqual(['INBOX', 'OUTBOX']);
  });

  it('reads Gmail through All Mail, and through the inbox where that is hidden', () => {
    const listed = [
      folder('INBOX', 'inbox'),
      folder('[Gmail]/Tous les messages', 'all'),
      folder('[Gmail]/Spam', 'junk'),
      folder('[Gmail]/Corbeille', 'trash'),
      folder('Reçus'),
      folder('[Gmail]', null, false),
    ];
    expect(wanted(listed, true)).toEqual(['[Gmail]/Corbeille', '[Gmail]/Spam', '[Gmail]/Tous les messages']);
    expect(chooseFolders(listed, { isGmail: true }).live).toBe('[Gmail]/Tous les messages');
    const hidden = listed.filter((one) => one.specialUse !== 'all');
    expect(wanted(hidden, true)).toEqual(['INBOX', 'Reçus', '[Gmail]/Corbeille', '[Gmail]/Spam']);
  });
});

describe('planBatches', () => {
  const limits = { messagesMax: 3, bytesMax: 100 };

  it('keeps the order and the limits', () => {
    const sizes = new Map([[9, 40], [8, 40], [7, 40], [6, 500], [5, 1], [4, 1], [3, 1], [2, 1]]); // prettier-ignore
    const batches = planBatches([...sizes.keys()], (uid) => sizes.get(uid), () => false, limits); // prettier-ignore
    expect(batches).toEqual([[9, 8], [7], [6], [5, 4, 3], [2]]);
  });

  it('reads a suspect alone', () => {
    expect(planBatches([1, 2, 3, 4], () => 1, (uid) => uid === 2, limits)).toEqual([[1], [2], [3, 4]]); // prettier-ignore
  });
});

it('makes one job of a live message and batches of history, by person', () => {
  const row = (id: number, userId: string, priority: 'live' | 'history') => ({ id, userId, contentId: id + 1_000, priority });
  const rows = [
    row(1, 'a', 'live'),
    row(2, 'a', 'live'),
    ...Array.from({ length: 150 }, (_, n) => row(n + 10, n % 2 ? 'a' : 'b', 'history')),
  ];
  const jobs = toJobs(rows);
  expect(jobs.slice(0, 2).map((job) => job.contentIds)).toEqual([[1_001], [1_002]]);
  expect(jobs.slice(2).map((job) => [job.userId, job.contentIds.length])).toEqual([
    ['b', 75],
    ['a', 75],
  ]);
  expect(toJobs(Array.from({ length: 250 }, (_, n) => row(n, 'a', 'history'))).map((job) => job.outboxIds.length)).toEqual([100, 100, 50]);
});

describe('the day of a mailbox whose provider counts', () => {
  const hour = 3_600_000;
  let now = 0;
  const clock = { now: () => new Date(Date.UTC(2026, 5, 1) + now) };
  const gmail = (day: HistoryDay | null = null) => createByteBudget(historyBytesADay('imap.gmail.com'), clock, day);

  it('goes on over sessions, each of which begins where the one before left it', () => {
    now = 0;
    let day: HistoryDay | null = null;
    for (let session = 0; session < 5; session += 1, now += hour) {
      const budget = gmail(day);
      budget.spend(200 * 1024 * 1024);
      day = budget.save();
    }
    expect(gmail(day).exhausted()).toBe(true);
    expect(gmail().exhausted()).toBe(false);
    expect(createByteBudget(historyBytesADay('imap.orange.fr'), clock, day).exhausted()).toBe(false);
    now = 24 * hour;
    expect(gmail(day).exhausted()).toBe(false);
  });

  it('begins with its first byte', () => {
    const budget = gmail();
    for (const begin of [20 * hour, 100 * hour]) {
      now = begin;
      expect(budget.exhausted()).toBe(false);
      now = begin + hour;
      budget.spend(1_000 * 1024 * 1024);
      now = begin + 24.5 * hour;
      expect(budget.exhausted()).toBe(true);
      now = begin + 25 * hour;
      expect(budget.exhausted()).toBe(false);
    }
  });

  it('is written down as of now where a clock that ran ahead began it, so that sessions which come and go don’t move its end', () => {
    const budget = gmail({ bytes: 1_000 * 1024 * 1024, beganAt: '2030-01-01T00:00:00.000Z' });
    expect(Date.parse(budget.save()!.beganAt)).toBeLessThan(Date.parse('2029-01-01T00:00:00.000Z'));
  });

  it('goes on where the clock is not set yet, or was put back', () => {
    now = 0;
    const budget = gmail();
    budget.spend(1_000 * 1024 * 1024);
    const day = budget.save();
    for (const back of [-Date.UTC(2026, 5, 1), -20 * hour]) {
      now = back;
      const [again, going] = [gmail(day), budget];
      expect([again.exhausted(), going.exhausted()]).toEqual([true, true]);
      expect(again.save()).toEqual(day);
      now = 23 * hour;
      expect([again.exhausted(), gmail(again.save()).exhausted()]).toEqual([true, true]);
      now = 24 * hour;
      expect([again.exhausted(), gmail(day).exhausted()]).toEqual([false, false]);
    }
    // What was read before the clock was set counts for the day on which it was.
    now = -Date.UTC(2026, 5, 1);
    const early = gmail();
    early.spend(1_000 * 1024 * 1024);
    now = 0;
    expect(early.exhausted()).toBe(true);
    now = 24 * hour;
    expect(early.exhausted()).toBe(false);
  });

  it('lasts no longer where a clock that ran ahead wrote it down', () => {
    now = 0;
    const budget = gmail({ bytes: 1_000 * 1024 * 1024, beganAt: '2026-11-30T00:00:00.000Z' });
    expect(budget.exhausted()).toBe(true);
    now = 24 * hour;
    expect(budget.exhausted()).toBe(false);
  });
});

it('lets a mailbox sign in a few times at once, then slowly, the live connection first', async () => {
  let now = 0;
  const limiter = createLoginLimiter(
    () => now,
    async () => 0,
  );
  const login = (purpose: 'live' | 'history', mailboxId = 'box') => ({ host: 'imap.example', mailboxId, purpose });
  const free = (purpose: 'live' | 'history') => limiter.acquire(login(purpose), AbortSignal.timeout(20)).then(() => true, () => false); // prettier-ignore
  for (let n = 0; n < 6; n += 1) expect(await free('history')).toBe(true);
  expect(await free('history')).toBe(false);
  for (let n = 0; n < 4; n += 1) expect(await free('live')).toBe(true);
  expect(await free('live')).toBe(false);
  now += MINUTE / 2;
  expect(await free('history')).toBe(false);
  expect(await free('live')).toBe(true);
  await limiter.acquire(login('live', 'another box'), new AbortController().signal);
});
