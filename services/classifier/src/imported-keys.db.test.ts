// A key that the person imports verifies mail whose key DNS had forgotten when it was read: later, once, as a new verdict and a new leaf that name
// whose archive it was.
import { dkimSigned, everybodysKey } from '@quittance/authenticity/test-signing';
import { verifyMessage } from '@quittance/authenticity/verify-message';
import { createCheckpointSigner } from '@quittance/ledger/checkpoint';
import { verifyLedger } from '@quittance/ledger/verify-ledger';
import { createParsePool, type ParsePool } from '@quittance/mail/parse-pool';
import { findDkimKeys, saveKeys } from '@quittance/store/dkim-keys';
import { listEvents } from '@quittance/store/events';
import { loadWholeLog } from '@quittance/store/log-proofs';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { merchant, readWith, scriptedClassify } from '@quittance/testing/scripted-classify';
import { createTestUser, mailText, stageMail, testVault } from '@quittance/testing/staged-mail';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { classifyJob, type ClassifyDeps } from './classify-job.ts';
import { reverifyPending } from './reverify-pending.ts';
import { JOB_AT, jobDeps } from './test-job.ts';

let database: TestDatabase;
let parser: ParsePool;
beforeAll(async () => {
  database = await createTestDatabase();
  parser = createParsePool({ size: 1 });
});
afterAll(async () => {
  await parser.close();
  await database.drop();
});

const NAME = 's1._domainkey.streamly.example';

const read = scriptedClassify({ cancelled: { kind: 'cancellation_confirmed', merchant: merchant('streamly', 'Streamly') } });

function deps(): ClassifyDeps {
  const { db } = database;
  const forgotten = () => Promise.resolve({ rdata: [], resolver: '192.0.2.1', observedAt: JOB_AT });
  return jobDeps({
    db,
    vault: testVault,
    reader: readWith(parser, read),
    verify: (input) => verifyMessage({ resolveTxt: forgotten, findKeys: (names) => findDkimKeys(db, names) }, input),
  });
}

it('verifies old mail with an imported key, as a new verdict and leaf that say so', async () => {
  const { db } = database;
  const userId = await createTestUser(db, 'ada@example.org');
  const text = mailText('Your subscription has been cancelled', 'Your Streamly subscription has been cancelled.', {
    date: '2024-06-01T09:00:00Z',
  });
  const { contentId } = await stageMail(db, userId, await dkimSigned(text, 'streamly.example', new Date('2024-06-01T09:00:00Z')));
  await classifyJob(deps(), { userId, contentIds: [contentId], priority: 'live' });
  const level = async () => (await listEvents(db, userId)).map((event) => event.level);
  const verdicts = async () => (await loadWholeLog(db, userId))!.leaves.map(({ manifest }) => JSON.parse(manifest!.toString()) as Manifest);
  expect(await level()).toEqual(['D']);
  expect((await verdicts()).map(({ verdict }) => verdict.reasons)).toEqual([['key_no_longer_available']]);
  expect(await reverifyPending(deps())).toBe(0);

  const times = { firstSeenAt: '2024-01-01T00:00:00.000Z', lastSeenAt: '2024-12-31T00:00:00.000Z' };
  const { rdata } = await everybodysKey(NAME);
  await saveKeys(db, [{ name: NAME, record: rdata[0]!, source: 'old-keys.json', ...times }]);
  expect(await reverifyPending(deps())).toBe(1);
  expect(await level()).toEqual(['C']);
  const [first, later, ...more] = await verdicts();
  expect(more).toEqual([]);
  expect([first!.kind, later!.kind, later!.verdict.level]).toEqual(['message', 'verdict', 'C']);
  expect(later!.verdict.reasons).toContain('key_supplied');
  expect(later!.dns.find((answer) => answer.name === NAME)?.resolver).toBe('archive: old-keys.json');
  const log = (await loadWholeLog(db, userId))!;
  expect(verifyLedger(log, [createCheckpointSigner(log.origin, testVault.derive('checkpoint-signing-key')).verifierKey])).toEqual([]);
  expect(await reverifyPending(deps())).toBe(0);
});

interface Manifest {
  readonly kind: string;
  readonly verdict: { readonly level: string; readonly reasons: readonly string[] };
  readonly dns: readonly { readonly name: string; readonly resolver: string }[];
}
