// Two accounts of one person at a merchant, each with its address: what both are billed on one day is summed.
import { createTestDatabase } from '@quittance/testing/database';
import { createTestUser, testVault } from '@quittance/testing/staged-mail';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { addMailbox } from './mailboxes.ts';
import { listMonthlyCharges } from './monthly-charges.ts';
import { inTransaction } from './transaction.ts';

it('sums the bills that reached two mailboxes, and one once that reached both', async () => {
  const database = await createTestDatabase();
  const { db } = database;
  const userId = await createTestUser(db, 'anna@example.org');
  const credential = { kind: 'password', password: 'x' } as const;
  const mailboxOf = async (address: string) => {
    const settings = { address, host: 'imap.example.org', port: 993, tls: 'tls', username: address } as const;
    return (await inTransaction(db, (tx) => addMailbox(tx, testVault, { userId, settings, credential })))!;
  };
  const subscription = await sql<{ id: string }>`
    insert into subscription (id, user_id, merchant_id, state, event_ids, last_event_at)
    values (gen_random_uuid(), ${userId}::uuid, 'streambox', '{}', '{}', now()) returning id`.execute(db);
  let count = 0;
  const billed = async (mailboxId: string, rfcMessageId: string) => {
    count += 1;
    const key = Buffer.alloc(32, count);
    await sql`
      with one as (
        insert into content (user_id, content_key, state, first_seen_at) values (${userId}::uuid, ${key}, 'kept', now()) returning id
      ), mail as (
        insert into message (user_id, content_id, sha256, size_bytes, rfc_message_id, from_address, from_name, subject, language, captured_at, mailbox_id, origin, search)
        select ${userId}::uuid, id, ${key}, 1, ${rfcMessageId}, 'bills@streambox.example', '', '', 'en', now(), ${mailboxId}::uuid, '{}', '' from one returning id
      ), told as (
        insert into event (user_id, seq, message_id, kind, decided, confidence, amount_minor, currency, language, reasons, occurred_at, recorded_at)
        select ${userId}::uuid, ${count}, id, 'renewal_charged', 'auto', 1, 999, 'EUR', 'en', '[]', '2026-10-03', now() from mail returning id
      )
      insert into subscription_event (event_id, subscription_id, user_id) select id, ${subscription.rows[0]!.id}::uuid, ${userId}::uuid from told`.execute(
      db,
    );
  };
  const sums = () => listMonthlyCharges(db, userId, { first: '2026-10-01', count: 1, timeZone: 'UTC' });
  const [own, work] = [await mailboxOf('anna@example.org'), await mailboxOf('anna@work.example')];
  await billed(own, 'first@streambox.example');
  await billed(work, 'first@streambox.example');
  expect(await sums()).toMatchObject([{ count: 1, amountMinor: 999 }]);
  await billed(work, 'second@streambox.example');
  expect(await sums()).toMatchObject([{ count: 2, amountMinor: 1998 }]);
  await database.drop();
});
