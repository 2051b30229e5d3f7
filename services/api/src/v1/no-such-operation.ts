// The last route of the API: what none of the others answered is an address that there is not, or one that there is under other methods. Without
// it the request would go on to the pages, which send a program that is signed in to the sign-in page.
import type { OpenAPIHono } from '@hono/zod-openapi';
import { METHOD_NAME_ALL } from 'hono/router';
import type { AppEnv } from '../context.ts';
import { ProblemError } from '../problem.ts';

export function registerNoSuchOperation(api: OpenAPIHono<AppEnv>): void {
  const known = api.routes.filter(({ method }) => method !== METHOD_NAME_ALL).map(({ method, path }) => ({ method, is: shapeOf(path) }));
  api.all('*', (c) => {
    const path = c.req.path.replace(/^\/api\/v1/, '');
    const methods = new Set(known.filter(({ is }) => is.test(path)).map(({ method }) => method));
    if (methods.size === 0) throw new ProblemError('not_found');
    c.header('Allow', [...methods].join(', '));
    throw new ProblemError('method_not_allowed');
  });
}

const shapeOf = (path: string): RegExp => new RegExp(`^${path.replace(/:\w+(\{[^}]*\})?/g, '[^/]+')}$`);
