// Makes an archive of any size as the classifier leaves it, a thousand times faster than by reading mail: every message with its sealed bytes, key,
// verdict, manifest, leaf and event, and the timeline folded in the end. Mails of about 20 KB, of which half does not compress.
import { writeTogether } from '@quittance/store/together';
import { createHash, randomBytes } from 'node:crypto';
import { sealCheckpoint } from '@quittance/anchor/seal-checkpoint';
import { manifestLeaf } from '@quittance/classifier/manifest';
import type { Verdict } from '@quittance/domain/authenticity';
import type { ParsedMessage } from '@quittance/domain/message';
import type { Database, Tx } from '@quittance/store/database';
import { insertedMessages } from '@quittance/store/evidence';
import { insertedEvents, reserveEventSeqs } from '@quittance/store/events';
import { appendToLog } from '@quittance/store/log';
import { rebuildTimeline } from '@quittance/store/subscriptions';
import { inTransaction } from '@quittance/store/transaction';
import { insertVerdicts } from '@quittance/store/verdicts';
import { merchant, scriptedClassify } from '@quittance/testing/scripted-classify';
import { testVault } from '@quittance/testing/staged-mail';
import { fold } from '@quittance/timeline/fold';
import { sealBytes } from '@quittance/vault/message-bytes';
import { sql } from 'kysely';

const BATCH = 500;
const PER_MERCHANT = 100;
const START = Date.parse('2015-01-01T00:00:00Z');
const MINUTES = 55;

const verdict = (domain: string, at: string): Verdict => ({
  level: 'A',
  pending: false,
  reasons: ['signed_aligned'],
  signatures: [{ domain, selector: 's1', result: 'pass', aligned: true, keyBits: 2048, signedAt: at, weaknesses: [] }],
  dmarc: { result: 'pass', policy: 'reject' },
  arc: null,
  basis: { judgedAt: at, ownerAddresses: ['big@example.org'], providerHost: null, knownSigners: [domain], suspicions: [] },
  dns: [
    { name: `s1._domainkey.${domain}`, type: 'TXT', rdata: [`v=DKIM1; p=${'A'.repeat(392)}`], resolver: '192.0.2.1', observedAt: at },
    { name: `_dmarc.${domain}`, type: 'TXT', rdata: ['v=DMARC1; p=reject'], resolver: '192.0.2.1', observedAt: at },
  ],
  tool: 'test@1',
});

export async function keepMessages(db: Database, userId: string, count: number): Promise<void> {
  for (let done = 0; done < count; done += BATCH) {
    await inTransaction(db, (tx) => keepBatch(tx, userId, done, Math.min(BATCH, count - done)));
    await sealCheckpoint({ db, vault: testVault, clock: { now: () => new Date() } }, userId);
  }
  await inTransaction(db, (tx) => rebuildTimeline(tx, fold, userId, { write: true }));
  await sql`analyze`.execute(db);
}

async function keepBatch(tx: Tx, userId: string, from: number, count: number): Promise<void> {
  const mails = Array.from({ length: count }, (_, offset) => makeMail(from + offset));
  const { rows } = await sql<{ id: number }>`
    insert into content (user_id, content_key, state, first_seen_at, settled_at)
    select ${userId}::uuid, key, 'kept', now(), now() from unnest(${mails.map((mail) => testVault.contentKey(userId, mail.sha256))}::bytea[]) as key
    returning id`.execute(tx);
  const messages = mails.map((mail, at) => ({ ...mail, contentId: rows[at]!.id, salt: randomBytes(32) }));
  const added = await insertedMessages(tx, userId, messages).execute();
  const ids = new Map(added.map((row) => [row.content_id, row.id]));
  const sealed = messages.map((mail) => ({
    ...mail,
    ...sealBytes(testVault, mail.contentId, mail.raw),
    messageId: ids.get(mail.contentId)!,
  }));
  await sql`
    insert into message_secret (message_id, user_id, wrapped_key, salt)
    select id, ${userId}::uuid, key, salt from unnest(
      ${sealed.map((one) => one.messageId)}::bigint[], ${sealed.map((one) => one.wrappedKey)}::bytea[], ${sealed.map((one) => one.salt)}::bytea[]
    ) as kept(id, key, salt)`.execute(tx);
  await sql`
    insert into message_body (message_id, user_id, ciphertext)
    select id, ${userId}::uuid, bytes from unnest(
      ${sealed.map((one) => one.messageId)}::bigint[], ${sealed.map((one) => one.ciphertext)}::bytea[]
    ) as kept(id, bytes)`.execute(tx);
  await writeTogether(tx, insertVerdicts(tx, userId, sealed, new Date()));
  await appendToLog(
    tx,
    userId,
    sealed.map((one) => manifestLeaf('message', one.messageId, one.salt, one)),
    new Date(),
  );
  const first = await reserveEventSeqs(tx, userId, count);
  const events = sealed.map(({ messageId, classification, clocks }, at) => ({
    seq: first + at,
    messageId,
    kind: classification.kind as 'renewal_charged',
    classification,
    occurredAt: clocks.receivedAt,
    effectiveOn: null,
  }));
  await insertedEvents(tx, userId, events, new Date()).execute();
}

function makeMail(index: number) {
  const at = new Date(START + index * MINUTES * 60_000).toISOString();
  const label = `shop${Math.floor(index / PER_MERCHANT)}`;
  const domain = `${label}.example`;
  const subject = `Your receipt no. ${index}`;
  const text = `We charged EUR 12.99 for your plan.\r\n${'Thank you for being with us. '.repeat(250)}`;
  const attachment = randomBytes(9_000)
    .toString('base64')
    .replaceAll(/(.{76})/g, '$1\r\n');
  const raw = Buffer.from(`From: Shop <billing@${domain}>\r\nSubject: ${subject}\r\nDate: ${at}\r\n\r\n${text}\r\n${attachment}`);
  const clocks = { sentAt: at, receivedAt: at, internalDate: null, capturedAt: at };
  const parsed = { rfcMessageId: `${index}@${domain}`, subject, from: { address: `billing@${domain}`, name: 'Shop' }, ...clocks };
  const classification = classifyAs(label, domain);
  return {
    raw,
    sha256: createHash('sha256').update(raw).digest(),
    sizeBytes: raw.length,
    parsed: { ...parsed, to: [], text: { body: 'We charged EUR 12.99 for your plan.' } } as unknown as ParsedMessage,
    clocks,
    origin: { kind: 'import' as const, path: `big.mbox#${index}` },
    internalDate: null,
    capturedAt: at,
    mailboxId: null,
    language: 'en',
    merchantName: label,
    reference: null,
    classification,
    verdict: verdict(domain, at),
  };
}

function classifyAs(id: string, domain: string) {
  const price = { amountMinor: 1299, currency: 'EUR' };
  const classify = scriptedClassify({ '': { kind: 'renewal_charged', merchant: { ...merchant(id, id), domains: [domain] }, price } });
  return classify({ subject: '', text: { body: '' } } as unknown as ParsedMessage);
}
