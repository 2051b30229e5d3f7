// A model's answer, believed only as far as the mail itself bears it out: a kind that was offered, with words that stand in the mail's own text.
import type { EventKind } from '@quittance/domain/event-kind';
import type { ParsedMessage } from '@quittance/domain/message';
import type { Suggestion } from './suggestion.ts';

const QUOTE_CHARS = { min: 8, max: 400 };
const ANSWER_CHARS_MAX = 4_000;

/** @returns null for what is no answer, or `other`: then there is nothing to suggest. */
export function readAnswer(answer: string, message: ParsedMessage, kinds: readonly EventKind[]): Suggestion | null {
  const said = parse(answer);
  if (!said) return null;
  const kind = kinds.find((one) => one === said['kind']);
  const quote = typeof said['quote'] === 'string' ? said['quote'].trim() : '';
  if (!kind || quote.length < QUOTE_CHARS.min || quote.length > QUOTE_CHARS.max) return null;
  const start = findInOwnText(message, quote);
  return start < 0 ? null : { kind, quote, start, end: start + quote.length };
}

// Some servers wrap the object in words or in a code fence although they were asked not to.
function parse(answer: string): Record<string, unknown> | null {
  const text = answer.slice(0, ANSWER_CHARS_MAX);
  try {
    const value: unknown = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    // No JSON: no answer.
    return null;
  }
}

function findInOwnText({ text }: ParsedMessage, quote: string): number {
  for (const { kind, start, end } of text.zones) {
    if (kind !== 'body') continue;
    const at = text.body.slice(start, end).indexOf(quote);
    if (at >= 0) return start + at;
  }
  return -1;
}
