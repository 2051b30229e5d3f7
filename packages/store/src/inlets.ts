// Watched folders of mail files, and what was seen in them. A file that was read has its row in the transaction that accepted its message, so
// that a restart reads nothing twice; one that can't be read has a row with the reason.
import type { Instant } from '@quittance/domain/instant';
import { sql } from 'kysely';
import type { Queryable } from './database.ts';
import { notify } from './notifications.ts';
import { storableText } from './storable-text.ts';

export type InletKind = 'maildir' | 'drop';

export interface Inlet {
  readonly id: string;
  readonly userId: string;
  readonly kind: InletKind;
  readonly path: string;
  readonly checkedAt: Instant | null;
  readonly problem: { readonly code: string; readonly text: string } | null;
  readonly createdAt: Instant;
}

export interface InletState extends Inlet {
  /** Messages taken in. */
  readonly files: number;
  /** The newest files that could not be read. */
  readonly unreadable: readonly { readonly name: string; readonly code: string; readonly text: string; readonly seenAt: Instant }[];
}

const UNREADABLE_SHOWN = 50;
const COLUMNS = [
  'id',
  'user_id as userId',
  'kind',
  'path',
  'checked_at as checkedAt',
  'problem_code as problemCode',
  'problem_text as problemText',
  'created_at as createdAt',
] as const;

/** @returns null when this person watches that folder already. */
export async function addInlet(db: Queryable, input: { userId: string; kind: InletKind; path: string }): Promise<string | null> {
  const row = await db
    .insertInto('inlet')
    .values({ user_id: input.userId, kind: input.kind, path: input.path })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) return null;
  await notify(db, 'change', input.userId);
  return row.id;
}

/** Of everybody, for the poller. */
export async function listAllInlets(db: Queryable): Promise<Inlet[]> {
  return (await db.selectFrom('inlet').select(COLUMNS).orderBy('created_at').orderBy('id').execute()).map(toInlet);
}

export async function listInlets(db: Queryable, userId: string): Promise<InletState[]> {
  const rows = await db
    .selectFrom('inlet')
    .select(COLUMNS)
    .select((eb) =>
      eb
        .selectFrom('inlet_file')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('inlet_file.inlet_id', '=', 'inlet.id')
        .where('inlet_file.problem_code', 'is', null)
        .as('files'),
    )
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return Promise.all(rows.map(async (row) => ({ ...toInlet(row), files: row.files ?? 0, unreadable: await listUnreadable(db, row.id) })));
}

async function listUnreadable(db: Queryable, inletId: string): Promise<InletState['unreadable']> {
  const rows = await db
    .selectFrom('inlet_file')
    .select(['name', 'problem_code as code', 'problem_text as text', 'seen_at as seenAt'])
    .where('inlet_id', '=', inletId)
    .where('problem_code', 'is not', null)
    .orderBy('seen_at', 'desc')
    .limit(UNREADABLE_SHOWN)
    .execute();
  return rows.map(({ name, code, text, seenAt }) => ({ name, code: code ?? '', text: text ?? '', seenAt }));
}

/** What was read stays. @returns false when there is no such inlet. */
export async function removeInlet(db: Queryable, userId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('inlet').where('id', '=', id).where('user_id', '=', userId).executeTakeFirst();
  if (numDeletedRows > 0n) await notify(db, 'change', userId);
  return numDeletedRows > 0n;
}

/** What was seen of a folder for good; a file whose permissions were wrong may be read another time. */
export async function listSeenFiles(db: Queryable, inletId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('inlet_file')
    .select('name')
    .where('inlet_id', '=', inletId)
    .where((eb) => eb.or([eb('problem_code', 'is', null), eb('problem_code', '<>', 'file_unreadable')]))
    .execute();
  return new Set(rows.map(({ name }) => name));
}

/** What was read of dropped files since then, by name. */
export async function listTakenSince(db: Queryable, inletId: string, since: Instant): Promise<{ name: string; sizeBytes: number }[]> {
  const rows = await db
    .selectFrom('inlet_file')
    .select(['name', 'size_bytes as sizeBytes'])
    .where('inlet_id', '=', inletId)
    .where('seen_at', '>=', since)
    .execute();
  return rows.flatMap(({ name, sizeBytes }) => (sizeBytes === null ? [] : [{ name, sizeBytes }]));
}

export interface SeenFile {
  readonly name: string;
  /** How much of it was read; null when it could not be. */
  readonly sizeBytes: number | null;
  readonly problem: { readonly code: string; readonly text: string } | null;
}

/** A file of the same name that comes again replaces what was said of the first. Told to an open page. */
export async function saveSeenFiles(
  db: Queryable,
  inlet: Pick<Inlet, 'id' | 'userId'>,
  files: readonly SeenFile[],
  at: Instant,
): Promise<void> {
  if (files.length === 0) return;
  await sql`
    insert into inlet_file (inlet_id, user_id, name, size_bytes, problem_code, problem_text, seen_at)
    select ${inlet.id}::uuid, ${inlet.userId}::uuid, name, size, code, text, ${at}::timestamptz
    from unnest(${files.map(({ name }) => storableText(name))}::text[], ${files.map(({ sizeBytes }) => sizeBytes)}::bigint[],
                ${files.map(({ problem }) => problem?.code ?? null)}::text[],
                ${files.map(({ problem }) => (problem ? storableText(problem.text) : null))}::text[]) as seen(name, size, code, text)
    on conflict (inlet_id, name) do update
    set size_bytes = excluded.size_bytes, problem_code = excluded.problem_code, problem_text = excluded.problem_text, seen_at = excluded.seen_at`.execute(
    db,
  );
  await notify(db, 'change', inlet.userId);
}

/** Looked at: what was wrong with the folder is over, or said. */
export async function recordInletChecked(db: Queryable, inlet: Inlet, problem: Inlet['problem'], at: Instant): Promise<void> {
  await db
    .updateTable('inlet')
    .set({ checked_at: problem ? inlet.checkedAt : at, problem_code: problem?.code ?? null, problem_text: problem?.text ?? null })
    .where('id', '=', inlet.id)
    .execute();
  if (problem?.code !== inlet.problem?.code || inlet.checkedAt === null) await notify(db, 'change', inlet.userId);
}

type Row = Omit<Inlet, 'problem'> & { readonly problemCode: string | null; readonly problemText: string | null };

function toInlet({ problemCode, problemText, ...rest }: Row): Inlet {
  const { id, userId, kind, path, checkedAt, createdAt } = rest;
  return { id, userId, kind, path, checkedAt, createdAt, problem: problemCode ? { code: problemCode, text: problemText ?? '' } : null };
}
