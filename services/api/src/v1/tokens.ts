// Bearer tokens: made, listed and revoked on the page. The token itself is told once.
import type { OpenAPIHono } from '@hono/zod-openapi';
import { createApiToken, listApiTokens, revokeApiToken, TOKEN_SCOPES, type ApiToken } from '@quittance/store/api-tokens';
import { forPerson, type AppDeps, type AppEnv } from '../context.ts';
import { ProblemError } from '../problem.ts';
import { createRoute, idParam, json, jsonBody, listOf, noContent, problems, requireSession, text, z } from './route-parts.ts';

const SESSION_ONLY = [{ session: [] }];

const tokenSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    scopes: z.array(z.enum(TOKEN_SCOPES)),
    created_at: z.iso.datetime(),
    used_at: z.iso.datetime().nullable(),
  })
  .openapi('Token');

const listRoute = createRoute({
  method: 'get',
  path: '/tokens',
  tags: ['Tokens'],
  summary: 'Tokens that are valid',
  security: SESSION_ONLY,
  middleware: [requireSession],
  responses: { 200: json(listOf(tokenSchema), 'The tokens.'), ...problems('session_required') },
});

const createTokenRoute = createRoute({
  method: 'post',
  path: '/tokens',
  tags: ['Tokens'],
  summary: 'Make a token',
  security: SESSION_ONLY,
  middleware: [requireSession],
  request: { body: jsonBody(z.object({ name: text(100).min(1), scopes: z.array(z.enum(TOKEN_SCOPES)).min(1) })) },
  responses: {
    201: json(tokenSchema.extend({ token: z.string() }).openapi('NewToken'), 'The token; it is not shown again.'),
    ...problems('session_required'),
  },
});

const revokeRoute = createRoute({
  method: 'delete',
  path: '/tokens/{id}',
  tags: ['Tokens'],
  summary: 'Revoke a token',
  security: SESSION_ONLY,
  middleware: [requireSession],
  request: { params: idParam },
  responses: { ...noContent, ...problems('session_required', 'not_found') },
});

export function registerTokens(api: OpenAPIHono<AppEnv>, deps: Pick<AppDeps, 'db' | 'clock'>): void {
  api.openapi(listRoute, async (c) => {
    const tokens = await forPerson(c, deps, listApiTokens);
    return c.json({ items: tokens.map(tokenJson), next: null }, 200);
  });

  api.openapi(createTokenRoute, async (c) => {
    const { name, scopes } = c.req.valid('json');
    const { token, row } = await forPerson(c, deps, (tx, userId) =>
      createApiToken(tx, { userId, name, scopes: [...new Set(scopes)], now: deps.clock.now() }),
    );
    return c.json({ ...tokenJson(row), token }, 201);
  });

  api.openapi(revokeRoute, async (c) => {
    const { id } = c.req.valid('param');
    const revoked = await forPerson(c, deps, (tx, userId) => revokeApiToken(tx, userId, id, deps.clock.now()));
    if (!revoked) throw new ProblemError('not_found');
    return c.body(null, 204);
  });
}

function tokenJson(token: ApiToken) {
  return { id: token.id, name: token.name, scopes: [...token.scopes], created_at: token.createdAt, used_at: token.usedAt };
}
