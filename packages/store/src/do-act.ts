// One act of the person's hand as one step: the act with its leaf, the event that it makes, the file that is kept beside it, and the timelines
// folded anew. Undoing is an act of its own. Nothing is ever changed or taken out.
import { randomBytes } from 'node:crypto';
import type { Act } from '@quittance/domain/hand';
import { linkedMerchants } from '@quittance/domain/hand';
import type { Instant } from '@quittance/domain/instant';
import { canonicalJson, type JsonValue } from '@quittance/ledger/canonical-json';
import { commitment, leafEntry, SALT_BYTES, type LeafKind } from '@quittance/ledger/leaf';
import { sql } from 'kysely';
import type { Tx } from './database.ts';
import { NO_MERCHANT } from './events.ts';
import { insertOwnEvent, type OwnEvent } from './own-event.ts';
import { loadHand } from './hand.ts';
import { appendToLog, type NewLeaf } from './log.ts';
import { notify } from './notifications.ts';
import { storableJson, storableText } from './storable-text.ts';
import { refoldMerchants, type Fold, type Refolded } from './subscriptions.ts';
import { lockForUser } from './transaction.ts';

/** A file that the person keeps beside an act: sealed by the caller under the act's id, so that the store never sees it open. */
export interface ActFile {
  readonly name: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly sha256: Buffer;
  readonly wrappedKey: Buffer;
  readonly ciphertext: Buffer;
}

export interface NewAct {
  readonly userId: string;
  readonly act: Act;
  /** The event that the act states; its subscription is in the act. */
  readonly event?: OwnEvent;
  /** Made by the caller, because a file is sealed under it. */
  readonly id: string;
  readonly file?: ActFile;
  /** The merchants whose subscriptions may change; none for what only the reader sees. */
  readonly merchantIds: readonly string[];
  readonly at: Instant;
}

export interface Done extends Refolded {
  readonly actId: string;
  readonly eventId: string | null;
}

export async function doAct(tx: Tx, fold: Fold, input: NewAct): Promise<Done> {
  const { userId, id, act, event, file, at } = input;
  await lockForUser(tx, 'outcome', userId);
  const eventId = event ? await insertOwnEvent(tx, userId, event, at) : null;
  const salt = randomBytes(SALT_BYTES);
  const data = JSON.parse(storableJson(act)) as Record<string, JsonValue>;
  const fileSalt = randomBytes(SALT_BYTES);
  const leaves = [
    leafOf('act', salt, actManifest(id, data, eventId, at)),
    ...(file ? [leafOf('file', fileSalt, fileManifest(id, file, at))] : []),
  ];
  const leafIndex = await appendToLog(tx, userId, leaves, at);
  await tx
    .insertInto('act')
    .values({
      id,
      user_id: userId,
      kind: act.kind,
      data: JSON.stringify(data),
      event_id: eventId,
      undoes: null,
      salt,
      leaf_index: leafIndex,
      made_at: at,
    })
    .execute();
  if (file) {
    const { name, contentType, sizeBytes, sha256, wrappedKey, ciphertext } = file;
    await tx
      .insertInto('act_file')
      .values({
        act_id: id,
        user_id: userId,
        name: storableText(name),
        content_type: storableText(contentType),
        size_bytes: sizeBytes,
        sha256,
        salt: fileSalt,
        leaf_index: leafIndex + 1,
        wrapped_key: wrappedKey,
        ciphertext,
      })
      .execute();
  }
  return { actId: id, eventId, ...(await refold(tx, fold, userId, input.merchantIds)) };
}

/** @returns null for an act that the person did not do, or undid before. */
export async function undoAct(tx: Tx, fold: Fold, input: { userId: string; actId: string; id: string; at: Instant }): Promise<Done | null> {
  const { userId, actId, id, at } = input;
  await lockForUser(tx, 'outcome', userId);
  const act = await tx
    .selectFrom('act')
    .select(['data', 'event_id'])
    .where('user_id', '=', userId)
    .where('id', '=', actId)
    .where('undoes', 'is', null)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('act as undoing').select('undoing.id').where('undoing.undoes', '=', actId))))
    .executeTakeFirst();
  if (!act) return null;
  // What was linked by the act is folded apart: the merchants are asked for while the link still stands.
  const merchantIds = linkedMerchants(await loadHand(tx, userId), await merchantsOf(tx, userId, act.data as Act, act.event_id));
  const salt = randomBytes(SALT_BYTES);
  const data = { kind: 'undone', act: actId };
  const leafIndex = await appendToLog(tx, userId, [leafOf('act', salt, actManifest(id, data, null, at))], at);
  await tx
    .insertInto('act')
    .values({
      id,
      user_id: userId,
      kind: 'undone',
      data: JSON.stringify(data),
      event_id: null,
      undoes: actId,
      salt,
      leaf_index: leafIndex,
      made_at: at,
    })
    .execute();
  return { actId: id, eventId: act.event_id, ...(await refold(tx, fold, userId, merchantIds)) };
}

/** The canonical JSON that an act's leaf commits to (docs/formats/evidence-log.md). */
export function actManifest(id: string, data: Record<string, JsonValue>, eventId: string | null, at: Instant): Buffer {
  return Buffer.from(canonicalJson({ v: 1, kind: 'act', id, act: data, event: eventId, at }));
}

export function fileManifest(actId: string, file: Pick<ActFile, 'name' | 'contentType' | 'sizeBytes' | 'sha256'>, at: Instant): Buffer {
  const raw = { sha256: file.sha256.toString('hex'), size: file.sizeBytes };
  return Buffer.from(
    canonicalJson({ v: 1, kind: 'file', act: actId, name: storableText(file.name), type: storableText(file.contentType), raw, at }),
  );
}

function leafOf(kind: Extract<LeafKind, 'act' | 'file'>, salt: Buffer, manifest: Buffer): NewLeaf {
  return { entry: leafEntry(kind, commitment(salt, manifest)), messageId: null, manifest };
}

async function refold(tx: Tx, fold: Fold, userId: string, merchantIds: readonly string[]): Promise<Refolded> {
  const refolded = await refoldMerchants(tx, fold, userId, merchantIds);
  await notify(tx, 'change', userId);
  return refolded;
}

/** Of which merchants an act speaks. */
async function merchantsOf(tx: Tx, userId: string, act: Act, eventId: string | null): Promise<string[]> {
  switch (act.kind) {
    case 'merchant_renamed':
      return [act.merchant];
    case 'merged':
      return [...act.merchants, ...(await merchantsOfEvents(tx, userId, [...act.one, ...act.other]))];
    case 'moved':
      return [act.merchant.id, ...(await merchantsOfEvents(tx, userId, [act.event]))];
    case 'split':
      return merchantsOfEvents(tx, userId, act.events);
    case 'begun':
    case 'left_out':
      return merchantsOfEvents(tx, userId, [act.event]);
    case 'terms_set':
      return merchantsOfEvents(tx, userId, act.of);
    case 'cancellation_stated':
    case 'subscription_added':
      return merchantsOfEvents(tx, userId, eventId ? [eventId] : []);
    case 'rate_set':
    case 'finding_snoozed':
    case 'finding_dismissed':
      return [];
  }
}

export async function merchantsOfEvents(tx: Tx, userId: string, eventIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('event')
    .select((eb) => eb.fn.coalesce('merchant_id', sql<string>`${NO_MERCHANT}`).as('id'))
    .distinct()
    .where('user_id', '=', userId)
    .where(sql<boolean>`id = any(${eventIds}::uuid[])`)
    .execute();
  return rows.map((row) => row.id);
}
