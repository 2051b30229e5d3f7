import { afterEach, expect, it } from 'vitest';
import { glanceAt } from './glance-at.ts';
import { createGlancer, type Beginning, type Glancer } from './glancer.ts';

const LETTER_CHARS = 400;
let glancer: Glancer;
afterEach(() => glancer.close());

const spoiled = new URL('../../../test/processes/spoiled-glance-worker.ts', import.meta.url);
const CHAT = 'We had a wonderful walk along the river with the dogs, and then your sister called and told us about the garden. '.repeat(6);

function mails(count: number, body: (at: number) => string, isWhole = true): Beginning[] {
  return Array.from({ length: count }, (_, at) => ({ bytes: Buffer.from(`Subject: hello ${at}\r\n\r\n${body(at)}`), isWhole }));
}

it('sees in its thread what is seen without it, in the order given', async () => {
  glancer = createGlancer();
  const some = mails(200, (at) => (at % 7 === 0 ? 'Your subscription was renewed.' : at % 5 === 0 ? 'Hi' : CHAT), false);
  const expected = some.map(({ bytes, isWhole }) => glanceAt(bytes, isWhole, LETTER_CHARS));
  expect(new Set(expected)).toEqual(new Set(['read', 'pass', 'unclear']));
  const [all, few] = await Promise.all([glancer.look(some, LETTER_CHARS), glancer.look(some.slice(0, 30), LETTER_CHARS)]);
  expect(all).toEqual(expected);
  expect(few).toEqual(expected.slice(0, 30));
  expect(await glancer.look([], LETTER_CHARS)).toEqual([]);
});

it.each(['HANG', 'THROW'])('calls for reading what its thread could not look at (%s), and begins another thread', async (fault) => {
  glancer = createGlancer({ workerUrl: spoiled, answerMs: 2_000 });
  const bad = [{ bytes: Buffer.from(fault), isWhole: true }, ...mails(60, () => CHAT)];
  const [first, behind] = await Promise.all([
    glancer.look(bad, LETTER_CHARS),
    glancer.look(
      mails(60, () => CHAT),
      LETTER_CHARS,
    ),
  ]);
  expect(new Set([...first, ...behind])).toEqual(new Set(['read']));
  // On a loaded machine, not every thread starts within so little patience.
  await expect
    .poll(
      async () =>
        new Set(
          await glancer.look(
            mails(60, () => CHAT),
            LETTER_CHARS,
          ),
        ),
      { timeout: 60_000 },
    )
    .toEqual(new Set(['pass']));
});

it('looks without a thread where none can be begun', async () => {
  // No scheme that a thread is begun from: its constructor throws.
  glancer = createGlancer({ workerUrl: new URL('http://glance.example/') });
  expect(
    new Set(
      await glancer.look(
        mails(60, () => CHAT),
        LETTER_CHARS,
      ),
    ),
  ).toEqual(new Set(['pass']));
});
