import fc from 'fast-check';
import { expect, it } from 'vitest';
import { highlight, type Span } from './highlight.ts';

const TEXT = 'Your last box arrives on 31 October, and you will not be charged <again>.';
const shown = (text: string, spans: Span[]): string => (highlight(text, spans) as unknown as string[]).join('');
const span = (quote: string, title: string): Span => ({ start: TEXT.indexOf(quote), end: TEXT.indexOf(quote) + quote.length, title });

it('marks what stands within a longer quote, and cuts what reaches out of one', () => {
  expect(
    shown('ab cd ef', [
      { start: 0, end: 5, title: 'x' },
      { start: 3, end: 8, title: 'y' },
      { start: 0, end: 2, title: 'z' },
    ]),
  ).toBe('<mark title="x"><mark title="z">ab</mark> <mark title="y">cd</mark></mark><mark title="y"> ef</mark>');
});

it('marks the same words once for each thing that they say', () => {
  const twice = [span('31 October', 'kind'), span('31 October', 'kind'), span('31 October', 'ends')];
  expect(shown(TEXT, twice)).toContain('<mark title="kind"><mark title="ends">31 October</mark></mark>');
});

it('loses no character, escapes all, and shows every quote under its title', () => {
  const spans = fc.array(
    fc.record({
      start: fc.integer({ min: -3, max: 80 }),
      length: fc.integer({ min: -2, max: 40 }),
      title: fc.constantFrom('kind', 'ends', '"'),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(spans, (given) => {
      const marked = given.map(({ start, length, title }) => ({ start, end: start + length, title }));
      const page = shown(TEXT, marked);
      expect(page.replace(/<mark title="[^"]*">|<\/mark>/g, '')).toBe(TEXT.replace('<again>', '&lt;again&gt;'));
      for (const { start, end, title } of marked) {
        const fits = start >= 0 && start < end && end <= TEXT.length;
        if (fits) expect(page).toContain(`<mark title="${title.replace('"', '&quot;')}">`);
      }
    }),
  );
});
