// The calendar of one person under its secret link. No session: whoever has the link reads, and everybody else gets one and the same
// answer, whatever was wrong about the address.
import { createHash } from 'node:crypto';
import { civilDateOf } from '@quittance/domain/civil-date';
import { preferenceTexts } from '@quittance/i18n/preferences';
import { findCalendarFeed, reviseCalendarEntries } from '@quittance/store/calendar-feed';
import { listSubscriptions } from '@quittance/store/subscriptions';
import { asUser } from '@quittance/store/transaction';
import { readUserSettings } from '@quittance/store/user-settings';
import type { Hono } from 'hono';
import { clientAddress } from '../auth/client-address.ts';
import type { AppContext, AppDeps, AppEnv } from '../context.ts';
import { paths } from '../paths.ts';
import { calendarEntries, type CalendarEntry } from './calendar-entries.ts';
import { writeCalendar } from './icalendar.ts';
import { createRequestLimits, type RequestLimits } from './request-limits.ts';

type Deps = Pick<AppDeps, 'db' | 'clock' | 'publicUrl'>;

const FILE = /^([\w-]{43})\.ics$/;

export function registerCalendar(app: Hono<AppEnv>, deps: Deps): void {
  const limits = createRequestLimits(deps);
  app.get('/calendar/:file', (c) => feed(c, deps, limits));
}

async function feed(c: AppContext, deps: Deps, limits: RequestLimits): Promise<Response> {
  const ip = clientAddress(c);
  const blocked = limits.blockedSeconds(ip);
  if (blocked > 0) return tooMany(c, blocked);
  const token = FILE.exec(c.req.param('file') ?? '')?.[1];
  const userId = token ? await findCalendarFeed(deps.db, token) : null;
  if (!userId) {
    limits.countMiss(ip);
    return c.text('not found\n', 404);
  }
  const wait = limits.countRead(userId);
  if (wait > 0) return tooMany(c, wait);
  const body = await readFeed(deps, userId);
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  const headers = { ETag: etag, 'Cache-Control': 'private, no-cache', 'X-Robots-Tag': 'noindex' };
  if (isKnown(c.req.header('If-None-Match'), etag)) return c.body(null, 304, headers);
  return c.body(body, 200, {
    ...headers,
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': 'inline; filename="quittance.ics"',
  });
}

function tooMany(c: AppContext, seconds: number): Response {
  return c.text('too many requests\n', 429, { 'Retry-After': String(seconds) });
}

function readFeed({ db, clock, publicUrl }: Deps, userId: string): Promise<string> {
  const now = clock.now();
  return asUser(db, userId, async (tx) => {
    const { language, timeZone } = await readUserSettings(tx, userId);
    const entries = calendarEntries(await listSubscriptions(tx, userId), {
      today: civilDateOf(now, timeZone),
      language,
      linkTo: (id) => publicUrl + paths.subscription(id),
    });
    const hashed = entries.map((entry) => ({ uid: entry.uid, contentHash: hashOf(entry) }));
    const revisions = await reviseCalendarEntries(tx, userId, hashed, now.toISOString());
    const { name } = preferenceTexts(language).calendar;
    return writeCalendar({ name, language, events: entries.map((entry) => ({ ...entry, ...revisions.get(entry.uid)! })) });
  });
}

function hashOf(entry: CalendarEntry): Buffer {
  return createHash('sha256').update(JSON.stringify(entry)).digest();
}

// RFC 9110 §13.1.2: a list, compared weakly.
function isKnown(given: string | undefined, etag: string): boolean {
  const tags = (given ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}
