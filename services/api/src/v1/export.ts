// Everything of the person as a ZIP, streamed from one snapshot. Whoever leaves early ends the reading.
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { civilDateOf } from '@quittance/domain/civil-date';
import { writeExport } from '@quittance/export/write-export';
import { asUser } from '@quittance/store/transaction';
import { whoOf, type AppDeps, type AppEnv } from '../context.ts';
import { createRoute, problems, SECURITY, z } from './route-parts.ts';

const exportRoute = createRoute({
  method: 'get',
  path: '/export',
  tags: ['Export'],
  summary: 'Everything of the person as a ZIP: JSON, CSV, .eml',
  description: 'No secret is in it. Importing it again, here or elsewhere, gives the same timeline.',
  security: SECURITY,
  responses: {
    200: { description: 'The ZIP.', content: { 'application/zip': { schema: z.string().openapi({ format: 'binary' }) } } },
    ...problems(),
  },
});

export function registerExport(api: OpenAPIHono<AppEnv>, deps: Pick<AppDeps, 'db' | 'vault' | 'clock' | 'log'>): void {
  api.openapi(exportRoute, (c) => {
    const { userId } = whoOf(c);
    const now = deps.clock.now();
    const out = new PassThrough();
    const language = c.get('language');
    const work = asUser(deps.db, userId, async (tx) => pipeline(await writeExport({ tx, vault: deps.vault, now, language }, userId), out), {
      snapshot: true,
    });
    // The answer has begun: what fails now ends it in the middle, and a ZIP without its end is known as broken.
    work.catch((error: unknown) => {
      deps.log.warn({ err: error }, 'export_ended_early');
      out.destroy(error instanceof Error ? error : undefined);
    });
    const headers = {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="quittance-${civilDateOf(now)}.zip"`,
    };
    return c.body(Readable.toWeb(out) as ReadableStream, 200, headers) as never;
  });
}
