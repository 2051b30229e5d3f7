// The small steps every request passes before its route (their order stands in app.ts): an id, protective headers, a language, figures.
import { randomUUID } from 'node:crypto';
import { preferredLanguage } from '@quittance/i18n/language';
import type { MiddlewareHandler } from 'hono';
import type { AppDeps, AppEnv } from './context.ts';

export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  // Addresses of pages name messages and, for sign-in links, open a door: no other site learns them. `no-referrer` would go too far: browsers
  // then send `Origin: null` with our own forms (Fetch §3.2), which could not be told from a sandboxed frame's.
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // What one person sees is kept by no cache; assets say otherwise themselves.
  'Cache-Control': 'no-store',
};
const STRICT_TRANSPORT_SECURITY = 'max-age=31536000';

export const requestId: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.set('requestId', randomUUID());
  c.set('who', null);
  c.set('csrfPending', false);
  c.header('X-Request-Id', c.get('requestId'));
  await next();
};

/** A route that needs other values sets them itself; what it set stays. */
export function protectiveHeaders(deps: Pick<AppDeps, 'publicUrl'>): MiddlewareHandler<AppEnv> {
  const headers = deps.publicUrl.startsWith('https:') ? { ...HEADERS, 'Strict-Transport-Security': STRICT_TRANSPORT_SECURITY } : HEADERS;
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  };
}

/** Until it is known who asks; their own choice wins (authenticate.ts). */
export const browserLanguage: MiddlewareHandler<AppEnv> = async (c, next) => {
  c.set('language', preferredLanguage(c.req.header('Accept-Language')));
  await next();
};

/** Labels are few and closed: the method, the class of the status, page or API. */
export function countRequests(deps: Pick<AppDeps, 'metrics' | 'clock'>): MiddlewareHandler<AppEnv> {
  const seconds = deps.metrics.histogram(
    'http_request_seconds',
    'Time to answer a request.',
    [0.005, 0.02, 0.1, 0.5, 2, 10],
    ['area', 'method', 'status'],
  );
  return async (c, next) => {
    const start = performance.now();
    await next();
    const area = c.req.path.startsWith('/api/') ? 'api' : c.req.path.startsWith('/assets/') ? 'asset' : 'page';
    const method = c.req.method === 'GET' || c.req.method === 'POST' ? c.req.method : 'other';
    seconds.observe({ area, method, status: `${Math.floor(c.res.status / 100)}xx` }, (performance.now() - start) / 1000);
  };
}
