// A letter as RFC 5322 bytes, in the forms real mail comes in: plain, HTML, both, ISO 8859-15 quoted-printable, base64. Deterministic: no
// random boundary, no clock.
import type { CivilDate } from '@quittance/domain/civil-date';
import type { Letter } from './letter.ts';

const PROVIDER = 'mx.foyer.example';

export function renderLetter(letter: Letter, day: CivilDate): Buffer {
  const rich = letter.rows !== undefined || letter.button !== undefined;
  const form = letter.form ?? (rich ? 'both' : 'plain');
  const head = headers(letter, day);
  const text = plainText(letter);
  if (letter.calendar) return assemble([...head, ...mixed(letter, text, day)]);
  switch (form) {
    case 'plain':
      return assemble([...head, ...part('text/plain; charset=utf-8', text, '8bit')]);
    case 'latin1':
      return assemble([...head, ...part('text/plain; charset=iso-8859-15', text, 'quoted-printable')]);
    case 'html':
      return assemble([...head, ...part('text/html; charset=utf-8', html(letter), 'quoted-printable')]);
    case 'base64':
      return assemble([...head, ...part('text/html; charset=utf-8', html(letter), 'base64')]);
    case 'both':
      return assemble([
        ...head,
        ...multipart('alternative', letter.name, [
          part('text/plain; charset=utf-8', text, '8bit'),
          part('text/html; charset=utf-8', html(letter), 'quoted-printable'),
        ]),
      ]);
  }
}

function headers(letter: Letter, day: CivilDate): string[] {
  const date = rfcDate(day, letter.time ?? '09:12');
  const fromDomain = /@([^>]+)>?$/.exec(letter.from)?.[1] ?? '';
  const dmarc = letter.dmarc ?? 'pass';
  const report =
    dmarc === 'none'
      ? []
      : [`Authentication-Results: ${PROVIDER};\r\n dkim=${dmarc} header.d=${fromDomain};\r\n dmarc=${dmarc} header.from=${fromDomain}`];
  const address = /<([^>]+)>/.exec(letter.to)?.[1] ?? letter.to;
  return [
    `Delivered-To: ${address}`,
    `Received: from mail.${fromDomain} by ${PROVIDER}; ${date}`,
    ...report,
    `Date: ${date}`,
    `From: ${encodeAddress(letter.from)}`,
    `To: ${encodeAddress(letter.to)}`,
    `Subject: ${encodeWords(letter.subject)}`,
    `Message-ID: <${letter.name}.${day}@${fromDomain}>`,
    ...Object.entries(letter.headers ?? {}).map(([name, value]) => `${name}: ${value}`),
    'MIME-Version: 1.0',
  ];
}

function rfcDate(day: CivilDate, time: string): string {
  const date = new Date(`${day}T${time}:00Z`);
  return date.toUTCString().replace('GMT', '+0000');
}

function encodeAddress(address: string): string {
  const named = /^(.*?) <(.+)>$/.exec(address);
  return named ? `${encodeWords(named[1]!)} <${named[2]}>` : address;
}

// RFC 2047 encoded words, 45 bytes each so that a line stays within its limit.
function encodeWords(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const words: string[] = [];
  let chunk = '';
  for (const char of text) {
    if (Buffer.byteLength(chunk + char) > 42) {
      words.push(chunk);
      chunk = '';
    }
    chunk += char;
  }
  words.push(chunk);
  return words.map((word) => `=?utf-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ');
}

function plainText(letter: Letter): string {
  const rows = (letter.rows ?? []).map(([label, value]) => `${label} : ${value}`).join('\n');
  const button = letter.button ? `${letter.button[0]} : ${letter.button[1]}` : '';
  return [letter.text.trim(), rows, button, letter.footer ?? ''].filter(Boolean).join('\n\n') + '\n';
}

function html(letter: Letter): string {
  const paragraphs = letter.text
    .trim()
    .split(/\n\n/)
    .map((text) => `<p>${escape(text).replaceAll('\n', '<br>')}</p>`)
    .join('\n');
  const rows = (letter.rows ?? []).map(([label, value]) => `<tr><td>${escape(label)}</td><td><b>${escape(value)}</b></td></tr>`).join('\n');
  const table = rows ? `<table cellpadding="6">\n${rows}\n</table>` : '';
  const button = letter.button
    ? `<p><a href="${letter.button[1]}" style="background:#234;color:#fff;padding:8px">${escape(letter.button[0])}</a></p>`
    : '';
  const hidden = letter.preheader ? `<div style="display:none;max-height:0;overflow:hidden">${escape(letter.preheader)}</div>` : '';
  const footer = letter.footer ? `<p style="font-size:11px;color:#777">${escape(letter.footer)}</p>` : '';
  return `<!doctype html><html><head><meta charset="utf-8"><title>${escape(letter.subject)}</title></head><body>${hidden}
<table width="600"><tr><td>
${paragraphs}
${table}
${button}
${footer}
</td></tr></table></body></html>
`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function part(contentType: string, text: string, encoding: '8bit' | 'quoted-printable' | 'base64'): string[] {
  // ISO 8859-15 is ISO 8859-1 with the euro sign and œ, in place of signs that no letter uses.
  const western = text.replaceAll('€', '\u00a4').replaceAll('œ', '\u00bd').replaceAll('’', "'");
  const bytes = Buffer.from(contentType.includes('iso-8859-15') ? western : text, contentType.includes('iso-8859-15') ? 'latin1' : 'utf8');
  const body = {
    '8bit': () => text.replaceAll('\n', '\r\n'),
    'quoted-printable': () => quotedPrintable(bytes),
    base64: () => bytes.toString('base64').replace(/.{76}/g, '$&\r\n'),
  }[encoding]();
  return [`Content-Type: ${contentType}`, `Content-Transfer-Encoding: ${encoding}`, '', body];
}

function quotedPrintable(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .split('\n')
    .map((line) => {
      // oxlint-disable-next-line no-control-regex -- every byte outside printable ASCII is escaped (RFC 2045 §6.7).
      const escaped = line.replace(
        /[^\x20-\x3c\x3e-\x7e]/g,
        (char) => `=${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
      );
      return escaped.replace(/ $/, '=20').replace(/(?:[^=]|=..){72}(?=.)/g, '$&=\r\n');
    })
    .join('\r\n');
}

function multipart(subtype: string, name: string, parts: readonly string[][]): string[] {
  const boundary = `=_${name}`;
  const inner = parts.flatMap((lines) => [`--${boundary}`, ...lines]);
  return [`Content-Type: multipart/${subtype}; boundary="${boundary}"`, '', ...inner, `--${boundary}--`, ''];
}

function mixed(letter: Letter, text: string, day: CivilDate): string[] {
  const stamp = day.replaceAll('-', '');
  const event = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//sample//EN',
    `METHOD:${letter.calendar}`,
    'BEGIN:VEVENT',
    `UID:${letter.name}@sample`,
    `DTSTAMP:${stamp}T090000Z`,
    `DTSTART:${stamp}T140000Z`,
    'STATUS:CANCELLED',
    `SUMMARY:${letter.subject}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\n');
  return multipart('mixed', letter.name, [
    part('text/plain; charset=utf-8', text, '8bit'),
    part(`text/calendar; charset=utf-8; method=${letter.calendar}`, event, '8bit'),
  ]);
}

function assemble(lines: readonly string[]): Buffer {
  return Buffer.from(lines.join('\r\n'), 'utf8');
}
