// `quittance mailbox`: accounts that are read. Settings are tried before they are saved, so that a typing error shows at once.
import type { Discover } from '@quittance/discovery/discovery';
import { mailboxJson, type MailboxJson } from '@quittance/contract/mailbox-json';
import { InvariantError, PermanentError } from '@quittance/domain/errors';
import type { MailboxCredential, MailboxSettings } from '@quittance/domain/mailbox';
import type { ConnectionTest } from '@quittance/imap/test-connection';
import { createAccessTokens } from '@quittance/oauth/access-tokens';
import { oauthClients, type OAuthProvider } from '@quittance/oauth/oauth-client';
import { resolveOutboundAll } from '@quittance/runtime/outbound';
import { EXIT, type ExitCode } from '@quittance/runtime/exit-codes';
import { addMailbox, changeMailbox, getSealedCredential, listMailboxes, openCredential, removeMailbox } from '@quittance/store/mailboxes';
import { withRefreshToken } from '@quittance/store/oauth-grants';
import { asUser } from '@quittance/store/transaction';
import { chooseSettings, type ChosenSettings } from '../choose-settings.ts';
import type { Context } from '../context.ts';
import { findMailbox } from '../find-mailbox.ts';
import { withJson } from '../json-example.ts';
import { emit, table } from '../output.ts';
import { asksForPassword, PASSWORD_VARIABLE, readPassword } from '../password.ts';
import type { Register } from '../program.ts';
import { signIn } from '../sign-in.ts';
import { troubleOf, whatToDo } from '../mailbox-trouble.ts';
import { FOLDER_EXAMPLE, folders, reading } from './mailbox-reading.ts';
import { sync } from './mailbox-sync.ts';

const EXAMPLE: MailboxJson = {
  id: '3b6f2c1e-8a4d-4f0b-9c57-2d1e0f9a8b7c',
  address: 'camille@example.org',
  host: 'imap.example.org',
  port: 993,
  tls: 'tls',
  username: 'camille@example.org',
  sign_in: 'password',
  state: 'active',
  problem: null,
  checked_at: '2026-11-23T09:00:00.000Z',
  backfill: { total: 1200, done: 1200, finished_at: '2026-11-23T08:59:12.000Z', problem: null },
  reading: 'auto',
  created_at: '2026-11-23T08:58:00.000Z',
};

export const register: Register = (program, handle) => {
  const mailbox = program.command('mailbox').description('accounts that are read, never changed');
  const adding = mailbox
    .command('add')
    .argument('<address>', "the mailbox's address")
    .description('connect a mailbox, after trying its settings')
    .option('--host <host>', 'IMAP server; found from the address when not given')
    .option('--port <port>', '993 for tls, 143 else')
    .option('--tls <mode>', 'tls, starttls or none; tls when not given')
    .option('--username <name>', 'when it is not the address')
    .option('--oauth <provider>', "google or microsoft: the provider's own sign-in instead of a password")
    .option('--password-file <file>', `file with the password (- for stdin); else ${PASSWORD_VARIABLE}, else it is asked for`)
    .action(handle(add));
  withJson(adding, EXAMPLE);
  withJson(mailbox.command('list').description('all mailboxes with their state').action(handle(list)), { items: [EXAMPLE] });
  const testing = mailbox.command('test').argument('<mailbox>', 'address or id').description('try to sign in').action(handle(test));
  withJson(testing, { ok: true, folders: 7, messages: 1200 });
  const renewing = mailbox
    .command('password')
    .argument('<mailbox>', 'address or id')
    .description('give a new password, or sign in anew at the provider; what was read stays')
    .option('--password-file <file>', `file with the password (- for stdin); else ${PASSWORD_VARIABLE}, else it is asked for`)
    .action(handle(changePassword));
  withJson(renewing, EXAMPLE);
  const syncing = mailbox
    .command('sync')
    .argument('[mailbox]', 'address or id; all when not given')
    .description('read until all mail that is there has been read')
    .action(handle(sync));
  withJson(syncing, { items: [EXAMPLE] });
  const choosing = mailbox
    .command('folders')
    .argument('<mailbox>', 'address or id')
    .description('which folders are read; options change that')
    .option('--read <path...>', 'read these too')
    .option('--skip <path...>', 'do not read these')
    .option('--automatic', 'forget what was chosen: the use of a folder decides')
    .action(handle(folders));
  withJson(choosing, { items: [FOLDER_EXAMPLE] });
  const reads = mailbox
    .command('reading')
    .argument('<mailbox>', 'address or id')
    .argument('<way>', 'auto: what may matter; sparing: the same for slow links; whole: every message')
    .description('how the mail that was there before is read')
    .action(handle(reading));
  withJson(reads, EXAMPLE);
  const removing = mailbox
    .command('remove')
    .argument('<mailbox>', 'address or id')
    .description('read it no longer; what was kept stays')
    .action(handle(remove));
  withJson(removing, { id: EXAMPLE.id, state: 'removed' });
};

async function add(context: Context, address: string, options: AddOptions): Promise<void> {
  const { json, language, output, config } = context;
  const discover: Discover = async (wanted) => {
    const { createDiscovery } = await import('@quittance/discovery/create-discovery');
    return createDiscovery({ allowPrivateHosts: config.ALLOW_PRIVATE_HOSTS })(wanted);
  };
  const isWatched = asksForPassword(context, options.passwordFile);
  const say = (text: string): void => output.say(text);
  const { oauth } = options;
  const choosing = { json, language, say, discover, isWatched, byOAuth: oauth !== undefined };
  const candidates = await chooseSettings(choosing, address, options);
  const { credential, auth } =
    oauth === undefined ? await byPassword(context, address, options) : await byProvider(context, oauth, address);
  const { settings, tested } = await tryOneOf(context, candidates, auth);
  if (!tested.ok) throw new PermanentError(tested.code, troubleOf(context, address, tested, 'trying'));
  const { db, vault } = await context.store();
  const person = await context.person();
  const id = await asUser(db, person.id, (tx) => addMailbox(tx, vault, { userId: person.id, settings, credential }));
  if (id === null) throw new PermanentError('mailbox_exists', context.words.mailboxExists(settings.username, settings.host));
  const added = (await listMailboxes(db, person.id)).find((one) => one.id === id)!;
  emit(context, mailboxJson(added), () => context.words.mailboxAdded(address, tested.messages));
}

interface AddOptions extends ChosenSettings {
  readonly passwordFile?: string;
  readonly oauth?: string;
}

interface Way {
  readonly credential: MailboxCredential;
  readonly auth: Secret;
}

async function byPassword(context: Context, address: string, { passwordFile }: AddOptions): Promise<Way> {
  const password = await readPassword(context, address, passwordFile);
  return { credential: { kind: 'password', password }, auth: { pass: password } };
}

async function byProvider({ config, words, output }: Context, provider: string, address: string): Promise<Way> {
  const deps = { clients: oauthClients(config), words, say: (text: string): void => output.say(text) };
  const { accessToken, refreshToken } = await signIn(deps, provider, address);
  return { credential: { kind: 'oauth', provider: provider as OAuthProvider, refreshToken }, auth: { accessToken } };
}

/** Candidates differ in the user name alone; the next one is tried only when the server refused the one before. */
async function tryOneOf(context: Context, candidates: readonly MailboxSettings[], auth: Secret) {
  for (const [index, settings] of candidates.entries()) {
    const tested = await tryOut(context, settings, auth);
    const isLast = index === candidates.length - 1;
    if (tested.ok || isLast || tested.code !== 'credential_refused') return { settings, tested };
  }
  throw new InvariantError('there is no candidate');
}

async function list(context: Context): Promise<void> {
  const { db } = await context.store();
  const person = await context.person();
  const mailboxes = await listMailboxes(db, person.id);
  const { words } = context;
  emit(context, { items: mailboxes.map(mailboxJson) }, () =>
    mailboxes.length === 0
      ? words.noMailboxes
      : table(
          [words.address, words.server, words.state, words.progress, words.problem],
          mailboxes.map(({ address, host, port, state, backfill, problem }) => [
            address,
            `${host}:${port}`,
            words.mailboxStates[state],
            `${backfill.done}/${backfill.total}`,
            problem ? whatToDo(context, problem) : backfill.problem && whatToDo(context, backfill.problem, 'history'),
          ]),
        ),
  );
}

async function test(context: Context, wanted: string): Promise<ExitCode> {
  const { db, vault } = await context.store();
  const person = await context.person();
  const mailbox = await findMailbox(context, wanted);
  const credential = openCredential(vault, mailbox.id, await getSealedCredential(db, person.id, mailbox.id));
  const tokens = createAccessTokens({
    clients: oauthClients(context.config),
    clock: context.clock,
    withRefreshToken: (id, renew) => withRefreshToken({ db, vault }, id, renew),
  });
  const auth: Secret =
    credential.kind === 'password' ? { pass: credential.password } : { accessToken: await tokens.get(mailbox.id, credential.provider) };
  const tested = await tryOut(context, mailbox, auth);
  const document = tested.ok
    ? { ok: true, folders: tested.folders.length, messages: tested.messages }
    : { ok: false, problem: { code: tested.code, text: tested.text } };
  emit(context, document, () =>
    tested.ok
      ? context.words.mailboxWorks(mailbox.address, tested.folders.length, tested.messages)
      : troubleOf(context, mailbox.address, tested, 'trying'),
  );
  return tested.ok ? EXIT.ok : EXIT.unavailable;
}

async function changePassword(context: Context, wanted: string, { passwordFile }: { readonly passwordFile?: string }): Promise<void> {
  const { db, vault } = await context.store();
  const person = await context.person();
  const mailbox = await findMailbox(context, wanted);
  const { id, address } = mailbox;
  const { credential, auth } =
    mailbox.signIn === 'password'
      ? await byPassword(context, address, passwordFile === undefined ? {} : { passwordFile })
      : await byProvider(context, mailbox.signIn, address);
  const tested = await tryOut(context, mailbox, auth);
  if (!tested.ok) throw new PermanentError(tested.code, troubleOf(context, address, tested, 'trying'));
  await asUser(db, person.id, (tx) => changeMailbox(tx, vault, { userId: person.id, id, credential }));
  const changed = (await listMailboxes(db, person.id)).find((one) => one.id === id)!;
  emit(context, mailboxJson(changed), () => context.words.mailboxPassword(address, tested.messages));
}

async function remove(context: Context, wanted: string): Promise<void> {
  const { db } = await context.store();
  const person = await context.person();
  const mailbox = await findMailbox(context, wanted);
  await asUser(db, person.id, (tx) => removeMailbox(tx, person.id, mailbox.id));
  emit(context, { id: mailbox.id, state: 'removed' }, () => context.words.mailboxRemoved(mailbox.address));
}

type Secret = { readonly pass: string } | { readonly accessToken: string };

async function tryOut(context: Context, settings: MailboxSettings, auth: Secret): Promise<ConnectionTest> {
  const { ALLOW_PRIVATE_HOSTS: allowPrivateHosts } = context.config;
  const { testConnection } = await import('@quittance/imap/test-connection');
  return testConnection({
    settings,
    auth: () => Promise.resolve({ user: settings.username, ...auth }),
    resolveHost: (host) => resolveOutboundAll(host, { allowPrivateHosts }),
  });
}
