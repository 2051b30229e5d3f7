// Files whose writer keeps lengths and escapes nothing (mboxcl2): whatever the bodies hold is theirs, a whole mbox included. A length that a sender
// made up moves nothing in any file, and a length that fits is believed only where all messages state one.
import fc from 'fast-check';
import { growth, LINEAR_MAX } from '@quittance/testing/work';
import { describe, expect, it } from 'vitest';
import { mboxItems, type MboxPosition } from './read-mbox.ts';
import { splitMbox, type MboxMessage } from './split-mbox.ts';

const SEPARATOR = 'From a@b.example Fri Sep 16 22:26:51 2016';

async function split(bytes: Buffer, piece = 64): Promise<MboxMessage[]> {
  async function* chunks(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  }
  const messages: MboxMessage[] = [];
  for await (const message of splitMbox(chunks())) messages.push(message);
  return messages;
}

const raws = (messages: readonly MboxMessage[]) => messages.map(({ raw }) => raw!.toString('latin1'));
const piece = fc.integer({ min: 1, max: 3_000 });
/** What would be a boundary in any other file: a forwarded mbox, quoted. */
const line = fc.oneof(
  fc.constantFrom(
    SEPARATOR,
    `\n${SEPARATOR}\nSubject: inner\nContent-Length: 5\n`,
    'From ',
    '',
    '',
    '>From me',
    'X: y',
    '\xe9\xff\0',
    '\r',
    'a\rb',
  ),
  fc.string({ maxLength: 60 }).map((text) => text.replace(/[\r\n]/g, ' ')),
);
const body = fc.tuple(fc.array(line, { maxLength: 10 }), fc.boolean());
const shape = fc.record({
  bodies: fc.array(body, { minLength: 1, maxLength: 6 }),
  newline: fc.constantFrom('\n', '\r\n'),
  outer: fc.constantFrom('\n', '\r\n'),
});

interface Written {
  readonly bytes: Buffer;
  readonly wanted: string[];
}

/** The first body has a bare "From " line: that is what tells a file that escapes nothing. */
function write({ bodies, newline, outer }: { bodies: readonly [string[], boolean][]; newline: string; outer: string }): Written {
  const wanted = [[['From here on'], true] as [string[], boolean], ...bodies].map(([lines, isEnded], n) => {
    const text = lines.join(newline) + (isEnded && lines.length > 0 ? newline : '');
    return `Subject: ${n}${newline}Content-Length: ${text.length}${newline}${newline}${text}`;
  });
  return { wanted, bytes: Buffer.from(wanted.map((raw) => `${SEPARATOR}${outer}${raw}${outer}`).join(''), 'latin1') };
}

describe('an mbox whose writer keeps lengths', () => {
  it('gives every message byte for byte, whatever its body holds and however it arrives', async () => {
    await fc.assert(
      fc.asyncProperty(shape, piece, async (file, size) => {
        const { bytes, wanted } = write(file);
        const messages = await split(bytes, size);
        expect(raws(messages)).toEqual(wanted);
        expect(messages.map(({ start }) => start)).toEqual([0, ...messages.slice(0, -1).map(({ end }) => end)]);
        expect(messages.at(-1)!.end).toBe(bytes.length);
      }),
      { numRuns: 200 },
    );
  });

  it('that is cut anywhere gives every message before the cut byte for byte, and all bytes of the last', async () => {
    await fc.assert(
      fc.asyncProperty(shape, piece, fc.double({ min: 0, max: 1, noNaN: true }), async (file, size, part) => {
        const { bytes, wanted } = write(file);
        const ends = (await split(bytes)).map(({ end }) => end);
        const cut = bytes.subarray(0, Math.floor(bytes.length * part));
        const found = raws(await split(cut, size));
        const whole = ends.filter((end) => end <= cut.length).length;
        expect(found.slice(0, whole)).toEqual(wanted.slice(0, whole));
        // The last one may come in pieces, where separators stand in it; no byte of its text is missing.
        const words = (text: string) => text.replaceAll(SEPARATOR, '').replace(/[>\s]|From/g, '');
        expect(words(cut.toString('latin1', ends[whole - 1] ?? 0))).toContain(words(found.slice(whole).join('')));
      }),
      { numRuns: 200 },
    );
  });

  it('has its escaped lines read as in any other where it escapes them', async () => {
    const text = 'Hello\n>From me\n';
    const raw = `Subject: one\nContent-Length: ${text.length}\n\n${text}`;
    expect(raws(await split(Buffer.from(`${SEPARATOR}\n${raw}\n${SEPARATOR}\n${raw}\n`)))).toEqual(
      [raw, raw].map((one) => one.replace('>From', 'From')),
    );
  });
});

describe('a length that somebody made up', () => {
  const plain = (n: number, header = '') => `Subject: ${n}\n${header}\nbody ${n}\n`;
  /** Swallows the message behind it to the byte. */
  const greedy = (n: number, behind: string) => plain(n, `Content-Length: ${`body ${n}\n`.length + `\n${SEPARATOR}\n${behind}`.length}\n`);
  const file = (messages: readonly string[]) => Buffer.from(messages.map((raw) => `${SEPARATOR}\n${raw}\n`).join(''));
  const honest = (n: number) => plain(n, `Content-Length: ${`body ${n}\n`.length}\n`);

  it.each([
    ['in a file without lengths', [plain(0), greedy(1, plain(2)), plain(2), plain(3)]],
    ['in front of one, the next of which states none', [greedy(0, plain(1)), plain(1), plain(2)]],
    ['behind one that states another, wrong one', [plain(0, 'Content-Length: 7000\n'), greedy(1, honest(2)), honest(2), honest(3)]],
    ['twice in one header', [honest(0), plain(1, 'Content-Length: 900\nContent-Length: 7\n'), honest(2)]],
    ['beyond the end of the file', [honest(0), plain(1, 'Content-Length: 99999999\n'), honest(2), honest(3)]],
    ['into the middle of another message', [honest(0), plain(1, 'Content-Length: 60\n'), honest(2), honest(3)]],
  ])('%s hides no message', async (_name, messages) => {
    expect(raws(await split(file(messages)))).toEqual(messages);
  });

  it('costs one more look at a file, however many there are', async () => {
    const many = Array.from({ length: 40_000 }, (_, n) => plain(n, 'Content-Length: 45000000\n'));
    const work = (share: number) => split(file(many.slice(0, many.length * share)), 65_536);
    expect(await growth(work)).toBeLessThan(LINEAR_MAX);
  });
});

it('goes on where an interrupted reading stood, with the same messages under the same numbers', async () => {
  await fc.assert(
    fc.asyncProperty(shape, fc.nat(), async (file, at) => {
      const { bytes } = write(file);
      const all = await itemsOf(bytes, { offset: 0, messages: 0 });
      const position = all[at % all.length]!.mbox!;
      const rest = await itemsOf(bytes, { offset: position.nextOffset, messages: position.number, fromStart: true });
      expect(rest).toEqual(all.slice((at % all.length) + 1));
    }),
  );
});

async function itemsOf(bytes: Buffer, from: MboxPosition) {
  async function* chunks(): AsyncGenerator<Buffer> {
    yield bytes;
  }
  const items = [];
  for await (const item of mboxItems('a.mbox', chunks(), from)) if (item.kind === 'message') items.push(item);
  return items;
}
