// Whether the key file fits the data, asked once at start: with a wrong key every message would end in quarantine and every mailbox stop.
import { PermanentError } from '@quittance/domain/errors';
import { sql } from 'kysely';
import type { Database } from './database.ts';

/** Opens what was sealed at a place: the vault. */
interface Opener {
  open(place: string, sealed: Buffer): Buffer;
}

/** @throws PermanentError `wrong_key_file`. Data without anything sealed fits every key. */
export async function checkKey(db: Database, opener: Opener): Promise<void> {
  const sample = await sealedSample(db);
  if (!sample) return;
  try {
    opener.open(sample.place, sample.sealed);
  } catch (cause) {
    throw new PermanentError(
      'wrong_key_file',
      'the key file is not the one this data was encrypted with: restore the right one (QUITTANCE_KEY_FILE).',
      {
        cause,
      },
    );
  }
}

// The newest of each, since what is newest was sealed with the key that was right last.
async function sealedSample(db: Database): Promise<{ place: string; sealed: Buffer } | null> {
  const { rows } = await sql<{ place: string; sealed: Buffer }>`
    (select 'message|' || message.content_id || '|key' as place, message_secret.wrapped_key as sealed
       from message_secret join message on message.id = message_secret.message_id
       order by message_secret.message_id desc limit 1)
    union all
    (select 'mailbox|' || id || '|credential', credential from mailbox where state <> 'removed' order by created_at desc limit 1)
    limit 1`.execute(db);
  return rows[0] ?? null;
}
