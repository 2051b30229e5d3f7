// The archive's form, and the alerts' form for a new channel: what can't be meant is told instead of passed over.
import { setChannelProblem } from '@quittance/store/channels';
import { recordHistoryProblem } from '@quittance/store/mailbox-health';
import { notifierSession, readMailOut } from '@quittance/store/mail-out';
import { listen } from '@quittance/store/notifications';
import { createTestDatabase } from '@quittance/testing/database';
import { mailText } from '@quittance/testing/staged-mail';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type Person, type TestApp } from '../test-app.ts';

let app: TestApp;
let anna: Person;
beforeAll(async () => {
  app = await createTestApp(await createTestDatabase());
  anna = await app.addPerson('anna@example.org');
  await app.addMessage(anna, { raw: Buffer.from('m'), subject: 'Your renewal', merchant: 'Streamly' });
});
afterAll(() => app.close());

const page = async (path: string) => (await app.call(path, { as: anna })).text();

it('says which filters are no possible value, and searches by the others', async () => {
  const wrong = await page('/archive?q=renewal&from=2026-02-31&level=Q&to=');
  expect(wrong).toContain('Not searched by: Authenticity, From.');
  expect(wrong).toContain('Your renewal');
  expect(await page('/archive?q=nothing&level=Q')).toContain('No message fits.');
  expect(await page('/archive?q=renewal&from=2026-02-28&level=A')).not.toContain('Not searched by');
});

it('says that no day lies between a later and an earlier one', async () => {
  expect(await page('/archive?from=2026-12-01&to=2026-01-31')).toContain('The first day asked for lies after the last one.');
  expect(await page('/archive?from=2026-01-01&to=2026-01-01')).not.toContain('The first day asked for');
});

it('marks what was only probably read, until the person says what it is', async () => {
  const raw = Buffer.from('p');
  await app.addMessage(anna, { raw, subject: 'Your plots', merchant: 'Allotment', kind: 'cancellation_confirmed', decided: 'probable' });
  expect(await page('/archive?q=plots')).toContain('Probable: please confirm');
  expect(await page('/archive?q=renewal')).not.toContain('Probable: please confirm');
  const { id } = await app.test.db.selectFrom('event').select('id').where('decided', '=', 'probable').executeTakeFirstOrThrow();
  const kept = await app.call(`/events/${id}/correction`, { method: 'POST', as: anna, form: { kind: 'cancellation_confirmed' } });
  expect(kept.status).toBeLessThan(400);
  expect(await page('/archive?q=plots')).not.toContain('Probable: please confirm');
});

it('refuses a receiver in a private network, and an unencrypted one, when it is added, and keeps what was written', async () => {
  const refused = await app.call('/channels', { method: 'POST', as: anna, form: { kind: 'webhook', target: 'http://192.168.1.9/hook' } });
  const text = await refused.text();
  expect(text).toContain('leads into a private network');
  expect(text).toContain('value="http://192.168.1.9/hook"');
  const open = await app.call('/channels', { method: 'POST', as: anna, form: { kind: 'ntfy', target: 'http://ntfy.example.org/t' } });
  expect([open.status, await open.text()]).toEqual([422, expect.stringContaining('write https://')]);
  expect(await app.test.db.selectFrom('channel').select('id').execute()).toEqual([]);
});

it('refuses an e-mail channel while the notifier knows no mail server, and says so beside those that are there', async () => {
  const form = { kind: 'email', target: 'later@example.org' };
  const add = () => app.call('/channels', { method: 'POST', as: anna, form });
  const ignore = () => {};
  const whileNotifying = async (hasMail: boolean, work: () => Promise<void>) => {
    const session = { name: notifierSession(hasMail), channels: ['delivery'] as const, onHint: ignore, onError: ignore };
    const notifier = await listen({ url: app.test.url, ...session });
    await work();
    await notifier.close();
    // Its session may outlive the goodbye for a moment.
    await expect.poll(() => readMailOut(app.test.db)).toBeNull();
  };
  const said = 'so no e-mail can be sent';
  await whileNotifying(false, async () => {
    const refused = await add();
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('The operator sets SMTP_URL')]);
    const asked = await app.call('/api/v1/channels', { method: 'POST', as: anna, json: form });
    expect([asked.status, await asked.json()]).toEqual([422, expect.objectContaining({ code: 'smtp_not_configured' })]);
  });
  await whileNotifying(true, async () => {
    expect((await add()).status).toBe(303);
    expect(await page('/alerts')).not.toContain(said);
  });
  await whileNotifying(false, async () => expect(await page('/alerts')).toContain(said));
  await app.test.db.deleteFrom('channel').execute();
});

it('tells what is wrong with a channel in the words of the person, and what the other side answered as it did', async () => {
  const added = await app.call('/channels', { method: 'POST', as: anna, form: { kind: 'email', target: 'anna@example.org' } });
  expect(added.status).toBe(303);
  const problem = async (code: string, text: string) => {
    const { id } = await app.test.db.selectFrom('channel').select('id').executeTakeFirstOrThrow();
    await setChannelProblem(app.test.db, id, { code, text, since: '2026-11-20T10:00:00.000Z' });
    return page('/alerts');
  };
  const ours = await problem('smtp_not_configured', 'SMTP_URL and MAIL_FROM are not set.');
  expect(ours).toContain('MAIL_FROM');
  expect(ours).not.toContain('are not set.</span>');
  expect(await problem('recipient_refused', '550 no such user here')).toContain('550 no such user here');
});

it('comes back to the same search in another language, and after signing in', async () => {
  const asked = '/archive?q=renewal&level=A';
  expect(await page(asked)).toContain('name="next" value="/archive?q=renewal&amp;level=A"');
  const turned = await app.call('/language', { method: 'POST', as: anna, form: { language: 'fr', next: asked } });
  expect(turned.headers.get('Location')).toBe(asked);
  await app.call('/language', { method: 'POST', as: anna, form: { language: 'en' } });
  const stranger = await app.call(asked);
  expect(stranger.headers.get('Location')).toBe(`/sign-in?next=${encodeURIComponent(asked)}`);
});

it('answers a text that no column takes as a mistake in the form, not as one of ours', async () => {
  const answer = await app.call('/settings/tokens', { method: 'POST', as: anna, form: { name: 'a\0b', scope: 'read' } });
  expect(answer.status).toBe(400);
});

it('shows the English of an error to nobody who reads French', async () => {
  const french = await app.addPerson('fr@example.org');
  await app.call('/language', { method: 'POST', as: french, form: { language: 'fr' } });
  const answer = await app.call('/subscriptions/new', {
    method: 'POST',
    as: french,
    form: { merchant: 'Gazette', started_on: '2026-01-01', period: 'monthly' },
  });
  const text = await answer.text();
  expect(text).toContain('Ce n’est pas une durée');
  expect(text).not.toContain('is not a period');
});

it('says so where nothing of the mailbox is about a subscription, instead of asking for a mailbox', async () => {
  const bea = await app.addPerson('bea@example.org');
  const home = async () => (await app.call('/', { as: bea })).text();
  const { id } = await app.test.db
    .insertInto('mailbox')
    .values({
      user_id: bea.id,
      address: 'bea@example.org',
      host: 'imap.example.org',
      port: 993,
      tls: 'tls',
      username: 'bea',
      credential: Buffer.from('x'),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  expect(await home()).toContain('Your mailbox is being read');
  // Of what can't be read for now no results are promised: the page of the mailboxes says why.
  const problem = { code: 'second_refused', text: 'Too many connections', at: '2026-11-23T08:00:00.000Z' };
  await recordHistoryProblem(app.test.db, { mailboxId: id, userId: bea.id, problem });
  expect(await home()).not.toContain('Your mailbox is being read');
  expect(await home()).toMatch(/bea@example\.org[^]*Mail from before and the other folders can not be read for now[^]*href="\/mailboxes"/);
  await recordHistoryProblem(app.test.db, { mailboxId: id, userId: bea.id, problem: null });
  await app.test.db.updateTable('mailbox').set({ backfill_finished_at: '2026-11-23T09:00:00.000Z' }).where('id', '=', id).execute();
  expect(await home()).toContain('No mail about a subscription has been found');
  await app.test.db.updateTable('mailbox').set({ state: 'stopped' }).where('id', '=', id).execute();
  expect(await home()).toContain('cannot be read at present');
  // Beside what was found, too, or it would look like all there is.
  await app.test.db.updateTable('mailbox').set({ state: 'active' }).where('id', '=', id).execute();
  await recordHistoryProblem(app.test.db, { mailboxId: id, userId: bea.id, problem });
  await app.addMessage(bea, { raw: Buffer.from(mailText('b', 'b')), subject: 'Boxly', merchant: 'Boxly', kind: 'signup' });
  expect(await home()).toMatch(/Mail from before and the other folders can not be read for now[^]*Boxly/);
});

it('does not show a country as chosen that was only guessed', async () => {
  const lea = await app.addPerson('lea@example.org');
  await app.call('/language', { method: 'POST', as: lea, form: { language: 'fr' } });
  const read = async (path: string) => (await app.call(path, { as: lea })).text();
  expect(await read('/settings')).toContain('il compte une fois enregistré');
  expect(await read('/law')).toContain('pas encore indiqué votre pays');
});
