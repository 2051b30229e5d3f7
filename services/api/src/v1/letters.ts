// A subscription's letters: which fit, one as JSON, and the same as a text file. Nothing is sent.
import type { OpenAPIHono } from '@hono/zod-openapi';
import { letterOf, readLetterInput } from '@quittance/dossier/letter/letter-of';
import { fittingLetters, LETTER_KINDS, type Letter, type LetterKind } from '@quittance/dossier/letter/write-letter';
import { LANGUAGES, type Language } from '@quittance/i18n/language';
import { forPerson, type AppContext, type AppDeps, type AppEnv } from '../context.ts';
import { ProblemError } from '../problem.ts';
import { createRoute, idParam, json, problems, SECURITY, z } from './route-parts.ts';

const kind = z.enum(LETTER_KINDS);
const request = {
  params: idParam.extend({ kind: kind.openapi({ param: { name: 'kind', in: 'path' } }) }),
  query: z.object({ language: z.enum(LANGUAGES).optional().openapi({ description: 'The one of the request when not given.' }) }),
};
const letterSchema = z
  .object({
    kind,
    language: z.enum(LANGUAGES),
    subject: z.string(),
    text: z.string().openapi({ description: 'The whole letter.' }),
    to_complete: z.array(z.string()).openapi({ description: 'What the person must fill in, as it stands in the text.' }),
    law: z.string().nullable().openapi({ description: 'What it cites, where the person’s country has a rule in force.' }),
  })
  .openapi('Letter');

const listRoute = createRoute({
  method: 'get',
  path: '/subscriptions/{id}/letters',
  tags: ['Subscriptions'],
  summary: 'Which letters the timeline bears at present',
  security: SECURITY,
  request: { params: idParam },
  responses: { 200: json(z.object({ items: z.array(z.object({ kind })) }), 'The kinds.'), ...problems('not_found') },
});

const letterRoute = createRoute({
  method: 'get',
  path: '/subscriptions/{id}/letters/{kind}',
  tags: ['Subscriptions'],
  summary: 'A letter filled in from the timeline',
  security: SECURITY,
  request,
  responses: { 200: json(letterSchema, 'The letter.'), ...problems('not_found', 'letter_unfitting') },
});

const textRoute = createRoute({
  method: 'get',
  path: '/subscriptions/{id}/letters/{kind}/text',
  tags: ['Subscriptions'],
  summary: 'The letter as a text file',
  security: SECURITY,
  request,
  responses: {
    200: { description: 'The letter.', content: { 'text/plain': { schema: z.string() } } },
    ...problems('not_found', 'letter_unfitting'),
  },
});

type LetterDeps = Pick<AppDeps, 'db' | 'clock'>;

export function registerLetters(api: OpenAPIHono<AppEnv>, deps: LetterDeps): void {
  api.openapi(listRoute, async (c) => {
    const { id } = c.req.valid('param');
    const input = await forPerson(c, deps, (tx, userId) => readLetterInput(tx, deps.clock, userId, id));
    if (!input) throw new ProblemError('not_found');
    return c.json({ items: fittingLetters(input).map((one) => ({ kind: one })) }, 200);
  });

  api.openapi(letterRoute, async (c) => {
    const { id, kind } = c.req.valid('param');
    const { toComplete, ...letter } = await readLetter(c, deps, id, kind, c.req.valid('query').language);
    return c.json({ ...letter, to_complete: [...toComplete] }, 200);
  });

  api.openapi(textRoute, async (c) => {
    const { id, kind } = c.req.valid('param');
    const { text } = await readLetter(c, deps, id, kind, c.req.valid('query').language);
    return c.text(text, 200, {
      'Content-Disposition': `attachment; filename="${kind.replaceAll('_', '-')}.txt"`,
      'Cache-Control': 'no-store',
    });
  });
}

export async function readLetter(c: AppContext, deps: LetterDeps, id: string, kind: LetterKind, language?: Language): Promise<Letter> {
  const letter = await forPerson(c, deps, async (tx, userId) => {
    const input = await readLetterInput(tx, deps.clock, userId, id);
    if (!input) throw new ProblemError('not_found');
    return letterOf(tx, deps.clock, userId, input, kind, language ?? c.get('language'));
  });
  if (!letter) throw new ProblemError('letter_unfitting');
  return letter;
}
