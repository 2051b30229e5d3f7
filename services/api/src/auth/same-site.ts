// Keeps other sites out. The Host must be a name of ours (a foreign name that resolves to this machine is DNS rebinding); whatever
// changes something must come from a page of ours, and a session must show its CSRF token, in a header or a form field.
import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { AppContext, AppDeps, AppEnv } from '../context.ts';
import { ProblemError } from '../problem.ts';
import { readForm } from '../read-form.ts';

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
export const CSRF_FIELD = 'csrf';
const CSRF_HEADER = 'X-CSRF-Token';

/** Health and metrics are asked for by address inside a cluster, and tell nothing about anybody. */
const ANY_HOST = new Set(['/livez', '/readyz', '/metrics']);

export function checkHost(deps: Pick<AppDeps, 'publicUrl'>): MiddlewareHandler<AppEnv> {
  const publicName = new URL(deps.publicUrl).hostname;
  return async (c, next) => {
    // node-server makes the address of the Host header.
    const name = new URL(c.req.url).hostname;
    if (name !== publicName && !LOOPBACK_NAMES.has(name) && !ANY_HOST.has(c.req.path)) throw new ProblemError('wrong_host');
    await next();
  };
}

/** @param streamedUploads paths whose handlers read the body themselves and check the token in it (`checkCsrf`). */
export function checkSameSite(streamedUploads: ReadonlySet<string>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const who = c.get('who');
    // A browser adds no Authorization header by itself: a token can't be borrowed by another site.
    if (SAFE_METHODS.has(c.req.method) || who?.kind === 'token') return next();
    refuseOtherOrigins(c);
    if (who) {
      const header = c.req.header(CSRF_HEADER);
      const type = c.req.header('Content-Type') ?? '';
      if (header === undefined && type.startsWith('multipart/form-data') && streamedUploads.has(c.req.path)) c.set('csrfPending', true);
      else checkCsrf(c, header ?? (await formToken(c, type)));
    }
    return next();
  };
}

/** @throws ProblemError `csrf_failed`. */
export function checkCsrf(c: AppContext, given: string | undefined): void {
  const who = c.get('who');
  if (who?.kind !== 'session') return;
  const expected = Buffer.from(who.csrfToken);
  const actual = Buffer.from(given ?? '');
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) throw new ProblemError('csrf_failed');
  c.set('csrfPending', false);
}

function refuseOtherOrigins(c: AppContext): void {
  const site = c.req.header('Sec-Fetch-Site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new ProblemError('cross_origin');
  const origin = c.req.header('Origin');
  if (origin === undefined) return;
  // `null`, which sandboxed frames send, is no address either.
  if (!URL.canParse(origin) || new URL(origin).host !== new URL(c.req.url).host) throw new ProblemError('cross_origin');
}

async function formToken(c: AppContext, type: string): Promise<string | undefined> {
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) return undefined;
  return (await readForm(c))[CSRF_FIELD];
}
