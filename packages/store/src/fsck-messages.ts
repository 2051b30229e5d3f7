// The messages' part of fsck: each one's bytes open and are what its row says, and each of its leaves commits to its manifest, which says the
// same as the rows. Of an erased one nothing readable may be left.
import { PermanentError } from '@quittance/domain/errors';
import { contentHashes } from '@quittance/vault/content-hashes';
import { openBytes } from '@quittance/vault/message-bytes';
import { sql } from 'kysely';
import type { Tx } from './database.ts';
import { checkLeaves, loadRecords, nameOf, type MessagePage, type MessageRow } from './fsck-manifests.ts';
import type { FsckDeps, Note } from './fsck.ts';

const MESSAGES_PER_PAGE = 200;
/** Ciphertext in memory at a time; a single larger message comes alone. */
const PAGE_BYTES_MAX = 16 * 1024 * 1024;

export async function checkMessages(deps: FsckDeps, userId: string, note: Note): Promise<{ messages: number; erased: number }> {
  let [messages, erased] = [0, 0];
  for await (const page of readAhead(pagesOf(deps.tx, userId))) {
    for await (const { chunk, bodies } of readAhead(bodiesOf(deps.tx, page.messages))) {
      for (const message of chunk) {
        checkContent(message, note);
        checkBytes(deps, userId, message, bodies.get(message.id) ?? null, note);
        if (message.erasedAt !== null) erased += 1;
      }
    }
    checkLeaves(deps, userId, page, note);
    messages += page.messages.length;
    deps.onProgress?.(messages);
  }
  return { messages, erased };
}

/** Asks for the next while the present one is worked on: the server reads on one core what this process verifies on another. */
async function* readAhead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  let coming = items.next();
  for (let item = await coming; !item.done; item = await coming) {
    coming = items.next();
    // Awaited above, in a moment; until then a failure must not count as one that nobody minds.
    coming.catch(() => {});
    yield item.value;
  }
}

async function* pagesOf(tx: Tx, userId: string): AsyncGenerator<MessagePage> {
  for (let after = 0; ;) {
    const messages = await readPage(tx, userId, after);
    yield { messages, ...(await loadRecords(tx, userId, messages)) };
    if (messages.length < MESSAGES_PER_PAGE) return;
    after = messages.at(-1)!.id;
  }
}

function readPage(tx: Tx, userId: string, after: number): Promise<MessageRow[]> {
  return tx
    .selectFrom('message as m')
    .innerJoin('content as c', 'c.id', 'm.content_id')
    .leftJoin('message_secret as secret', 'secret.message_id', 'm.id')
    .leftJoin('message_body as body', 'body.message_id', 'm.id')
    .select([
      'm.id',
      'm.content_id as contentId',
      'c.content_key as contentKey',
      'c.state',
      'm.sha256',
      'm.size_bytes as sizeBytes',
      'm.sent_at as sentAt',
      'm.received_at as receivedAt',
      'm.internal_date as internalDate',
      'm.captured_at as capturedAt',
      'm.origin',
      'm.erased_at as erasedAt',
      sql<string>`case when m.erased_at is null then '' else
        concat(m.subject, m.from_address, m.from_name, m.rfc_message_id, nullif(m.search, ''::tsvector)::text) end`.as('readable'),
      'secret.wrapped_key as wrappedKey',
      'secret.salt',
      sql<number | null>`octet_length(body.ciphertext)`.as('bodyBytes'),
    ])
    .where('m.user_id', '=', userId)
    .where('m.id', '>', after)
    .orderBy('m.id')
    .limit(MESSAGES_PER_PAGE)
    .execute();
}

function* chunksByBytes(page: readonly MessageRow[]): Generator<MessageRow[]> {
  let chunk: MessageRow[] = [];
  let bytes = 0;
  for (const message of page) {
    if (chunk.length > 0 && bytes + (message.bodyBytes ?? 0) > PAGE_BYTES_MAX) {
      yield chunk;
      [chunk, bytes] = [[], 0];
    }
    chunk.push(message);
    bytes += message.bodyBytes ?? 0;
  }
  if (chunk.length > 0) yield chunk;
}

// As base64, a third shorter than the hex that bytes travel in: 7 % of the whole time.
async function* bodiesOf(tx: Tx, page: readonly MessageRow[]): AsyncGenerator<{ chunk: MessageRow[]; bodies: Map<number, Buffer> }> {
  for (const chunk of chunksByBytes(page)) {
    const rows = await tx
      .selectFrom('message_body')
      .select(['message_id', sql<string>`encode(ciphertext, 'base64')`.as('ciphertext')])
      .where(sql<boolean>`message_id = any(${chunk.map((message) => message.id)}::bigint[])`)
      .execute();
    yield { chunk, bodies: new Map(rows.map((row) => [row.message_id, Buffer.from(row.ciphertext, 'base64')])) };
  }
}

function checkContent(message: MessageRow, note: Note): void {
  if (message.state !== 'kept') note('content_wrong', nameOf(message), `its content ${message.contentId} says "${message.state}"`);
}

function checkBytes({ vault }: FsckDeps, userId: string, message: MessageRow, ciphertext: Buffer | null, note: Note): void {
  const name = nameOf(message);
  const { wrappedKey, erasedAt } = message;
  if (erasedAt !== null) {
    const left = [wrappedKey && 'key', ciphertext && 'bytes', message.readable !== '' && 'subject, addresses or search'].filter(Boolean);
    if (left.length > 0) note('erasure_incomplete', name, `left of it: ${left.join(', ')}`);
    return;
  }
  if (!wrappedKey) return note('key_missing', name, 'its key is gone, so its bytes cannot be read');
  if (!ciphertext) return note('body_missing', name, 'its bytes are gone');
  const raw = open(vault, message.contentId, { wrappedKey, ciphertext });
  if (typeof raw === 'string') return note('body_unreadable', name, raw);
  if (raw.length !== message.sizeBytes) note('size_wrong', name, `it has ${raw.length} bytes, its row says ${message.sizeBytes}`);
  const { exact, ofLines } = contentHashes(raw);
  if (!exact.equals(message.sha256)) note('sha256_wrong', name, `its bytes have the hash ${exact.toString('hex')}`);
  // What came before lines were evened out is known by the hash of its bytes.
  else if (![ofLines, exact].some((hash) => vault.contentKey(userId, hash).equals(message.contentKey))) {
    note('content_wrong', name, `the key of its content ${message.contentId} is not that of its bytes`);
  }
}

// A message that does not open is a finding, not a failure.
function open(vault: FsckDeps['vault'], contentId: number, sealed: { wrappedKey: Buffer; ciphertext: Buffer }): Buffer | string {
  try {
    return openBytes(vault, contentId, sealed);
  } catch (error) {
    if (error instanceof PermanentError) return error.message;
    if ((error as NodeJS.ErrnoException).code?.startsWith('ZSTD_')) return 'what was encrypted is no compressed message';
    throw error;
  }
}
