import { expect, it } from 'vitest';
import { mailSender } from './mail-sender.ts';

it('names MAIL_FROM, else the user of SMTP_URL where that is an address', () => {
  expect(mailSender(null, 'alerts@example.org')).toBeNull();
  expect(mailSender('smtp://anna%40example.org:pw@host', null)).toBe('anna@example.org');
  expect(mailSender('smtp://anna%40example.org:pw@host', 'alerts@example.org')).toBe('alerts@example.org');
  expect(mailSender('smtp://anna:pw@host', null)).toBeNull();
});

it('takes a user with a bare percent sign', () => {
  expect(mailSender('smtp://user%domain:pw@host', 'alerts@example.org')).toBe('alerts@example.org');
  expect(mailSender('smtp://user%domain:pw@host', null)).toBeNull();
});
