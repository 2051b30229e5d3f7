// The examples of RFC 8463 Appendix A and RFC 6376 Appendix A, typed anew: our verification must accept what the standards publish.
import { expect, it } from 'vitest';
import type { ParsedMessage } from '@quittance/domain/message';
import { recordDns } from './record-dns.ts';
import { verifySignatures } from './verify-signatures.ts';

const BODY = ['Hi.', '', 'We lost the game.  Are you hungry yet?', '', 'Joe.', ''].join('\r\n');
const FIELDS = [
  'From: Joe SixPack <joe@football.example.com>',
  'To: Suzie Q <suzie@shopping.example.net>',
  'Subject: Is dinner ready?',
  'Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)',
  'Message-ID: <20030712040037.46341.5F8J@football.example.com>',
];
const BODY_HASH = '2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=';
const message = { from: { address: 'joe@football.example.com', name: '' } } as ParsedMessage;

const KEYS: Readonly<Record<string, string>> = {
  'brisbane._domainkey.football.example.com': 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=',
  'test._domainkey.football.example.com':
    'v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB',
  'brisbane._domainkey.example.com':
    'v=DKIM1; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDwIRP/UC3SBsEmGqZ9ZJW3/DkMoGeLnQg1fWn7/zYtIxN2SnFCjxOCKG9v3b4jYfcTNh5ijSsq631uBItLa7od+v/RtdC2UzJ1lWT947qR+Rcac2gbto/NMqJ0fzfVjH4OuKhitdY9tf6mcwGjaNBcWToIMmPSPDdQPNUYckcQ2QIDAQAB',
};

function verify(raw: string) {
  const dns = recordDns((name) => Promise.resolve({ rdata: [KEYS[name] ?? ''].filter(Boolean), resolver: 'rfc', observedAt: '' }));
  return verifySignatures({ raw: Buffer.from(raw), message, arrivedAt: '2018-06-10T13:38:29.000Z' }, dns);
}

function signature8463(algorithm: string, selector: string, b: string): string {
  return [
    `DKIM-Signature: v=1; a=${algorithm}; c=relaxed/relaxed;`,
    ' d=football.example.com; i=@football.example.com;',
    ` q=dns/txt; s=${selector}; t=1528637909; h=from : to :`,
    ' subject : date : message-id : from : subject : date;',
    ` bh=${BODY_HASH};`,
    ` b=${b}`,
  ].join('\r\n');
}

const ED25519 = signature8463(
  'ed25519-sha256',
  'brisbane',
  '/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus\r\n Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==',
);
const RSA = signature8463(
  'rsa-sha256',
  'test',
  'F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3\r\n DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz\r\n dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=',
);

it('accepts both signatures of RFC 8463 §A.3, and neither over a changed text', async () => {
  const raw = [ED25519, RSA, ...FIELDS, '', BODY].join('\r\n');
  const { signatures } = await verify(raw);
  expect(signatures.map(({ selector, result, aligned }) => ({ selector, result, aligned }))).toEqual([
    { selector: 'brisbane', result: 'pass', aligned: true },
    { selector: 'test', result: 'pass', aligned: true },
  ]);
  const changed = await verify(raw.replace('lost', 'won'));
  expect(changed.signatures.map(({ result }) => result)).not.toContain('pass');
});

it('accepts the signature of RFC 6376 §A.2, in simple canonical form to the last space', async () => {
  const raw = [
    'DKIM-Signature: v=1; a=rsa-sha256; s=brisbane; d=example.com;',
    '      c=simple/simple; q=dns/txt; i=joe@football.example.com;',
    '      h=Received : From : To : Subject : Date : Message-ID;',
    `      bh=${BODY_HASH};`,
    '      b=AuUoFEfDxTDkHlLXSZEpZj79LICEps6eda7W3deTVFOk4yAUoqOB',
    '      4nujc7YopdG5dWLSdNg6xNAZpOPr+kHxt1IrE+NahM6L/LbvaHut',
    '      KVdkLLkpVaVVQPzeRDI009SO2Il5Lu7rDNH6mZckBdrIx0orEtZV',
    '      4bmp/YzhwvcubU4=;',
    'Received: from client1.football.example.com  [192.0.2.1]',
    '      by submitserver.example.com with SUBMISSION;',
    '      Fri, 11 Jul 2003 21:01:54 -0700 (PDT)',
    ...FIELDS,
    '',
    // Two spaces in the RFC's text; its erratum says that one was signed.
    BODY.replace('.  Are', '. Are'),
  ].join('\r\n');
  const { signatures } = await verify(raw);
  expect(signatures).toMatchObject([{ selector: 'brisbane', domain: 'example.com', result: 'pass' }]);
  expect((await verify(raw.replace('SUBMISSION;', 'SUBMISSION; '))).signatures[0]!.result).toBe('fail');
});
