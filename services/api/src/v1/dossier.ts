// The dossier of a subscription as files: the report alone, and the report with all proofs.
import type { OpenAPIHono } from '@hono/zod-openapi';
import { exportDossier, type Dossier } from '@quittance/dossier/export-dossier';
import { PermanentError } from '@quittance/domain/errors';
import { LANGUAGES, type Language } from '@quittance/i18n/language';
import { MIMETYPE } from '@quittance/verifier/layout';
import { whoOf, type AppContext, type AppDeps, type AppEnv } from '../context.ts';
import { ProblemError } from '../problem.ts';
import { createRoute, idParam, problems, SECURITY, z } from './route-parts.ts';

const request = {
  params: idParam,
  query: z.object({
    language: z.enum(LANGUAGES).optional().openapi({ description: 'Of the report; the one of the request when not given.' }),
  }),
};
const file = (type: string, description: string) => ({
  description,
  content: { [type]: { schema: z.string().openapi({ format: 'binary' }) } },
});

const reportRoute = createRoute({
  method: 'get',
  path: '/subscriptions/{id}/dossier.pdf',
  tags: ['Subscriptions'],
  summary: 'The report: claim, timeline, messages, limits (PDF/A-3, the original confirmation attached)',
  security: SECURITY,
  request,
  responses: { 200: file('application/pdf', 'The report.'), ...problems('not_found', 'message_erased', 'unavailable') },
});

const bundleRoute = createRoute({
  method: 'get',
  path: '/subscriptions/{id}/dossier.asice',
  tags: ['Subscriptions'],
  summary: 'The report with the original messages and all proofs (a ZIP that verifies without Quittance)',
  security: SECURITY,
  request,
  responses: { 200: file(MIMETYPE, 'The bundle.'), ...problems('not_found', 'message_erased', 'unavailable') },
});

type DossierDeps = Pick<AppDeps, 'db' | 'vault' | 'clock' | 'stamping' | 'dossiers'>;

export function registerDossier(api: OpenAPIHono<AppEnv>, deps: DossierDeps): void {
  api.openapi(reportRoute, async (c) => {
    const asked = { subscriptionId: c.req.valid('param').id, language: c.req.valid('query').language ?? c.get('language') };
    const { name, file: made } = await makeFile(c, deps, asked, (dossier) => Promise.resolve(dossier.report));
    return c.body(new Uint8Array(made), 200, headers('application/pdf', `${name}.pdf`));
  });

  api.openapi(bundleRoute, async (c) => {
    const asked = { subscriptionId: c.req.valid('param').id, language: c.req.valid('query').language ?? c.get('language') };
    const { name, file: made } = await makeFile(c, deps, asked, (dossier) => dossier.bundle());
    return c.body(new Uint8Array(made), 200, headers(MIMETYPE, `${name}.asice`));
  });
}

interface Asked {
  readonly subscriptionId: string;
  readonly language: Language;
}

async function makeFile(
  c: AppContext,
  deps: DossierDeps,
  asked: Asked,
  take: (dossier: Dossier) => Promise<Buffer>,
): Promise<{ readonly name: string; readonly file: Buffer }> {
  const { userId } = whoOf(c);
  try {
    // A time stamp newer than the newest message, where the person agreed to any. An authority that takes its time keeps nobody else waiting.
    await deps.stamping.stampNow(userId);
    return await deps.dossiers.make(async (parse) => {
      const dossier = await exportDossier({ ...deps, parse }, { userId, ...asked });
      if (!dossier) throw new ProblemError('not_found');
      return { name: dossier.name, file: await take(dossier) };
    }, c.req.raw.signal);
  } catch (error) {
    // Nothing of it is left.
    if (error instanceof PermanentError && error.code === 'dossier_empty') throw new ProblemError('message_erased');
    throw error;
  }
}

function headers(type: string, name: string): Record<string, string> {
  return { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'no-store' };
}
