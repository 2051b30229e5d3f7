// The JSON API as one application: all routes, the answer to wrong input, the OpenAPI document.
import { OpenAPIHono } from '@hono/zod-openapi';
import { cookieName } from '../auth/session-cookie.ts';
import type { AppDeps, AppEnv } from '../context.ts';
import { describeProblem, problemResponse, ProblemError } from '../problem.ts';
import { registerActs } from './acts.ts';
import { registerAlertPreferences } from './alert-preferences.ts';
import { registerAlerts } from './alerts.ts';
import { registerCalendarLink } from './calendar.ts';
import { registerChannels } from './channels.ts';
import { registerCheckpoint } from './checkpoint.ts';
import { registerCosts } from './costs.ts';
import { registerDiscovery } from './discovery.ts';
import { registerDossier } from './dossier.ts';
import { registerEvents } from './events.ts';
import { registerFindings } from './findings.ts';
import { registerExport } from './export.ts';
import { registerImports } from './imports.ts';
import { inputErrors } from './input-errors.ts';
import { registerInlets } from './inlets.ts';
import { registerLaw } from './law.ts';
import { registerLetters } from './letters.ts';
import { registerMailboxes } from './mailboxes.ts';
import { registerMessages } from './messages.ts';
import { registerNoSuchOperation } from './no-such-operation.ts';
import { registerQuarantine } from './quarantine.ts';
import { requireScope } from './route-parts.ts';
import { registerSettings } from './settings.ts';
import { createStream } from './stream.ts';
import { registerStatements } from './statements.ts';
import { registerSilence } from './silence.ts';
import { registerSubscriptions } from './subscriptions.ts';
import { registerTimeStamps } from './time-stamps.ts';
import { registerTokens } from './tokens.ts';

export function createApi(deps: AppDeps): OpenAPIHono<AppEnv> {
  const api = new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const errors = inputErrors(result.target, result.error.issues, c.get('language'));
      return problemResponse(c, describeProblem(new ProblemError('invalid_request', { errors }), c));
    },
  });
  api.use('*', requireScope);
  registerDiscovery(api, deps);
  registerMailboxes(api, deps);
  registerInlets(api, deps);
  registerSubscriptions(api, deps);
  registerCosts(api, deps);
  registerFindings(api, deps);
  registerActs(api, deps);
  registerDossier(api, deps);
  registerLetters(api, deps);
  registerSilence(api, deps);
  registerEvents(api, deps);
  registerMessages(api, deps);
  registerQuarantine(api, deps);
  registerAlerts(api, deps);
  registerAlertPreferences(api, deps);
  registerChannels(api, deps);
  registerImports(api, deps);
  registerExport(api, deps);
  registerStatements(api, deps);
  registerCalendarLink(api, deps);
  registerCheckpoint(api, deps);
  registerLaw(api, deps);
  registerTimeStamps(api, deps);
  registerSettings(api, deps);
  registerTokens(api, deps);
  api.get('/stream', createStream(deps));
  registerNoSuchOperation(api);
  return api;
}

export function openApiDocument(api: OpenAPIHono<AppEnv>, publicUrl: string) {
  api.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description: 'A token from the settings page, with the scopes `read` (GET) and `write`.',
  });
  api.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: cookieName({ publicUrl }),
    description: 'The session of the page. Requests that change something also need its CSRF token in X-CSRF-Token.',
  });
  return api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Quittance',
      version: '1',
      description:
        'Subscriptions, their evidence and alerts. Lists are {"items":[…],"next":cursor|null}; errors are problem+json (RFC 9457). ' +
        'A query parameter that holds something else than it asks for, or that the operation does not know, is refused with `invalid_request`, which names it.',
    },
    servers: [{ url: `${publicUrl}/api/v1` }],
  });
}
