// Finds out who asks: a bearer token speaks for a person within its scopes, a session cookie for the person at the browser. Runs for
// every request; what may be done without a name is decided by the routes.
import { askedLanguage } from '@quittance/i18n/language';
import { findApiToken, markApiTokenUsed } from '@quittance/store/api-tokens';
import { findSession } from '@quittance/store/sessions';
import type { MiddlewareHandler } from 'hono';
import type { AppContext, AppDeps, AppEnv, Who } from '../context.ts';
import { ProblemError } from '../problem.ts';
import { readSessionCookie, slideSession } from './session-cookie.ts';

type AuthDeps = Pick<AppDeps, 'db' | 'clock' | 'publicUrl'>;

const USED_EVERY_MS = 60_000;
const FRESH_MS = 15 * 60_000;

export function authenticate(deps: AuthDeps): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const authorization = c.req.header('Authorization');
    const found = authorization === undefined ? await bySession(c, deps) : await byToken(c, authorization, deps);
    c.set('who', found?.who ?? null);
    if (found) c.set('language', found.language);
    await next();
  };
}

type Found = { who: Who; language: 'en' | 'fr' } | null;

async function byToken(c: AppContext, authorization: string, deps: AuthDeps): Promise<Found> {
  const token = /^Bearer +([\w-]{1,200})$/i.exec(authorization)?.[1];
  const found = token === undefined ? null : await findApiToken(deps.db, token);
  // A wrong token is never taken for no token: the program should learn that it was revoked.
  if (!found) throw new ProblemError('unauthorized');
  const now = deps.clock.now();
  if (!found.usedAt || now.getTime() - Date.parse(found.usedAt) > USED_EVERY_MS) await markApiTokenUsed(deps.db, found.id, now);
  // A browser always names a language; a program does so where it means it.
  const language = askedLanguage(c.req.header('Accept-Language')) ?? found.language;
  return { who: { kind: 'token', userId: found.userId, scopes: found.scopes }, language };
}

async function bySession(c: AppContext, deps: AuthDeps): Promise<Found> {
  const token = readSessionCookie(c, deps);
  if (!token) return null;
  const now = deps.clock.now();
  const session = await findSession(deps.db, token, now);
  if (!session) return null;
  await slideSession(c, deps, session, token);
  const fresh = now.getTime() - Date.parse(session.createdAt) < FRESH_MS;
  return {
    who: { kind: 'session', userId: session.userId, csrfToken: session.csrfToken, sessionToken: token, fresh },
    language: session.language,
  };
}
