// Evidence for tests, made as the classifier makes it: signed mails, manifests, a log, its checkpoint. The same seed gives the same bytes.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { verifyMessage } from '@quittance/authenticity/verify-message';
import type { ParsedMessage } from '@quittance/domain/message';
import { canonicalJson, type JsonValue } from '@quittance/ledger/canonical-json';
import { createCheckpointSigner, signCheckpoint } from '@quittance/ledger/checkpoint';
import { commitment, leafEntry } from '@quittance/ledger/leaf';
import { writeGrowth } from '@quittance/ledger/consistency';
import { appendLeaves, consistencyProof, inclusionProof, leafHash, readerOf, rootHash } from '@quittance/ledger/merkle';
import { writeProof } from '@quittance/ledger/proof';
import { dkimParts } from '@quittance/verifier/dkim-parts';
import { readManifest } from '@quittance/verifier/manifest';
import type { Evidence } from './evidence.ts';
import { sealSilence, type SealedSilence } from './silence/seal-silence.ts';
import { stateSilence } from './silence/state-silence.ts';

export const SIGNER = createCheckpointSigner('quittance.local/a/0123456789abcdef', Buffer.alloc(32, 7));

export interface TestMail {
  readonly subject: string;
  readonly body: string;
  readonly date: string;
  /** 'ed25519' and 'rsa' are signed. */
  readonly key?: 'rsa' | 'ed25519';
  /** Recorded while DNS did not answer; the verdict came later. */
  readonly isLate?: boolean;
}

const ED25519 = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 3)]),
  format: 'der',
  type: 'pkcs8',
});
const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

function rawMail({ subject, body, date }: TestMail): string {
  return [
    'From: StreamBox <billing@streambox.example>',
    'To: anna@example.org',
    `Subject: ${subject}`,
    `Date: ${date}`,
    `Message-ID: <${createHash('sha256')
      .update(subject + date)
      .digest('hex')
      .slice(0, 12)}@streambox.example>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    body,
    '',
  ].join('\r\n');
}

/** Signed with RSA; signed with Ed25519 and verified late; not signed. */
export const MAILS: readonly TestMail[] = [
  {
    subject: 'Your membership has been cancelled',
    body: 'We have cancelled your Pro plan. It ends on 30 November 2026. You will not be charged again.',
    date: 'Fri, 20 Nov 2026 10:00:00 +0100',
    key: 'rsa',
  },
  { subject: 'Receipt', body: 'You paid 9.99 EUR.', date: 'Mon, 23 Nov 2026 10:00:00 +0100', key: 'ed25519', isLate: true },
  { subject: 'Your receipt', body: 'Vous avez payé 9,99 €.', date: 'Tue, 24 Nov 2026 10:00:00 +0100' },
];

/** Leaves of strangers stand between those of the mails, as in a real log. */
export async function makeEvidence(mails: readonly TestMail[] = MAILS, stamp?: Stamp): Promise<Evidence> {
  const entries: string[] = [strangerEntry(0), strangerEntry(1)];
  const made = [];
  for (const [at, mail] of mails.entries()) {
    const raw = Buffer.from(signedMail(mail));
    const salt = createHash('sha256').update(`salt ${at}`).digest();
    const manifests = await manifestsOf(mail, raw);
    const leaves = manifests.map(({ kind, manifest }) => {
      entries.push(leafEntry(kind, commitment(salt, manifest)));
      return { index: entries.length - 1, manifest };
    });
    entries.push(strangerEntry(entries.length));
    made.push({ raw, salt, leaves, dkim: await dkimParts(raw, readManifest(manifests.at(-1)!.manifest, 'manifest.json')) });
  }
  const nodes = appendLeaves(0, entries.map(leafHash), () => Buffer.alloc(0));
  const size = entries.length;
  const checkpoint = signCheckpoint(SIGNER, { size, root: rootHash(size, readerOf(nodes)) });
  const prove = (leaf: { index: number; manifest: Buffer }) => ({
    ...leaf,
    proof: writeProof({ index: leaf.index, hashes: inclusionProof(leaf.index, size, readerOf(nodes)), checkpoint }),
  });
  const messages = made.map(({ raw, salt, leaves, dkim }) => {
    const [recorded, ...verdicts] = leaves.map(prove);
    return { raw, salt, recorded: recorded!, verdicts, dkim };
  });
  const anchors = stamp ? await anchorsOf(entries, checkpoint, stamp) : [];
  return { checkpoint, madeAt: '2026-11-24T09:00:01.000Z', rotations: [], anchors, messages };
}

/** Asks an authority for a token over these bytes. */
export type Stamp = (data: Buffer) => Promise<{ token: Buffer; root: string; genAt: string; signer: string }>;

const ANCHOR_SIGNER = createCheckpointSigner('quittance.local/anchor/fedcba9876543210', Buffer.alloc(32, 9));

// The head after the first mail's leaf was anchored, and the newest one; between them, heads of other people's logs.
async function anchorsOf(entries: readonly string[], checkpoint: string, stamp: Stamp): Promise<Evidence['anchors']> {
  const read = readerOf(appendLeaves(0, entries.map(leafHash), () => Buffer.alloc(0)));
  const first = signCheckpoint(SIGNER, { size: 3, root: rootHash(3, read) });
  const heads = [first, strangerEntry(90), strangerEntry(91), checkpoint].map((note) =>
    leafEntry('checkpoint', createHash('sha256').update(note).digest()),
  );
  const readAnchor = readerOf(appendLeaves(0, heads.map(leafHash), () => Buffer.alloc(0)));
  const anchorAt = async (archive: string, size: number, leaf: number, anchorSize: number) => {
    const note = signCheckpoint(ANCHOR_SIGNER, { size: anchorSize, root: rootHash(anchorSize, readAnchor) });
    const growth = writeGrowth({ oldSize: size, hashes: consistencyProof(size, entries.length, read), checkpoint });
    const proof = writeProof({ index: leaf, hashes: inclusionProof(leaf, anchorSize, readAnchor), checkpoint: note });
    return { size, archive, growth, note, proof, tokens: [await stamp(Buffer.from(note))] };
  };
  return [await anchorAt(first, 3, 0, 2), await anchorAt(checkpoint, entries.length, 3, 4)];
}

function strangerEntry(at: number): string {
  return leafEntry('message', createHash('sha256').update(`stranger ${at}`).digest());
}

// RFC 6376 by hand, apart from the library that verifies. The mails are written so that "relaxed" leaves all but the names' case as it is.
function signedMail(mail: TestMail): string {
  const text = rawMail(mail);
  if (!mail.key) return text;
  const [head, body] = text.split('\r\n\r\n') as [string, string];
  const fields = head.split('\r\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)] as const);
  const bodyHash = createHash('sha256').update(body).digest('base64');
  const names = fields.map(([name]) => name.toLowerCase());
  const signature = `v=1; a=${mail.key}-sha256; c=relaxed/relaxed; d=streambox.example; s=${mail.key}; h=${names.join(':')}; bh=${bodyHash}; b=`;
  const signed = [...fields.map(([name, value]) => `${name.toLowerCase()}:${value}\r\n`), `dkim-signature:${signature}`].join('');
  const bytes =
    mail.key === 'rsa' ? sign('sha256', Buffer.from(signed), RSA) : sign(null, createHash('sha256').update(signed).digest(), ED25519);
  return `DKIM-Signature: ${signature}${bytes.toString('base64')}\r\n${text}`;
}

async function manifestsOf(mail: TestMail, raw: Buffer) {
  const at = new Date(mail.date).toISOString();
  const message = { from: { address: 'billing@streambox.example', name: 'StreamBox' }, to: [], cc: [], deliveredTo: [], reports: [] };
  const verdictOf = (answers: boolean) =>
    verifyMessage(
      { resolveTxt: (name) => (answers ? Promise.resolve(answerFor(name, at)) : Promise.reject(new Error('no answer'))) },
      {
        raw,
        message: { ...message, forwarded: null } as unknown as ParsedMessage,
        arrivedAt: at,
        now: at,
        ownerAddresses: [],
        providerHost: null,
        knownSigners: ['streambox.example'],
        suspicions: [],
      },
    );
  const write = async (kind: 'message' | 'verdict', answers: boolean) => {
    const { dns, tool, ...verdict } = await verdictOf(answers);
    const manifest = {
      v: 1,
      kind,
      raw: { sha256: createHash('sha256').update(raw).digest('hex'), size: raw.length },
      source: { kind: 'import', path: 'mails.mbox#1' },
      clocks: { sentAt: at, receivedAt: at, internalDate: null, capturedAt: at },
      verdict,
      dns,
      tool,
    };
    return { kind, manifest: Buffer.from(canonicalJson(manifest as unknown as JsonValue)) };
  };
  return mail.isLate ? [await write('message', false), await write('verdict', true)] : [await write('message', true)];
}

function answerFor(name: string, observedAt: string) {
  const isEd = name.startsWith('ed25519.');
  const der = createPublicKey(isEd ? ED25519 : RSA).export({ type: 'spki', format: 'der' });
  const record = isEd ? `v=DKIM1; k=ed25519; p=${der.subarray(-32).toString('base64')}` : `v=DKIM1; k=rsa; p=${der.toString('base64')}`;
  return { rdata: name.includes('._domainkey.') ? [record] : [], resolver: '192.0.2.1', observedAt };
}

/** A statement of silence with a gap, signed with the key of the log. */
export function makeSilence(): SealedSilence {
  const interval = (from: string, until: string) => ({ from, until, uidValidity: 7, uidNext: 40 });
  const statement = stateSilence({
    awaited: 'confirmation',
    from: '2026-11-03T10:00:00.000Z',
    until: '2026-11-23T09:00:00.000Z',
    subscription: { id: '5a0f5a53-53a0-4b0d-8e3f-0c3a7a3f9b11', merchant: 'StreamBox', domains: ['streambox.example'] },
    log: { origin: SIGNER.name, size: 9, root: Buffer.alloc(32).toString('base64') },
    mailboxes: [
      {
        address: 'anna@example.org',
        host: 'imap.example.org',
        folders: [
          {
            path: 'INBOX',
            historyRead: true,
            intervals: [
              interval('2026-11-11T20:00:00.000Z', '2026-11-23T09:00:00.000Z'),
              interval('2026-10-20T00:00:00.000Z', '2026-11-10T08:00:00.000Z'),
            ],
          },
          { path: 'Junk', historyRead: false, intervals: [] },
        ],
        foldersNotWatched: 2,
      },
    ],
    found: [],
  });
  return sealSilence(statement, SIGNER);
}
