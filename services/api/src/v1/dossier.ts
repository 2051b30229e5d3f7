// The dossier of a subscription as files: the report alone, and the report with all proofs.
import type { OpenAPIHono } from '@hono/zod-openapi';
import { exportDossier, type Dossier } from '@quittance/dossier/export-dossier';
import { PermanentError } from '@quittance/domain/errors';
import { LANGUAGES, type Language } from '@quittance/i18n/language';
import { createParsePool } from '@quittance/mail/parse-pool';
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
  responses: { 200: file('application/pdf', 'The report.'), ...problems('not_found', 'message_erased') },
});

const bundleRoute = createRoute({
  method: 'get',
  path: '/subscriptions/{id}/dossier.asice',
  tags: ['Subscriptions'],
  summary: 'The report with the original messages and all proofs (a ZIP that verifies without Quittance)',
  security: SECURITY,
  request,
  responses: { 200: file(MIMETYPE, 'The bundle.'), ...problems('not_found', 'message_erased') },
});

type DossierDeps = Pick<AppDeps, 'db' | 'vault' | 'clock' | 'stamping'>;

export function registerDossier(api: OpenAPIHono<AppEnv>, deps: DossierDeps): void {
  api.openapi(reportRoute, async (c) => {
    const dossier = await makeDossier(c, deps, c.req.valid('param').id, c.req.valid('query').language);
    return c.body(new Uint8Array(dossier.report), 200, headers('application/pdf', `${dossier.name}.pdf`));
  });

  api.openapi(bundleRoute, async (c) => {
    const dossier = await makeDossier(c, deps, c.req.valid('param').id, c.req.valid('query').language);
    return c.body(new Uint8Array(await dossier.bundle()), 200, headers(MIMETYPE, `${dossier.name}.asice`));
  });
}

async function makeDossier(c: AppContext, deps: DossierDeps, subscriptionId: string, language: Language | undefined): Promise<Dossier> {
  // A time stamp newer than the newest message, where the person agreed to any.
  await deps.stamping.stampNow(whoOf(c).userId);
  const parser = createParsePool({ size: 1 });
  try {
    const dossier = await exportDossier(
      { ...deps, parse: (raw) => parser.parse(raw) },
      { userId: whoOf(c).userId, subscriptionId, language: language ?? c.get('language') },
    );
    if (!dossier) throw new ProblemError('not_found');
    return dossier;
  } catch (error) {
    // Nothing of it is left.
    if (error instanceof PermanentError && error.code === 'dossier_empty') throw new ProblemError('message_erased');
    throw error;
  } finally {
    await parser.close();
  }
}

function headers(type: string, name: string): Record<string, string> {
  return { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'no-store' };
}
