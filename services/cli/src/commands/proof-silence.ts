// `quittance proof silence SUBSCRIPTION --from --to`: the signed statement of when the mailbox was watched and what was found. Adds itself to `proof`.
import { PermanentError } from '@quittance/domain/errors';
import { describeSilence } from '@quittance/dossier/silence/describe-silence';
import { silenceOf, type SilenceOf } from '@quittance/dossier/silence/silence-of';
import { daySpan } from '@quittance/dossier/silence/awaited-silences';
import { silenceTexts } from '@quittance/i18n/silence';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { withJson } from '../json-example.ts';
import { emit, table, visible } from '../output.ts';
import { writeOwnFile } from '../own-file.ts';
import type { Handle } from '../program.ts';
import { readDate } from '../read-date.ts';
import { assertSubscriptionId } from '../subscription-id.ts';

interface Options {
  readonly from: string;
  readonly to: string;
  readonly output?: string;
}

const EXAMPLE = {
  statement: {
    v: 1,
    kind: 'silence',
    awaited: 'any',
    from: '2026-10-01T00:00:00.000Z',
    until: '2026-10-31T23:59:59.999Z',
    subscription: { id: '5a0f5a53-53a0-4b0d-8e3f-0c3a7a3f9b11', merchant: 'Example', domains: ['example.com'] },
    log: { origin: 'quittance.local/a/0123456789abcdef', size: 120, root: 'CsUYapGGPo4d…' },
    mailboxes: [
      {
        address: 'me@example.org',
        host: 'imap.example.org',
        folders: [
          {
            path: 'INBOX',
            historyRead: true,
            intervals: [{ from: '2026-10-01T00:00:00.000Z', until: '2026-10-30T08:00:00.000Z', uidValidity: 1700000000, uidNext: 4712 }],
            gaps: [{ from: '2026-10-30T08:00:00.000Z', until: '2026-10-31T23:59:59.999Z' }],
          },
        ],
        foldersNotWatched: 2,
      },
    ],
    found: [],
  },
  note: 'quittance silence v1\nquittance.local/a/0123456789abcdef\n9f2c4b1a…\n\n— quittance.local/a/0123456789abcdef …\n',
  key: 'quittance.local/a/0123456789abcdef+0337e0b8+AerSb4Cy…',
};

export function registerSilence(proof: Command, handle: Handle): void {
  const command = proof
    .command('silence')
    .argument('<subscription>', 'id of the subscription, as in `timeline --json`')
    .requiredOption('--from <date>', 'first day, in UTC')
    .requiredOption('--to <date>', 'last day, in UTC')
    .option('-o, --output <file>', 'write the signed statement as well (JSON)')
    .description('a signed statement of when the mailbox was watched, with every gap, and of what was found')
    .action(handle(proofSilence));
  withJson(command, EXAMPLE);
}

async function proofSilence(context: Context, subscriptionId: string, options: Options): Promise<void> {
  assertSubscriptionId(subscriptionId);
  const { from, until } = daySpan(readDate(options.from), readDate(options.to));
  const { db, vault } = await context.store();
  const person = await context.person();
  const silence = await silenceOf({ db, vault, clock: context.clock }, { userId: person.id, subscriptionId, from, until });
  if (!silence)
    throw new PermanentError('not_found', `there is no subscription ${subscriptionId}: "quittance timeline --json" shows them.`);
  const document = { statement: silence.statement, note: silence.note, key: silence.verifierKey };
  if (options.output !== undefined) await writeOwnFile(context, options.output, `${JSON.stringify(document, null, 2)}\n`);
  emit(context, document, () => inWords(context, silence));
}

function inWords({ language }: Context, { statement, verifierKey }: SilenceOf): string {
  const { sentence, rows, notes } = describeSilence(statement, language, (at) => `${at.slice(0, 16).replace('T', ' ')} UTC`);
  const t = silenceTexts(language);
  return [sentence, ...(rows.length > 0 ? [table(t.columns, rows)] : []), ...notes, t.signed, visible(verifierKey)].join('\n');
}
