import { expect, it } from 'vitest';
import { decidingQuote, type Reason } from './classification.ts';

const kind = (rule: string, quote: string): Reason => ({ rule, field: 'kind', quote, zone: 'body', start: 0, end: quote.length });

it('quotes what says cancelled rather than the longer words about what follows', () => {
  const done = kind('cancel.done', 'We cancelled your plan');
  const beside = [
    kind('cancel.access_until', 'You can go on watching everything until the end of the period'),
    kind('cancel.ends_on', 'It ends on 31 March 2026'),
  ];
  expect(decidingQuote([...beside, done])).toBe(done.quote);
  expect(decidingQuote(beside)).toBe(beside[0]!.quote);
  expect(decidingQuote([])).toBeNull();
});
