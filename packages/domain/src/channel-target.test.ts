import { expect, it } from 'vitest';
import { readChannelTarget } from './channel-target.ts';

it('takes addresses, and nothing that could become a header or a second recipient', () => {
  expect(readChannelTarget('email', ' Ada.Lovelace+alerts@Example.org ').target).toBe('Ada.Lovelace+alerts@Example.org');
  for (const text of ['', 'ada', 'a@b@c', 'a@b, c@d', 'a@b\r\nBcc: c@d', '"a b"@c.d', 'Ada <a@b.c>', 'a@-b.c', '@b.c', 'a@b..c']) {
    expect(() => readChannelTarget('email', text), text).toThrow(/is not an e-mail address/);
  }
});

it('takes http addresses for webhooks, without a password in them', () => {
  expect(readChannelTarget('webhook', 'https://example.org/hook?x=1#part').target).toBe('https://example.org/hook?x=1');
  for (const text of ['ftp://example.org/', 'file:///etc/passwd', 'javascript:alert(1)', 'example.org', 'https://']) {
    expect(() => readChannelTarget('webhook', text), text).toThrow(/is not an address/);
  }
  expect(() => readChannelTarget('webhook', 'https://a:b@example.org/')).toThrow(/no password/);
});

it('takes ntfy topics, with the access token apart', () => {
  expect(readChannelTarget('ntfy', 'https://ntfy.sh/my-topic')).toEqual({ target: 'https://ntfy.sh/my-topic', credential: null });
  expect(readChannelTarget('ntfy', 'https://:tk_abc@ntfy.sh/t')).toEqual({ target: 'https://ntfy.sh/t', credential: 'tk_abc' });
  expect(readChannelTarget('ntfy', 'https://ada:p%40ss@nas.lan/ntfy/t')).toEqual({
    target: 'https://nas.lan/ntfy/t',
    credential: 'ada:p@ss',
  });
  for (const text of ['https://ntfy.sh/', 'https://ntfy.sh/a b', 'https://ntfy.sh/t?poll=1']) {
    expect(() => readChannelTarget('ntfy', text), text).toThrow(/is not an ntfy topic/);
  }
});

it('takes a browser as the browser tells of itself, and keeps its keys apart', () => {
  const keys = { p256dh: `B${'a'.repeat(86)}`, auth: 'b'.repeat(22) };
  const subscription = JSON.stringify({ endpoint: 'https://push.example.org/x', keys });
  expect(readChannelTarget('web_push', subscription)).toEqual({ target: 'https://push.example.org/x', credential: JSON.stringify(keys) });
  expect(() => readChannelTarget('web_push', 'https://push.example.org/x')).toThrow(/in that browser/);
});
