// Mailboxes: settings are tried before they are saved, credentials are sealed and never shown, what was read stays when one is removed.
import type { OpenAPIHono } from '@hono/zod-openapi';
import { folderJson } from '@quittance/contract/folder-json';
import { mailboxJson } from '@quittance/contract/mailbox-json';
import { READINGS, TLS_MODES, type MailboxCredential, type MailboxSettings } from '@quittance/domain/mailbox';
import { setFolderChoices } from '@quittance/store/folder-choices';
import { listFolders } from '@quittance/store/folders';
import { addMailbox, changeMailbox, getMailbox, listMailboxes, removeMailbox } from '@quittance/store/mailboxes';
import { setReading } from '@quittance/store/passed-over';
import { isTaken } from '@quittance/store/pg-errors';
import { forPerson, type AppContext, type AppDeps, type AppEnv, type MailboxAuth } from '../context.ts';
import { ProblemError } from '../problem.ts';
import { createRoute, idParam, json, jsonBody, listOf, noContent, problems, SECURITY, text, z } from './route-parts.ts';
import { folderSchema, mailboxSchema } from './schemas.ts';

const settingsFields = {
  address: z.email().max(254),
  host: text(255)
    .min(1)
    .regex(/^[\w.:[\]-]+$/, { error: 'must be a host name or an IP address' }),
  port: z.number().int().min(1).max(65_535),
  tls: z.enum(TLS_MODES).openapi({ description: '`none` sends the password in the clear: for a server on the same machine only.' }),
  username: text(320).min(1),
};
export const mailboxInput = z.object({ ...settingsFields, password: text(1000).min(1) });

const testedSchema = z.object({ messages: z.int(), folders: z.array(z.string()) }).openapi('TestedMailbox');

const listRoute = createRoute({
  method: 'get',
  path: '/mailboxes',
  tags: ['Mailboxes'],
  summary: 'Mailboxes with their state and the progress of their first reading',
  security: SECURITY,
  responses: { 200: json(listOf(mailboxSchema), 'The mailboxes.'), ...problems() },
});

const getRoute = createRoute({
  method: 'get',
  path: '/mailboxes/{id}',
  tags: ['Mailboxes'],
  summary: 'One mailbox',
  security: SECURITY,
  request: { params: idParam },
  responses: { 200: json(mailboxSchema, 'The mailbox.'), ...problems('not_found') },
});

const testRoute = createRoute({
  method: 'post',
  path: '/mailboxes/test',
  tags: ['Mailboxes'],
  summary: 'Try settings without saving them',
  security: SECURITY,
  request: { body: jsonBody(mailboxInput) },
  responses: { 200: json(testedSchema, 'The mailbox can be read.'), ...problems('mailbox_unreachable') },
});

const addRoute = createRoute({
  method: 'post',
  path: '/mailboxes',
  tags: ['Mailboxes'],
  summary: 'Connect a mailbox',
  description: 'The settings are tried first; when they work, reading begins at once.',
  security: SECURITY,
  request: { body: jsonBody(mailboxInput) },
  responses: { 201: json(mailboxSchema, 'The mailbox.'), ...problems('mailbox_unreachable', 'mailbox_exists') },
});

const changeRoute = createRoute({
  method: 'put',
  path: '/mailboxes/{id}',
  tags: ['Mailboxes'],
  summary: 'Change settings or password',
  security: SECURITY,
  request: { params: idParam, body: jsonBody(mailboxInput) },
  responses: { 200: json(mailboxSchema, 'The mailbox.'), ...problems('mailbox_unreachable', 'mailbox_exists', 'not_found') },
});

const syncRoute = createRoute({
  method: 'post',
  path: '/mailboxes/{id}/sync',
  tags: ['Mailboxes'],
  summary: 'Try again now',
  description: 'Starts a mailbox again that was stopped, e.g. after a password was accepted again.',
  security: SECURITY,
  request: { params: idParam },
  responses: { ...noContent, ...problems('not_found') },
});

const readingInput = z.object({
  reading: z.enum(READINGS).optional(),
  folders: z
    .array(z.object({ path: text(1000).min(1), read: z.boolean().nullable() }))
    .max(1000)
    .optional(),
});

const foldersRoute = createRoute({
  method: 'get',
  path: '/mailboxes/{id}/folders',
  tags: ['Mailboxes'],
  summary: 'The folders of a mailbox, and which of them are read',
  security: SECURITY,
  request: { params: idParam },
  responses: { 200: json(listOf(folderSchema), 'The folders.'), ...problems('not_found') },
});

const readingRoute = createRoute({
  method: 'put',
  path: '/mailboxes/{id}/reading',
  tags: ['Mailboxes'],
  summary: 'Choose folders, and how the mail that was there before is read',
  description:
    '`read` null leaves a folder to its use again; folders that are not named stay as they are. `whole` also reads what was passed over.',
  security: SECURITY,
  request: { params: idParam, body: jsonBody(readingInput) },
  responses: { 200: json(mailboxSchema, 'The mailbox.'), ...problems('not_found') },
});

const removeRoute = createRoute({
  method: 'delete',
  path: '/mailboxes/{id}',
  tags: ['Mailboxes'],
  summary: 'Stop reading a mailbox; what was kept stays',
  security: SECURITY,
  request: { params: idParam },
  responses: { ...noContent, ...problems('not_found') },
});

export type MailboxDeps = Pick<AppDeps, 'db' | 'vault' | 'testMailbox'>;
export type MailboxInput = z.infer<typeof mailboxInput>;

export function registerMailboxes(api: OpenAPIHono<AppEnv>, deps: MailboxDeps): void {
  api.openapi(listRoute, async (c) => {
    const mailboxes = await forPerson(c, deps, listMailboxes);
    return c.json({ items: mailboxes.map(mailboxJson), next: null }, 200);
  });
  api.openapi(getRoute, async (c) => c.json(await readMailbox(c, deps, c.req.valid('param').id), 200));
  api.openapi(testRoute, async (c) => c.json(await tryMailbox(deps, c.req.valid('json')), 200));
  api.openapi(addRoute, async (c) => c.json(await readMailbox(c, deps, await connectMailbox(c, deps, c.req.valid('json'))), 201));
  api.openapi(changeRoute, async (c) => {
    const { id } = c.req.valid('param');
    await reconnectMailbox(c, deps, id, c.req.valid('json'));
    return c.json(await readMailbox(c, deps, id), 200);
  });
  api.openapi(syncRoute, async (c) => {
    const { id } = c.req.valid('param');
    const found = await forPerson(c, deps, (tx, userId) => changeMailbox(tx, deps.vault, { userId, id }));
    if (!found) throw new ProblemError('not_found');
    return c.body(null, 204);
  });
  api.openapi(foldersRoute, async (c) => {
    const { id } = c.req.valid('param');
    await readMailbox(c, deps, id);
    const folders = await forPerson(c, deps, (tx) => listFolders(tx, id));
    return c.json({ items: folders.map(folderJson), next: null }, 200);
  });
  api.openapi(readingRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { reading, folders = [] } = c.req.valid('json');
    await readMailbox(c, deps, id);
    await forPerson(c, deps, async (tx, userId) => {
      const known = new Map((await listFolders(tx, id)).map((folder) => [folder.path, folder.id]));
      if (folders.some(({ path }) => !known.has(path))) throw new ProblemError('not_found');
      const choices = new Map(folders.map(({ path, read }) => [known.get(path)!, read]));
      if (choices.size > 0) await setFolderChoices(tx, userId, id, choices);
      if (reading) await setReading(tx, userId, id, reading);
    });
    return c.json(await readMailbox(c, deps, id), 200);
  });
  api.openapi(removeRoute, async (c) => {
    const { id } = c.req.valid('param');
    if (!(await forPerson(c, deps, (tx, userId) => removeMailbox(tx, userId, id)))) throw new ProblemError('not_found');
    return c.body(null, 204);
  });
}

/** Tries the settings, saves them, and wakes the poller. @returns the new id. @throws ProblemError `mailbox_unreachable`, `mailbox_exists`. */
export async function connectMailbox(c: AppContext, deps: MailboxDeps, input: MailboxInput): Promise<string> {
  await tryMailbox(deps, input);
  const id = await forPerson(c, deps, (tx, userId) => addMailbox(tx, deps.vault, { userId, ...toSettings(input) }));
  if (id === null) throw new ProblemError('mailbox_exists');
  return id;
}

/** @throws ProblemError `not_found`, `mailbox_unreachable`, `mailbox_exists`. */
export async function reconnectMailbox(c: AppContext, deps: MailboxDeps, id: string, input: MailboxInput): Promise<void> {
  await readMailbox(c, deps, id);
  await tryMailbox(deps, input);
  try {
    await forPerson(c, deps, (tx, userId) => changeMailbox(tx, deps.vault, { userId, id, ...toSettings(input) }));
  } catch (error) {
    // Another mailbox of the person has this account.
    if (isTaken(error)) throw new ProblemError('mailbox_exists');
    throw error;
  }
}

/** @throws ProblemError `mailbox_unreachable` with what the server said. */
async function tryMailbox(deps: Pick<AppDeps, 'testMailbox'>, input: MailboxInput): Promise<z.infer<typeof testedSchema>> {
  const { password, ...settings } = input;
  return tryMailboxWith(deps, settings, { password });
}

/** @throws ProblemError `mailbox_unreachable` with what the server said. */
export async function tryMailboxWith(
  deps: Pick<AppDeps, 'testMailbox'>,
  settings: MailboxSettings,
  auth: MailboxAuth,
): Promise<z.infer<typeof testedSchema>> {
  const result = await deps.testMailbox({ settings, auth });
  if (!result.ok) throw new ProblemError('mailbox_unreachable', { reason: result.code, detail: result.text });
  return { messages: result.messages, folders: result.folders.map((folder) => folder.path) };
}

async function readMailbox(c: AppContext, deps: MailboxDeps, id: string) {
  const mailbox = await forPerson(c, deps, (tx, userId) => getMailbox(tx, userId, id));
  if (!mailbox) throw new ProblemError('not_found');
  return mailboxJson(mailbox);
}

function toSettings(input: MailboxInput): { settings: MailboxSettings; credential: MailboxCredential } {
  const { password, ...settings } = input;
  return { settings, credential: { kind: 'password', password } };
}
