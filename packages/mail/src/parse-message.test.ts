import { PermanentError } from '@quittance/domain/errors';
import { ALERT_HEADER } from '@quittance/domain/message';
import type { ParsedMessage } from '@quittance/domain/message';
import { cpuMs } from '@quittance/testing/work';
import { describe, expect, it } from 'vitest';
import { parseMessage } from './parse-message.ts';

function mail(headers: string, body: string | Buffer): Buffer {
  const head = Buffer.from(`${headers.trim().replace(/\r?\n/g, '\r\n')}\r\n\r\n`, 'latin1');
  return Buffer.concat([head, Buffer.from(body)]);
}

const BASE = 'From: Shop <Billing@Shop.Example>\nTo: me@home.example\nSubject: Hello\nDate: Tue, 03 Mar 2026 16:34:13 -0500';

describe('charsets', () => {
  const text = 'Résiliation à 12 €';
  it.each<[string, string, Buffer]>([
    ['utf-8', 'utf-8', Buffer.from(text)],
    ['iso-8859-15', 'iso-8859-15', Buffer.from('Résiliation à 12 \u00A4', 'latin1')],
    ['windows-1252', 'windows-1252', Buffer.from('Résiliation à 12 \u0080', 'latin1')],
    ['windows-1252 that says utf-8', 'utf-8', Buffer.from('Résiliation à 12 \u0080', 'latin1')],
    ['windows-1252 that says ascii', 'us-ascii', Buffer.from('Résiliation à 12 \u0080', 'latin1')],
    ['utf-8 under an unknown name', 'x-nonsense', Buffer.from(text)],
  ])('%s', async (_name, charset, bytes) => {
    for (const type of ['plain', 'html']) {
      const { body } = (await parseMessage(mail(`${BASE}\nContent-Type: text/${type}; charset=${charset}`, bytes))).text;
      expect(body).toBe(text);
    }
  });

  it('no charset at all', async () => {
    expect((await parseMessage(mail(BASE, Buffer.from('résilié', 'latin1')))).text.body).toBe('résilié');
  });

  it('shift_jis and iso-2022-jp', async () => {
    const sjis = Buffer.from('89f096f18a6d92e8', 'hex');
    expect((await parseMessage(mail(`${BASE}\nContent-Type: text/plain; charset=shift_jis`, sjis))).text.body).toBe('解約確定');
    const jis = Buffer.from('\x1b$B2rLs\x1b(B', 'latin1');
    expect((await parseMessage(mail(`${BASE}\nContent-Type: text/plain; charset=iso-2022-jp`, jis))).text.body).toBe('解約');
  });

  it('subjects: encoded words, raw utf-8, raw windows-1252', async () => {
    const subject = async (raw: Buffer) =>
      (await parseMessage(Buffer.concat([Buffer.from('Subject: '), raw, Buffer.from('\r\n\r\nx')]))).subject;
    expect(await subject(Buffer.from('=?utf-8?q?R=C3=A9sili=C3=A9?= =?iso-8859-1?q?_=E9?='))).toBe('Résilié é');
    expect(await subject(Buffer.from('Résilié'))).toBe('Résilié');
    expect(await subject(Buffer.from('Résilié', 'latin1'))).toBe('Résilié');
  });
});

describe('headers', () => {
  it('reads who, when and the marks of machines', async () => {
    const message = await parseMessage(
      mail(
        `Delivered-To: Me@Home.example
Received: from a (b) by c; Tue, 03 Mar 2026 21:34:20 +0000 (UTC)
Received: from z by a; Tue, 03 Mar 2026 20:00:00 +0000
X-Original-To: alias@home.example
Message-ID: <abc@shop.example>
In-Reply-To: <first@home.example>
List-Id: News <news.shop.example>
List-Unsubscribe: <https://shop.example/u>
Precedence: Bulk
Auto-Submitted: auto-generated; x=y
${ALERT_HEADER}: 1
Reply-To: "Help, Desk" <help@shop.example>
${BASE}`,
        'x',
      ),
    );
    expect(message).toMatchObject({
      rfcMessageId: 'abc@shop.example',
      inReplyTo: 'first@home.example',
      from: { address: 'billing@shop.example', name: 'Shop' },
      replyTo: { address: 'help@shop.example', name: 'Help, Desk' },
      to: [{ address: 'me@home.example', name: '' }],
      deliveredTo: ['me@home.example', 'alias@home.example'],
      sentAt: '2026-03-03T21:34:13.000Z',
      sentOffsetMinutes: -300,
      receivedAt: '2026-03-03T21:34:20.000Z',
      listId: 'news.shop.example',
      listUnsubscribe: true,
      precedence: 'bulk',
      autoSubmitted: 'auto-generated',
      isOwnAlert: true,
    });
  });

  it.each<[string, string | null]>([
    ['Tue, 3 Mar 2026 16:34:13 +0100 (CET)', '2026-03-03T15:34:13.000Z'],
    ['3 Mar 26 16:34 EST', '2026-03-03T21:34:00.000Z'],
    ['2026-03-03T16:34:13+01:00', '2026-03-03T15:34:13.000Z'],
    ['Tue, 99 Mar 2026 16:34:13 +0100', null],
    ['yesterday', null],
  ])('Date: %s', async (value, instant) => {
    expect((await parseMessage(mail(`Date: ${value}`, 'x'))).sentAt).toBe(instant);
  });

  it('takes the topmost authentication results only, as written', async () => {
    const { reported } = await parseMessage(
      mail(
        `Authentication-Results: mx.Provider.example 1;
 dkim=pass (2048-bit; dkim=fail \\) header.d=evil.example) header.i=@Shop.example header.s=s1;
 spf=softfail reason="a; dkim=pass header.d=evil.example" smtp.mailfrom=bounce@mail.shop.example;
 dmarc=pass (p=REJECT) header.from=shop.example
Authentication-Results: mx.provider.example; dkim=pass header.d=forged.example
${BASE}`,
        'x',
      ),
    );
    expect(reported).toEqual([
      { authservId: 'mx.provider.example', method: 'dkim', result: 'pass', domain: 'shop.example' },
      { authservId: 'mx.provider.example', method: 'spf', result: 'softfail', domain: 'mail.shop.example' },
      { authservId: 'mx.provider.example', method: 'dmarc', result: 'pass', domain: 'shop.example' },
    ]);
  });

  it("reads Microsoft's, which names no server", async () => {
    const value = `spf=pass (sender IP is 192.0.2.1) smtp.mailfrom=shop.example; dkim=pass (signature was verified) header.d=shop.example;dmarc=bestguesspass action=none header.from=shop.example;compauth=pass reason=109`;
    const { reported } = await parseMessage(mail(`Authentication-Results: ${value}\n${BASE}`, 'x'));
    expect(reported.map(({ authservId, method, result, domain }) => [authservId, method, result, domain])).toEqual([
      [null, 'spf', 'pass', 'shop.example'],
      [null, 'dkim', 'pass', 'shop.example'],
      [null, 'dmarc', 'bestguesspass', 'shop.example'],
      [null, 'compauth', 'pass', null],
    ]);
  });

  it('knows invitations, bounces and attachments', async () => {
    const parts = (type: string, ...bodies: string[]) =>
      mail(`${BASE}\nContent-Type: multipart/${type}; boundary=b`, `${bodies.map((body) => `--b\r\n${body}\r\n`).join('')}--b--\r\n`);
    const invite = await parseMessage(parts('mixed', '\r\nHi', 'Content-Type: text/calendar; method=cancel\r\n\r\nBEGIN:VCALENDAR'));
    expect(invite.calendarMethod).toBe('CANCEL');
    const bounce = await parseMessage(
      parts('report; report-type=delivery-status', '\r\nFailed', 'Content-Type: message/delivery-status\r\n\r\nAction: failed'),
    );
    expect(bounce.isDeliveryReport).toBe(true);
    const pdf = 'Content-Type: application/pdf; name="f.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\nSGVsbG8=';
    expect((await parseMessage(parts('mixed', '\r\nHi', pdf))).attachments).toEqual([
      { filename: 'f.pdf', contentType: 'application/pdf', sizeBytes: 5, problem: 'pdf_broken' },
    ]);
  });
});

describe('text', () => {
  const alternative = (plain: string, html: string) =>
    mail(
      `${BASE}\nContent-Type: multipart/alternative; boundary=b`,
      `--b\r\nContent-Type: text/plain\r\n\r\n${plain}\r\n--b\r\nContent-Type: text/html\r\n\r\n${html}\r\n--b--`,
    );

  it('takes the HTML, which the reader sees, and keeps the other apart', async () => {
    const { text } = await parseMessage(alternative('Your plan was cancelled.', '<p>Buy our wonderful new plan today</p>'));
    expect(text).toMatchObject({ origin: 'html', body: 'Buy our wonderful new plan today', alternative: 'Your plan was cancelled.' });
  });

  it('takes the plain text where the HTML shows no words', async () => {
    const { text } = await parseMessage(alternative('Your plan was cancelled.', '<img src="x.png">'));
    expect(text).toMatchObject({ origin: 'plain', body: 'Your plan was cancelled.' });
  });

  it('puts text before an HTML part where the reader sees it', async () => {
    const raw = mail(
      `${BASE}\nContent-Type: multipart/mixed; boundary=b`,
      '--b\r\nContent-Type: text/plain\r\n\r\nSee <below>\r\nMe\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>The invoice of May, with all its items</p>\r\n--b--',
    );
    expect((await parseMessage(raw)).text.body).toBe('See <below>\nMe\nThe invoice of May, with all its items');
  });

  it('unfolds format=flowed and lines broken at a width, and leaves lists alone', async () => {
    const flowed = mail(`${BASE}\nContent-Type: text/plain; format=flowed`, 'Your plan \r\nrenews on \r\n3 May.\r\nBye');
    expect((await parseMessage(flowed)).text.body).toBe('Your plan renews on 3 May.\nBye');
    const broken =
      'We are writing to tell you that your yearly subscription will be renewed\non 3 May 2026 for the price of 12 EUR unless you cancel it before the end\nof April.\n\nPlan: Pro\nPrice: 12 EUR\n';
    expect((await parseMessage(mail(BASE, broken))).text.body).toBe(
      'We are writing to tell you that your yearly subscription will be renewed on 3 May 2026 for the price of 12 EUR unless you cancel it before the end of April.\n\nPlan: Pro\nPrice: 12 EUR',
    );
  });

  it('reads a part of unreadable type as the text it is', async () => {
    expect((await parseMessage(mail(`${BASE}\nContent-Type: ;`, 'Your plan ended.'))).text.body).toBe('Your plan ended.');
    expect((await parseMessage(mail(`${BASE}\nContent-Type: text`, 'Your plan ended.'))).text.body).toBe('Your plan ended.');
  });

  it('finds addresses in plain text', async () => {
    const { text } = await parseMessage(mail(BASE, 'Manage it at https://shop.example/plan?id=1.\nBye'));
    expect(text.links).toEqual([{ text: 'https://shop.example/plan?id=1', href: 'https://shop.example/plan?id=1', start: 13 }]);
  });

  it('reads JSON-LD and passes over what is broken or too deep', async () => {
    const deep = '['.repeat(100) + ']'.repeat(100);
    const html = `<script type="application/ld+json">{"@type":"Invoice","name":"a\\u0000b"}</script><script type="application/ld+json">{oops</script>
      <script type="application/ld+json">${deep}</script>`;
    const raw = mail(`${BASE}\nContent-Type: text/html`, html);
    expect((await parseMessage(raw)).structuredData).toEqual([{ '@type': 'Invoice', name: 'ab' }]);
  });

  it('leaves sentences that mention terms in the body', async () => {
    const body =
      'Your request was received.\n\nUnder our terms and conditions you keep access to everything until the end of the period that you paid for.\n\nBye\nPrivacy policy';
    const { text } = await parseMessage(mail(BASE, body));
    expect(text.zones.map(({ start, end }) => text.body.slice(start, end).trim().split('\n').at(-1))).toEqual(['Bye', 'Privacy policy']);
  });

  it('marks the legal lines at the end as footer', async () => {
    const body =
      'Your plan was cancelled.\nIt stays active until 3 May.\n\n© 2026 Shop SAS\nYou receive this e-mail because you have an account.\nUnsubscribe\n12 rue de la Paix, Paris';
    const { text } = await parseMessage(mail(`${BASE}\nContent-Type: text/plain; charset=utf-8`, body));
    expect(text.zones.map(({ kind, start, end }) => [kind, text.body.slice(start, end).trim().slice(0, 10)])).toEqual([
      ['body', 'Your plan '],
      ['footer', '© 2026 Sho'],
    ]);
  });
});

describe('limits', () => {
  const within = async (raw: Buffer, ms: number) => {
    let message: ParsedMessage;
    expect(await cpuMs(async () => (message = await parseMessage(raw)))).toBeLessThan(ms);
    return message!;
  };

  it('a header of 10 MB costs its end, not the message', async () => {
    const raw = mail(`${BASE}\n${'X-Filler: abcdefghijklmnopqrstuvwxyz\n'.repeat(280_000)}`, 'The body');
    expect(await within(raw, 3_000)).toMatchObject({ subject: 'Hello', text: { body: 'The body' } });
  });

  it('one header line of 10 MB', async () => {
    expect((await within(mail(`${BASE}\nTo: ${'a@b.example, '.repeat(700_000)}`, 'The body'), 5_000)).text.body).toBe('The body');
  });

  it('100,000 links and 20,000 nested elements', async () => {
    const html = `${'<div>'.repeat(20_000)}${'<a href="https://x.example/y">z</a> '.repeat(100_000)}`;
    const { text } = await within(mail(`${BASE}\nContent-Type: text/html`, html), 3_000);
    expect(text.links.length).toBe(2_000);
  });

  it('text beyond the cap is cut', async () => {
    const { text } = await within(mail(BASE, 'word '.repeat(400_000)), 3_000);
    expect(text.body.length).toBeLessThanOrEqual(400_000);
    expect(text.zones.at(-1)?.end).toBe(text.body.length);
  });

  it('a message beyond 50 MB or of too many parts is refused with a code', async () => {
    await expect(parseMessage(Buffer.alloc(51 * 1024 * 1024, 'a'))).rejects.toMatchObject({ code: 'mail_too_big' });
    const many = mail(`${BASE}\nContent-Type: multipart/mixed; boundary=b`, '--b\r\n\r\nx\r\n'.repeat(2_000));
    await expect(parseMessage(many)).rejects.toThrow(PermanentError);
  });

  it('nested parts and nested messages', async () => {
    const nested = Array.from({ length: 200 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}`).join('\r\n');
    await within(Buffer.from(`${nested}\r\n\r\nx`), 3_000);
    const russian = Array.from({ length: 50 }, (_, i) => `Subject: ${i}\r\nContent-Type: message/rfc822\r\n\r\n`).join('');
    expect((await within(Buffer.from(`${russian}end`), 3_000)).subject).toBe('0');
  });
});
