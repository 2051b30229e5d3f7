// `quittance doctor`: whether everything that Quittance needs is there, the configuration as it is understood, and with --rebuild whether
// the subscriptions are what their events say (they are made anew where not).
import { access, stat } from 'node:fs/promises';
import { EXIT, type ExitCode } from '@quittance/runtime/exit-codes';
import { describeConfig } from '@quittance/runtime/config';
import { standaloneSettings } from '@quittance/standalone/config';
import { keyFileOf } from '@quittance/standalone/open-store';
import type { Database } from '@quittance/store/database';
import { listMailboxes } from '@quittance/store/mailboxes';
import { countOpenWork } from '@quittance/store/outbox';
import { listQuarantined } from '@quittance/store/quarantine';
import { rebuildTimeline } from '@quittance/store/subscriptions';
import { asUser, lockForUser } from '@quittance/store/transaction';
import { fold } from '@quittance/timeline/fold';
import type { Context } from '../context.ts';
import { withJson } from '../json-example.ts';
import { whatToDo } from '../mailbox-trouble.ts';
import { emit, table } from '../output.ts';
import type { Register } from '../program.ts';
import { wordsIn, type Words } from '../words.ts';

interface Check {
  /** What a program reads; a person reads `said`. */
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly said: readonly [name: string, detail: string];
}

export const register: Register = (program, handle) => {
  const command = program
    .command('doctor')
    .description('check the installation; print the configuration with secrets masked')
    .option('--rebuild', 'fold all subscriptions anew from their events and report every difference')
    .action(handle(doctor));
  withJson(command, {
    checks: [{ name: 'database', ok: true, detail: 'embedded' }],
    differences: [{ subscription_id: '5a0f5a53-53a0-4b0d-8e3f-0c3a7a3f9b11', merchant_id: 'example.com', kind: 'changed' }],
    config: { PORT: 8400, DATABASE_URL: '(set)' },
  });
};

async function doctor(context: Context, options: { rebuild?: boolean }): Promise<ExitCode> {
  const inFile = await checkKeyFile(context);
  const { db } = await context.store();
  const person = await context.person();
  // Whose it is says in which language it is said.
  const checks = [inFile(context.words), ...(await checkStore(context, db, person.id))];
  const differences = options.rebuild ? await rebuild(context, person.id) : null;

  const { words } = context;
  const config = describeConfig(standaloneSettings, context.config);
  const document = checks.map(({ name, ok, detail }) => ({ name, ok, detail }));
  emit(context, { checks: document, ...(differences ? { differences } : {}), config }, () =>
    [
      table(
        ['', '', ''],
        checks.map(({ ok, said }) => [ok ? words.healthy : words.failing, ...said]),
      )
        .split('\n')
        .slice(1)
        .join('\n'),
      ...(differences ? [differences.length === 0 ? words.noDifferences : words.differences(differences.length)] : []),
      Object.entries(config)
        .map(([key, value]) => `${key}=${Array.isArray(value) ? value.join(',') : ((value as string | number | null) ?? '')}`)
        .join('\n'),
    ].join('\n\n'),
  );
  return checks.every((check) => check.ok) && (differences?.length ?? 0) === 0 ? EXIT.ok : EXIT.failed;
}

async function checkStore(context: Context, db: Database, userId: string): Promise<Check[]> {
  const { words } = context;
  const t = words.checks;
  const kind = context.config.DATABASE_URL ? 'external' : 'embedded';
  const mailboxes = (await listMailboxes(db, userId)).map(({ address, problem: ofAll, state, backfill }): Check => {
    // New mail may come while that from before can't be read.
    const problem = ofAll ?? backfill.problem;
    const said = problem ? whatToDo(context, problem, ofAll ? undefined : 'history') : words.mailboxStates[state];
    const detail = problem ? `${problem.code} ${problem.text}` : state;
    return { name: `mailbox ${address}`, ok: problem === null, detail, said: [t.mailbox(address), said] };
  });
  const quarantined = (await asUser(db, userId, (tx) => listQuarantined(tx, userId))).length;
  const open = await countOpenWork(db, userId);
  return [
    { name: 'database', ok: true, detail: kind, said: [t.database, t[kind]] },
    ...mailboxes,
    { name: 'quarantine', ok: quarantined === 0, detail: String(quarantined), said: [t.quarantine, String(quarantined)] },
    { name: 'open work', ok: true, detail: String(open), said: [t.openWork, String(open)] },
  ];
}

async function rebuild(context: Context, userId: string) {
  const { db } = await context.store();
  const differences = await asUser(db, userId, async (tx) => {
    await lockForUser(tx, 'outcome', userId);
    return rebuildTimeline(tx, fold, userId, { write: true });
  });
  return differences.map(({ subscriptionId, merchantId, kind }) => ({ subscription_id: subscriptionId, merchant_id: merchantId, kind }));
}

// Looked at before the store is opened, which makes one where there is none.
async function checkKeyFile({ config }: Context): Promise<(words: Words) => Check> {
  const file = keyFileOf(config);
  const state = await stateOfKey(file);
  const detailIn = ({ checks: t }: Words): string => (state === 'missing' ? t.noKeyYet(file) : state === 'open' ? t.keyIsOpen(file) : file);
  return (words) => ({
    name: 'key file',
    ok: state !== 'open',
    detail: detailIn(wordsIn('en')),
    said: [words.checks.keyFile, detailIn(words)],
  });
}

async function stateOfKey(file: string): Promise<'missing' | 'open' | 'own'> {
  try {
    await access(file);
    return ((await stat(file)).mode & 0o077) !== 0 ? 'open' : 'own';
  } catch {
    // It is made with the first data; where there is data, opening it says what is wrong.
    return 'missing';
  }
}
