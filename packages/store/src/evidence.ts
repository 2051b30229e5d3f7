// Kept messages: what is known of them, their sealed bytes and secrets. Rows only grow; erasure is another file's. The bytes come from
// staged_message by a copy inside the database: they are not opened, nor sent over the wire again.
import type { Instant } from '@quittance/domain/instant';
import type { ParsedMessage } from '@quittance/domain/message';
import { sql } from 'kysely';
import type { Queryable, Tx } from './database.ts';
import type { OriginJson } from './schema.ts';
import { searchVector } from './search-text.ts';
import { storableJson, storableText } from './storable-text.ts';
import type { Write } from './together.ts';

export interface NewMessage {
  readonly contentId: number;
  readonly sha256: Buffer;
  readonly sizeBytes: number;
  readonly parsed: ParsedMessage;
  readonly language: string;
  readonly merchantName: string | null;
  readonly reference: string | null;
  readonly internalDate: Instant | null;
  readonly capturedAt: Instant;
  readonly mailboxId: string | null;
  readonly origin: OriginJson;
  readonly salt: Buffer;
}

/** At least one message. Returns `id` and `content_id` of each. */
export function insertedMessages(tx: Tx, userId: string, messages: readonly NewMessage[]) {
  return tx
    .insertInto('message')
    .values(messages.map((message) => messageRow(userId, message)))
    .returning(['id', 'content_id']);
}

function messageRow(userId: string, { parsed, ...message }: NewMessage) {
  const { from, subject } = parsed;
  return {
    user_id: userId,
    content_id: message.contentId,
    sha256: message.sha256,
    size_bytes: message.sizeBytes,
    rfc_message_id: parsed.rfcMessageId === null ? null : storableText(parsed.rfcMessageId),
    from_address: storableText(from.address),
    from_name: storableText(from.name),
    subject: storableText(subject),
    language: message.language,
    sent_at: parsed.sentAt,
    received_at: parsed.receivedAt,
    internal_date: message.internalDate,
    captured_at: message.capturedAt,
    mailbox_id: message.mailboxId,
    origin: storableJson(message.origin),
    search: searchVector([subject, from.name, from.address, message.merchantName, message.reference, parsed.text.body]),
    erased_at: null,
  };
}

/** Moves key and bytes out of the stage, unopened; the salt of the leaf's commitment stands beside the key, to be erased with it. */
export function moveStagedBytes(userId: string, messages: readonly { messageId: number; contentId: number; salt: Buffer }[]): Write[] {
  if (messages.length === 0) return [];
  const ids = [messages.map((message) => message.messageId), messages.map((message) => message.contentId)] as const;
  return [
    sql`
      insert into message_secret (message_id, user_id, wrapped_key, salt)
      select kept.message_id, ${userId}::uuid, s.wrapped_key, kept.salt
      from unnest(${ids[0]}::bigint[], ${ids[1]}::bigint[], ${messages.map((message) => message.salt)}::bytea[]) as kept(message_id, content_id, salt)
      join staged_message s on s.content_id = kept.content_id`,
    sql`
      insert into message_body (message_id, user_id, ciphertext)
      select kept.message_id, ${userId}::uuid, s.ciphertext
      from unnest(${ids[0]}::bigint[], ${ids[1]}::bigint[]) as kept(message_id, content_id)
      join staged_message s on s.content_id = kept.content_id`,
  ];
}

export interface SealedMessage {
  readonly messageId: number;
  readonly contentId: number;
  readonly wrappedKey: Buffer;
  readonly ciphertext: Buffer;
}

/** The sealed bytes of a kept message, for `openBytes` of packages/vault; null when it is unknown or erased. */
export async function loadSealedMessage(db: Queryable, userId: string, sha256: Buffer): Promise<SealedMessage | null> {
  const row = await db
    .selectFrom('message')
    .innerJoin('message_secret', 'message_secret.message_id', 'message.id')
    .innerJoin('message_body', 'message_body.message_id', 'message.id')
    .select([
      'message.id as messageId',
      'message.content_id as contentId',
      'message_secret.wrapped_key as wrappedKey',
      'message_body.ciphertext',
    ])
    .where('message.user_id', '=', userId)
    .where('message.sha256', '=', sha256)
    .executeTakeFirst();
  return row ?? null;
}

export interface KeptMessage {
  readonly messageId: number;
  readonly sha256: Buffer;
  readonly sizeBytes: number;
  readonly origin: OriginJson;
  readonly clocks: {
    readonly sentAt: Instant | null;
    readonly receivedAt: Instant | null;
    readonly internalDate: Instant | null;
    readonly capturedAt: Instant;
  };
  readonly salt: Buffer;
  readonly mailboxHost: string | null;
  readonly mailboxAddress: string | null;
  readonly merchantId: string | null;
  readonly merchantDomains: readonly string[];
  readonly suspicions: readonly string[];
}

/** What verifying a kept message again needs; null when it is unknown or erased. */
export async function loadKeptMessage(db: Queryable, userId: string, messageId: number): Promise<KeptMessage | null> {
  const row = await db
    .selectFrom('message as m')
    .innerJoin('message_secret as secret', 'secret.message_id', 'm.id')
    .leftJoin('mailbox', 'mailbox.id', 'm.mailbox_id')
    .leftJoin('event as e', (join) => join.onRef('e.message_id', '=', 'm.id').on('e.source', '=', 'mail'))
    .select([
      'm.id',
      'm.sha256',
      'm.size_bytes',
      'm.origin',
      'm.sent_at',
      'm.received_at',
      'm.internal_date',
      'm.captured_at',
      'secret.salt',
    ])
    .select(['mailbox.host', 'mailbox.address', 'e.merchant_id', 'e.merchant_domains', 'e.suspicions'])
    .where('m.user_id', '=', userId)
    .where('m.id', '=', messageId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    messageId: row.id,
    sha256: row.sha256,
    sizeBytes: row.size_bytes,
    origin: row.origin,
    clocks: { sentAt: row.sent_at, receivedAt: row.received_at, internalDate: row.internal_date, capturedAt: row.captured_at },
    salt: row.salt,
    mailboxHost: row.host,
    mailboxAddress: row.address,
    merchantId: row.merchant_id,
    merchantDomains: row.merchant_domains ?? [],
    suspicions: row.suspicions ?? [],
  };
}
