// A link to a subscription that has another id by now: its pages lead on, the API gives the same object, and nobody else is told anything.
import { createCheckpointSigner, signCheckpoint } from '@quittance/ledger/checkpoint';
import { getLogHead, insertCheckpoint, loadRoot } from '@quittance/store/log';
import { inTransaction } from '@quittance/store/transaction';
import { createTestDatabase } from '@quittance/testing/database';
import { mailText } from '@quittance/testing/staged-mail';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type Person, type TestApp } from '../test-app.ts';

let app: TestApp;
let anna: Person;
let bert: Person;
beforeAll(async () => {
  app = await createTestApp(await createTestDatabase());
  anna = await app.addPerson('anna@example.org');
  bert = await app.addPerson('bert@example.org');
});
afterAll(() => app.close());

let count = 0;
const mail = async (kind: string, more: object = {}): Promise<string> => {
  count += 1;
  const raw = Buffer.from(mailText(`n${count}`, `n${count}`));
  return (await app.addMessage(anna, { raw, subject: 'Streamly', merchant: 'Streamly', kind, at: '2026-11-10T09:00:00.000Z', ...more }))
    .eventId;
};
const music = async (): Promise<string> => {
  const { subscriptions } = (await (await app.call('/api/v1/subscriptions', { as: anna })).json()) as {
    subscriptions: { id: string; plan: string | null }[];
  };
  return subscriptions.find(({ plan }) => plan === 'Music')!.id;
};

async function seal({ id }: Person): Promise<void> {
  const { db, vault, clock } = app.deps;
  await inTransaction(db, async (tx) => {
    const { origin, size } = (await getLogHead(tx, id))!;
    const signer = createCheckpointSigner(origin, vault.derive('checkpoint-signing-key'));
    const note = signCheckpoint(signer, { size, root: await loadRoot(tx, id, size) });
    await insertCheckpoint(tx, id, { size, note, madeAt: clock.now() });
  });
}

it('leads from an id that the subscription had to the subscription', async () => {
  const confirmation = await mail('cancellation_confirmed');
  await mail('signup', { plan: 'Music', at: '2026-10-01T09:00:00.000Z' });
  await mail('signup', { plan: 'Storage', at: '2026-10-05T09:00:00.000Z' });
  const former = await music();
  await app.call(`/events/${confirmation}/move`, { method: 'POST', as: anna, form: { subscription: former } });
  const now = await music();
  expect(now).not.toBe(former);

  const leads = async (page: string) => (await app.call(`/subscriptions/${former}${page}`, { as: anna })).headers.get('Location');
  expect([await leads(''), await leads('/own-word')]).toEqual([`/subscriptions/${now}`, `/subscriptions/${now}/own-word`]);
  await seal(anna);
  const alike = ['', '/dossier.asice', '/silence?from=2026-11-01&to=2026-11-20'];
  for (const part of alike)
    expect([part, (await app.call(`/api/v1/subscriptions/${former}${part}`, { as: anna })).status]).toEqual([part, 200]);
  expect(((await (await app.call(`/api/v1/subscriptions/${former}`, { as: anna })).json()) as { id: string }).id).toBe(now);
  // What is said of it by that id is said of it.
  const said = await app.call('/api/v1/acts', {
    method: 'POST',
    as: anna,
    json: { kind: 'terms_set', subscription: former, period: 'P1Y' },
  });
  expect(said.status).toBe(200);
  // … and the answer says of which.
  expect(await said.json()).toMatchObject({ kind: 'terms_set', subscription_id: now });
  const { items } = (await (await app.call('/api/v1/acts', { as: anna })).json()) as { items: { subscription_id: string }[] };
  expect(items.map((act) => act.subscription_id)).toEqual([now, now]);

  for (const path of [`/subscriptions/${former}`, `/subscriptions/${now}`, `/api/v1/subscriptions/${former}`])
    expect([path, (await app.call(path, { as: bert })).status]).toEqual([path, 404]);
});
