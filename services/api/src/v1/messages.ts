// The archive: search, one message with its evidence, its exact bytes, and its HTML for the sandboxed frame.
import type { OpenAPIHono } from '@hono/zod-openapi';
import { messageDetailJson, messageJson } from '@quittance/contract/message-json';
import { LEVELS } from '@quittance/domain/authenticity';
import { EVENT_KINDS } from '@quittance/domain/event-kind';
import { findInArchive, searchArchive } from '@quittance/store/archive-search';
import { loadSealedMessage } from '@quittance/store/evidence';
import { getMessageEvidence } from '@quittance/store/message-evidence';
import { readUserSettings } from '@quittance/store/user-settings';
import { openBytes } from '@quittance/vault/message-bytes';
import { forPerson, type AppContext, type AppDeps, type AppEnv } from '../context.ts';
import { ProblemError } from '../problem.ts';
import { MAIL_HTML_POLICY } from '../ui/render-mail-html.ts';
import { readCursor, toPage } from './cursor.ts';
import { civilDate, createRoute, json, listOf, pageQuery, problems, SECURITY, text, z } from './route-parts.ts';
import { messageDetailSchema, messageSchema } from './schemas.ts';

const hashParam = z.object({
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .openapi({ param: { name: 'sha256', in: 'path' } }),
});

export const archiveFilter = z.object({
  q: text(300).optional().openapi({ description: 'Words, "a phrase", or, -not; accents and case do not matter.' }),
  merchant: text(200)
    .optional()
    .openapi({ description: "A merchant's id, its name or the beginning of a word of it, or a domain; accents and case do not matter." }),
  kind: z.enum([...EVENT_KINDS, 'other']).optional(),
  level: z.enum(LEVELS).optional(),
  from: civilDate.optional().openapi({ description: 'First day, in the time zone of the person.' }),
  to: civilDate.optional().openapi({ description: 'Last day.' }),
});

const listRoute = createRoute({
  method: 'get',
  path: '/messages',
  tags: ['Archive'],
  summary: 'Search the archive, newest first',
  security: SECURITY,
  request: { query: archiveFilter.extend(pageQuery) },
  responses: { 200: json(listOf(messageSchema), 'A page of messages.'), ...problems() },
});

const getRoute = createRoute({
  method: 'get',
  path: '/messages/{sha256}',
  tags: ['Archive'],
  summary: 'One message with its four clocks, verdict and place in the log',
  security: SECURITY,
  request: { params: hashParam },
  responses: { 200: json(messageDetailSchema, 'The message.'), ...problems('not_found') },
});

const rawRoute = createRoute({
  method: 'get',
  path: '/messages/{sha256}/raw',
  tags: ['Archive'],
  summary: 'The exact bytes as received',
  security: SECURITY,
  request: { params: hashParam },
  responses: {
    200: { description: 'The message as a file.', content: { 'message/rfc822': { schema: z.string().openapi({ format: 'binary' }) } } },
    ...problems('not_found', 'message_erased'),
  },
});

const htmlRoute = createRoute({
  method: 'get',
  path: '/messages/{sha256}/html',
  tags: ['Archive'],
  summary: 'The HTML part for a sandboxed frame, without scripts and without anything remote',
  security: SECURITY,
  request: { params: hashParam },
  responses: {
    200: { description: 'A page.', content: { 'text/html': { schema: z.string() } } },
    ...problems('not_found', 'message_erased', 'message_unreadable'),
  },
});

const placeSchema = z.object({ at: z.iso.datetime(), id: z.int() });

export type MessageDeps = Pick<AppDeps, 'db' | 'vault' | 'mailViews'>;

export function registerMessages(api: OpenAPIHono<AppEnv>, deps: MessageDeps): void {
  api.openapi(listRoute, async (c) => {
    const { cursor, limit, ...filter } = c.req.valid('query');
    const after = readCursor(placeSchema, cursor);
    const page = await forPerson(c, deps, async (tx, userId) => {
      const { timeZone } = await readUserSettings(tx, userId);
      const hits = await searchArchive(tx, userId, {
        text: filter.q,
        merchant: filter.merchant,
        kind: filter.kind,
        level: filter.level,
        from: filter.from,
        to: filter.to,
        timeZone,
        after: after && { datedAt: after.at, id: after.id },
        limit: limit + 1,
      });
      return toPage(hits, limit, messageJson, (hit) => ({ at: hit.datedAt, id: hit.id }));
    });
    return c.json(page, 200);
  });

  api.openapi(getRoute, async (c) => {
    const { sha256 } = c.req.valid('param');
    const detail = await forPerson(c, deps, async (tx, userId) => {
      const hit = await findInArchive(tx, userId, sha256);
      if (!hit) throw new ProblemError('not_found');
      return messageDetailJson(hit, await getMessageEvidence(tx, userId, hit.id));
    });
    return c.json(detail, 200);
  });

  api.openapi(rawRoute, async (c) => {
    const { sha256 } = c.req.valid('param');
    const raw = await readRawMessage(c, deps, sha256);
    return c.body(new Uint8Array(raw), 200, {
      'Content-Type': 'message/rfc822',
      'Content-Disposition': `attachment; filename="${sha256.slice(0, 16)}.eml"`,
      // Should a browser show it after all, it is nobody's page.
      'Content-Security-Policy': "default-src 'none'; sandbox",
    });
  });

  api.openapi(htmlRoute, async (c) => {
    const { sha256 } = c.req.valid('param');
    const { html } = await deps.mailViews.prepare(await readRawMessage(c, deps, sha256));
    return c.body(html, 200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': MAIL_HTML_POLICY,
      // Our own pages frame it, nobody else's: frame-ancestors in the policy says so too.
      'X-Frame-Options': 'SAMEORIGIN',
    });
  });
}

/** The bytes as received. @throws ProblemError `not_found` or `message_erased`. */
export async function readRawMessage(c: AppContext, deps: Pick<AppDeps, 'db' | 'vault'>, sha256: string): Promise<Buffer> {
  const sealed = await forPerson(c, deps, async (tx, userId) => {
    const found = await loadSealedMessage(tx, userId, Buffer.from(sha256, 'hex'));
    if (!found) throw new ProblemError((await findInArchive(tx, userId, sha256)) ? 'message_erased' : 'not_found');
    return found;
  });
  return openBytes(deps.vault, sealed.contentId, sealed);
}
