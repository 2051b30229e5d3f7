// Mail that was read with certainty and has no place: the overview asks where it belongs, and the answer, by page or API, can be taken back.
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

interface Shown {
  id: string;
  merchant: { id: string };
  plan: string | null;
  events: { id: string }[];
}
let count = 0;
const mail = async (merchant: string, kind: string, more: object = {}): Promise<string> => {
  count += 1;
  const raw = Buffer.from(mailText(`n${count}`, `n${count}`));
  return (await app.addMessage(anna, { raw, subject: merchant, merchant, kind, at: '2026-11-10T09:00:00.000Z', ...more })).eventId;
};
const shown = async (): Promise<Shown[]> =>
  ((await (await app.call('/api/v1/subscriptions', { as: anna })).json()) as { subscriptions: Shown[] }).subscriptions;
const overview = async (): Promise<string> => (await app.call('/', { as: anna })).text();
const post = (path: string, form: Record<string, string>, as = anna) => app.call(path, { method: 'POST', as, form });
/** The part of the page that asks about this event. */
const asked = async (eventId: string): Promise<string> => {
  const page = await overview();
  const at = page.indexOf(`action="/events/${eventId}/move"`);
  return at === -1 ? '' : page.slice(page.lastIndexOf('<li>', at), page.indexOf('</li>', at));
};

it('asks which of two plans a confirmation is about', async () => {
  // Read before what it is about, as old mail is.
  const eventId = await mail('Streamly', 'cancellation_confirmed');
  await mail('Streamly', 'signup', { plan: 'Music', at: '2026-10-01T09:00:00.000Z' });
  await mail('Streamly', 'signup', { plan: 'Storage', at: '2026-10-05T09:00:00.000Z' });
  const question = await asked(eventId);
  expect(question).toContain('Which subscription is it about?');
  expect(question.match(/<option/g)).toHaveLength(4);
  expect((await post(`/events/${eventId}/move`, { subscription: '' })).status).toBe(400);
  expect((await post(`/events/${eventId}/move`, { subscription: 'own' }, bert)).status).toBe(404);
  const storage = (await shown()).find(({ plan }) => plan === 'Storage')!;
  const moved = await post(`/events/${eventId}/move`, { subscription: storage.id });
  // The page that it leads to is there.
  expect((await app.call(moved.headers.get('Location')!.split('#')[0]!, { as: anna })).status).toBe(200);
  expect(await asked(eventId)).toBe('');
  expect((await shown()).find(({ plan }) => plan === 'Storage')!.events.map(({ id }) => id)).toContain(eventId);
});

it('asks whether a receipt that names no contract is of one, once a sender, and not for ever', async () => {
  const receipt = (more: object) => mail('Garage', 'renewal_charged', { isUnnamed: true, ...more });
  const older = await receipt({ at: '2026-10-17T09:00:00.000Z' });
  const newest = await receipt({ at: '2026-11-12T09:00:00.000Z' });
  expect(await asked(newest)).toContain('This receipt names no contract');
  expect(await asked(older)).toBe('');
  const begun = await post(`/events/${newest}/move`, { subscription: 'own' });
  const garage = (await shown()).find(({ merchant }) => merchant.id === 'garage')!;
  expect([begun.status, begun.headers.get('Location')]).toEqual([303, `/subscriptions/${garage.id}#event-${newest}`]);
  expect(garage.events.map(({ id }) => id)).toEqual([newest]);
  expect(await (await app.call(`/subscriptions/${garage.id}/own-word`, { as: anna })).text()).toContain(
    'You said that it is a subscription',
  );
  const again = await app.call('/api/v1/acts', { method: 'POST', as: anna, json: { kind: 'begun', event: newest } });
  expect(again.status).toBe(409);
  const { items } = (await (await app.call('/api/v1/acts', { as: anna })).json()) as { items: { id: string; kind: string }[] };
  expect((await post(`/acts/${items.find(({ kind }) => kind === 'begun')!.id}/undo`, {})).status).toBe(303);
  expect(await asked(newest)).not.toBe('');
  expect((await post(`/events/${newest}/move`, { subscription: 'none', next: '/' })).status).toBe(303);
  // The one before it was not asked about for its sake.
  expect([await asked(newest), await asked(older), (await shown()).some(({ merchant }) => merchant.id === 'garage')]).toEqual([
    '',
    '',
    false,
  ]);
  // What the mail is, and those alike, stays as it was read.
  const { unattached } = (await (await app.call('/api/v1/subscriptions', { as: anna })).json()) as {
    unattached: { id: string; kind: string }[];
  };
  expect(unattached.find(({ id }) => id === newest)?.kind).toBe('renewal_charged');
  await receipt({ merchant: 'Notaire', at: '2026-08-12T09:00:00.000Z' });
  expect(await overview()).not.toContain('Notaire');
});

it('is not hidden by many receipts of one shop', async () => {
  const eventId = await mail('Streamly', 'cancellation_confirmed', { at: '2026-10-12T09:00:00.000Z' });
  for (let n = 0; n < 12; n += 1)
    await mail('Canteen', 'renewal_charged', { isUnnamed: true, at: `2026-11-${String(n + 3).padStart(2, '0')}T12:00:00.000Z` });
  expect(await asked(eventId)).toContain('Which subscription is it about?');
  expect((await overview()).match(/Canteen/g)).toHaveLength(1);
});
