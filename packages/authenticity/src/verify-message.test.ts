import { generateKeyPairSync } from 'node:crypto';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import { describe, expect, it } from 'vitest';
import { OBSERVED } from '@quittance/domain/archived-key';
import type { ParsedMessage } from '@quittance/domain/message';
import type { Verdict } from '@quittance/domain/authenticity';
import type { ResolveTxt } from './record-dns.ts';
import { recheckVerdict, resolveFromAnswers } from './recheck.ts';
import { verifyMessage, type VerifyInput } from './verify-message.ts';

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

async function signed(
  options: { text?: string; domain?: string; headerList?: string[]; maxBodyLength?: number; expires?: Date } = {},
): Promise<string> {
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
    ...(options.expires ? { expires: options.expires } : {}),
    signTime: new Date('2026-11-20T09:00:00Z'),
  } as never);
  return result.signatures + text;
}

const answers = (name: string) =>
  Promise.resolve({ rdata: name.startsWith('s1._domainkey.') ? [record] : [], resolver: 'test', observedAt: ARRIVED });

function verify(raw: string, more: Partial<VerifyInput> = {}, resolveTxt: ResolveTxt = answers): Promise<Verdict> {
  return verifyMessage({ resolveTxt }, { ...inputOf(raw), ...more });
}

function inputOf(raw: string): VerifyInput {
  return {
    raw: Buffer.from(raw),
    message: parsed(),
    arrivedAt: ARRIVED,
    now: '2026-11-20T09:00:06.000Z',
    ownerAddresses: ['me@home.example'],
    providerHost: 'imap.home.example',
    knownSigners: ['streambox.example'],
    suspicions: [],
  };
}

function parsed(message?: Partial<ParsedMessage>): ParsedMessage {
  return {
    from: { address: 'billing@streambox.example', name: 'Stream Box' },
    to: [{ address: 'me@home.example', name: '' }],
    cc: [],
    deliveredTo: [],
    reports: [],
    forwarded: null,
    ...message,
  } as unknown as ParsedMessage;
}

describe('level', () => {
  it('is A for the known merchant’s own sound signature', async () => {
    const verdict = await verify(await signed());
    expect(verdict).toMatchObject({ level: 'A', pending: false, reasons: ['signed_aligned'] });
    expect(verdict).toMatchObject({ dmarc: { result: 'none', policy: null }, arc: null });
    expect(verdict.dns[0]).toEqual({
      name: 's1._domainkey.streambox.example',
      type: 'TXT',
      rdata: [record],
      resolver: 'test',
      observedAt: ARRIVED,
    });
    expect(verdict.dns.slice(1).map(({ name, rdata }) => [name, rdata])).toEqual([
      ['_dmarc.streambox.example', []],
      ['_dmarc.example', []],
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
    ['Subject', 'Your membership goes on'],
    ['Date', 'Sat, 21 Nov 2026 10:00:00 +0100'],
    ['To', 'me@home.example'],
    ['Message-ID', '<2@streambox.example>'],
    ['Content-Type', 'text/html'],
    ['MIME-Version', '1.0'],
  ])('falls to D for a second %s that the signature does not notice', async (name, value) => {
    const raw = await signed({ headerList: ['from', 'to', 'subject', 'date', 'content-type'] });
    expect((await verify(raw)).level).toBe('A');
    const verdict = await verify(`${name}: ${value}\r\n${raw}`);
    expect(verdict.signatures[0]!.result).toBe('pass');
    expect(verdict).toMatchObject({ level: 'D', reasons: [`duplicate_header_${name.toLowerCase().replaceAll('-', '_')}`] });
  });

  it('is R for a second sender, which DMARC knows no result for', async () => {
    const raw = await signed({ headerList: ['from', 'to', 'subject', 'date', 'content-type'] });
    expect(await verify(`From: bank@evil.example\r\n${raw}`)).toMatchObject({
      level: 'R',
      reasons: ['several_senders'],
      dmarc: { result: 'invalid', policy: null },
    });
  });

  it('takes a copy with bare line feeds and blank lines at its end for the same message', async () => {
    const raw = await signed();
    expect((await verify(`${raw.replaceAll('\r\n', '\n')}\n\n`)).level).toBe('A');
  });

  it('is D for a header folded into ever more lines, whose signatures cost more than any mail is worth', { timeout: 5_000 }, async () => {
    const folded = (lines: number): string => `X-Fold: a\r\n${' a\r\n'.repeat(lines)}`;
    expect(await verify(folded(1_000) + (await signed()))).toMatchObject({ level: 'A' });
    expect(await verify(folded(500_000) + (await signed()))).toMatchObject({ level: 'D', reasons: ['header_too_large'], signatures: [] });
    expect(await verify(`X-Long: ${'a'.repeat(300_000)}\r\n${await signed()}`)).toMatchObject({
      level: 'D',
      reasons: ['header_too_large'],
    });
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
    expect(asked.filter((name) => name.includes('._domainkey.'))).toHaveLength(4);
  });

  it('is pending, never final, when DNS does not answer', async () => {
    const verdict = await verify(await signed(), {}, () => Promise.reject(Object.assign(new Error('timeout'), { code: 'ETIMEOUT' })));
    expect(verdict).toMatchObject({ level: 'D', pending: true, reasons: ['dns_unavailable'] });
  });

  it('is C on the word of the owner’s own, known provider only, in the topmost field under its name', async () => {
    const field = (authservId: string | null, laterHops: string[] = []) => ({
      authservId,
      laterHops,
      results: [{ authservId, method: 'dmarc', result: 'pass', domain: 'streambox.example' }],
    });
    const at = (providerHost: string | null, ...reports: ReturnType<typeof field>[]) =>
      verify(plain(), { providerHost, message: parsed({ reports, deliveredTo: ['me@gmail.com'] }) });
    const reported = { level: 'C', reasons: ['reported_by_provider', 'no_signature'] };
    const unsigned = { level: 'D', reasons: ['no_signature'] };
    expect(await at('imap.gmail.com', field('mx.google.com'))).toMatchObject(reported);
    expect(await at('imap.gmail.com', field('mx.evil.example'), field('mx.google.com', ['mx.google.com']))).toMatchObject(reported);
    expect(await at(null, field('mx.google.com', ['2002:a05:6a10::']))).toMatchObject(reported);
    expect(await at('imap.gmail.com', field('mx.evil.example'))).toMatchObject(unsigned);
    expect(await at('imap.gmail.com', field('mx.google.com', ['mx.evil.com']))).toMatchObject(unsigned);
    expect(await at(null, field('mx.google.com', ['mx.home.com', 'mx.google.com']))).toMatchObject(unsigned);
    const unattributable = { level: 'D', reasons: ['reported_unattributable', 'no_signature'] };
    expect(await at('outlook.office365.com', field(null))).toMatchObject(unattributable);
    expect(await at('imap.home.example', field('mx.home.example'))).toMatchObject(unattributable);
  });

  it('is R for a lookalike and for a reported DMARC failure, and no header lifts it', async () => {
    expect(await verify(await signed(), { suspicions: ['lookalike_domain'], knownSigners: [] })).toMatchObject({ level: 'R' });
    expect(await verify(await signed(), { suspicions: ['display_name_mismatch'] })).toMatchObject({ level: 'R' });
    const results = [{ authservId: 'mx.home.example', method: 'dmarc', result: 'fail', domain: 'streambox.example' }];
    const message = parsed({ reports: [{ authservId: 'mx.home.example', laterHops: [], results }] });
    expect(await verify(plain(), { message })).toMatchObject({ level: 'R', reasons: ['reported_dmarc_fail'] });
  });

  it('takes a signer who signed before for no lookalike, and a stranger with the same name for one', async () => {
    const suspicions = ['lookalike_domain'];
    expect(await verify(await signed(), { suspicions })).toMatchObject({ level: 'A' });
    expect(await verify(plain(), { suspicions })).toMatchObject({ level: 'R', reasons: ['lookalike_domain'] });
  });

  it('is not raised by mail that was signed for somebody else', async () => {
    const message = parsed({ to: [{ address: 'other@elsewhere.example', name: '' }] });
    expect(await verify(await signed(), { message })).toMatchObject({ level: 'D', reasons: ['signed_aligned', 'not_addressed_to_owner'] });
  });

  it('is not raised by an address that was added on the way, and is B where no recipient is signed', async () => {
    const [me, other] = [[{ address: 'me@home.example', name: '' }], [{ address: 'other@elsewhere.example', name: '' }]];
    const added = parsed({ to: other, cc: me });
    expect(await verify(await signed(), { message: added })).toMatchObject({ level: 'D' });
    const raw = await signed({ headerList: ['from', 'subject', 'date', 'content-type'] });
    const reasons = ['signed_aligned', 'recipient_not_signed'];
    expect(await verify(raw)).toMatchObject({ level: 'B', reasons });
    expect(await verify(raw, { message: parsed({ to: [] }) })).toMatchObject({ level: 'B', reasons });
    expect(await verify(raw, { message: added })).toMatchObject({ level: 'D' });
    expect(await verify(raw, { ownerAddresses: [] })).toMatchObject({ level: 'A' });
  });
});

describe('years later, offline', () => {
  it('reaches the same verdict from the recorded answers alone, after every change of the world', async () => {
    for (const raw of [await signed(), plain(), (await signed()).replace('30 November', '3 November')]) {
      const then = await verify(raw);
      expect(await verify(raw, {}, resolveFromAnswers(then.dns))).toEqual(then);
      const message = { raw: Buffer.from(raw), parsed: parsed(), arrivedAt: ARRIVED };
      const again = { level: then.level, reasons: then.reasons, tool: then.tool };
      expect(await recheckVerdict(then, message)).toEqual({ outcome: 'same', again });
      const other = { ...message, raw: Buffer.from(raw.replace('ends on', 'goes on after')) };
      if (then.level === 'A') expect(await recheckVerdict(then, other)).toMatchObject({ outcome: 'differs' });
    }
  });

  it('reaches a verdict that waited for DNS again as one that waits', async () => {
    const then = await verify(await signed(), {}, () => Promise.reject(Object.assign(new Error('timeout'), { code: 'ETIMEOUT' })));
    const message = { raw: Buffer.from(await signed()), parsed: parsed(), arrivedAt: ARRIVED };
    expect(await recheckVerdict(then, message)).toMatchObject({ outcome: 'same' });
  });

  it('judges a signature as of its arrival, though it has expired since', async () => {
    const raw = await signed({ expires: new Date('2026-12-01T00:00:00Z') });
    expect(await verify(raw)).toMatchObject({ level: 'A' });
    expect(await verify(raw, { arrivedAt: '2036-01-01T00:00:00.000Z', now: '2036-01-01T00:00:00.000Z' })).toMatchObject({ level: 'D' });
  });
});

describe('a key that DNS no longer gives', () => {
  const gone: ResolveTxt = () => Promise.resolve({ rdata: [], resolver: 'test', observedAt: ARRIVED });
  const name = 's1._domainkey.streambox.example';
  const key = (source: string) => ({
    name,
    record,
    source,
    firstSeenAt: '2026-01-01T00:00:00.000Z',
    lastSeenAt: '2026-11-30T00:00:00.000Z',
  });
  const late = { now: '2029-01-01T00:00:00.000Z' };
  const withKeys = async (...found: ReturnType<typeof key>[]) =>
    verifyMessage({ resolveTxt: gone, findKeys: () => Promise.resolve(found) }, { ...inputOf(await signed()), ...late });

  it('leaves an old mail no longer verifiable, and makes a new one suspicious of its signature', async () => {
    expect(await verify(await signed(), late, gone)).toMatchObject({ level: 'D', reasons: ['key_no_longer_available'], pending: false });
    expect(await verify(await signed(), {}, gone)).toMatchObject({ level: 'D', reasons: ['key_missing'] });
  });

  it('is taken from an archive, which the verdict names: B where we saw it ourselves, C where the person brought it', async () => {
    const own = await withKeys(key(OBSERVED));
    expect(own).toMatchObject({ level: 'B', reasons: ['signed_aligned', 'key_observed_before'] });
    expect(own.dns.filter((answer) => answer.name === name).map(({ resolver }) => resolver)).toEqual([`archive: ${OBSERVED}`]);
    expect(await withKeys(key('my-keys.json'))).toMatchObject({ level: 'C', reasons: ['signed_aligned', 'key_supplied'] });
    const again = await recheckVerdict(own, { raw: Buffer.from(await signed()), parsed: parsed(), arrivedAt: ARRIVED });
    expect(again.outcome).toBe('same');
  });

  it('is no use where it does not fit', async () => {
    const other = { ...key('my-keys.json'), record: record.replace(/p=.*/, 'p=MCowBQYDK2VwAyEA') };
    expect(await withKeys(other)).toMatchObject({ level: 'D' });
  });
});

describe('DMARC', () => {
  const policy =
    (text: string): ResolveTxt =>
    (name) =>
      name === '_dmarc.streambox.example' ? Promise.resolve({ rdata: [text], resolver: 'test', observedAt: ARRIVED }) : answers(name);

  it('passes by an aligned signature, and says what the domain asks for mail without one', async () => {
    const reject = policy('v=DMARC1; p=reject');
    expect(await verify(await signed(), {}, reject)).toMatchObject({ level: 'A', dmarc: { result: 'pass', policy: 'reject' } });
    expect(await verify(plain(), {}, reject)).toMatchObject({
      level: 'D',
      reasons: ['no_signature', 'dmarc_unmet'],
      dmarc: { result: 'fail', policy: 'reject' },
    });
  });

  it('holds the domain to its own strictness', async () => {
    const message = parsed({ from: { address: 'billing@mail.streambox.example', name: '' } });
    const text = plain({ ...HEADERS, From: 'billing@mail.streambox.example' });
    const raw = await signed({ text });
    expect(await verify(raw, { message }, policy('v=DMARC1; p=reject'))).toMatchObject({ level: 'A' });
    expect(await verify(raw, { message }, policy('v=DMARC1; p=reject; adkim=s'))).toMatchObject({ level: 'D', reasons: ['dmarc_strict'] });
  });
});
