// `quittance costs`: what runs costs, in total in the person's currency; `quittance costs rate` enters an exchange rate. None is ever fetched.
import { costsJson, type CostsJson } from '@quittance/contract/costs-json';
import { parseCivilDate } from '@quittance/domain/civil-date';
import { PermanentError } from '@quittance/domain/errors';
import { readRate } from '@quittance/domain/rate';
import { loadRates, readViewpoint } from '@quittance/store/hand';
import { setRate } from '@quittance/store/own-hand';
import { listSubscriptionsBriefly } from '@quittance/store/subscriptions';
import { asUser } from '@quittance/store/transaction';
import { readUserSettings } from '@quittance/store/user-settings';
import { asOf } from '@quittance/timeline/as-of';
import type { Context } from '../context.ts';
import { actIn } from '../do-act.ts';
import { withJson } from '../json-example.ts';
import { dayOf } from '../own-days.ts';
import { emit, table } from '../output.ts';
import type { Register } from '../program.ts';

const COST = { month: '12.99', year: '155.88', currency: 'USD' };
const OWN = { month: '11.95', year: '143.41', currency: 'EUR' };
const RATE = { from: 'USD', to: 'EUR', rate: '0.92', on: '2026-11-23' };
const EXAMPLE: CostsJson = {
  total: OWN,
  missing: [],
  rates: [RATE],
  items: [{ subscription_id: '5a0f5a53-53a0-4b0d-8e3f-0c3a7a3f9b11', merchant: 'Example', plan: 'Pro', cost: COST, own: OWN }],
  rises: [
    {
      subscription_id: '5a0f5a53-53a0-4b0d-8e3f-0c3a7a3f9b11',
      merchant: 'Example',
      on: '2026-10-01',
      from: '11.99',
      to: '12.99',
      currency: 'USD',
      percent: 8.3,
      event_id: '0f9c5c1e-3f0e-4a60-8d5e-1f2d3c4b5a69',
    },
  ],
};

export const register: Register = (program, handle) => {
  const command = program.command('costs').description('what runs costs a month and a year, and which prices rose').action(handle(costs));
  withJson(command, EXAMPLE);
  const rate = command
    .command('rate')
    .argument('<from>', 'a currency: USD')
    .argument('<rate>', 'how much one of it is in your own currency: 0.92')
    .option('--on <day>', 'of which day the rate is (YYYY-MM-DD); today when not given')
    .description('enter an exchange rate')
    .action(handle(enterRate));
  const act = { id: '5b0e3f0a-6a3c-4a0e-9b1d-2f3c4d5e6f70', kind: 'rate_set', made_at: '2026-11-23T09:00:00.000Z', undone_at: null };
  withJson(rate, { ...act, event_id: null, subscription_id: null, details: RATE, file: null, leaf_index: 58 });
};

async function costs(context: Context): Promise<void> {
  const { db } = await context.store();
  const person = await context.person();
  const document = await asUser(db, person.id, async (tx) => {
    const viewpoint = await readViewpoint(tx, person.id, context.clock.now());
    const { currency } = await readUserSettings(tx, person.id);
    const subscriptions = (await listSubscriptionsBriefly(tx, person.id)).map((one) => asOf(one, viewpoint));
    return costsJson(subscriptions, currency, await loadRates(tx, person.id), viewpoint.today);
  });
  emit(context, document, () => inWords(document, context));
}

function inWords({ total, missing, items, rates, rises }: CostsJson, { words }: Context): string {
  const money = (cost: { month: string; year: string; currency: string } | null): string | null =>
    cost && `${cost.month} / ${cost.year} ${cost.currency}`;
  return [
    table(
      [words.merchant, words.plan, words.amount, ''],
      items.map(({ merchant, plan, cost, own }) => [merchant, plan, money(cost), money(own)]),
    ),
    `= ${money(total)}`,
    ...(missing.length > 0 ? [words.noRate(missing.join(', '))] : []),
    ...rates.map(({ from, to, rate, on }) => `1 ${from} = ${rate} ${to} (${on})`),
    ...rises.map(({ merchant, on, from, to, currency, percent }) => `${on}  ${merchant}  ${from} → ${to} ${currency} (+${percent} %)`),
  ].join('\n');
}

async function enterRate(context: Context, from: string, rate: string, options: { on?: string }): Promise<void> {
  if (!/^[A-Z]{3}$/i.test(from)) throw new PermanentError('usage', `"${from}" is not a currency: write three letters, e.g. EUR.`);
  const { db } = await context.store();
  const person = await context.person();
  const { currency } = await readUserSettings(db, person.id);
  const on = options.on === undefined ? dayOf(person, context.clock.now()) : parseCivilDate(options.on);
  await actIn(context, (deps) => setRate(deps, { from: from.toUpperCase(), to: currency, rate: readRate(rate), on }));
}
