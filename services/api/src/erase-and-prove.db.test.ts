// Erasing from the page of a message, and what the holder of an older checkpoint may ask for.
import { createCheckpointSigner, openCheckpoint, readUnverifiedCheckpoint, signCheckpoint } from '@quittance/ledger/checkpoint';
import { verifyConsistency } from '@quittance/ledger/verify-merkle';
import type { ErasureEntry } from '@quittance/store/erasure-list';
import { getLogHead, insertCheckpoint, loadRoot } from '@quittance/store/log';
import { answerHolder } from '@quittance/store/held-checkpoint';
import { asUser, inTransaction } from '@quittance/store/transaction';
import { createTestDatabase } from '@quittance/testing/database';
import { mailText } from '@quittance/testing/staged-mail';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type Person, type TestApp } from './test-app.ts';

let app: TestApp;
let anna: Person;
let bea: Person;
const listed: ErasureEntry[] = [];
beforeAll(async () => {
  app = await createTestApp(await createTestDatabase(), { erasures: { append: (entry) => Promise.resolve(void listed.push(entry)) } });
  anna = await app.addPerson('anna@example.org');
  bea = await app.addPerson('bea@example.org');
});
afterAll(() => app.close());

const message = (name: string) => ({ raw: Buffer.from(mailText(`Secret ${name}`, `It will renew, ${name}.`)), subject: `Secret ${name}` });

it('erases a message from its page, for whoever has it, with a reason', async () => {
  const { sha256 } = await app.addMessage(anna, message('first'));
  const { sha256: hers } = await app.addMessage(bea, message('first'));
  expect(hers).toBe(sha256);
  const before = await (await app.call(`/archive/${sha256}`, { as: anna })).text();
  expect(before).toContain(`action="/archive/${sha256}/erase"`);
  expect(before).toContain('will renew');
  const erase = (as: Person, hash: string, form: Record<string, string>) =>
    app.call(`/archive/${hash}/erase`, { method: 'POST', as, form });
  expect((await erase(anna, sha256, { reason: '  ' })).status).toBe(400);
  expect((await erase(anna, 'ab'.repeat(32), { reason: 'x' })).status).toBe(404);
  expect((await app.call(`/archive/${sha256}/erase`, { method: 'POST', as: anna, form: { reason: 'x' }, bare: true })).status).toBe(403);
  expect(listed).toEqual([]);

  const done = await erase(anna, sha256, { reason: 'a letter to somebody else' });
  expect([done.status, done.headers.get('Location')]).toEqual([303, `/archive/${sha256}`]);
  expect(listed).toMatchObject([{ userId: anna.id, reason: 'a letter to somebody else' }]);
  const after = await (await app.call(`/archive/${sha256}`, { as: anna })).text();
  expect(after).toContain('Erased message');
  for (const gone of ['Secret', 'will renew', '/erase"', '/raw']) expect(after, gone).not.toContain(gone);
  expect(await (await app.call('/archive', { as: anna })).text()).toContain('Erased message');
  expect((await app.call(`/api/v1/messages/${sha256}/raw`, { as: anna })).status).toBe(410);
  expect(await (await app.call('/', { as: anna })).text()).toContain('Shop');
  // The same bytes in another person's archive are that person's.
  expect(await (await app.call(`/archive/${sha256}`, { as: bea })).text()).toContain('Secret first');
});

it('proves to the holder of an older checkpoint that the log only grew', async () => {
  const { db, vault } = app.deps;
  const cleo = await app.addPerson('cleo@example.org');
  const ask = (from: string, as = cleo) => app.call(`/api/v1/checkpoint/consistency?from=${from}`, { as });
  expect((await ask('0')).status).toBe(404);
  const notes: string[] = [];
  for (const names of [
    ['a', 'b', 'c'],
    ['d', 'e', 'f', 'g'],
  ]) {
    for (const name of names) await app.addMessage(cleo, message(name));
    const { origin, size } = (await getLogHead(db, cleo.id))!;
    const signer = createCheckpointSigner(origin, vault.derive('checkpoint-signing-key'));
    const note = signCheckpoint(signer, { size, root: await loadRoot(db, cleo.id, size) });
    await inTransaction(db, (tx) => insertCheckpoint(tx, cleo.id, { size, note, madeAt: app.clock.now() }));
    notes.push(note);
  }
  const answer = (await (await ask('3')).json()) as { from: number; to: number; proof: string[]; note: string };
  expect(answer).toMatchObject({ from: 3, to: 7, note: notes[1] });
  const signer = createCheckpointSigner((await getLogHead(db, cleo.id))!.origin, vault.derive('checkpoint-signing-key'));
  const newest = openCheckpoint(answer.note, [signer.verifierKey]);
  const claim = {
    oldSize: 3,
    newSize: newest.size,
    oldRoot: readUnverifiedCheckpoint(notes[0]!).root,
    newRoot: newest.root,
    proof: answer.proof.map((hash) => Buffer.from(hash, 'base64')),
  };
  expect(verifyConsistency(claim)).toBe(true);
  expect(verifyConsistency({ ...claim, oldRoot: Buffer.alloc(32) })).toBe(false);
  for (const same of ['0', '7']) expect(await (await ask(same)).json()).toMatchObject({ to: 7, proof: [] });
  for (const wrong of ['8', '-1', '1.5', 'x']) expect((await ask(wrong)).status, wrong).toBe(400);
  // The same from the text of an alert, whole or quoted; and what a log that was cut or rewritten says.
  const held = (text: string) => asUser(db, cleo.id, (tx) => answerHolder(tx, vault, cleo.id, text, app.clock.now()));
  const mail = `State of your evidence log\r\n\r\n${notes[0]!.replaceAll('\n', '\r\n')}\r\nThe key`;
  for (const text of [notes[0]!, mail, mail.replaceAll('\r\n', '\r\n> ')]) {
    expect(await held(text)).toEqual({ outcome: 'grew', from: 3, to: 7, proof: answer.proof, note: notes[1] });
  }
  expect(await held(signCheckpoint(signer, { size: 8, root: newest.root }))).toMatchObject({ outcome: 'cut', from: 8, to: 7 });
  expect(await held(signCheckpoint(signer, { size: 3, root: newest.root }))).toMatchObject({ outcome: 'rewritten' });
  const stranger = createCheckpointSigner(signer.name, Buffer.alloc(32, 5));
  for (const bad of ['', mail.replace('\n3\r', '\n4\r'), signCheckpoint(stranger, { size: 3, root: newest.root })]) {
    await expect(held(bad)).rejects.toMatchObject({ code: 'bad_checkpoint' });
  }
  // And on the page, with the key to compare.
  const page = await (await app.call('/settings', { as: cleo })).text();
  expect(page).toContain(signer.verifierKey);
  const paste = async (checkpoint: string) =>
    (await app.call('/settings/checkpoint', { method: 'POST', as: cleo, form: { checkpoint } })).text();
  expect(await paste(mail)).toContain('its first 3 of 7 entries are unchanged');
  expect(await paste(signCheckpoint(signer, { size: 3, root: newest.root }))).toContain('The log was changed');
  expect(await paste('nothing')).toContain('This is no signed head of your log');
  // Another person's log answers for itself only.
  expect((await ask('3', bea)).status).toBe(404);
});
