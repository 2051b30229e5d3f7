// No message is lost, split or changed, whatever the bodies contain and however the bytes arrive.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILE_LIMITS } from './limits.ts';
import { splitMbox, type MboxMessage } from './split-mbox.ts';

async function* inPieces(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  let at = 0;
  for (let i = 0; at < bytes.length; i++) {
    const size = Math.max(1, sizes[i % sizes.length] ?? 7);
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function split(bytes: Buffer, sizes: readonly number[] = [64], offset = 0): Promise<MboxMessage[]> {
  const messages: MboxMessage[] = [];
  for await (const message of splitMbox(inPieces(bytes.subarray(offset), sizes), offset)) messages.push(message);
  return messages;
}

const SEPARATORS = [
  'From a@b.example Fri Sep 16 22:26:51 2016',
  'From 1545668983435175434@xxx Fri Sep 16 22:26:51 +0000 2016',
  'From MAILER-DAEMON Fri Sep  6 22:26:51 2016 +0200',
  'From - Fri Sep 16 22:26:51 2016',
  'From ',
];

const tricky = fc.constantFrom(
  'From here on it is yours',
  'From a@b.example Fri Sep 16 22:26:51 2016',
  'From ',
  '>From me',
  '>>From you',
  'Subject: not a header',
  '',
  '',
  'X: y',
  'From: me',
  '\u00e9\u00ff\u0000',
);
const line = fc.oneof(
  tricky,
  fc.string({ maxLength: 40 }).map((text) => text.replace(/[\r\n]/g, '')),
);
const message = fc.tuple(fc.constantFrom('Subject', 'Received', 'X-Gmail-Labels'), fc.array(line, { maxLength: 12 }));
const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 });

describe.each([
  ['mboxrd', (text: string) => (/^>*From /.test(text) ? `>${text}` : text), () => true],
  // mboxo can't be undone where a line had the mark already: such lines are not written in it.
  ['mboxo', (text: string) => (text.startsWith('From ') ? `>${text}` : text), (text: string) => !/^>+From /.test(text)],
] as const)('%s', (_name, escape, isWritable) => {
  it.each([
    ['\n', '\n'],
    ['\r\n', '\r\n'],
    ['\r\n', '\n'],
  ])('with lines ending in %j and separators in %j', async (newline, outer) => {
    const file = fc.array(fc.tuple(fc.constantFrom(...SEPARATORS), message), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(file, sizes, async (entries, pieces) => {
        const wanted: Buffer[] = [];
        let text = '';
        for (const [separator, [field, lines]] of entries) {
          const body = ['', ...lines.filter(isWritable)];
          const all = [`${field}: x`, ...body];
          wanted.push(Buffer.from(`${all.join(newline)}${newline}`, 'latin1'));
          text += `${separator}${outer}${all.map(escape).join(newline)}${newline}${outer}`;
        }
        const bytes = Buffer.from(text, 'latin1');
        const messages = await split(bytes, pieces);
        expect(messages.map(({ raw }) => raw?.toString('latin1'))).toEqual(wanted.map((raw) => raw.toString('latin1')));
        for (const [i, { start, end }] of messages.entries()) {
          expect(start).toBe(i === 0 ? 0 : messages[i - 1]!.end);
          // Going on from any message's end gives the rest.
          expect((await split(bytes, pieces, end)).map(({ raw }) => raw)).toEqual(messages.slice(i + 1).map(({ raw }) => raw));
        }
        expect(messages.at(-1)?.end ?? bytes.length).toBe(bytes.length);
      }),
      { numRuns: 300 },
    );
  });
});

it('takes a From in a body for text: after text, before text, and without a date', async () => {
  const body = 'Hello\nFrom a Fri Sep 16 22:26:51 2016\nX: y\n\nFrom here on\nX: y\n\nFrom a Fri Sep 16 22:26:51 2016\nno header here\n';
  const bytes = Buffer.from(
    `From a Fri Sep 16 22:26:51 2016\nSubject: one\n\n${body}\nFrom a Fri Sep 16 22:26:51 2016\nSubject: two\n\nx\n`,
  );
  expect((await split(bytes)).map(({ raw }) => raw?.toString())).toEqual([`Subject: one\n\n${body}`, 'Subject: two\n\nx\n']);
});

it('keeps a last message that nobody ended', async () => {
  const messages = await split(Buffer.from('From a Fri Sep 16 22:26:51 2016\nSubject: one\n\nx'));
  expect(messages.map(({ raw }) => raw?.toString())).toEqual(['Subject: one\n\nx']);
});

it('passes over what is bigger than a message may be, and goes on', async () => {
  async function* chunks(): AsyncGenerator<Buffer> {
    yield Buffer.from('From a Fri Sep 16 22:26:51 2016\nSubject: one\n\n');
    const block = Buffer.alloc(1024 * 1024, 'a');
    for (let i = 0; i <= FILE_LIMITS.messageBytesMax / block.length; i++) yield block;
    yield Buffer.from('\n\nFrom a Fri Sep 16 22:26:51 2016\nSubject: two\n\nx\n\n');
  }
  const messages: MboxMessage[] = [];
  for await (const message of splitMbox(chunks())) messages.push(message);
  expect(messages.map(({ raw }) => raw?.toString() ?? null)).toEqual([null, 'Subject: two\n\nx\n']);
});
