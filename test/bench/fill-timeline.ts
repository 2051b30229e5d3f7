// A person with many subscriptions, put into the database as the classifier leaves them: messages, verdicts, events, and the fold of all.
import type { Database } from '@quittance/store/database';
import { refoldMerchants } from '@quittance/store/subscriptions';
import { inTransaction } from '@quittance/store/transaction';
import { fold } from '@quittance/timeline/fold';
import { sql } from 'kysely';

/** One merchant a subscription, a charge a month up to now. */
export async function fillTimeline(
  db: Database,
  userId: string,
  { subscriptions, eventsEach }: { readonly subscriptions: number; readonly eventsEach: number },
): Promise<{ subscriptionIds: string[]; events: number }> {
  const count = subscriptions * eventsEach;
  const reasons = JSON.stringify(
    ['kind', 'amount', 'period', 'renews_on'].map((field) => ({
      rule: `bench.${field}`,
      quote: 'We charged EUR 12.99',
      field,
      zone: 'body',
      start: 10,
      end: 30,
    })),
  );
  await inTransaction(db, async (tx) => {
    await sql`
      insert into content (user_id, content_key, state, first_seen_at, settled_at)
      select ${userId}::uuid, sha256(convert_to('bench' || n, 'UTF8')), 'kept', now(), now() from generate_series(1, ${count}) n`.execute(
      tx,
    );
    await sql`
      insert into message (user_id, content_id, sha256, size_bytes, rfc_message_id, from_address, from_name, subject, language, sent_at, captured_at, origin, search)
      select ${userId}::uuid, c.id, c.content_key, 20000, 'm' || c.id, 'billing@shop.example', 'Shop', 'Your receipt', 'en', now(), now(), '{"kind":"import","path":"x"}', ''
      from content c where c.user_id = ${userId}::uuid`.execute(tx);
    await sql`insert into verdict (user_id, message_id, level, pending, detail, made_at) select user_id, id, 'A', false, '{}', now() from message where user_id = ${userId}::uuid`.execute(
      tx,
    );
    await sql`
      insert into event (user_id, seq, message_id, kind, decided, confidence, merchant_id, merchant_name, plan, amount_minor, currency, period, renews_on, language, reasons, occurred_at, recorded_at)
      select ${userId}::uuid, row_number() over (order by m.id), m.id, 'renewal_charged', case when m.id % 997 = 0 then 'probable' else 'auto' end, 0.98,
        'merchant' || (m.id % ${subscriptions}), 'Merchant ' || (m.id % ${subscriptions}), 'Premium', 1299, 'EUR', 'P1M', null, 'en', ${reasons}::jsonb,
        timestamptz '2026-11-10' - ((m.id - (select min(id) from message where user_id = ${userId}::uuid)) / ${subscriptions}) * interval '1 month', now()
      from message m where m.user_id = ${userId}::uuid`.execute(tx);
    const merchantIds = Array.from({ length: subscriptions }, (_, index) => `merchant${index}`);
    await refoldMerchants(tx, fold, userId, merchantIds);
  });
  await sql`vacuum analyze`.execute(db);
  const rows = await db.selectFrom('subscription').select('id').where('user_id', '=', userId).execute();
  return { subscriptionIds: rows.map(({ id }) => id), events: count };
}
