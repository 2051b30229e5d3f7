// A story's mail as the bytes a mailbox would hold: with the report of its owner's provider, in the form ordinary senders use.
import { addPeriod } from '@quittance/domain/period';
import type { StoryMail } from './read-story.ts';

const PROVIDER = 'mx4.messagingengine.com';

export function renderMail(mail: StoryMail, owner: string): Buffer {
  const address = /<(.+)>/.exec(mail.from)?.[1] ?? mail.from;
  const domain = address.slice(address.indexOf('@') + 1);
  const date = new Date(`${mail.on}T${mail.time}:00Z`).toUTCString().replace('GMT', '+0000');
  const report = `Authentication-Results: ${PROVIDER};\r\n dkim=${mail.auth} header.d=${domain};\r\n dmarc=${mail.auth} header.from=${domain}`;
  const lines = [
    ...(mail.auth === 'none' ? [] : [report]),
    `Received: from mail.${domain} by ${PROVIDER}; ${date}`,
    `Date: ${date}`,
    `From: ${mail.from.replace(/^[^<]+(?= <)/, encode)}`,
    `To: ${owner}`,
    `Subject: ${encode(fill(mail.subject, mail))}`,
    `Message-ID: <${mail.on}.${mail.time.replace(':', '')}.${mail.turn}@${domain}>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    fill(mail.body, mail).replaceAll('\n', '\r\n'),
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}

function fill(text: string, { on, every, language, turn }: StoryMail): string {
  return text
    .replaceAll('{day}', inWords(on, language))
    .replaceAll('{next}', inWords(addPeriod(on, every), language))
    .replaceAll('{n}', String(101 + turn));
}

const calendars = new Map<string, Intl.DateTimeFormat>();

function inWords(on: string, language: string): string {
  const calendar =
    calendars.get(language) ?? new Intl.DateTimeFormat(language === 'en' ? 'en-US' : language, { dateStyle: 'long', timeZone: 'UTC' });
  calendars.set(language, calendar);
  return calendar.format(new Date(on));
}

// RFC 2047, in words of at most 75 characters.
function encode(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const words = text.match(/.{1,14}/gu) ?? [];
  return words.map((word) => `=?utf-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ');
}
