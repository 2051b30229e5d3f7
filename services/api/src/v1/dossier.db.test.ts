// The dossier over HTTP: both files for the person whose it is, nothing for anybody else, and the buttons on the page that lead there.
import { createCheckpointSigner, signCheckpoint } from '@quittance/ledger/checkpoint';
import { getLogHead, insertCheckpoint, loadRoot } from '@quittance/store/log';
import { inTransaction } from '@quittance/store/transaction';
import { createTestDatabase } from '@quittance/testing/database';
import { verifyBundle } from '@quittance/verifier/verify-bundle';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AT_ONCE, WAITING_MAX } from '../dossiers.ts';
import { createTestApp, type Person, type TestApp } from '../test-app.ts';

let app: TestApp;
let anna: Person;
let bruno: Person;
let id: string;
let beforeMaking = (): Promise<void> => Promise.resolve();

beforeAll(async () => {
  const stamping = { offered: [], stampNow: () => beforeMaking().then(() => false) };
  app = await createTestApp(await createTestDatabase(), { stamping });
  [anna, bruno] = [await app.addPerson('anna@example.org'), await app.addPerson('bruno@example.org')];
  const raw = Buffer.from('From: Shop <no-reply@shop.example>\r\nSubject: Your plan is cancelled\r\n\r\nIt ends on 30 November 2026.\r\n');
  await app.addMessage(anna, { raw, subject: 'Your plan is cancelled', kind: 'cancellation_confirmed' });
  const { subscriptions } = (await (await app.call('/api/v1/subscriptions', { as: anna })).json()) as { subscriptions: { id: string }[] };
  id = subscriptions[0]!.id;
});
afterAll(() => app.close());

async function seal(person: Person): Promise<void> {
  const { db, vault, clock } = app.deps;
  await inTransaction(db, async (tx) => {
    const { origin, size } = (await getLogHead(tx, person.id))!;
    const signer = createCheckpointSigner(origin, vault.derive('checkpoint-signing-key'));
    const note = signCheckpoint(signer, { size, root: await loadRoot(tx, person.id, size) });
    await insertCheckpoint(tx, person.id, { size, note, madeAt: clock.now() });
  });
}

it('asks to try again while the log is not sealed, then gives both files', async () => {
  const early = await app.call(`/api/v1/subscriptions/${id}/dossier.asice`, { as: anna });
  expect([early.status, early.headers.get('Retry-After')]).toEqual([503, '5']);
  await seal(anna);

  const bundle = await app.call(`/api/v1/subscriptions/${id}/dossier.asice?language=fr`, { token: anna.token });
  expect(bundle.status).toBe(200);
  expect(bundle.headers.get('Content-Type')).toBe('application/vnd.etsi.asic-e+zip');
  expect(bundle.headers.get('Content-Disposition')).toBe('attachment; filename="shop-2026-11-23.asice"');
  expect(bundle.headers.get('Cache-Control')).toBe('no-store');
  const verified = await verifyBundle(Buffer.from(await bundle.arrayBuffer()));
  expect(verified).toMatchObject({ hasReport: true, messages: [{ folder: 'messages/01', level: 'B' }] });

  const report = await app.call(`/api/v1/subscriptions/${id}/dossier.pdf`, { as: anna });
  expect(report.headers.get('Content-Type')).toBe('application/pdf');
  expect(
    Buffer.from(await report.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});

it('gives nothing to another person, and takes no other language or id', async () => {
  for (const ending of ['pdf', 'asice']) {
    expect((await app.call(`/api/v1/subscriptions/${id}/dossier.${ending}`, { as: bruno })).status).toBe(404);
    expect((await app.call(`/api/v1/subscriptions/${id}/dossier.${ending}`)).status).toBe(401);
    expect((await app.call(`/api/v1/subscriptions/${id}/dossier.${ending}?language=xx`, { as: anna })).status).toBe(400);
    expect((await app.call(`/api/v1/subscriptions/x/dossier.${ending}`, { as: anna })).status).toBe(400);
  }
});

it('makes a few of many at once, lets some wait, and tells the rest when to come again', async () => {
  const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
  const held = Array.from({ length: AT_ONCE }, () => app.deps.dossiers.make(() => mayGoOn, new AbortController().signal));
  const ask = async (ending: string) => {
    const answer = await app.call(`/api/v1/subscriptions/${id}/dossier.${ending}`, { as: anna });
    if (answer.status !== 200) refused.push(answer.headers.get('Retry-After'));
    if (refused.length === TOO_MANY) goOn();
    return answer.status;
  };
  const TOO_MANY = 5;
  const refused: (string | null)[] = [];
  const taken = WAITING_MAX;
  const statuses = await Promise.all(Array.from({ length: taken + TOO_MANY }, (_, at) => ask(at % 2 === 0 ? 'pdf' : 'asice')));
  expect(statuses.filter((status) => status === 200)).toHaveLength(taken);
  expect(refused).toEqual(Array.from({ length: TOO_MANY }, () => '10'));
  await Promise.all(held);
  expect(await ask('pdf')).toBe(200);
  // All of them, and the tests before, by one process.
  expect(process.getActiveResourcesInfo().filter((resource) => resource === 'ProcessWrap').length).toBeLessThanOrEqual(1);
});

it('waits for a time stamp outside the line', async () => {
  const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
  const { promise: allWait, resolve: lastCame } = Promise.withResolvers<void>();
  let waiting = 0;
  beforeMaking = () => {
    waiting += 1;
    if (waiting === AT_ONCE) lastCame();
    return mayGoOn;
  };
  const ask = async () => (await app.call(`/api/v1/subscriptions/${id}/dossier.pdf`, { as: anna })).status;
  const slow = Array.from({ length: AT_ONCE }, ask);
  await allWait;
  beforeMaking = () => Promise.resolve();
  expect(await ask()).toBe(200);
  goOn();
  expect(await Promise.all(slow)).toEqual(slow.map(() => 200));
});

it('is offered on the page of the subscription', async () => {
  const page = await (await app.call(`/subscriptions/${id}`, { as: anna })).text();
  expect(page).toContain(`/api/v1/subscriptions/${id}/dossier.pdf?language=en`);
  expect(page).toContain(`/api/v1/subscriptions/${id}/dossier.asice?language=en`);
});

it('says that the content was erased where nothing of it is left', async () => {
  await inTransaction(app.deps.db, async (tx) => {
    await sql`set local quittance.erasing = 'on'`.execute(tx);
    await tx.deleteFrom('message_body').where('user_id', '=', anna.id).execute();
    await tx.deleteFrom('message_secret').where('user_id', '=', anna.id).execute();
  });
  const gone = await app.call(`/api/v1/subscriptions/${id}/dossier.asice`, { as: anna });
  expect([gone.status, await gone.json()]).toEqual([410, expect.objectContaining({ code: 'message_erased' })]);
});
