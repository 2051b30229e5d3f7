// Trusted time: who may be asked for time stamps, whom the person agreed to, what they answered.
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Authority } from '@quittance/anchor/authorities';
import { nameOf } from '@quittance/anchor/authorities';
import { latestAnchor } from '@quittance/store/anchor-log';
import type { Tx } from '@quittance/store/database';
import { listAuthorityStates, readAgreement, saveAgreement } from '@quittance/store/time-stamps';
import { forPerson, type AppDeps, type AppEnv } from '../context.ts';
import { ProblemError } from '../problem.ts';
import { createRoute, json, jsonBody, problems, SECURITY, z } from './route-parts.ts';

const at = z.iso.datetime();
const timeStampsSchema = z
  .object({
    agreed_at: at.nullable().openapi({ description: 'null: nothing goes out, the log is chained and not time-stamped.' }),
    anchored_at: at.nullable(),
    authorities: z.array(
      z.object({
        url: z.string(),
        name: z.string(),
        qualified: z.boolean().openapi({ description: 'Qualified in the sense of eIDAS Art. 42.' }),
        suggested: z.boolean(),
        agreed: z.boolean(),
        stamps: z.int(),
        last_stamp_at: at.nullable(),
        problem: z
          .object({ code: z.string(), text: z.string(), at, attempts: z.int() })
          .nullable()
          .openapi({ description: 'While it has not answered since; it is asked again by itself.' }),
      }),
    ),
  })
  .openapi('TimeStamps');

export type TimeStampsJson = z.infer<typeof timeStampsSchema>;

const getRoute = createRoute({
  method: 'get',
  path: '/time-stamps',
  tags: ['Evidence log'],
  summary: 'Time-stamp authorities: whom the person agreed to, and what they answered',
  security: SECURITY,
  responses: { 200: json(timeStampsSchema, 'The authorities.'), ...problems() },
});

const putRoute = createRoute({
  method: 'put',
  path: '/time-stamps',
  tags: ['Evidence log'],
  summary: 'Agree to authorities, or to none',
  description: 'A hash of the heads of all logs of this installation goes to them once a day and before a dossier, and nothing else.',
  security: SECURITY,
  request: { body: jsonBody(z.object({ authorities: z.array(z.string()).max(20) }).openapi('TimeStampChoice')) },
  responses: { 200: json(timeStampsSchema, 'The authorities.'), ...problems() },
});

type Deps = Pick<AppDeps, 'db' | 'clock' | 'stamping'>;

export function registerTimeStamps(api: OpenAPIHono<AppEnv>, deps: Deps): void {
  const read = (tx: Tx, userId: string) => readTimeStamps(tx, userId, deps.stamping.offered);

  api.openapi(getRoute, async (c) => c.json(await forPerson(c, deps, read), 200));

  api.openapi(putRoute, async (c) => {
    const { authorities } = c.req.valid('json');
    const answer = await forPerson(c, deps, async (tx, userId) => {
      await chooseAuthorities(tx, deps, userId, authorities);
      return read(tx, userId);
    });
    return c.json(answer, 200);
  });
}

/** @throws ProblemError `invalid_request` for one that is not offered here. */
export async function chooseAuthorities(tx: Tx, { stamping, clock }: Deps, userId: string, wanted: readonly string[]): Promise<void> {
  const unknown = wanted.find((url) => !stamping.offered.some((authority) => authority.url === url));
  if (unknown !== undefined) {
    throw new ProblemError('invalid_request', { errors: [{ path: 'authorities', message: `${unknown} is not offered here` }] });
  }
  await saveAgreement(tx, userId, [...new Set(wanted)], clock.now());
}

export async function readTimeStamps(tx: Tx, userId: string, offered: readonly Authority[]): Promise<TimeStampsJson> {
  const agreement = await readAgreement(tx, userId);
  const anchor = await latestAnchor(tx);
  const states = new Map((await listAuthorityStates(tx)).map((state) => [state.authority, state]));
  const urls = [...new Set([...offered.map(({ url }) => url), ...states.keys()])];
  return {
    agreed_at: agreement?.agreedAt ?? null,
    anchored_at: anchor?.madeAt ?? null,
    authorities: urls.map((url) => {
      const known = offered.find((one) => one.url === url);
      const state = states.get(url);
      return {
        url,
        name: known?.name ?? nameOf(url),
        qualified: known?.qualified ?? false,
        suggested: known?.suggested ?? false,
        agreed: agreement?.authorities.includes(url) ?? false,
        stamps: state?.stamps ?? 0,
        last_stamp_at: state?.lastStampAt ?? null,
        problem: state?.problem ?? null,
      };
    }),
  };
}
