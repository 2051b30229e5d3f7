// `quittance alerts`: the warnings, newest first.
import { alertJson, type AlertJson } from '@quittance/contract/alert-json';
import { formatAmount } from '@quittance/i18n/format';
import { listAlerts } from '@quittance/store/alerts';
import { asUser } from '@quittance/store/transaction';
import { startOfDay } from '@quittance/domain/zoned-time';
import type { Context } from '../context.ts';
import { withJson } from '../json-example.ts';
import { minuteOf } from '../own-days.ts';
import { emit, table } from '../output.ts';
import type { Register } from '../program.ts';
import { readDate } from '../read-date.ts';

const LIMIT = 1_000;

const EXAMPLE: AlertJson = {
  id: 'c0a8f1d2-6b1e-4f57-9d0a-8e7f6a5b4c3d',
  kind: 'renewal_notice',
  due_at: '2026-11-23T09:00:00.000Z',
  created_at: '2026-11-23T09:00:00.000Z',
  seen_at: null,
  data: {
    subscription_id: '5a0f5a53-53a0-4b0d-8e3f-0c3a7a3f9b11',
    event_id: '0f9c5c1e-3f0e-4a60-8d5e-1f2d3c4b5a69',
    message_sha256: '9f2c4b1a…',
    merchant: 'Example',
    plan: 'Pro',
    amount: '23.00',
    currency: 'EUR',
    period: 'P1M',
    renews_on: '2026-12-01',
    ends_on: null,
    cancel_by: '2026-11-30',
    quote: 'Your plan renews on 1 December',
    level: 'A',
    mailbox: null,
    reason: null,
  },
};

export const register: Register = (program, handle) => {
  const command = program
    .command('alerts')
    .description('the warnings, newest first')
    .option('--since <date>', 'only those made on this day (YYYY-MM-DD) or later')
    .action(handle(list));
  withJson(command, { items: [EXAMPLE] });
};

async function list(context: Context, options: { since?: string }): Promise<void> {
  const { db } = await context.store();
  const person = await context.person();
  const since = options.since === undefined ? undefined : startOfDay(readDate(options.since), person.timeZone);
  const alerts = await asUser(db, person.id, (tx) => listAlerts(tx, person.id, { since, limit: LIMIT }));
  const { words } = context;
  emit(context, { items: alerts.map(alertJson) }, () =>
    alerts.length === 0
      ? words.noAlerts
      : table(
          [words.made, words.alert, words.merchant, words.date, words.amount],
          alerts.map(({ createdAt, kind, data }) => [
            minuteOf(person, createdAt),
            words.alertKinds[kind],
            data.merchant ?? data.mailbox,
            data.cancel_by ?? data.renews_on ?? data.ends_on,
            data.amount && (data.currency ? formatAmount(data.amount, data.currency, context.language) : data.amount),
          ]),
        ),
  );
}
