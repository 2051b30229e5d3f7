// Letters and the proof of silence over HTTP and on their pages: filled from what is stored, with every gap named, and verified in the dossier.
import { sql } from 'kysely';
import { readLetterInput } from '@quittance/dossier/letter/letter-of';
import { createCheckpointSigner, signCheckpoint } from '@quittance/ledger/checkpoint';
import { getLogHead, insertCheckpoint, loadRoot } from '@quittance/store/log';
import { addMailbox } from '@quittance/store/mailboxes';
import { listSubscriptions } from '@quittance/store/subscriptions';
import { inTransaction } from '@quittance/store/transaction';
import { createTestDatabase } from '@quittance/testing/database';
import { verifyBundle } from '@quittance/verifier/verify-bundle';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type Person, type TestApp } from '../test-app.ts';

let app: TestApp;
let anna: Person;
let id: string;
let quiet: string;

beforeAll(async () => {
  app = await createTestApp(await createTestDatabase());
  anna = await app.addPerson('anna@example.org');
  const raw = (text: string) => Buffer.from(`From: Shop <no-reply@shop.example>\r\nSubject: ${text}\r\n\r\n${text}\r\n`);
  await app.addMessage(anna, { raw: raw('Welcome'), subject: 'Welcome', kind: 'signup', at: '2026-10-20T10:00:00.000Z' });
  await app.addMessage(anna, {
    raw: raw('We received your request'),
    subject: 'Request',
    kind: 'cancellation_requested',
    at: '2026-11-03T10:00:00.000Z',
  });
  await app.addMessage(anna, { raw: raw('It renews'), subject: 'Renewal', merchant: 'Quiet' });
  const { subscriptions } = (await (await app.call('/api/v1/subscriptions', { as: anna })).json()) as {
    subscriptions: { id: string; merchant: { name: string } }[];
  };
  const idOf = (name: string) => subscriptions.find((one) => one.merchant.name === name)!.id;
  [id, quiet] = [idOf('Shop'), idOf('Quiet')];
  await watch('INBOX', [
    ['2026-10-20T00:00:00Z', '2026-11-10T08:00:00Z'],
    ['2026-11-11T20:00:00Z', '2026-11-23T08:59:00Z'],
  ]);
  await watch('Junk', []);
  await seal();
});
afterAll(() => app.close());

let mailboxId: string | null = null;
async function watch(path: string, intervals: readonly [string, string][]): Promise<void> {
  const { db, vault } = app.deps;
  const settings = { address: 'anna@example.org', host: 'imap.example.org', port: 993, tls: 'tls' as const, username: 'anna' };
  mailboxId ??= await inTransaction(db, (tx) =>
    addMailbox(tx, vault, { userId: anna.id, settings, credential: { kind: 'password', password: 'x' } }),
  );
  const { rows } = await sql<{ id: string }>`insert into folder (user_id, mailbox_id, path, checked_at)
    values (${anna.id}, ${mailboxId}, ${path}, now()) returning id`.execute(db);
  for (const [from, until] of intervals) {
    await sql`insert into coverage (user_id, mailbox_id, folder_id, uid_validity, uid_next, from_at, until_at)
      values (${anna.id}, ${mailboxId}, ${rows[0]!.id}, 7, 40, ${from}::timestamptz, ${until}::timestamptz)`.execute(db);
  }
}

async function seal(): Promise<void> {
  const { db, vault, clock } = app.deps;
  await inTransaction(db, async (tx) => {
    const { origin, size } = (await getLogHead(tx, anna.id))!;
    const signer = createCheckpointSigner(origin, vault.derive('checkpoint-signing-key'));
    const note = signCheckpoint(signer, { size, root: await loadRoot(tx, anna.id, size) });
    await insertCheckpoint(tx, anna.id, { size, note, madeAt: clock.now() });
  });
}

it('states when each folder was watched, with the gaps, up to now and not beyond', async () => {
  const answer = await app.call(`/api/v1/subscriptions/${id}/silence?from=2026-11-01&to=2026-11-30`, { token: anna.token });
  expect(answer.status).toBe(200);
  const { statement, note, key } = (await answer.json()) as {
    statement: { until: string; found: object[]; mailboxes: { folders: { path: string; gaps: object[] }[] }[] };
    note: string;
    key: string;
  };
  expect(statement.until).toBe('2026-11-23T09:00:00.000Z');
  expect(statement.found).toMatchObject([{ kind: 'cancellation_requested', at: '2026-11-03T10:00:00.000Z' }]);
  const [inbox, junk] = statement.mailboxes[0]!.folders;
  expect(inbox).toMatchObject({
    path: 'INBOX',
    historyRead: true,
    gaps: [
      { from: '2026-11-10T08:00:00.000Z', until: '2026-11-11T20:00:00.000Z' },
      { from: '2026-11-23T08:59:00.000Z', until: '2026-11-23T09:00:00.000Z' },
    ],
  });
  expect(junk).toMatchObject({ path: 'Junk', gaps: [{ from: '2026-11-01T00:00:00.000Z', until: '2026-11-23T09:00:00.000Z' }] });
  expect(note).toContain('quittance silence v1\n');
  expect(key).toMatch(/^quittance\.local\/a\//);
  const wrong = await app.call(`/api/v1/subscriptions/${id}/silence?from=2026-11-30&to=2026-11-01`, { as: anna });
  expect(wrong.status).toBe(400);
});

it('puts the statement into the dossier of a request that nobody confirmed', async () => {
  const bundle = await app.call(`/api/v1/subscriptions/${id}/dossier.asice`, { as: anna });
  const verified = await verifyBundle(new Uint8Array(await bundle.arrayBuffer()));
  expect(verified.silences).toMatchObject([
    { file: 'silence-1.json', statement: { awaited: 'confirmation', from: '2026-11-03T10:00:00.000Z', until: '2026-11-23T09:00:00.000Z' } },
  ]);
});

it('writes the letter that fits, and no other', async () => {
  const list = await (await app.call(`/api/v1/subscriptions/${id}/letters`, { as: anna })).json();
  expect(list).toEqual({ items: [{ kind: 'confirmation_request' }] });
  const letter = await app.call(`/api/v1/subscriptions/${id}/letters/confirmation_request?language=fr`, { as: anna });
  const { text, to_complete } = (await letter.json()) as { text: string; to_complete: string[] };
  expect(text).toContain('Résiliation de mon abonnement Shop, [numéro de contrat ou de client]\u00a0: demande de confirmation');
  expect(text).toContain('aucune confirmation de la résiliation de Shop n’a été trouvée');
  expect(to_complete).toContain('[vos nom et adresse]');
  const file = await app.call(`/api/v1/subscriptions/${id}/letters/confirmation_request/text`, { as: anna });
  expect(file.headers.get('Content-Disposition')).toContain('confirmation-request.txt');
  // What runs can be cancelled.
  const running = await (await app.call(`/api/v1/subscriptions/${quiet}/letters`, { as: anna })).json();
  expect(running).toEqual({ items: [{ kind: 'renewal_refusal' }, { kind: 'cancellation' }] });
  const cancelling = await (await app.call(`/api/v1/subscriptions/${quiet}/letters/cancellation?language=fr`, { as: anna })).json();
  expect(cancelling).toMatchObject({ text: expect.stringContaining('Je résilie mon abonnement Quiet, [numéro de contrat ou de client]') });
  for (const [subscription, kind, status] of [
    [id, 'bank_dispute', 422],
    [quiet, 'confirmation_request', 422],
    [id, 'love_letter', 400],
    ['00000000-0000-4000-8000-000000000000', 'bank_dispute', 404],
  ] as const) {
    expect((await app.call(`/api/v1/subscriptions/${subscription}/letters/${kind}`, { as: anna })).status).toBe(status);
  }
});

it('knows of mail of the merchant that was read with doubt and is of no contract for certain, until the person says what it is', async () => {
  const bert = await app.addPerson('bert@example.org');
  const raw = (text: string) => Buffer.from(`From: Box <no-reply@box.example>\r\nSubject: ${text}\r\n\r\n${text}\r\n`);
  const more = { merchant: 'Box', subject: 'Box' };
  await app.addMessage(bert, { ...more, raw: raw('Welcome'), kind: 'signup', at: '2026-03-01T10:00:00.000Z' });
  await app.addMessage(bert, { ...more, raw: raw('Cancelled'), kind: 'cancellation_confirmed', at: '2026-06-01T10:00:00.000Z' });
  const notice = { kind: 'renewal_notice', decided: 'abstain', at: '2026-07-01T10:00:00.000Z' } as const;
  const { eventId } = await app.addMessage(bert, { ...more, ...notice, raw: raw('About your plan') });
  const [only] = await listSubscriptions(app.deps.db, bert.id);
  const doubted = async () => {
    const input = await inTransaction(app.deps.db, (tx) => readLetterInput(tx, app.deps.clock, bert.id, only!.id));
    return input!.doubted!.map((event) => event.id);
  };
  expect(only!.eventIds).not.toContain(eventId);
  expect(await doubted()).toEqual([eventId]);
  expect((await app.call(`/api/v1/events/${eventId}/correction`, { method: 'POST', as: bert, json: { kind: 'other' } })).status).toBe(200);
  expect(await doubted()).toEqual([]);
});

it('shows both on pages that the subscription leads to', async () => {
  const page = await (await app.call(`/subscriptions/${id}`, { as: anna })).text();
  expect(page).toContain(`/subscriptions/${id}/letters/confirmation_request?language=en`);
  // What is found leads to the letter that answers it.
  expect(page).toContain('<a href="#letters">Write a letter</a>');
  expect(page).toContain(`/subscriptions/${id}/silence?from=2026-11-03`);
  const letter = await app.call(`/subscriptions/${id}/letters/confirmation_request?language=fr`, { as: anna });
  expect([letter.status, (await letter.text()).includes('Madame, Monsieur,')]).toEqual([200, true]);
  // No proof goes with a cancellation; its answer is waited for.
  const running = await (await app.call(`/subscriptions/${quiet}`, { as: anna })).text();
  expect(running).toContain(`/subscriptions/${quiet}/letters/cancellation?language=en`);
  const cancelling = await (await app.call(`/subscriptions/${quiet}/letters/cancellation`, { as: anna })).text();
  expect(cancelling).toContain('I cancel my subscription Quiet');
  expect(cancelling).not.toContain('Attach the dossier');
  expect(cancelling).toContain(`<a href="/subscriptions/${quiet}/own-word">I cancelled this</a>`);
  const silence = await app.call(`/subscriptions/${id}/silence?from=2026-11-01&to=2026-11-20`, { as: anna });
  expect([silence.status, (await silence.text()).includes('10 November 2026 at 08:00')]).toEqual([200, true]);
  const wrong = await app.call(`/subscriptions/${id}/silence?from=zz&to=2026-11-20`, { as: anna });
  const said = await wrong.text();
  expect([wrong.status, said.match(/This is not a date\./g)]).toEqual([422, ['This is not a date.']]);
  expect(said).toMatch(/id="from"[^>]*aria-invalid="true"/);
  expect(said).not.toContain('Signed statement');
  const nowhere = await app.call(`/subscriptions/${id}/letters/confirmation_request?language=xx`, { as: anna });
  expect([nowhere.status, await nowhere.text()]).toEqual([400, expect.stringContaining('Not understood in the address: language.')]);
  // What others hang behind an address is nobody's business.
  expect((await app.call(`/subscriptions/${id}/silence?utm_source=mail`, { as: anna })).status).toBe(200);
  // Refused beside what was typed.
  for (const period of ['from=2027-01-01&to=2027-01-02', 'from=2026-11-20&to=2026-11-01']) {
    const refused = await app.call(`/subscriptions/${id}/silence?${period}`, { as: anna });
    const text = await refused.text();
    expect([refused.status, text]).toEqual([422, expect.stringContaining('The period must begin before it ends')]);
    expect(text).toContain(`value="${period.slice(5, 15)}"`);
  }
});
