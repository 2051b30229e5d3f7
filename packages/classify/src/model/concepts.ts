// Word classes that all lexicons share, as bits: what a clause speaks of, whatever its language. Over these the model learns in one language
// what holds in the others.

export const CONCEPTS = [
  'contract',
  'firm',
  'recurs',
  'cadence',
  'your',
  'was',
  'cancelled',
  'cancel',
  'cancellation',
  'autorenew',
  'off',
  'pay',
  'failed',
  'method',
  'trial',
  'days',
  'ahead',
  'thing',
  'news',
  'buyer',
  'store',
  'part',
  'former',
  'agent',
  'negation',
  'condition',
  'money',
  'date',
  'num',
] as const;

const BITS = new Map<string, number>(CONCEPTS.map((name, bit) => [name, bit]));

/** The bit of a word class as a mask, 0 for a class that only one language has. */
export function conceptMask(className: string): number {
  const bit = BITS.get(className);
  return bit === undefined ? 0 : 1 << bit;
}
