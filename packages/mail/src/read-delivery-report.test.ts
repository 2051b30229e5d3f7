// Bounces as mail servers write them: with the whole message, with its header only, and reports that are no failure.
import { expect, it } from 'vitest';
import { parseMessage } from './parse-message.ts';

const original = 'From: Me <me@home.example>\nTo: support@shop.example\nSubject: Cancellation\nMessage-ID: <42@home.example>\n';

function report(action: string, returned: { type: string; text: string }): Buffer {
  const parts = [
    'Content-Type: text/plain\n\nI am sorry, it could not be delivered.\n',
    `Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.home.example\n\nFinal-Recipient: rfc822; Support@shop.example\nAction: ${action}\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1\n  User unknown\n`,
    `Content-Type: ${returned.type}\n\n${returned.text}`,
  ];
  const head =
    'From: MAILER-DAEMON@home.example\nTo: me@home.example\nSubject: Undelivered Mail\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n';
  return Buffer.from(`${head}${parts.map((part) => `--b\n${part}\n`).join('')}--b--\n`.replaceAll('\n', '\r\n'));
}

it.each([
  ['the whole message', { type: 'message/rfc822', text: `${original}\nI hereby cancel my contract.\n` }, 'I hereby cancel my contract.'],
  ['its header only', { type: 'text/rfc822-headers', text: original }, ''],
])('with %s', async (_what, returned, text) => {
  const { deliveryReport, isDeliveryReport } = await parseMessage(report('failed', returned));
  expect(isDeliveryReport).toBe(true);
  expect(deliveryReport).toMatchObject({
    hasFailed: true,
    status: '5.1.1',
    recipient: 'support@shop.example',
    original: {
      rfcMessageId: '42@home.example',
      from: { address: 'me@home.example' },
      to: [{ address: 'support@shop.example' }],
      subject: 'Cancellation',
    },
  });
  expect(deliveryReport!.original!.text.body.trim()).toBe(text);
});

it('a delay is no failure, and a report without the message says nothing of one', async () => {
  expect((await parseMessage(report('delayed', { type: 'text/rfc822-headers', text: original }))).deliveryReport).toMatchObject({
    hasFailed: false,
  });
  expect((await parseMessage(report('failed', { type: 'text/plain', text: 'nothing' }))).deliveryReport).toMatchObject({ original: null });
});
