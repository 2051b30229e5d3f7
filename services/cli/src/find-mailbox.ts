// The mailbox that a person means by its address or id.
import { PermanentError } from '@quittance/domain/errors';
import { listMailboxes, type Mailbox } from '@quittance/store/mailboxes';
import type { Context } from './context.ts';

/** @throws PermanentError `not_found` or `ambiguous`. */
export async function findMailbox(context: Context, wanted: string): Promise<Mailbox> {
  const { db } = await context.store();
  const person = await context.person();
  const found = (await listMailboxes(db, person.id)).filter(({ id, address }) =>
    [id, address.toLowerCase()].includes(wanted.toLowerCase()),
  );
  if (found.length === 0) throw new PermanentError('not_found', context.words.mailboxUnknown(wanted));
  if (found.length > 1) throw new PermanentError('ambiguous', context.words.mailboxAmbiguous(wanted));
  return found[0]!;
}
