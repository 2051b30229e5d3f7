// Mail of the size that senders really use: the words of a letter in the tables, styles and tracking pictures of a marketing template, and
// the hostile mails of which a reader must not die. For the speed bench.
import { fillSkeleton, type FilledMail } from '../training/fill-skeleton.ts';
import { randomFrom } from '../training/random.ts';
import type { Skeleton } from '../training/skeletons.ts';

const STYLE =
  'font-family:Helvetica,Arial,sans-serif;font-size:16px;line-height:24px;color:#1c1c1e;mso-line-height-rule:exactly;padding:0 0 16px 0;margin:0';
const SHEET = Array.from(
  { length: 40 },
  (_, index) =>
    `.c${index} { padding: ${index}px 0; color: #333${index % 10}; } @media (max-width: 600px) { .c${index} { width: 100% !important; } }`,
).join('\n');

/** Characters of HTML: as raw mail (base64) around a median of 30 KB. */
const SIZES = [5_000, 9_000, 14_000, 18_000, 21_000, 23_000, 30_000, 40_000, 60_000, 150_000];

export function heavyMails(skeletons: readonly Skeleton[], count: number): Buffer[] {
  return Array.from({ length: count }, (_, index) => {
    const skeleton = skeletons[(index * 7919) % skeletons.length]!;
    const random = randomFrom(`heavy ${index}`);
    return mailOf(fillSkeleton(skeleton, random), skeleton.language, SIZES[index % SIZES.length]!);
  });
}

function mailOf(mail: FilledMail, language: string, size: number): Buffer {
  const cell = (text: string, index: number): string =>
    `<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%"><tr><td class="c${index % 40}" style="${STYLE}">${text}</td></tr></table>\n`;
  const words = mail.blocks.flatMap(({ lines }) => lines).map((line) => line.replaceAll('<', '&lt;'));
  let filler = '';
  for (let index = 0; filler.length < size * 0.72; index += 1) {
    filler += cell(
      `<a href="https://click.${mail.sender.address.split('@')[1]}/t/${'x'.repeat(120)}${index}" style="${STYLE}"><img src="https://img.example/${index}.png" width="48" height="48" alt="" style="display:block"></a>`,
      index,
    );
    // A template's own words: offers and links below the letter, a few hundred characters each 6 KB.
    if (index % 8 === 7)
      filler += cell(`Read more about what is new this season, our stories and the people behind them. Part ${index}.`, index);
  }
  const html = `<!doctype html><html lang="${language}"><head><style>${SHEET}</style></head><body><div style="display:none">${mail.preheader}</div>${words.map(cell).join('')}${filler}</body></html>`;
  return rawMail(mail, `text/html; charset=utf-8`, html);
}

function rawMail(mail: Pick<FilledMail, 'sender' | 'sentAt' | 'subject'>, type: string, body: string): Buffer {
  const head = [
    `From: ${mail.sender.name.replace(/[^\w ]/g, '')} <${mail.sender.address}>`,
    'To: camille@home.example',
    `Date: ${mail.sentAt.toUTCString().replace('GMT', '+0000')}`,
    `Subject: =?utf-8?B?${Buffer.from(mail.subject.slice(0, 40), 'utf8').toString('base64')}?=`,
    'MIME-Version: 1.0',
    `Content-Type: ${type}`,
    'Content-Transfer-Encoding: base64',
  ];
  return Buffer.from(
    `${head.join('\r\n')}\r\n\r\n${Buffer.from(body, 'utf8').toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`,
    'latin1',
  );
}

/** One mail of about `kilobytes`, of words alone: for the growth of time with size. */
export function longMail(kilobytes: number): Buffer {
  const sentence = 'Your subscription will renew on 3 May 2026 for $12.99 unless you cancel it, and your plan was not changed. ';
  return rawMail(HOSTILE, 'text/plain; charset=utf-8', sentence.repeat(Math.ceil((kilobytes * 1024) / sentence.length)));
}

const HOSTILE = {
  sender: { name: 'Hostile', address: 'no-reply@hostile.example' },
  sentAt: new Date('2026-04-02T08:00:00Z'),
  subject: 'Your subscription',
};

/** Mails made to hold a reader up, each by another means. */
export function hostileMails(): Readonly<Record<string, Buffer>> {
  const html = (body: string): Buffer => rawMail(HOSTILE, 'text/html; charset=utf-8', body);
  const nested = Array.from({ length: 100 }, (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n`).join(
    '',
  );
  return {
    'nested elements': html(`${'<div><table><tr><td>'.repeat(50_000)}x`),
    'nested parts': Buffer.from(`From: a@hostile.example\r\nSubject: x\r\n${nested}Content-Type: text/plain\r\n\r\nx`),
    'header of 10 MB': Buffer.from(
      `From: a@hostile.example\r\nX-Long: ${'y'.repeat(10 * 1024 * 1024)}\r\nSubject: x\r\n\r\nYour plan was cancelled.`,
    ),
    'a hundred thousand links': html('<a href="https://hostile.example/a?b=c">cancel your subscription</a> '.repeat(100_000)),
    'one word of a megabyte': rawMail(HOSTILE, 'text/plain; charset=utf-8', 'a'.repeat(1024 * 1024)),
    'digits and signs': rawMail(HOSTILE, 'text/plain; charset=utf-8', '$1,1.1 '.repeat(100_000)),
    'dates without end': rawMail(HOSTILE, 'text/plain; charset=utf-8', 'renews on 3 May 2026 until 4 June 2027 '.repeat(10_000)),
    'invisible characters': rawMail(HOSTILE, 'text/plain; charset=utf-8', 'c\u200ba\u200bn\u200bc\u200bel\u00ad '.repeat(60_000)),
    'quotes in quotes': rawMail(HOSTILE, 'text/plain; charset=utf-8', `${'> '.repeat(500)}On Monday a wrote:\n`.repeat(1_000)),
  };
}
