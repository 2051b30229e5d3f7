import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import { describe, expect, it } from 'vitest';
import type { ParsedMessage } from '@quittance/domain/message';
import type { Verdict } from '@quittance/domain/authenticity';
import { LEVELS } from '@quittance/domain/authenticity';
import type { ResolveTxt } from './record-dns.ts';
import { resolveFromAnswers, verifyMessage, type VerifyInput } from './verify-message.ts';

const ARRIVED = '2026-11-20T09:00:05.000Z';
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const privateKey = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
const record = `v=DKIM1; k=rsa; p=${keys.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;

const HEADERS = {
  From: 'Stream Box <billing@streambox.example>',
  To: 'me@home.example',
  Subject: 'Your membership has been cancelled',
  Date: 'Fri, 20 Nov 2026 10:00:00 +0100',
  'Message-ID': '<1@streambox.example>',
  'MIME-Version': '1.0',
  'Content-Type': 'text/plain; charset=utf-8',
};
const BODY = 'Your membership ends on 30 November 2026.\r\n';

function plain(headers: Record<string, string> = HEADERS, body = BODY): string {
  return `${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\r\n')}\r\n\r\n${body}`;
}

async function signed(options: { text?: string; domain?: string; headerList?: string[]; maxBodyLength?: number } = {}): Promise<string> {
  const text = options.text ?? plain();
  const headerList = options.headerList ?? ['from', 'to', 'subject', 'date', 'message-id', 'mime-version', 'content-type'];
  const result = await dkimSign(text, {
    signatureData: [
      {
        signingDomain: options.domain ?? 'streambox.example',
        selector: 's1',
        privateKey,
        ...(options.maxBodyLength ? { maxBodyLength: options.maxBodyLength } : {}),
      },
    ],
    headerList,
    signTime: new Date('2026-11-20T09:00:00Z'),
  } as never);
  return result.signatures + text;
}

const answers = (name: string) =>
  Promise.resolve({ rdata: name.startsWith('s1._domainkey.') ? [record] : [], resolver: 'test', observedAt: ARRIVED });

function verify(raw: string, more: Partial<VerifyInput> = {}, resolveTxt: ResolveTxt = answers): Promise<Verdict> {
  return verifyMessage(
    { resolveTxt },
    {
      raw: Buffer.from(raw),
      message: parsed(more.message),
      arrivedAt: ARRIVED,
      now: '2026-11-20T09:00:06.000Z',
      ownerAddresses: ['me@home.example'],
      providerHost: 'imap.home.example',
      knownSigners: ['streambox.example'],
      suspicions: [],
      ...more,
    },
  );
}

function parsed(message?: Partial<ParsedMessage>): ParsedMessage {
  return {
    from: { address: 'billing@streambox.example', name: 'Stream Box' },
    to: [{ address: 'me@home.example', name: '' }],
    cc: [],
    deliveredTo: [],
    reported: [],
    forwarded: null,
    ...message,
  } as unknown as ParsedMessage;
}

describe('level', () => {
  it('is A for the known merchant’s own sound signature', async () => {
    const verdict = await verify(await signed());
    expect(verdict).toMatchObject({ level: 'A', pending: false, reasons: ['signed_aligned'] });
    expect(verdict.dns).toEqual([
      { name: 's1._domainkey.streambox.example', type: 'TXT', rdata: [record], resolver: 'test', observedAt: ARRIVED },
    ]);
  });

  it('is B while the signer is not known, or the key came late', async () => {
    expect(await verify(await signed(), { knownSigners: [] })).toMatchObject({
      level: 'B',
      reasons: ['signed_aligned', 'signer_not_known'],
    });
    expect(await verify(await signed(), { now: '2026-11-25T00:00:00.000Z' })).toMatchObject({ level: 'B' });
  });

  it('is D without a signature, with another domain’s, and for a changed body', async () => {
    expect(await verify(plain())).toMatchObject({ level: 'D', reasons: ['no_signature'] });
    expect(await verify(await signed({ domain: 'mailer.example' }))).toMatchObject({ level: 'D', reasons: ['signed_by_other_domain'] });
    expect(await verify((await signed()).replace('30 November', '3 November'))).toMatchObject({
      level: 'D',
      reasons: ['signature_broken'],
    });
  });

  it.each([
    ['a second Subject', (raw: string) => `Subject: Your membership goes on\r\n${raw}`, 'duplicate_header_subject'],
    ['a second From', (raw: string) => `From: bank@evil.example\r\n${raw}`, 'duplicate_header_from'],
  ])('falls to D for %s that the signature does not notice', async (_name, change, reason) => {
    const verdict = await verify(change(await signed({ headerList: ['from', 'to', 'subject', 'date', 'content-type'] })));
    expect(verdict.level).toBe('D');
    expect(verdict.reasons).toContain(reason);
  });

  it('falls to D when the subject is not signed, or only a part of the body is', async () => {
    const uncovered = await verify(await signed({ headerList: ['from', 'to', 'date', 'content-type'] }));
    expect(uncovered).toMatchObject({ level: 'D', reasons: ['uncovered_subject'] });
    const partial = await verify((await signed({ maxBodyLength: 10 })) + 'You also owe us 500 EUR.\r\n');
    expect(partial.level).toBe('D');
    expect(partial.reasons).toContain('body_length');
  });

  it('waits once for servers that stay silent, however many signatures ask them', { timeout: 2_000 }, async () => {
    const asked: string[] = [];
    const silent: ResolveTxt = (name) => {
      asked.push(name);
      return new Promise(() => {});
    };
    const others = await Promise.all(['one', 'two', 'three'].map((name) => signed({ domain: `${name}.example` })));
    const raw = Buffer.from(others.map((text) => text.slice(0, -plain().length)).join('') + (await signed()));
    const input = {
      raw,
      message: parsed(),
      arrivedAt: ARRIVED,
      now: ARRIVED,
      ownerAddresses: [],
      providerHost: null,
      knownSigners: [],
      suspicions: [],
    };
    const verdict = await verifyMessage({ resolveTxt: silent, dnsBudgetMs: 100 }, input);
    expect(verdict).toMatchObject({ level: 'D', pending: true });
    expect(asked).toHaveLength(4);
  });

  it('is pending, never final, when DNS does not answer', async () => {
    const verdict = await verify(await signed(), {}, () => Promise.reject(Object.assign(new Error('timeout'), { code: 'ETIMEOUT' })));
    expect(verdict).toMatchObject({ level: 'D', pending: true, reasons: ['dns_unavailable'] });
  });

  it('is C on the word of the owner’s own provider only', async () => {
    const report = (authservId: string | null) => ({
      message: parsed({ reported: [{ authservId, method: 'dmarc', result: 'pass', domain: 'streambox.example' }] }),
    });
    expect(await verify(plain(), report('mx.home.example'))).toMatchObject({ level: 'C' });
    expect(await verify(plain(), report('mx.evil.example'))).toMatchObject({ level: 'D' });
    expect(await verify(plain(), report(null))).toMatchObject({ level: 'D', reasons: ['reported_unattributable'] });
  });

  it('is R for a lookalike and for a reported DMARC failure, and no header lifts it', async () => {
    expect(await verify(await signed(), { suspicions: ['lookalike_domain'] })).toMatchObject({ level: 'R' });
    const message = parsed({ reported: [{ authservId: 'mx.home.example', method: 'dmarc', result: 'fail', domain: 'streambox.example' }] });
    expect(await verify(plain(), { message })).toMatchObject({ level: 'R', reasons: ['reported_dmarc_fail'] });
  });

  it('is not raised by mail that was signed for somebody else', async () => {
    const message = parsed({ to: [{ address: 'other@elsewhere.example', name: '' }] });
    expect(await verify(await signed(), { message })).toMatchObject({ level: 'D', reasons: ['signed_aligned', 'not_addressed_to_owner'] });
  });
});

it('reaches the same verdict years later from the recorded answers', async () => {
  const raw = await signed();
  const then = await verify(raw);
  const later = await verify(raw, {}, resolveFromAnswers(then.dns));
  expect(later).toEqual(then);
});

it('never gets better by headers that somebody adds', async () => {
  const bases = [plain(), await signed(), (await signed()).replace('30 November', '3 November')];
  const header = fc.constantFrom(
    'Received: from mail.streambox.example (mail.streambox.example [192.0.2.1]) by mx.home.example',
    'Authentication-Results: mx.evil.example; dkim=pass header.d=streambox.example; dmarc=pass',
    'Subject: Your membership has been cancelled',
    'From: Stream Box <billing@streambox.example>',
    'DKIM-Signature: v=1; a=rsa-sha256; d=streambox.example; s=s1; h=from; bh=AAAA; b=AAAA',
    'ARC-Seal: i=1; a=rsa-sha256; cv=none; d=google.com; s=arc; b=AAAA',
    'Return-Path: <billing@streambox.example>',
    'X-Anything: 1',
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...bases), fc.array(header, { minLength: 1, maxLength: 4 }), async (base, added) => {
      const before = await verify(base);
      const after = await verify(`${added.join('\r\n')}\r\n${base}`);
      expect(LEVELS.indexOf(after.level)).toBeGreaterThanOrEqual(LEVELS.indexOf(before.level));
    }),
    { numRuns: 60 },
  );
});
