// Mailboxes: the accounts we read. The credential is sealed for its own row; whoever adds or changes a mailbox wakes the pollers through
// the `mailbox` channel. Progress of the first reading stands here, so that a page can show it from any process.
import { randomUUID } from 'node:crypto';
import type { Instant } from '@quittance/domain/instant';
import type { MailboxCredential, MailboxSettings, MailboxSignIn, MailboxState, Reading } from '@quittance/domain/mailbox';
import { sql, type Selectable } from 'kysely';
import type { Queryable, Tx } from './database.ts';
import { retireMailbox } from './locations.ts';
import { notify } from './notifications.ts';
import type { Schema } from './schema.ts';

/** The part of the vault that is needed here. */
export interface Sealer {
  seal(place: string, plain: Buffer): Buffer;
}
export interface Opener {
  open(place: string, sealed: Buffer): Buffer;
}

interface MailboxProblem {
  readonly code: string;
  /** What the server said, for the person; '' when it said nothing. */
  readonly text: string;
  readonly since: Instant;
}

/** What was downloaded of the history since the day's first byte, where the provider is known to count. */
export interface HistoryDay {
  readonly bytes: number;
  readonly beganAt: Instant;
}

export interface Mailbox extends MailboxSettings {
  readonly id: string;
  readonly userId: string;
  readonly signIn: MailboxSignIn;
  readonly state: MailboxState;
  readonly problem: MailboxProblem | null;
  /** Last time the server was asked and answered. */
  readonly checkedAt: Instant | null;
  readonly backfill: {
    readonly total: number;
    readonly done: number;
    readonly finishedAt: Instant | null;
    /** Of the second connection, which reads mail from before and the other folders: the live one may well go on. */
    readonly problem: MailboxProblem | null;
    readonly day: HistoryDay | null;
  };
  readonly reading: Reading;
  readonly createdAt: Instant;
}

const COLUMNS = [
  'id',
  'user_id',
  'address',
  'host',
  'port',
  'tls',
  'username',
  'sign_in',
  'state',
  'problem_code',
  'problem_text',
  'problem_since',
  'checked_at',
  'backfill_total',
  'backfill_done',
  'backfill_finished_at',
  'history_problem_code',
  'history_problem_text',
  'history_problem_since',
  'history_day_bytes',
  'history_day_began_at',
  'reading',
  'created_at',
] as const;

type Row = Pick<Selectable<Schema['mailbox']>, (typeof COLUMNS)[number]>;

/** @returns the new id, or null when this user already reads that account (same host, port and user name). */
export async function addMailbox(
  tx: Tx,
  sealer: Sealer,
  input: { userId: string; settings: MailboxSettings; credential: MailboxCredential },
): Promise<string | null> {
  const id = randomUUID();
  const { address, host, port, tls, username } = input.settings;
  const added = await tx
    .insertInto('mailbox')
    .values({ id, user_id: input.userId, address, host, port, tls, username, ...credentialColumns(sealer, id, input.credential) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return null;
  await notify(tx, 'mailbox', id);
  await notify(tx, 'change', input.userId);
  return id;
}

export async function listMailboxes(db: Queryable, userId: string): Promise<Mailbox[]> {
  const rows = await db
    .selectFrom('mailbox')
    .select(COLUMNS)
    .where('user_id', '=', userId)
    .where('state', '<>', 'removed')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(toMailbox);
}

/** Whether mail from before is still being read. A mailbox that stands still for a problem may do so for ever: it is not counted. */
export async function isReadingHistory(db: Queryable, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom('mailbox')
    .select('id')
    .where('user_id', '=', userId)
    .where('state', '=', 'active')
    .where('backfill_finished_at', 'is', null)
    .where('problem_code', 'is', null)
    .where('history_problem_code', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function getMailbox(db: Queryable, userId: string, id: string): Promise<Mailbox | null> {
  const row = await db
    .selectFrom('mailbox')
    .select(COLUMNS)
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('state', '<>', 'removed')
    .executeTakeFirst();
  return row ? toMailbox(row) : null;
}

/** The person changed settings or password, or asks to try again: the mailbox is active again and its problem forgotten. */
export async function changeMailbox(
  tx: Tx,
  sealer: Sealer,
  input: { userId: string; id: string; settings?: MailboxSettings; credential?: MailboxCredential },
): Promise<boolean> {
  const { address, host, port, tls, username } = input.settings ?? {};
  const before = await tx
    .selectFrom('mailbox')
    .select(['host', 'username'])
    .where('id', '=', input.id)
    .where('user_id', '=', input.userId)
    .forUpdate()
    .executeTakeFirst();
  const isOther = before !== undefined && input.settings !== undefined && !isSameAccount(before, input.settings);
  const changed = await tx
    .updateTable('mailbox')
    .set({
      state: 'active',
      problem_code: null,
      problem_text: null,
      problem_since: null,
      history_problem_code: null,
      history_problem_text: null,
      history_problem_since: null,
      ...(input.settings ? { address, host, port, tls, username } : {}),
      ...(isOther ? { history_day_bytes: 0, history_day_began_at: null } : {}),
      ...(input.credential ? credentialColumns(sealer, input.id, input.credential) : {}),
    })
    .where('id', '=', input.id)
    .where('user_id', '=', input.userId)
    .where('state', '<>', 'removed')
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) return false;
  if (isOther) await retireMailbox(tx, input.id);
  await notify(tx, 'mailbox', input.id);
  await notify(tx, 'change', input.userId);
  return true;
}

type Account = Pick<MailboxSettings, 'host' | 'username'>;

function isSameAccount(a: Account, b: Account): boolean {
  return a.host.toLowerCase() === b.host.toLowerCase() && a.username.toLowerCase() === b.username.toLowerCase();
}

/** What was read stays; the credential goes. */
export async function removeMailbox(tx: Tx, userId: string, id: string): Promise<boolean> {
  const removed = await tx
    .updateTable('mailbox')
    .set({
      state: 'removed',
      credential: Buffer.alloc(0),
      renewed_refresh_token: null,
      problem_code: null,
      problem_text: null,
      problem_since: null,
    })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('state', '<>', 'removed')
    .executeTakeFirst();
  if (removed.numUpdatedRows === 0n) return false;
  await notify(tx, 'mailbox', id);
  await notify(tx, 'change', userId);
  return true;
}

/** A mailbox as the poller needs it. `version` changes whenever settings, credential, the way of reading or the chosen folders do. */
export interface PolledMailbox {
  readonly mailbox: Mailbox;
  readonly sealedCredential: Buffer;
  readonly version: string;
}

const CHOICES = sql<string>`coalesce((
  select string_agg(folder.id::text || folder.choice::text, ' ' order by folder.id)
  from folder where folder.mailbox_id = mailbox.id and folder.choice is not null), '')`;

export async function listActiveMailboxes(db: Queryable): Promise<PolledMailbox[]> {
  const rows = await db
    .selectFrom('mailbox')
    .select([
      ...COLUMNS,
      'credential',
      sql<string>`md5(credential || convert_to(host || port || tls || username || reading || ${CHOICES}, 'UTF8'))`.as('version'),
    ])
    .where('state', '=', 'active')
    .orderBy('created_at')
    .execute();
  return rows.map((row) => ({ mailbox: toMailbox(row), sealedCredential: row.credential, version: row.version }));
}

/** For trying a mailbox out; the pollers get theirs with `listActiveMailboxes`. */
export async function getSealedCredential(db: Queryable, userId: string, id: string): Promise<Buffer> {
  const row = await db
    .selectFrom('mailbox')
    .select('credential')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  return row.credential;
}

/** @throws PermanentError `cannot_decrypt` when the key file is another one. */
export function openCredential(opener: Opener, mailboxId: string, sealed: Buffer): MailboxCredential {
  return JSON.parse(opener.open(place(mailboxId), sealed).toString('utf8')) as MailboxCredential;
}

/** A new sign-in ends what was renewed of the one before. */
function credentialColumns(sealer: Sealer, mailboxId: string, credential: MailboxCredential) {
  return {
    credential: sealer.seal(place(mailboxId), Buffer.from(JSON.stringify(credential))),
    sign_in: credential.kind === 'oauth' ? credential.provider : credential.kind,
    renewed_refresh_token: null,
  };
}

const place = (mailboxId: string): string => `mailbox|${mailboxId}|credential`;

function toMailbox(row: Row): Mailbox {
  return {
    id: row.id,
    userId: row.user_id,
    address: row.address,
    host: row.host,
    port: row.port,
    tls: row.tls,
    username: row.username,
    signIn: row.sign_in,
    state: row.state,
    problem: toProblem(row.problem_code, row.problem_text, row.problem_since),
    checkedAt: row.checked_at,
    backfill: {
      total: row.backfill_total,
      done: row.backfill_done,
      finishedAt: row.backfill_finished_at,
      problem: toProblem(row.history_problem_code, row.history_problem_text, row.history_problem_since),
      day: row.history_day_began_at === null ? null : { bytes: row.history_day_bytes, beganAt: row.history_day_began_at },
    },
    reading: row.reading,
    createdAt: row.created_at,
  };
}

function toProblem(code: string | null, text: string | null, since: Instant | null): MailboxProblem | null {
  return code && since ? { code, text: text ?? '', since } : null;
}
