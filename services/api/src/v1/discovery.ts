// Which settings a mailbox has, from its address alone: for programs that connect mailboxes. Nothing is saved, and no password is part of it.
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Discovery } from '@quittance/discovery/discovery';
import { parseAddress } from '@quittance/discovery/mail-address';
import type { Language } from '@quittance/i18n/language';
import type { AppDeps, AppEnv } from '../context.ts';
import { ProblemError } from '../problem.ts';
import { createRoute, json, problems, SECURITY, text, z } from './route-parts.ts';

const discoverySchema = z
  .object({
    address: z.string(),
    provider: z
      .object({
        id: z.string(),
        name: z.string(),
        sign_in: z.enum(['password', 'app_password', 'oauth', 'bridge', 'none']).openapi({
          description: '`app_password`: the usual password is refused. `oauth`, `none`: no password works.',
        }),
        link: z.object({ url: z.url(), does: z.enum(['make_app_password', 'switch_imap_on', 'read_more']) }).nullable(),
        hint: z.string().nullable().openapi({ description: 'What the person must do first, in their language.' }),
      })
      .nullable(),
    settings: z
      .object({
        source: z.enum(['provider', 'list', 'mx', 'autoconfig', 'srv', 'probe']),
        said_by: z.string().nullable(),
        host: z.string(),
        port: z.int(),
        tls: z.enum(['tls', 'starttls', 'none']),
        usernames: z.array(z.string()).openapi({ description: 'To be tried in this order.' }),
        needs_confirmation: z.boolean().openapi({ description: 'The person must see the host before a password goes there.' }),
      })
      .nullable(),
  })
  .openapi('Discovery');

const route = createRoute({
  method: 'get',
  path: '/mailboxes/discovery',
  tags: ['Mailboxes'],
  summary: 'Settings for an address',
  description: 'From built-in data where the provider is known; else the domain is asked (MX, autoconfig, SRV), which takes some seconds.',
  security: SECURITY,
  request: { query: z.object({ address: text(254).min(3) }) },
  responses: { 200: json(discoverySchema, 'What was found; `settings` is null where nothing was.'), ...problems() },
});

export function registerDiscovery(api: OpenAPIHono<AppEnv>, deps: Pick<AppDeps, 'discover'>): void {
  api.openapi(route, async (c) => {
    const address = parseAddress(c.req.valid('query').address);
    if (!address) throw new ProblemError('invalid_request', { errors: [{ path: 'query.address', message: 'must be a mail address' }] });
    return c.json(discoveryJson(await deps.discover(address), c.get('language')), 200);
  });
}

function discoveryJson({ address, provider, found }: Discovery, language: Language) {
  return {
    address,
    provider: provider && {
      id: provider.id,
      name: provider.name,
      sign_in: provider.signIn,
      link: provider.link ?? null,
      hint: provider.hint?.[language] ?? null,
    },
    settings: found && {
      source: found.source,
      said_by: found.saidBy,
      host: found.host,
      port: found.port,
      tls: found.tls,
      usernames: [...found.usernames],
      needs_confirmation: found.needsConfirmation,
    },
  };
}
