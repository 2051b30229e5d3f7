// The mails of the ingestion bench as bytes, each from its number and the seed alone: sizes, kinds, charsets and encodings as in ordinary
// mailboxes (median 29 KB, a tenth above 70 KB, one in fifty above a megabyte), signed by their senders.
import { dkimSigned } from '@quittance/authenticity/test-signing';
import { randomFrom, type Random } from '../training/random.ts';
import { writeNotice, writeOther, type Written } from './ingest-texts.ts';

export interface BenchMail {
  readonly raw: Buffer;
  readonly at: Date;
  readonly isNotice: boolean;
}

type Kind = 'newsletter' | 'notification' | 'letter' | 'attachment' | 'notice';

/** Shares of a mailbox. */
const KINDS: readonly (readonly [Kind, number])[] = [
  ['notice', 0.05],
  ['attachment', 0.04],
  ['letter', 0.11],
  ['notification', 0.27],
  ['newsletter', 1],
];
/** Median bytes of each kind, and how far it spreads (sigma of the logarithm). */
const SIZES: Readonly<Record<Kind, readonly [number, number]>> = {
  newsletter: [40_000, 0.5],
  notification: [22_000, 0.45],
  letter: [5_000, 0.6],
  attachment: [800_000, 0.7],
  notice: [28_000, 0.45],
};
const SIZE_MAX = 2_000_000;
const FROM = Date.UTC(2019, 0, 2);
const UNTIL = Date.UTC(2026, 9, 30);
const CHARSETS = ['utf-8', 'utf-8', 'utf-8', 'iso-8859-1', 'windows-1252'] as const;

/** @param number counts up with the date. */
export async function benchMail(seed: number, number: number, count: number): Promise<BenchMail> {
  const random = randomFrom(`${seed} mail ${number}`);
  const kind = drawKind(random);
  const at = new Date(FROM + ((UNTIL - FROM) * (number + random.next())) / count);
  const text = kind === 'notice' ? writeNotice(random) : writeOther(random, kind === 'attachment' ? 'letter' : kind);
  const size = Math.min(SIZE_MAX, Math.round(SIZES[kind][0] * Math.exp(SIZES[kind][1] * normal(random))));
  const id = `<${seed}.${number}@${domainOf(text)}>`;
  const unsigned = `${headOf(kind, text, at, id, random)}${bodyOf(kind, text, size, random)}`;
  const isSigned = kind !== 'letter';
  const signed = isSigned ? await dkimSigned(unsigned, domainOf(text), at) : unsigned;
  return { raw: Buffer.from(receivedOf(text, at, random) + signed, 'latin1'), at, isNotice: kind === 'notice' };
}

function drawKind(random: Random): Kind {
  let at = random.next();
  for (const [kind, share] of KINDS) {
    if (at < share) return kind;
    at -= share;
  }
  return 'newsletter';
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

const domainOf = ({ sender }: Written): string => sender.address.split('@')[1]!;
const dateOf = (at: Date): string => at.toUTCString().replace('GMT', '+0000');
const word = (text: string): string => (/^[\x20-\x7e]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`);

function receivedOf(text: Written, at: Date, random: Random): string {
  const domain = domainOf(text);
  const hop = (by: string): string =>
    `Received: from out${random.between(1, 99)}.${domain} (out.${domain} [192.0.2.${random.between(1, 250)}])\r\n\tby ${by} with ESMTPS id ${random.between(1e6, 9e6)}\r\n\t(version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256);\r\n\t${dateOf(at)}\r\n`;
  const results = `Authentication-Results: mx.home.example;\r\n\tdkim=pass header.i=@${domain};\r\n\tspf=pass smtp.mailfrom=bounce@${domain}\r\n`;
  return `Delivered-To: camille@home.example\r\n${results}${hop('mx.home.example')}${hop(`relay.${domain}`)}`;
}

function headOf(kind: Kind, text: Written, at: Date, id: string, random: Random): string {
  const head = [
    `From: ${word(text.sender.name.replaceAll(/["<>,:;()]/g, ''))} <${text.sender.address}>`,
    'To: camille@home.example',
    `Subject: ${word(text.subject.slice(0, 60))}`,
    `Date: ${dateOf(at)}`,
    `Message-ID: ${id}`,
    'MIME-Version: 1.0',
  ];
  if (kind === 'newsletter') {
    head.push(
      `List-Unsubscribe: <https://${domainOf(text)}/leave/${random.between(1e6, 9e6)}>`,
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    );
    head.push(`Feedback-ID: ${random.between(1e3, 9e3)}:news:${domainOf(text)}`, `X-Campaign: ${'c'.repeat(random.between(60, 300))}`);
  }
  return `${head.join('\r\n')}\r\n`;
}

function bodyOf(kind: Kind, text: Written, size: number, random: Random): string {
  const boundary = `b${random.between(1e9, 9e9)}`;
  const part = (type: string, body: string): string => `--${boundary}\r\n${encoded(type, body, random)}`;
  const plain = `${text.lines.join('\n\n')}\n`;
  if (kind === 'letter') return encoded('text/plain', plain + 'quoted: '.repeat(Math.max(0, size - plain.length) / 8), random);
  if (kind === 'attachment') {
    const bytes = randomBytes(random, Math.round(size * 0.73));
    const file = `--${boundary}\r\nContent-Type: image/jpeg; name="photo.jpg"\r\nContent-Disposition: attachment; filename="photo.jpg"\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(bytes)}`;
    return `Content-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n${part('text/plain', plain)}${file}--${boundary}--\r\n`;
  }
  const html = htmlOf(text, Math.round(size * 0.7));
  if (random.chance(0.4)) return encoded('text/html', html, random);
  return `Content-Type: multipart/alternative; boundary="${boundary}"\r\n\r\n${part('text/plain', plain)}${part('text/html', html)}--${boundary}--\r\n`;
}

function randomBytes(random: Random, length: number): Buffer {
  return Buffer.from(Uint32Array.from({ length: length >> 2 }, () => random.next() * 0xffffffff).buffer);
}

const STYLE = 'font-family:Helvetica,Arial,sans-serif;font-size:16px;line-height:24px;color:#1c1c1e;padding:0 0 16px 0;margin:0';

/** A template's head, the letter, then tables of pictures and links up to the size. */
function htmlOf(text: Written, size: number): string {
  const escaped = text.lines.map((line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  const cell = (inner: string): string =>
    `<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%"><tr><td style="${STYLE}">${inner}</td></tr></table>\n`;
  const sheet = Array.from({ length: 30 }, (_, at) => `.c${at}{padding:${at}px 0;color:#33${at}}`).join('\n');
  const parts = [`<!doctype html><html lang="${text.language}"><head><style>${sheet}</style></head><body>`, ...escaped.map(cell)];
  let length = parts.reduce((sum, one) => sum + one.length, 0);
  for (let at = 0; length < size; at += 1) {
    const filler = cell(
      `<a href="https://click.${domainOf(text)}/t/${'x'.repeat(120)}${at}" style="${STYLE}"><img src="https://img.example/${at}.png" width="48" height="48" alt=""></a>`,
    );
    parts.push(filler);
    length += filler.length;
  }
  return `${parts.join('')}</body></html>`;
}

function encoded(type: string, text: string, random: Random): string {
  const charset = random.pick(CHARSETS);
  // Latin charsets lack some letters of other languages: those mails go out as UTF-8.
  const isLatin = charset !== 'utf-8' && !/[\u0100-\uffff]/.test(text);
  const bytes = Buffer.from(text.replaceAll(/\r?\n/g, '\r\n'), isLatin ? 'latin1' : 'utf8');
  const isQuoted = random.chance(0.65);
  const head = `Content-Type: ${type}; charset=${isLatin ? charset : 'utf-8'}\r\nContent-Transfer-Encoding: ${isQuoted ? 'quoted-printable' : 'base64'}\r\n\r\n`;
  return head + (isQuoted ? quoted(bytes) : base64(bytes));
}

function base64(bytes: Buffer): string {
  return `${bytes.toString('base64').replaceAll(/.{76}/g, '$&\r\n')}\r\n`;
}

function quoted(bytes: Buffer): string {
  const lines = bytes
    .toString('latin1')
    .split('\r\n')
    .map((line) =>
      line
        .replaceAll(/[^\x20-\x3c\x3e-\x7e\t]/g, (char) => `=${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
        .replace(/[ \t]$/, (char) => (char === ' ' ? '=20' : '=09')),
    );
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

const LINE_MAX = 75;

/** Soft line breaks, never inside an escape. */
function folded(line: string): string {
  const pieces: string[] = [];
  for (let at = 0; at < line.length;) {
    let to = Math.min(line.length, at + LINE_MAX);
    if (to < line.length) to -= line[to - 1] === '=' ? 1 : line[to - 2] === '=' ? 2 : 0;
    pieces.push(line.slice(at, to));
    at = to;
  }
  return pieces.join('=\r\n');
}
