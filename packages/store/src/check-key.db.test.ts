import { randomBytes } from 'node:crypto';
import { createVault } from '@quittance/vault/vault';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkKey } from './check-key.ts';
import { addMailbox } from './mailboxes.ts';
import { inTransaction } from './transaction.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());

it('knows the key that the data was sealed with', async () => {
  const [right, wrong] = [createVault(randomBytes(32)), createVault(randomBytes(32))];
  await checkKey(test.db, wrong); // Nothing is sealed yet.
  const { id: userId } = await test.db.insertInto('app_user').values({ address: null }).returning('id').executeTakeFirstOrThrow();
  const settings = { address: 'me@home.example', host: 'imap.home.example', port: 993, tls: 'tls', username: 'me' } as const;
  await inTransaction(test.db, (tx) => addMailbox(tx, right, { userId, settings, credential: { kind: 'password', password: 'x' } }));
  await checkKey(test.db, right);
  await expect(checkKey(test.db, wrong)).rejects.toMatchObject({ code: 'wrong_key_file' });
});
