// What the routes of the API have in common: shapes of inputs, lists and errors, and the check that every route carries.
import { createRoute as defineRoute, z } from '@hono/zod-openapi';
import type { ProblemCode } from '@quittance/i18n/problems.en';
import type { MiddlewareHandler } from 'hono';
import { whoOf, type AppEnv } from '../context.ts';
import { PROBLEM_STATUS, ProblemError } from '../problem.ts';

/**
 * The library's, but a query parameter that the route does not know is refused and named: a filter that is misspelt, taken for none, would answer
 * another question than was asked.
 */
export const createRoute: typeof defineRoute = (config) => {
  const query = (config.request?.query ?? z.object({})) as z.ZodObject;
  return defineRoute({ ...config, request: { ...config.request, query: query.strict() } });
};

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string().openapi({
      description: 'What happened and what to do, in the language that Accept-Language asks for with a token, else in that of the person.',
    }),
    status: z.int(),
    code: z.string().openapi({ description: 'For programs; see the list of codes.' }),
    detail: z
      .string()
      .optional()
      .openapi({ description: 'More than the code says, in the same language, or the words of another server as they came.' }),
    reason: z.string().optional().openapi({ description: 'A finer code, e.g. why a mailbox can not be reached.' }),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    request_id: z.string(),
  })
  .openapi('Problem');

/** Text that PostgreSQL takes: no U+0000, no lone surrogates. */
export function text(lengthMax: number) {
  return z
    .string()
    .max(lengthMax)
    .refine((value) => !value.includes('\0') && value.isWellFormed(), { error: 'must not hold control characters' });
}

export const idParam = z.object({ id: z.uuid().openapi({ param: { name: 'id', in: 'path' } }) });
export const instant = z.iso.datetime({ offset: true });
export const civilDate = z.iso.date();

export const pageQuery = {
  cursor: z.string().max(500).optional().openapi({ description: '`next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

/** `{ items, next }`: `next` is the cursor of the following page, null on the last one. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { 'application/json': { schema } } };
}

export const noContent = { 204: { description: 'Done.' } };

type Code = ProblemCode;
type ProblemResponse = { description: string; content: { 'application/problem+json': { schema: typeof problemSchema } } };

const ALWAYS: readonly Code[] = ['invalid_request', 'unauthorized', 'forbidden'];

/** The problems that a route may answer, beside those that every route may. */
export function problems(...codes: Code[]): Record<number, ProblemResponse> {
  const byStatus = new Map<number, Code[]>();
  for (const code of [...ALWAYS, ...codes]) byStatus.set(PROBLEM_STATUS[code], [...(byStatus.get(PROBLEM_STATUS[code]) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, own]) => [
      status,
      { description: own.join(', '), content: { 'application/problem+json': { schema: problemSchema } } },
    ]),
  );
}

export const SECURITY: Record<string, string[]>[] = [{ bearer: [] }, { session: [] }];

/** Signed in, and with the scope that the method needs. Stands before every route of the API. */
export const requireScope: MiddlewareHandler<AppEnv> = async (c, next) => {
  const who = whoOf(c);
  const needed = c.req.method === 'GET' || c.req.method === 'HEAD' ? 'read' : 'write';
  if (who.kind === 'token' && !who.scopes.includes(needed)) throw new ProblemError('forbidden');
  await next();
};

/** For what a token must not do: make further tokens, change the password. */
export const requireSession: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (whoOf(c).kind !== 'session') throw new ProblemError('session_required');
  await next();
};

export { z };
