// `quittance subscription …`: the person's own word on their subscriptions: added, cancelled by hand, terms, merged, split, renamed. Each is an act
// with a leaf of its own, and `subscription undo` takes it back.
import { basename } from 'node:path';
import { actJson, type ActJson } from '@quittance/contract/act-json';
import { parseCivilDate } from '@quittance/domain/civil-date';
import { PermanentError } from '@quittance/domain/errors';
import { CANCELLED_BY, type ActKind, type CancelledBy } from '@quittance/domain/hand';
import { ownWordTexts } from '@quittance/i18n/own-word';
import { loadActFile } from '@quittance/store/act-files';
import { subscriptionsOfActs } from '@quittance/store/acts-about';
import { listActs } from '@quittance/store/hand';
import {
  addSubscription,
  beginSubscription,
  leaveOut,
  mergeSubscriptions,
  moveEvent,
  renameMerchant,
  setTerms,
  splitSubscription,
  stateCancellation,
} from '@quittance/store/own-hand';
import { asUser } from '@quittance/store/transaction';
import { readUserSettings } from '@quittance/store/user-settings';
import { openFile } from '@quittance/vault/message-bytes';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { actIn, undoIn } from '../do-act.ts';
import { withJson } from '../json-example.ts';
import { minuteOf } from '../own-days.ts';
import { emit, table } from '../output.ts';
import { readOwnFile, writeOwnFile } from '../own-file.ts';
import type { Handle, Register } from '../program.ts';
import { readId, readPeriod, readPrice, readTerms, type TermOptions } from '../read-own-words.ts';

const ACT: ActJson = {
  id: '5b0e3f0a-6a3c-4a0e-9b1d-2f3c4d5e6f70',
  kind: 'cancellation_stated',
  made_at: '2026-11-23T09:00:00.000Z',
  undone_at: null,
  event_id: '0f9c5c1e-3f0e-4a60-8d5e-1f2d3c4b5a69',
  subscription_id: '5a0f5a53-53a0-4b0d-8e3f-0c3a7a3f9b11',
  details: { on: '2026-11-20', by: 'letter', confirmed: false, ends_on: null, note: null },
  file: { name: 'letter.pdf', content_type: 'application/pdf', size_bytes: 48213, sha256: '9f2c4b1a…', erased_at: null },
  leaf_index: 57,
};

export const register: Register = (program, handle) => {
  const command = program.command('subscription').description('what you know yourself about your subscriptions');
  registerAdd(command, handle);
  registerCancelled(command, handle);
  const terms = command
    .command('terms')
    .argument('<subscription>', 'id of the subscription, as in `timeline --json`')
    .option('--notice <period>', 'notice period: P1M, P14D, or none')
    .option('--minimum-term <day>', 'last day of the minimum term (YYYY-MM-DD), or none')
    .option('--renews <day>', 'next renewal (YYYY-MM-DD), or none')
    .option('--price <amount>', 'what it costs, e.g. 12.99')
    .option('--currency <currency>', 'of the price; your own when not given')
    .option('--period <period>', 'how often it is paid: P1M, P1Y, P4W')
    .description('set its terms; what is not given stays as the mails say')
    .action(handle(setItsTerms));
  withJson(terms, { ...ACT, kind: 'terms_set', event_id: null, details: { notice_period: 'P1M' }, file: null });
  registerSorting(command, handle);
  registerActs(command, handle);
};

/** What belongs to no subscription, or is about a merchant, is about none. */
const ABOUT_NONE: ReadonlySet<string> = new Set(['left_out', 'merchant_renamed']);

function sortedAct(kind: string, details: ActJson['details']): ActJson {
  return { ...ACT, kind, event_id: null, subscription_id: ABOUT_NONE.has(kind) ? null : ACT.subscription_id, details, file: null };
}

// What belongs together, and what it is called.
function registerSorting(command: Command, handle: Handle): void {
  const ofEvent = (name: string, argument: string, description: string, action: ReturnType<Handle>, kind: string): void => {
    const made = command.command(name).argument('<event>', argument).description(description).action(action);
    withJson(made, sortedAct(kind, { event: '0f9c5c1e…' }));
  };
  const unplaced = 'id of an event that belongs to none, as in `timeline --json`';
  ofEvent('begin', unplaced, 'an event that belongs to no subscription begins one', handle(actOn.bind(null, beginSubscription)), 'begun');
  ofEvent('leave-out', unplaced, 'an event is about none of your subscriptions', handle(actOn.bind(null, leaveOut)), 'left_out');
  const simple = (
    name: string,
    first: [string, string],
    second: [string, string],
    description: string,
    action: ReturnType<Handle>,
    details: ActJson['details'],
    kind: string,
  ): void => {
    const made = command
      .command(name)
      .argument(...first)
      .argument(...second)
      .description(description)
      .action(action);
    withJson(made, sortedAct(kind, details));
  };
  const one: [string, string] = ['<subscription>', 'id of the subscription'];
  simple(
    'merge',
    one,
    ['<other>', 'the one that is the same'],
    'two subscriptions are one',
    handle(merge),
    { merchants: ['example', 'example.com'] },
    'merged',
  );
  simple(
    'split',
    one,
    ['<events...>', 'ids of the events that are another subscription'],
    'one subscription is two',
    handle(split),
    { events: ['0f9c5c1e…'] },
    'split',
  );
  simple(
    'move',
    ['<event>', 'id of the event'],
    ['<subscription>', 'where it belongs'],
    'an event belongs to another subscription',
    handle(move),
    { event: '0f9c5c1e…', merchant: 'Example' },
    'moved',
  );
  simple(
    'rename',
    ['<merchant>', 'id of the merchant'],
    ['<name>', 'what you call it'],
    'rename a merchant',
    handle(rename),
    { merchant_id: 'example.com', name: 'Example' },
    'merchant_renamed',
  );
}

function registerAdd(command: Command, handle: Handle): void {
  const add = command
    .command('add')
    .argument('<merchant>', 'who provides it')
    .requiredOption('--started <day>', 'since when it runs (YYYY-MM-DD)')
    .option('--plan <plan>', 'which plan')
    .option('--price <amount>', 'what it costs, e.g. 12.99')
    .option('--currency <currency>', 'of the price; your own when not given')
    .option('--period <period>', 'how often it is paid: P1M, P1Y, P4W')
    .option('--renews <day>', 'next renewal; reckoned from start and period when not given')
    .option('--notice <period>', 'notice period: P1M, P14D')
    .option('--minimum-term <day>', 'last day of the minimum term')
    .option('--reference <text>', 'contract or customer number')
    .description('a subscription that sends no mail')
    .action(handle(add_));
  withJson(add, { ...ACT, kind: 'subscription_added', details: { merchant: 'Example', merchant_id: 'example' }, file: null });
}

function registerCancelled(command: Command, handle: Handle): void {
  const cancelled = command
    .command('cancelled')
    .argument('<subscription>', 'id of the subscription')
    .requiredOption('--on <day>', 'when you cancelled it (YYYY-MM-DD)')
    .requiredOption('--by <way>', `how: ${CANCELLED_BY.join(', ')}`)
    .option('--confirmed', 'it was confirmed, though not by a mail')
    .option('--ends <day>', 'when it ends, as confirmed')
    .option('--note <text>', 'what should be remembered')
    .option('--file <path>', 'a letter, a receipt of posting, a screenshot: kept as evidence, up to 20 MB')
    .description('you cancelled it by web, phone, letter …')
    .action(handle(stateIt));
  withJson(cancelled, ACT);
}

function registerActs(command: Command, handle: Handle): void {
  withJson(command.command('acts').description('all that you said, oldest first').action(handle(list)), { items: [ACT] });
  const undo = command.command('undo').argument('<act>', 'id of the act').description('take back what you said').action(handle(undoIt));
  withJson(undo, { undone: ACT.id });
  const file = command
    .command('file')
    .argument('<act>', 'id of the act')
    .requiredOption('-o, --output <file>', 'where to write it')
    .description('the file that was kept beside an act')
    .action(handle(writeItsFile));
  withJson(file, { file: 'letter.pdf', size_bytes: 48213, sha256: '9f2c4b1a…' });
}

interface AddOptions extends TermOptions {
  readonly started: string;
  readonly plan?: string;
  readonly reference?: string;
}

async function add_(context: Context, merchant: string, options: AddOptions): Promise<void> {
  // What is wrong with it is told before a database is opened.
  const startedOn = parseCivilDate(options.started);
  const currency = await ownCurrency(context);
  const { noticePeriod = null, minimumTermEndsOn = null, renewsOn = null } = readTerms({ ...options }, currency);
  const added = {
    merchant: merchant.trim(),
    plan: options.plan ?? null,
    price: readPrice(options, currency),
    period: options.period === undefined ? null : readPeriod(options.period),
    startedOn,
    renewsOn,
    noticePeriod,
    minimumTermEndsOn,
    reference: options.reference ?? null,
  };
  await actIn(context, (deps) => addSubscription(deps, added));
}

interface CancelledOptions {
  readonly on: string;
  readonly by: string;
  readonly confirmed?: boolean;
  readonly ends?: string;
  readonly note?: string;
  readonly file?: string;
}

async function stateIt(context: Context, subscription: string, options: CancelledOptions): Promise<void> {
  const by = CANCELLED_BY.find((way): way is CancelledBy => way === options.by);
  if (!by) throw new PermanentError('usage', `"${options.by}" is not a way: use ${CANCELLED_BY.join(', ')}.`);
  const said = {
    subscriptionId: readId(subscription, 'a subscription'),
    on: parseCivilDate(options.on),
    by,
    confirmed: options.confirmed === true,
    endsOn: options.ends === undefined ? null : parseCivilDate(options.ends),
    note: options.note ?? null,
    file: options.file === undefined ? null : await readGiven(context, options.file),
  };
  const { vault } = await context.store();
  await actIn(context, (deps) => stateCancellation({ ...deps, vault }, said), said.subscriptionId);
}

async function setItsTerms(context: Context, subscription: string, options: TermOptions): Promise<void> {
  const subscriptionId = readId(subscription, 'a subscription');
  const terms = readTerms(options, await ownCurrency(context));
  await actIn(context, (deps) => setTerms(deps, { subscriptionId, terms }), subscriptionId);
}

async function merge(context: Context, one: string, other: string): Promise<void> {
  const said = { subscriptionId: readId(one, 'a subscription'), otherId: readId(other, 'a subscription') };
  await actIn(context, (deps) => mergeSubscriptions(deps, said), said.subscriptionId);
}

async function split(context: Context, subscription: string, events: readonly string[]): Promise<void> {
  const said = { subscriptionId: readId(subscription, 'a subscription'), eventIds: events.map((event) => readId(event, 'an event')) };
  await actIn(context, (deps) => splitSubscription(deps, said), said.subscriptionId);
}

async function move(context: Context, event: string, subscription: string): Promise<void> {
  const said = { eventId: readId(event, 'an event'), subscriptionId: readId(subscription, 'a subscription') };
  await actIn(context, (deps) => moveEvent(deps, said), said.subscriptionId);
}

async function actOn(act: typeof beginSubscription, context: Context, event: string): Promise<void> {
  const eventId = readId(event, 'an event');
  await actIn(context, (deps) => act(deps, { eventId }));
}

async function rename(context: Context, merchantId: string, name: string): Promise<void> {
  if (name.trim() === '') throw new PermanentError('usage', 'the name is empty.');
  await actIn(context, (deps) => renameMerchant(deps, { merchantId, name: name.trim() }));
}

async function list(context: Context): Promise<void> {
  const { db } = await context.store();
  const person = await context.person();
  const acts = await asUser(db, person.id, async (tx) => {
    const all = await listActs(tx, person.id);
    const about = await subscriptionsOfActs(tx, person.id, all);
    return all.map((act) => actJson(act, about));
  });
  const { words } = context;
  const said = ownWordTexts(context.language).acts;
  emit(context, { items: acts }, () =>
    acts.length === 0
      ? words.noActs
      : table(
          [words.date, words.kind, words.id, words.state],
          acts.map(({ made_at: madeAt, kind, id, undone_at: undoneAt }) => [
            minuteOf(person, madeAt),
            said[kind as ActKind],
            id,
            undoneAt === null ? '' : words.undone,
          ]),
        ),
  );
}

async function undoIt(context: Context, act: string): Promise<void> {
  await undoIn(context, readId(act, 'an act'));
}

async function writeItsFile(context: Context, act: string, options: { output: string }): Promise<void> {
  const { db, vault } = await context.store();
  const person = await context.person();
  const file = await asUser(db, person.id, (tx) => loadActFile(tx, person.id, readId(act, 'an act')));
  if (!file) throw new PermanentError('not_found', `no file was kept beside ${act}.`);
  const bytes = openFile(vault, file.actId, file);
  await writeOwnFile(context, options.output, bytes);
  const document = { file: options.output, size_bytes: bytes.length, sha256: file.sha256.toString('hex') };
  emit(context, document, () => options.output);
}

async function readGiven(context: Context, path: string): Promise<{ name: string; contentType: string; bytes: Buffer }> {
  return { name: basename(path), contentType: 'application/octet-stream', bytes: await readOwnFile(context, path) };
}

async function ownCurrency(context: Context): Promise<string> {
  const { db } = await context.store();
  return (await readUserSettings(db, (await context.person()).id)).currency;
}
