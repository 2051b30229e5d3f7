// A kept message with its evidence, leaf and event, as the classifier leaves them, for tests of pages and API.
import { createHash, randomBytes } from 'node:crypto';
import { UNNAMED_CONTRACT } from '@quittance/domain/classification';
import type { Verdict } from '@quittance/domain/authenticity';
import { reserveEventSeqs } from '@quittance/store/events';
import { appendToLog } from '@quittance/store/log';
import { searchVector } from '@quittance/store/search-text';
import { refoldMerchants } from '@quittance/store/subscriptions';
import { sealBytes } from '@quittance/vault/message-bytes';
import { canonicalJson, type JsonValue } from '@quittance/ledger/canonical-json';
import { commitment, leafEntry } from '@quittance/ledger/leaf';
import { inTransaction } from '@quittance/store/transaction';
import { fold } from '@quittance/timeline/fold';
import type { AppDeps } from './context.ts';
import type { Person } from './test-app.ts';

export interface TestMessage {
  readonly raw: Buffer;
  readonly subject: string;
  readonly from?: string;
  readonly kind?: string;
  readonly decided?: 'auto' | 'probable' | 'abstain';
  /** Else it is 0.75. */
  readonly confidence?: number;
  readonly merchant?: string;
  readonly at?: string;
  /** No server noted when it came. */
  readonly isUnreceived?: boolean;
  /** The last day to cancel, in the words that name it. */
  readonly deadline?: { readonly on: string; readonly quote: string };
  readonly plan?: string;
  /** Else it is 12.99 € a month. */
  readonly price?: { readonly amountMinor: number; readonly period: string; readonly quote: string };
  /** A receipt that names no contract. */
  readonly isUnnamed?: boolean;
}

// As the classifier writes it.
function manifestOf(sha256: string, size: number, at: string): JsonValue {
  const { level, pending, reasons, tool } = VERDICT;
  return {
    v: 1,
    kind: 'message',
    raw: { sha256, size },
    source: { kind: 'import', path: 'test.mbox#1' },
    clocks: { sentAt: at, receivedAt: at, internalDate: null, capturedAt: at },
    verdict: { level, pending, reasons, signatures: [] },
    dns: [],
    tool,
  };
}

const VERDICT: Verdict = { level: 'B', pending: false, reasons: ['signed_aligned'], signatures: [], dns: [], tool: 'test@1' };

export async function addTestMessage({ db, vault, clock }: AppDeps, person: Person, message: TestMessage) {
  const { raw, subject, from = 'no-reply@shop.example', kind = 'renewal_notice', decided = 'auto', merchant = 'Shop', deadline } = message;
  const at = message.at ?? '2026-11-20T10:00:00.000Z';
  const sha256 = createHash('sha256').update(raw).digest();
  const user_id = person.id;
  return inTransaction(db, async (tx) => {
    const content = await tx
      .insertInto('content')
      .values({ user_id, content_key: vault.contentKey(user_id, sha256), state: 'kept', first_seen_at: at })
      .returning('id')
      .executeTakeFirstOrThrow();
    const row = await tx
      .insertInto('message')
      .values({
        user_id,
        content_id: content.id,
        sha256,
        size_bytes: raw.length,
        rfc_message_id: `${sha256.toString('hex').slice(0, 8)}@shop.example`,
        from_address: from,
        from_name: 'Shop',
        subject,
        language: 'en',
        sent_at: at,
        received_at: message.isUnreceived === true ? null : at,
        captured_at: at,
        origin: JSON.stringify({ kind: 'import', path: 'test.mbox#1' }),
        search: searchVector([subject, from, merchant]),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const sealed = sealBytes(vault, content.id, raw);
    const salt = randomBytes(32);
    await tx.insertInto('message_secret').values({ message_id: row.id, user_id, wrapped_key: sealed.wrappedKey, salt }).execute();
    await tx.insertInto('message_body').values({ message_id: row.id, user_id, ciphertext: sealed.ciphertext }).execute();
    await tx
      .insertInto('verdict')
      .values({ user_id, message_id: row.id, level: 'B', pending: false, detail: JSON.stringify(VERDICT), made_at: at })
      .execute();
    const manifest = Buffer.from(canonicalJson(manifestOf(sha256.toString('hex'), raw.length, at)));
    await appendToLog(tx, user_id, [{ entry: leafEntry('message', commitment(salt, manifest)), messageId: row.id, manifest }], clock.now());
    const event = await tx
      .insertInto('event')
      .values({
        user_id,
        seq: await reserveEventSeqs(tx, user_id, 1),
        message_id: row.id,
        kind,
        decided,
        confidence: message.confidence ?? 0.75,
        merchant_id: merchant.toLowerCase(),
        merchant_name: merchant,
        merchant_domains: ['shop.example'],
        amount_minor: message.price?.amountMinor ?? 1299,
        currency: 'EUR',
        plan: message.plan ?? null,
        period: message.isUnnamed ? null : (message.price?.period ?? 'P1M'),
        // A mail that tells of a price alone: one that names the renewal too may mean the renewal's last day.
        renews_on: kind === 'price_change' || message.isUnnamed || message.price ? null : '2026-12-20',
        cancel_by: deadline?.on ?? null,
        language: 'en',
        reasons: JSON.stringify(reasonsOf(message)),
        occurred_at: at,
        recorded_at: at,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await refoldMerchants(tx, fold, user_id, [merchant.toLowerCase()]);
    return { sha256: sha256.toString('hex'), eventId: event.id, messageId: row.id };
  });
}

function reasonsOf({ deadline, isUnnamed, price }: TestMessage) {
  const place = { zone: 'body', start: 0, end: 0 };
  return [
    { rule: 'renews', quote: 'will renew', field: 'kind', zone: 'body', start: 0, end: 10 },
    ...(isUnnamed ? [{ rule: UNNAMED_CONTRACT, quote: 'will renew', field: 'kind', ...place }] : []),
    ...(price ? [{ rule: 'amount.total', quote: price.quote, field: 'amount', ...place }] : []),
    ...(deadline ? [{ rule: 'deadline.before', quote: deadline.quote, field: 'cancel_by', ...place }] : []),
  ];
}
