// An mbox that lies, is cut, or was filled with what breaks readers: what a header claims of the length decides nothing, a cut harms the last message only,
// and of any bytes at all each belongs to exactly one message.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitMbox, type MboxMessage } from './split-mbox.ts';

const SEPARATOR = 'From a@b.example Fri Sep 16 22:26:51 2016\n';

async function split(bytes: Buffer, piece: number): Promise<MboxMessage[]> {
  async function* chunks(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  }
  const messages: MboxMessage[] = [];
  for await (const message of splitMbox(chunks())) messages.push(message);
  return messages;
}

const piece = fc.integer({ min: 9, max: 5_000 });
const raws = (messages: readonly MboxMessage[]) => messages.map(({ raw }) => raw!.toString('latin1'));

/** What breaks readers of lines, of C strings and of text. */
const hostileLine = fc.oneof(
  fc.constantFrom('\0', '\0\0\0From ', 'a\rb', '\r', '\x1a', '\xff\xfe', '--', '.', '..', 'From', 'From\0 x Fri Sep 16 22:26:51 2016', '>'),
  fc.constantFrom(65_535, 65_536, 65_537).map((length) => 'x'.repeat(length)),
  fc.constantFrom(1_000, 70_000).map((length) => `From ${'x'.repeat(length)} 2016`),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes).toString('latin1').replaceAll('\n', ' ')),
);
const body = fc.array(hostileLine, { maxLength: 6 }).map((lines) => lines.map((line) => `${line}\n`).join(''));
/** True, too long, too short, absurd: mboxcl writes it, senders may too, and nobody keeps it right. */
const claim = fc.constantFrom(0, 1, -1, 17, 1_000_000, Number.NaN, 2 ** 53);

function write(bodies: readonly string[], claims: readonly number[]): { raws: string[]; bytes: Buffer } {
  const written = bodies.map((text, index) => {
    const claimed = claims[index % claims.length]!;
    const length = Number.isNaN(claimed) ? 'all of it' : text.length + claimed;
    return `Subject: ${index}\nContent-Length: ${length}\n\n${text}`;
  });
  const escaped = written.map((raw) => raw.replace(/^(>*From )/gm, '>$1'));
  return { raws: written, bytes: Buffer.from(escaped.map((raw) => `${SEPARATOR}${raw}\n`).join(''), 'latin1') };
}

const mbox = fc.tuple(fc.array(body, { minLength: 1, maxLength: 5 }), fc.array(claim, { minLength: 1, maxLength: 3 }));

describe('an mbox of strangers', () => {
  it('is taken apart where its messages end, whatever Content-Length says and the lines hold', async () => {
    await fc.assert(
      fc.asyncProperty(mbox, piece, async ([bodies, claims], size) => {
        const { raws: wanted, bytes } = write(bodies, claims);
        expect(raws(await split(bytes, size))).toEqual(wanted);
      }),
      { numRuns: 40 },
    );
  });

  it('that is cut anywhere gives every message before the cut whole, and the beginning of the last', async () => {
    await fc.assert(
      fc.asyncProperty(mbox, piece, fc.double({ min: 0, max: 1, noNaN: true }), async ([bodies, claims], size, part) => {
        const { bytes } = write(bodies, claims);
        const whole = await split(bytes, size);
        const cut = Math.floor(bytes.length * part);
        const found = await split(bytes.subarray(0, cut), size);
        const complete = whole.filter(({ end }) => end <= cut);
        expect(raws(found.slice(0, complete.length))).toEqual(raws(complete));
        // At most the one that was cut, and of it nothing that was not there.
        expect(found.length).toBeLessThanOrEqual(complete.length + 1);
        const last = found[complete.length]?.raw?.toString('latin1');
        if (last !== undefined) expect(`${raws(whole)[complete.length]!}\n>`.startsWith(last.replace(/\n>+F?r?o?m?$/, '\n'))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('made of any bytes gives each of them to one message, in order, however they arrive', async () => {
    const soup = fc
      .array(
        fc.oneof(
          fc.constantFrom(SEPARATOR, 'From \n', '\n', '\r\n', 'Subject: x\n', '>From me\n', 'From me to you\n'),
          fc.uint8Array({ maxLength: 30 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
        ),
        { maxLength: 30 },
      )
      .map((parts) => Buffer.from(parts.join(''), 'latin1'));
    await fc.assert(
      fc.asyncProperty(soup, piece, async (bytes, size) => {
        const found = await split(bytes, size);
        for (const [index, { raw, start, end }] of found.entries()) {
          const body = bytes.toString('latin1', start, end).replace(/^[\r\n]*From[^\n]*\n/, '');
          const given = body.replace(/(^|\n)>(>*From )/g, '$1$2');
          expect(given.startsWith(raw!.toString('latin1'))).toBe(true);
          expect(given.slice(raw!.length)).toMatch(/^(?:\r?\n)?$/);
          // Between two messages, and after the last, lie only separators of messages without a byte.
          const until = found[index + 1]?.start ?? bytes.length;
          expect(bytes.toString('latin1', end, until)).toMatch(/^(?:From[^\n]*\r?\n|\r?\n)*$/);
        }
        expect(raws(await split(bytes, bytes.length + 1))).toEqual(raws(found));
      }),
      { numRuns: 400 },
    );
  });
});
