// `quittance channel`: where alerts go.
import { channelJson, type ChannelJson } from '@quittance/contract/alert-json';
import { CHANNEL_KINDS, type ChannelKind } from '@quittance/domain/alert';
import { PermanentError } from '@quittance/domain/errors';
import { toInstant } from '@quittance/domain/instant';
import { channelProblemText, receiversWords } from '@quittance/i18n/alerts';
import { EXIT, type ExitCode } from '@quittance/runtime/exit-codes';
import { mailSender } from '@quittance/runtime/mail-sender';
import { refuseUnsafeTarget } from '@quittance/runtime/outbound';
import { addChannel, listChannels, removeChannel, type AlertChannel } from '@quittance/store/channels';
import type { Database } from '@quittance/store/database';
import { readMailOut, withMailOut } from '@quittance/store/mail-out';
import { asUser } from '@quittance/store/transaction';
import type { Context } from '../context.ts';
import { deliverTest } from '../deliver-test.ts';
import { withJson } from '../json-example.ts';
import { dayOf } from '../own-days.ts';
import { emit, table, visible } from '../output.ts';
import type { Register } from '../program.ts';

const EXAMPLE: ChannelJson = {
  id: '7d1c0a52-90e1-4b8f-a1f5-6a1e34b0c5d2',
  kind: 'webhook',
  target: 'https://hooks.example.org/quittance',
  kinds: null,
  created_at: '2026-11-23T09:00:00.000Z',
  problem: null,
};

export const register: Register = (program, handle) => {
  const channel = program.command('channel').description('where alerts go');
  const adding = channel
    .command('add')
    .argument('<kind>', 'email, webhook or ntfy')
    .argument('<target>', 'an address (email) or a URL (webhook, ntfy)')
    .description('send alerts there; the signing secret of a webhook is shown this once')
    .action(handle(add));
  withJson(adding, { ...EXAMPLE, secret: 'whsec_…' });
  withJson(channel.command('list').description('all channels').action(handle(list)), { items: [EXAMPLE] });
  const testing = channel
    .command('test')
    .argument('<channel>', 'target or id')
    .description('send a test alert and wait for its receipt')
    .action(handle(test));
  withJson(testing, { id: EXAMPLE.id, delivered: true, problem: null });
  const removing = channel
    .command('remove')
    .argument('<channel>', 'target or id')
    .description('send no more alerts there')
    .action(handle(remove));
  withJson(removing, { id: EXAMPLE.id, state: 'removed' });
};

async function add(context: Context, kind: string, target: string): Promise<void> {
  if (!(CHANNEL_KINDS as readonly string[]).includes(kind))
    throw new PermanentError(
      'usage',
      `"${kind}" is not a kind of channel: use email, webhook or ntfy; a browser is added on its own page.`,
    );
  const { db, vault } = await context.store();
  const person = await context.person();
  const input = { kind: kind as ChannelKind, target };
  if (kind === 'webhook' || kind === 'ntfy') {
    await refuseUnsafeTarget(target.trim(), { allowPrivateHosts: context.config.ALLOW_PRIVATE_HOSTS });
  }
  if (kind === 'email') await requireMailServer(context, db);
  const added = await asUser(db, person.id, (tx) => addChannel(tx, vault, person.id, input, toInstant(new Date())));
  if (!added) throw new PermanentError('channel_exists', `alerts go to ${target} already.`);
  const { words } = context;
  emit(context, { ...channelJson(added.channel), secret: added.secret }, () =>
    [words.channelAdded(added.channel.target), ...(added.secret === null ? [] : [words.channelSecret(added.secret)])].join('\n'),
  );
}

// A notifier that runs knows better than this terminal, whose environment may be another.
async function requireMailServer({ config }: Context, db: Database): Promise<void> {
  const isSetUp = (await readMailOut(db))?.isSetUp ?? mailSender(config.SMTP_URL, config.MAIL_FROM) !== null;
  if (isSetUp) return;
  throw new PermanentError(
    'smtp_not_configured',
    'no mail server is set up, so no e-mail can be sent: set SMTP_URL, and MAIL_FROM where its user is no address, and start Quittance with them.',
  );
}

async function list(context: Context): Promise<void> {
  const { db } = await context.store();
  const person = await context.person();
  const mail = await readMailOut(db);
  const channels = (await listChannels(db, person.id)).map((channel) => withMailOut(channel, mail));
  const { words } = context;
  emit(context, { items: channels.map(channelJson) }, () =>
    channels.length === 0
      ? words.noChannels
      : table(
          [words.channelKind, words.target, words.made, words.problem, words.id],
          channels.map(({ kind, target, createdAt, problem, id }) => [
            kind,
            target,
            dayOf(person, createdAt),
            problem && whatWentWrong(context, problem),
            id,
          ]),
        ),
  );
}

async function test(context: Context, wanted: string): Promise<ExitCode> {
  const channel = await findChannel(context, wanted);
  const problem = await deliverTest(context, channel);
  const { words } = context;
  emit(context, { id: channel.id, delivered: problem === null, problem }, () =>
    problem === null ? words.channelTested(channel.target) : words.channelFailed(channel.target, whatWentWrong(context, problem)),
  );
  return problem === null ? EXIT.ok : EXIT.unavailable;
}

/** In the words of the page, and then what the receiver said. */
function whatWentWrong({ language }: Context, problem: { readonly code: string; readonly text: string }): string {
  const [meant, said] = [channelProblemText(problem.code, language), visible(receiversWords(problem))];
  return said === '' ? meant : `${meant} (${said})`;
}

async function remove(context: Context, wanted: string): Promise<void> {
  const channel = await findChannel(context, wanted);
  const { db } = await context.store();
  await asUser(db, channel.userId, (tx) => removeChannel(tx, channel.userId, channel.id, toInstant(new Date())));
  emit(context, { id: channel.id, state: 'removed' }, () => context.words.channelRemoved(channel.target));
}

async function findChannel(context: Context, wanted: string): Promise<AlertChannel> {
  const { db } = await context.store();
  const person = await context.person();
  const found = (await listChannels(db, person.id)).filter(
    ({ id, target }) => id === wanted || target.toLowerCase() === wanted.toLowerCase(),
  );
  if (found.length === 0) throw new PermanentError('not_found', `there is no channel "${wanted}": "quittance channel list" shows them.`);
  if (found.length > 1) throw new PermanentError('ambiguous', `several channels go to ${wanted}: give the id.`);
  return found[0]!;
}
