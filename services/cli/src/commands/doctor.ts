// `quittance doctor`: whether everything that Quittance needs is there, the configuration as it is understood, and with --rebuild whether
// the subscriptions are what their events say (they are made anew where not).
import { access, stat } from 'node:fs/promises';
import { EXIT, type ExitCode } from '@quittance/runtime/exit-codes';
import { describeConfig } from '@quittance/runtime/config';
import { standaloneSettings } from '@quittance/standalone/config';
import { keyFileOf } from '@quittance/standalone/open-store';
import { listMailboxes } from '@quittance/store/mailboxes';
import { countOpenWork } from '@quittance/store/outbox';
import { listQuarantined } from '@quittance/store/quarantine';
import { rebuildTimeline } from '@quittance/store/subscriptions';
import { asUser, lockForUser } from '@quittance/store/transaction';
import { fold } from '@quittance/timeline/fold';
import type { Context } from '../context.ts';
import { withJson } from '../json-example.ts';
import { emit, table } from '../output.ts';
import type { Register } from '../program.ts';

interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
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
  const checks: Check[] = [await checkKeyFile(context)];
  const { db } = await context.store();
  checks.push({ name: 'database', ok: true, detail: context.config.DATABASE_URL ? 'external' : 'embedded' });
  const person = await context.person();
  for (const mailbox of await listMailboxes(db, person.id)) {
    const { problem, address } = mailbox;
    checks.push({ name: `mailbox ${address}`, ok: problem === null, detail: problem ? `${problem.code} ${problem.text}` : mailbox.state });
  }
  const quarantined = await asUser(db, person.id, (tx) => listQuarantined(tx, person.id));
  checks.push({ name: 'quarantine', ok: quarantined.length === 0, detail: String(quarantined.length) });
  const open = await countOpenWork(db, person.id);
  checks.push({ name: 'open work', ok: true, detail: String(open) });
  const differences = options.rebuild ? await rebuild(context, person.id) : null;

  const { words } = context;
  const config = describeConfig(standaloneSettings, context.config);
  emit(context, { checks, ...(differences ? { differences } : {}), config }, () =>
    [
      table(
        ['', '', ''],
        checks.map((check) => [check.ok ? words.healthy : words.failing, check.name, check.detail]),
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

async function rebuild(context: Context, userId: string) {
  const { db } = await context.store();
  const differences = await asUser(db, userId, async (tx) => {
    await lockForUser(tx, 'outcome', userId);
    return rebuildTimeline(tx, fold, userId, { write: true });
  });
  return differences.map(({ subscriptionId, merchantId, kind }) => ({ subscription_id: subscriptionId, merchant_id: merchantId, kind }));
}

async function checkKeyFile(context: Context): Promise<Check> {
  const file = keyFileOf(context.config);
  try {
    await access(file);
    const open = ((await stat(file)).mode & 0o077) !== 0;
    return { name: 'key file', ok: !open, detail: open ? `${file} can be read by others: chmod 600 ${file}` : file };
  } catch {
    // It is made with the first data; where there is data, opening it says what is wrong.
    return { name: 'key file', ok: true, detail: `${file} (none yet)` };
  }
}
