// What is wrong with an input is said in the person's language, and nothing false of what came.
import { expect, it } from 'vitest';
import { inputErrors } from './input-errors.ts';
import { z } from './route-parts.ts';

const shape = z.object({ days: z.number(), name: z.string(), kinds: z.array(z.string()) });

function errorsOf(input: unknown, language: 'en' | 'fr'): string[] {
  return inputErrors('json', shape.safeParse(input).error?.issues ?? [], language).map(({ path, message }) => `${path}: ${message}`);
}

it.each([
  ['of another type', { days: '3', name: 3, kinds: 'all' }],
  ['missing', {}],
])('says in French what should have come, and not that something else came than did: %s', (_what, input) => {
  expect(errorsOf(input, 'fr')).toEqual([
    'json.days: Entrée invalide : nombre attendu',
    'json.name: Entrée invalide : chaîne de caractères attendu',
    'json.kinds: Entrée invalide : tableau attendu',
  ]);
});

it('keeps in English what the schema said', () => {
  expect(errorsOf({ days: '3', name: 'a', kinds: [] }, 'en')).toEqual([
    expect.stringMatching(/^json\.days: Invalid input: expected number(, received string)?$/),
  ]);
});
