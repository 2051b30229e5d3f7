// Warnings of mail that was read with doubt have a key of their own, beside the one of the mail that is sure of the same. Those told before that stood
// under the sure one's, and went on silencing it.
import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`set local lock_timeout = '10s'`.execute(db);
  await sql`update alert set dedupe_key = dedupe_key || ':probable'
    where data->>'reason' = 'probable' and kind in ('renewal_notice', 'trial_ending', 'price_change', 'payment_failed')
      and dedupe_key not like '%:probable'
      and not exists (select from alert as other where other.user_id = alert.user_id and other.dedupe_key = alert.dedupe_key || ':probable')`.execute(
    db,
  );
}
