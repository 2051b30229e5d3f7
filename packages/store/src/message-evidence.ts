// What is known of one kept message beyond its row in the archive: where it came from, what its authenticity was found to be, the words
// it was read by, and its place in the evidence log. Also finds a message by what a person has at hand.
import type { Verdict } from '@quittance/domain/authenticity';
import type { Reason } from '@quittance/domain/classification';
import type { Instant } from '@quittance/domain/instant';
import { sql, type SqlBool } from 'kysely';
import type { Queryable } from './database.ts';
import { firstCheckpoint, getLogHead } from './log.ts';
import { listLeavesOfMessage } from './log-proofs.ts';
import type { OriginJson } from './schema.ts';
import { findLeafAnchor, type LeafAnchor } from './time-stamps.ts';
import { latestVerdict } from './verdicts.ts';

export interface MessageEvidence {
  readonly origin: OriginJson;
  readonly verdict: (Verdict & { readonly madeAt: Instant }) | null;
  readonly reasons: readonly Reason[];
  /** The leaf that recorded the message, and the size of the whole log. */
  readonly log: {
    readonly leafIndex: number;
    readonly leafHash: string;
    readonly appendedAt: Instant;
    readonly size: number;
    /** The first signed head that covers it. */
    readonly checkpoint: { readonly size: number; readonly madeAt: Instant } | null;
    /** Where that was first anchored, and by whom it was time-stamped first. */
    readonly anchor: LeafAnchor | null;
  } | null;
}

export async function getMessageEvidence(db: Queryable, userId: string, messageId: number): Promise<MessageEvidence> {
  const { origin } = await db
    .selectFrom('message')
    .select('origin')
    .where('user_id', '=', userId)
    .where('id', '=', messageId)
    .executeTakeFirstOrThrow();
  const event = await db
    .selectFrom('event')
    .select('reasons')
    .where('user_id', '=', userId)
    .where('message_id', '=', messageId)
    .where('source', '=', 'mail')
    .executeTakeFirst();
  const verdict = await latestVerdict(db, userId, messageId);
  const [leaf] = await listLeavesOfMessage(db, userId, messageId);
  const head = await getLogHead(db, userId);
  return {
    origin,
    verdict,
    reasons: (event?.reasons as readonly Reason[] | undefined) ?? [],
    log:
      leaf && head
        ? {
            leafIndex: leaf.index,
            leafHash: leaf.leafHash.toString('hex'),
            appendedAt: leaf.appendedAt,
            size: head.size,
            checkpoint: await firstCheckpoint(db, userId, leaf.index + 1),
            anchor: await findLeafAnchor(db, userId, leaf.index),
          }
        : null,
  };
}

/** Hashes (hex) of the messages that a person may mean: by the hash or its beginning (at least 6 digits), or by the Message-ID. At most 10. */
export async function findMessageHashes(db: Queryable, userId: string, wanted: string): Promise<string[]> {
  const isHash = /^[0-9a-f]{6,64}$/i.test(wanted);
  const rows = await db
    .selectFrom('message')
    .select(sql<string>`encode(sha256, 'hex')`.as('hash'))
    .where('user_id', '=', userId)
    .where((eb) =>
      eb.or([
        eb('rfc_message_id', '=', wanted.replace(/^<(.*)>$/, '$1')),
        ...(isHash ? [sql<SqlBool>`encode(sha256, 'hex') like ${`${wanted.toLowerCase()}%`}`] : []),
      ]),
    )
    .orderBy('id')
    .limit(10)
    .execute();
  return rows.map((row) => row.hash);
}
