// Whoever sends a message can write any header into it, sign it with a domain of their own and seal it with that domain (ARC). Nothing of it may
// raise the level that the message has without. Read by the real parser, as the classifier reads it.
import { verifyMessage } from '@quittance/authenticity/verify-message';
import { arcSealed, dkimSigned, everybodysKey } from '@quittance/authenticity/test-signing';
import { LEVELS, type Verdict } from '@quittance/domain/authenticity';
import { parseMessage } from '@quittance/mail/parse-message';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const ARRIVED = '2026-11-20T09:00:05.000Z';
const PLAIN = [
  'From: Stream Box <billing@streambox.example>',
  'To: me@gmail.com',
  'Subject: Your membership has been cancelled',
  'Date: Fri, 20 Nov 2026 10:00:00 +0100',
  'Message-ID: <1@streambox.example>',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Your membership ends on 30 November 2026.',
  '',
].join('\r\n');

const signed = (text: string, domain = 'streambox.example'): Promise<string> => dkimSigned(text, domain, new Date(ARRIVED));
const PASSED = 'dkim=pass header.d=streambox.example header.i=@streambox.example; dmarc=pass header.from=streambox.example';

const sealed = (text: string, domain: string, results = PASSED): Promise<string> => arcSealed(text, domain, results, new Date(ARRIVED));

const HOP = 'Received: from sender by mx.google.com with ESMTPS id 1; Fri, 20 Nov 2026 01:00:01 -0800 (PST)\r\n';
/** What the receiving provider puts on top of everything that the sender wrote. */
const gmail = (text: string, results: string): string => `${HOP}Authentication-Results: mx.google.com; ${results}\r\n${text}`;

async function levelOf(raw: string, providerHost: string | null): Promise<Verdict['level']> {
  return (await judge(raw, providerHost)).level;
}

async function judge(raw: string, providerHost: string | null): Promise<Verdict> {
  const bytes = Buffer.from(raw);
  const rest = { arrivedAt: ARRIVED, now: ARRIVED, ownerAddresses: ['me@gmail.com'], knownSigners: ['streambox.example'], suspicions: [] };
  return verifyMessage({ resolveTxt: everybodysKey }, { raw: bytes, message: await parseMessage(bytes), providerHost, ...rest });
}

const FORGED: readonly string[] = [
  'Received: from mail.streambox.example (mail.streambox.example [192.0.2.1]) by mx.google.com; Fri, 20 Nov 2026 10:00:00 +0100',
  'Received: from mx.google.com by mx.google.com; Fri, 20 Nov 2026 10:00:00 +0100',
  `Authentication-Results: mx.google.com; ${PASSED}`,
  `Authentication-Results: mx.evil.com; ${PASSED}`,
  `Authentication-Results: ${PASSED}`,
  `ARC-Authentication-Results: i=1; mx.google.com; ${PASSED}`,
  'ARC-Seal: i=1; a=rsa-sha256; t=1; cv=none; d=google.com; s=arc; b=AAAA',
  'ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=google.com; s=arc; h=from:subject; bh=AAAA; b=AAAA',
  'DKIM-Signature: v=1; a=rsa-sha256; d=streambox.example; s=s1; h=from; bh=AAAA; b=AAAA',
  'Delivered-To: me@gmail.com',
  'Return-Path: <billing@streambox.example>',
  'Received-SPF: pass (google.com: domain of billing@streambox.example designates 192.0.2.1 as permitted sender)',
  'Subject: Your membership has been cancelled',
  'From: Stream Box <billing@streambox.example>',
  'To: me@gmail.com',
  'Cc: me@gmail.com',
  'Bcc: me@gmail.com',
  'Sender: billing@streambox.example',
  'Date: Fri, 20 Nov 2026 10:00:00 +0100',
  'Content-Type: text/html; charset=utf-8',
  'X-Anything: 1',
  // Line ends and spaces that two readers may take for different things.
  'X-Anything: 1\rSubject: Another',
  'X-Anything: 1\n\tCc: me@gmail.com',
  'Subject : Another',
];

describe('headers that the sender forged never raise a level', () => {
  const forged = fc.array(fc.constantFrom(...FORGED), { minLength: 1, maxLength: 5 });
  const own = fc.constantFrom('none', 'signed by evil.com', 'sealed by evil.com');
  const base = fc.constantFrom('plain', 'signed', 'signed by another', 'signed for another', 'broken');

  async function send(kind: string, added: readonly string[], identity: string): Promise<string> {
    const text = await baseMail(kind);
    const headed = added.map((line) => `${line}\r\n`).join('') + text;
    if (identity === 'signed by evil.com') return signed(headed, 'evil.com');
    return identity === 'sealed by evil.com' ? sealed(headed, 'evil.com') : headed;
  }

  async function baseMail(kind: string): Promise<string> {
    if (kind === 'plain') return PLAIN;
    // A replay: genuine, and sent on to somebody it was not written to.
    if (kind === 'signed for another') return signed(PLAIN.replace('To: me@', 'To: you@'));
    const text = await signed(PLAIN, kind === 'signed by another' ? 'evil.com' : undefined);
    return kind === 'broken' ? text.replace('30 November', '3 November') : text;
  }

  it.each([
    ['at a known provider, which writes its own field on top', 'imap.gmail.com', (text: string) => gmail(text, 'dkim=none; dmarc=none')],
    ['at a known provider, which found it forged', 'imap.gmail.com', (text: string) => gmail(text, 'dkim=none; dmarc=fail')],
    ['at a known provider, which found it genuine', 'imap.gmail.com', (text: string) => gmail(text, PASSED)],
    ['at a known provider that writes nothing', 'imap.gmail.com', (text: string) => HOP.replaceAll('google', 'gmail-relay') + text],
    ['at a server of one’s own', 'imap.home.com', (text: string) => HOP.replaceAll('google', 'home') + text],
    ['in a file from a provider that is not known', null, (text: string) => HOP.replaceAll('google', 'home') + text],
  ])('%s', async (_name, host, deliver) => {
    await fc.assert(
      fc.asyncProperty(base, forged, own, async (kind, added, identity) => {
        const before = await levelOf(deliver(await baseMail(kind)), host);
        const after = await levelOf(deliver(await send(kind, added, identity)), host);
        expect(LEVELS.indexOf(after)).toBeGreaterThanOrEqual(LEVELS.indexOf(before));
      }),
      { numRuns: 25 },
    );
  });
});

describe('ARC', () => {
  const reasonsOf = async (raw: string, host: string | null = 'imap.gmail.com') => {
    const { level, reasons, arc } = await judge(raw, host);
    return { level, reasons, arc };
  };

  it('is the word of the owner’s provider, with its signature', async () => {
    expect(await reasonsOf(await sealed(PLAIN, 'google.com'))).toEqual({
      level: 'C',
      reasons: ['sealed_by_provider', 'no_signature'],
      arc: { result: 'pass', sealer: 'google.com', reports: 'pass' },
    });
  });

  it('is nobody’s word when a stranger sealed it, it was changed, or the seal covers no such report', async () => {
    expect(await reasonsOf(await sealed(PLAIN, 'evil.com'))).toMatchObject({ level: 'D', arc: { result: 'pass', reports: 'pass' } });
    expect(await reasonsOf(await sealed(PLAIN, 'google.com'), 'imap.home.com')).toMatchObject({ level: 'D' });
    expect(await reasonsOf((await sealed(PLAIN, 'google.com')).replace('30 November', '3 November'))).toMatchObject({
      level: 'D',
      arc: { result: 'fail' },
    });
    expect(await reasonsOf((await sealed(PLAIN, 'google.com')).replace('dmarc=pass', 'dmarc=PASS'))).toMatchObject({
      level: 'D',
      arc: { result: 'fail' },
    });
    // Gmail seals what its users send, too: such a seal says nothing of the sender's own signature.
    expect(await reasonsOf(await sealed(PLAIN, 'google.com', 'dkim=pass header.d=gmail.com; dmarc=none'))).toMatchObject({
      level: 'D',
      arc: { reports: 'none' },
    });
    expect(await reasonsOf(`Subject: Another\r\n${await sealed(PLAIN, 'google.com')}`)).toMatchObject({
      level: 'D',
      arc: { reports: 'none' },
    });
  });

  it('speaks against a message, too', async () => {
    const failed = 'dkim=fail header.d=streambox.example; dmarc=fail header.from=streambox.example';
    expect(await reasonsOf(await sealed(PLAIN, 'google.com', failed))).toMatchObject({ level: 'R', reasons: ['reported_dmarc_fail'] });
  });
});
