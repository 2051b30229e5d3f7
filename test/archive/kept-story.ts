// An archive as the classifier leaves it, for tests of what must hold for it: one person, kept mails of two merchants, an ignored one, a
// correction, signed checkpoints.
import { createHash, randomBytes } from 'node:crypto';
import { classifyJob } from '@quittance/classifier/classify-job';
import { createClassifierMetrics } from '@quittance/classifier/metrics';
import { sealCheckpoint } from '@quittance/anchor/seal-checkpoint';
import type { Verdict } from '@quittance/domain/authenticity';
import { silentLog } from '@quittance/domain/log';
import { createParsePool, type ParsePool } from '@quittance/mail/parse-pool';
import { createLiveWork } from '@quittance/runtime/live-work';
import { createMetrics } from '@quittance/runtime/metrics';
import { correctEvent } from '@quittance/store/correct-event';
import type { Database } from '@quittance/store/database';
import { fsckUser, freezeSnapshot, listUserIds, type FsckReport } from '@quittance/store/fsck';
import type { ErasureEntry, ErasureList } from '@quittance/store/erasure-list';
import { listEvents } from '@quittance/store/events';
import { asUser, inTransaction } from '@quittance/store/transaction';
import { merchant, readWith, scriptedClassify } from '@quittance/testing/scripted-classify';
import { createTestUser, mailText, stageMail, testVault } from '@quittance/testing/staged-mail';
import { fold } from '@quittance/timeline/fold';

const AT = '2026-06-01T12:00:05.000Z';
export const clock = { now: () => new Date(AT) };

const VERDICT: Verdict = {
  level: 'A',
  pending: false,
  reasons: ['signed_aligned'],
  signatures: [{ domain: 'gymbox.example', selector: 's1', result: 'pass', aligned: true, keyBits: 2048, signedAt: null, weaknesses: [] }],
  dns: [{ name: 's1._domainkey.gymbox.example', type: 'TXT', rdata: ['v=DKIM1; p=AAAA'], resolver: '192.0.2.1', observedAt: AT }],
  tool: 'test@1',
};

const classify = scriptedClassify({
  'renews on': { kind: 'renewal_notice', renewsOn: '2026-06-20', merchant: merchant('streamly', 'Streamly') },
  cancelled: { kind: 'cancellation_confirmed', endsOn: '2026-06-20', merchant: merchant('gymbox', 'Gymbox') },
  receipt: { kind: 'renewal_charged', merchant: merchant('streamly', 'Streamly'), price: { amountMinor: 1299, currency: 'EUR' } },
});

export const CANCELLED = mailText(
  'Your Gymbox membership has been cancelled',
  'Membership 4711 has been cancelled. You can train until 20 June.',
  {
    from: 'Gymbox <hello@gymbox.example>',
  },
);
const RENEWAL = mailText('Your Streamly subscription renews on 20 June 2026', 'You will be charged EUR 12.99.');
const RECEIPT = mailText('Your Streamly receipt', 'We charged EUR 12.99.', { date: '2026-05-20T09:00:00Z' });
const LUNCH = mailText('Lunch tomorrow?', 'Are you free at noon?', { from: 'Bob <bob@friends.example>' });

export const hashOf = (mail: string | Buffer): string => createHash('sha256').update(mail).digest('hex');

export interface Story {
  readonly userId: string;
}

/** Mails read in batches, so that the log has several checkpoints. */
export async function tellStory(db: Database, address = 'ada@example.org'): Promise<Story> {
  const userId = await createTestUser(db, address);
  await settle(db, userId, [RECEIPT]);
  await settle(db, userId, [LUNCH, RENEWAL, CANCELLED]);
  const renewal = (await listEvents(db, userId)).find((event) => event.kind === 'renewal_notice')!;
  await asUser(db, userId, (tx) => correctEvent(tx, fold, { userId, eventId: renewal.id, kind: 'price_change', at: AT }));
  await sealCheckpoint({ db, clock, vault: testVault }, userId);
  return { userId };
}

export async function settle(db: Database, userId: string, mails: readonly (string | Buffer)[]): Promise<void> {
  const staged = [];
  for (const mail of mails) staged.push(await stageMail(db, userId, mail, { path: `mail.mbox#${hashOf(mail).slice(0, 6)}` }));
  parser ??= createParsePool({ size: 1 });
  const deps = {
    db,
    vault: testVault,
    reader: readWith(parser, classify),
    verify: () => Promise.resolve(VERDICT),
    clock,
    randomBytes,
    busyMs: 0,
    liveWork: createLiveWork(),
    log: silentLog,
    metrics: createClassifierMetrics(createMetrics()),
  };
  await classifyJob(deps, { userId, contentIds: staged.map((mail) => mail.contentId), priority: 'live' });
}

let parser: ParsePool | null = null;

/** At the end of a file that tells stories. */
export async function closeStories(): Promise<void> {
  await parser?.close();
  parser = null;
}

export function fsck(db: Database, userId: string, erasures: readonly ErasureEntry[] = []): Promise<FsckReport> {
  return inTransaction(db, async (tx) => {
    await freezeSnapshot(tx);
    return fsckUser({ tx, vault: testVault, fold, erasures }, userId);
  });
}

export async function fsckAll(db: Database): Promise<FsckReport[]> {
  const ids = await inTransaction(db, listUserIds);
  const reports = [];
  for (const id of ids) reports.push(await fsck(db, id));
  return reports;
}

/** A list in memory. */
export function memoryList(): ErasureList & { readonly entries: ErasureEntry[] } {
  const entries: ErasureEntry[] = [];
  return { entries, append: (entry) => Promise.resolve(void entries.push(entry)), read: () => Promise.resolve(entries) };
}
