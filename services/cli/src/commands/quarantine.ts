// `quittance quarantine`: messages that could not be read, and another try for them.
import { PermanentError } from '@quittance/domain/errors';
import { toInstant } from '@quittance/domain/instant';
import { EXIT, type ExitCode } from '@quittance/runtime/exit-codes';
import { listQuarantined, retryQuarantined, type QuarantinedMessage } from '@quittance/store/quarantine';
import { listUnreadUids, retryUnreadUid, type UnreadUidRow } from '@quittance/store/unread-uids';
import { asUser } from '@quittance/store/transaction';
import type { Context } from '../context.ts';
import { withJson } from '../json-example.ts';
import { dayOf } from '../own-days.ts';
import { emit, table } from '../output.ts';
import type { Register } from '../program.ts';
import { ensureReading, untilSettled } from '../reading.ts';

export const register: Register = (program, handle) => {
  const quarantine = program.command('quarantine').description('messages that could not be read');
  withJson(quarantine.command('list').description('what is in quarantine, newest first').action(handle(list)), {
    items: [
      {
        id: 42,
        problem: { code: 'mail_unparsable', text: 'The message could not be parsed.' },
        size_bytes: 20480,
        captured_at: '2026-11-23T09:00:00.000Z',
        quarantined_at: '2026-11-23T09:00:04.000Z',
        origin: { kind: 'import', path: 'mails.mbox#3' },
      },
    ],
  });
  const unreads = quarantine
    .command('unread')
    .description('messages that a server announced and never gave; asks for them again')
    .option('--retry <id...>', 'as listed')
    .action(handle(unread));
  withJson(unreads, {
    items: [
      {
        id: 7,
        mailbox: 'camille@example.org',
        path: 'INBOX',
        uid: 4711,
        problem: 'not_delivered',
        size_bytes: 20480,
        seen_at: '2026-11-23T09:00:00.000Z',
      },
    ],
  });
  const retrying = quarantine
    .command('retry')
    .argument('<id>', 'as listed')
    .description('try to read a message again')
    .action(handle(retry));
  withJson(retrying, { id: 42, state: 'settled' });
};

async function unread(context: Context, options: { readonly retry?: readonly string[] }): Promise<void> {
  const { db } = await context.store();
  const person = await context.person();
  const ids = (options.retry ?? []).map((id) => {
    if (!/^\d{1,15}$/.test(id)) throw new PermanentError('usage', `"${id}" is not an id: "quittance quarantine unread" shows them.`);
    return Number(id);
  });
  for (const id of ids) {
    const isFound = await asUser(db, person.id, (tx) => retryUnreadUid(tx, person.id, id, toInstant(context.clock.now())));
    if (!isFound) throw new PermanentError('not_found', `there is no message ${id} that was announced and never delivered.`);
  }
  const items = await asUser(db, person.id, (tx) => listUnreadUids(tx, person.id));
  const { words } = context;
  emit(context, { items: items.map(unreadJson) }, () =>
    items.length === 0
      ? words.noQuarantine
      : table(
          [words.id, words.date, words.problem, words.found],
          items.map((item) => [String(item.id), dayOf(person, item.seenAt), item.code, `${item.address} ${item.path} ${item.uid}`]),
        ),
  );
}

function unreadJson({ id, address, path, uid, code, sizeBytes, seenAt }: UnreadUidRow): Record<string, unknown> {
  return { id, mailbox: address, path, uid, problem: code, size_bytes: sizeBytes, seen_at: seenAt };
}

async function list(context: Context): Promise<void> {
  const { db } = await context.store();
  const person = await context.person();
  const items = await asUser(db, person.id, (tx) => listQuarantined(tx, person.id));
  const { words } = context;
  emit(context, { items: items.map(quarantinedJson) }, () =>
    items.length === 0
      ? words.noQuarantine
      : table(
          [words.id, words.date, words.size, words.problem, words.found],
          items.map((item) => [
            String(item.contentId),
            dayOf(person, item.capturedAt),
            String(item.sizeBytes),
            item.code,
            item.origin.path,
          ]),
        ),
  );
}

async function retry(context: Context, id: string): Promise<ExitCode> {
  const { db } = await context.store();
  const person = await context.person();
  const contentId = Number(id);
  if (!Number.isSafeInteger(contentId)) throw new PermanentError('usage', `"${id}" is not an id: "quittance quarantine list" shows them.`);
  const found = await asUser(db, person.id, (tx) => retryQuarantined(tx, person.id, contentId));
  if (!found) throw new PermanentError('not_found', `there is no message ${id} in quarantine.`);
  await ensureReading(context, { mailboxes: false });
  await untilSettled(context, person.id, () => {});
  const left = await asUser(db, person.id, (tx) => listQuarantined(tx, person.id));
  const isLeft = left.some((item) => item.contentId === contentId);
  const { words } = context;
  emit(context, { id: contentId, state: isLeft ? 'quarantined' : 'settled' }, () => (isLeft ? words.stillQuarantined : words.retried));
  return isLeft ? EXIT.failed : EXIT.ok;
}

function quarantinedJson(item: QuarantinedMessage): Record<string, unknown> {
  return {
    id: item.contentId,
    problem: { code: item.code, text: item.text },
    size_bytes: item.sizeBytes,
    captured_at: item.capturedAt,
    quarantined_at: item.quarantinedAt,
    origin: item.origin,
  };
}
