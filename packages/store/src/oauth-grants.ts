// Refresh tokens that a provider replaced. The one from the sign-in stands in the mailbox's credential; a newer one stands in a column of its
// own, so that replacing it is no change of settings for the poller, which would end its connections over it.
import { PermanentError } from '@quittance/domain/errors';
import { sql } from 'kysely';
import type { Database } from './database.ts';
import { openCredential, type Opener, type Sealer } from './mailboxes.ts';
import { inTransaction } from './transaction.ts';

/**
 * Runs `renew` with the mailbox's newest refresh token while nobody else does, and saves what it returns. Nothing is saved when it throws. The row is not
 * locked: who notes a problem of the mailbox, changes or removes it waits for no provider.
 * @throws PermanentError `mailbox_removed` when the mailbox is gone meanwhile, and what `renew` throws.
 */
export async function withRefreshToken(
  deps: { readonly db: Database; readonly vault: Sealer & Opener },
  mailboxId: string,
  renew: (refreshToken: string) => Promise<string>,
): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`oauth:${mailboxId}`}, 0))`.execute(tx);
    const row = await tx
      .selectFrom('mailbox')
      .select(['credential', 'renewed_refresh_token'])
      .where('id', '=', mailboxId)
      .where('state', '<>', 'removed')
      .executeTakeFirst();
    if (!row) throw new PermanentError('mailbox_removed', 'the mailbox is read no longer');
    const current = row.renewed_refresh_token
      ? deps.vault.open(place(mailboxId), row.renewed_refresh_token).toString('utf8')
      : firstToken(deps.vault, mailboxId, row.credential);
    const next = await renew(current);
    if (next === current) return;
    const sealed = deps.vault.seal(place(mailboxId), Buffer.from(next));
    // A sign-in that was made meanwhile, under another credential, has a token of its own.
    await tx
      .updateTable('mailbox')
      .set({ renewed_refresh_token: sealed })
      .where('id', '=', mailboxId)
      .where('credential', '=', row.credential)
      .where('state', '<>', 'removed')
      .execute();
  });
}

function firstToken(vault: Opener, mailboxId: string, sealed: Buffer): string {
  const credential = openCredential(vault, mailboxId, sealed);
  if (credential.kind !== 'oauth') throw new PermanentError('not_oauth', 'this mailbox signs in with a password');
  return credential.refreshToken;
}

const place = (mailboxId: string): string => `mailbox|${mailboxId}|renewed_refresh_token`;
