// `quittance mailbox sync`: reads until all mail that is there has been read and understood, in every folder that counts.
import { mailboxJson } from '@quittance/contract/mailbox-json';
import { toInstant } from '@quittance/domain/instant';
import { EXIT, type ExitCode } from '@quittance/runtime/exit-codes';
import { listFolders } from '@quittance/store/folders';
import { getMailbox, listMailboxes, type Mailbox } from '@quittance/store/mailboxes';
import type { Context } from '../context.ts';
import { findMailbox } from '../find-mailbox.ts';
import { emit } from '../output.ts';
import { troubleOf } from '../mailbox-trouble.ts';
import { createProgress } from '../progress.ts';
import { ensureReading, untilSettled } from '../reading.ts';
import { waitFor } from '../wait-for.ts';

/** A problem that lasts this long won't go away by waiting. */
const PATIENCE_MS = 60_000;

export async function sync(context: Context, wanted: string | undefined): Promise<ExitCode> {
  const { db } = await context.store();
  const person = await context.person();
  const mailboxes = wanted === undefined ? await listMailboxes(db, person.id) : [await findMailbox(context, wanted)];
  const startedAt = toInstant(context.clock.now());
  const progress = createProgress(context.output);
  if (mailboxes.length > 0) await ensureReading(context, { mailboxes: true });

  const ends: Mailbox[] = [];
  for (const { id } of mailboxes) {
    const end = await waitFor(null, async () => {
      const mailbox = await getMailbox(db, person.id, id);
      if (!mailbox) return mailboxes.find((one) => one.id === id)!; // Removed meanwhile.
      const { done, total } = mailbox.backfill;
      progress.show(total === 0 ? null : done / total, context.words.syncing(done, total));
      return (await isRead(context, mailbox, startedAt)) || isHopeless(mailbox) ? mailbox : null;
    });
    ends.push(end!);
  }
  await untilSettled(context, person.id, (open) => progress.show(null, context.words.settling(open)));
  progress.clear();

  const { words } = context;
  emit(context, { items: ends.map(mailboxJson) }, () =>
    ends.length === 0
      ? words.noMailboxes
      : ends
          .map(({ address, problem, backfill }) => (problem ? troubleOf(context, address, problem) : words.synced(address, backfill.done)))
          .join('\n'),
  );
  return ends.some(({ problem }) => problem !== null) ? EXIT.unavailable : EXIT.ok;
}

// Each folder that is read was looked at after we began, down to its first message; one that the server refuses does not hold up the rest.
async function isRead(context: Context, mailbox: Mailbox, since: string): Promise<boolean> {
  if (mailbox.backfill.finishedAt === null || mailbox.checkedAt === null || mailbox.checkedAt < since) return false;
  const { db } = await context.store();
  const folders = (await listFolders(db, mailbox.id)).filter((folder) => folder.wanted);
  return (
    folders.length > 0 &&
    folders.every(({ failures, checkedAt, lowUid }) => failures > 0 || (checkedAt !== null && checkedAt >= since && lowUid <= 1))
  );
}

function isHopeless(mailbox: Mailbox): boolean {
  if (mailbox.state !== 'active') return true;
  return mailbox.problem !== null && Date.now() - Date.parse(mailbox.problem.since) > PATIENCE_MS;
}
