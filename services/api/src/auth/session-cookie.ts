// The session's cookie: not readable by scripts, not sent along by other sites' forms, only over TLS where the page has it. It slides: each use
// after a day moves the end of the session away again.
import type { Instant } from '@quittance/domain/instant';
import { createSession, endSession, extendSession, type Session } from '@quittance/store/sessions';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { AppContext, AppDeps } from '../context.ts';

const SESSION_DAYS = 30;
const DAY_MS = 86_400_000;

/** Signs a person in on this browser. */
export async function openSession(c: AppContext, deps: Pick<AppDeps, 'db' | 'clock' | 'publicUrl'>, userId: string): Promise<void> {
  const before = readSessionCookie(c, deps);
  if (before) await endSession(deps.db, before);
  const now = deps.clock.now();
  const { token } = await createSession(deps.db, { userId, now, expiresAt: sessionEnd(now) });
  writeCookie(c, deps, token);
}

export async function closeSession(c: AppContext, deps: Pick<AppDeps, 'db' | 'publicUrl'>): Promise<void> {
  const token = readSessionCookie(c, deps);
  if (token) await endSession(deps.db, token);
  deleteCookie(c, cookieName(deps), { path: '/', secure: isSecure(deps) });
}

export function readSessionCookie(c: AppContext, deps: Pick<AppDeps, 'publicUrl'>): string | undefined {
  return getCookie(c, cookieName(deps));
}

/** Once a day is enough: not every request writes. */
export async function slideSession(
  c: AppContext,
  deps: Pick<AppDeps, 'db' | 'clock' | 'publicUrl'>,
  session: Session,
  token: string,
): Promise<void> {
  const now = deps.clock.now();
  if (now.getTime() - Date.parse(session.seenAt) < DAY_MS) return;
  await extendSession(deps.db, token, now, sessionEnd(now));
  writeCookie(c, deps, token);
}

function sessionEnd(now: Date): Instant {
  return new Date(now.getTime() + SESSION_DAYS * DAY_MS).toISOString();
}

function writeCookie(c: AppContext, deps: Pick<AppDeps, 'publicUrl'>, token: string): void {
  setCookie(c, cookieName(deps), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(deps),
    maxAge: (SESSION_DAYS * DAY_MS) / 1000,
  });
}

// __Host- lets no neighbouring host or port without TLS set it (RFC 6265bis §4.1.3.2); browsers take it only with Secure.
export function cookieName(deps: Pick<AppDeps, 'publicUrl'>): string {
  return isSecure(deps) ? '__Host-quittance' : 'quittance';
}

function isSecure(deps: Pick<AppDeps, 'publicUrl'>): boolean {
  return deps.publicUrl.startsWith('https:');
}
