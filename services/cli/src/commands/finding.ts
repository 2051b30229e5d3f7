// `quittance finding …`: what needs the person, with what it rests on and how it goes away; snoozed, dismissed with a reason, or taken up again.
import { findingsJson, type FindingDetailJson } from '@quittance/contract/finding-json';
import { addDays, parseCivilDate } from '@quittance/domain/civil-date';
import { PermanentError } from '@quittance/domain/errors';
import { readViewpoint } from '@quittance/store/hand';
import { listEvents } from '@quittance/store/events';
import { setFindingAside } from '@quittance/store/own-hand';
import { listSubscriptions } from '@quittance/store/subscriptions';
import { asUser } from '@quittance/store/transaction';
import type { FindingKind } from '@quittance/domain/subscription';
import { asOf } from '@quittance/timeline/as-of';
import type { Context } from '../context.ts';
import { actIn, undoIn } from '../do-act.ts';
import { withJson } from '../json-example.ts';
import { dayOf } from '../own-days.ts';
import { emit } from '../output.ts';
import type { Register } from '../program.ts';

const EXAMPLE: FindingDetailJson = {
  id: 'confirmation_missing:0f9c5c1e-3f0e-4a60-8d5e-1f2d3c4b5a69',
  kind: 'confirmation_missing',
  since: '2026-11-13',
  until: null,
  event_id: '0f9c5c1e-3f0e-4a60-8d5e-1f2d3c4b5a69',
  explanation: 'You asked to cancel on 10 November 2026; no confirmation arrived within 3 days …',
  state: 'open',
  subscription_id: '5a0f5a53-53a0-4b0d-8e3f-0c3a7a3f9b11',
  merchant: 'Example',
  message_sha256: '9f2c4b1a…',
  remedy: 'Goes away when the confirmation arrives …',
  law: {
    id: 'fr.l215-1-1',
    citation: 'French Consumer Code, article L215-1-1',
    source: 'https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006069565/',
    otherwise: null,
  },
  snoozed_until: null,
  reason: null,
  act_id: null,
};
const ACT = {
  id: '5b0e3f0a-6a3c-4a0e-9b1d-2f3c4d5e6f70',
  made_at: '2026-11-23T09:00:00.000Z',
  undone_at: null,
  event_id: null,
  subscription_id: null,
};

export const register: Register = (program, handle) => {
  const command = program.command('finding').description('what needs you, and putting it aside');
  const listing = command
    .command('list')
    .option('--all', 'also what is settled or put aside')
    .description('what needs you, the newest first')
    .action(handle(list));
  withJson(listing, { items: [EXAMPLE] });
  const snooze = command
    .command('snooze')
    .argument('<finding>', 'id of the finding')
    .option('--until <day>', 'last day on which it stays away (YYYY-MM-DD)')
    .option('--days <days>', 'or for so many days', '7')
    .description('put a finding aside for a while')
    .action(handle(snoozeIt));
  const aside = { finding: EXAMPLE.id, finding_kind: EXAMPLE.kind };
  withJson(snooze, { ...ACT, kind: 'finding_snoozed', details: { ...aside, until: '2026-11-30' }, file: null, leaf_index: 58 });
  const dismiss = command
    .command('dismiss')
    .argument('<finding>', 'id of the finding')
    .requiredOption('--reason <text>', 'why: it is kept with your word')
    .description('put a finding aside for good')
    .action(handle(dismissIt));
  withJson(dismiss, {
    ...ACT,
    kind: 'finding_dismissed',
    details: { ...aside, reason: 'they confirmed by phone' },
    file: null,
    leaf_index: 58,
  });
  const reopen = command
    .command('reopen')
    .argument('<finding>', 'id of the finding')
    .description('take it up again')
    .action(handle(reopenIt));
  withJson(reopen, { undone: ACT.id });
};

async function list(context: Context, options: { all?: boolean }): Promise<void> {
  const all = await read(context);
  const items = options.all ? all : all.filter(({ state }) => state === 'open');
  emit(context, { items }, () =>
    items.length === 0
      ? context.words.noFindings
      : items
          .map((one) =>
            [
              `${one.merchant}${context.words.colon}${one.explanation}`,
              one.law ? `  ${one.law.citation}. ${context.words.notAdvice}` : '',
              `  ${one.remedy}`,
              `  ${one.id}`,
            ]
              .filter(Boolean)
              .join('\n'),
          )
          .join('\n\n'),
  );
}

async function snoozeIt(context: Context, id: string, options: { until?: string; days: string }): Promise<void> {
  const days = Number(options.days);
  if (!Number.isInteger(days) || days < 1 || days > 3650) throw new PermanentError('usage', `"${options.days}" is not a number of days.`);
  const given = options.until === undefined ? null : parseCivilDate(options.until);
  const today = dayOf(await context.person(), context.clock.now());
  const until = given ?? addDays(today, days);
  if (until < today) throw new PermanentError('usage', `${until} is over: give a day to come.`);
  const finding = await find(context, id);
  await actIn(context, (deps) => setFindingAside(deps, { finding: id, what: finding.kind as FindingKind, until }));
}

async function dismissIt(context: Context, id: string, options: { reason: string }): Promise<void> {
  const reason = options.reason.trim();
  if (reason === '') throw new PermanentError('usage', 'say why: --reason "they confirmed by phone".');
  const finding = await find(context, id);
  await actIn(context, (deps) => setFindingAside(deps, { finding: id, what: finding.kind as FindingKind, reason }));
}

async function reopenIt(context: Context, id: string): Promise<void> {
  const { act_id: actId } = await find(context, id);
  if (!actId) throw new PermanentError('not_found', `${id} was not put aside.`);
  await undoIn(context, actId);
}

async function find(context: Context, id: string): Promise<FindingDetailJson> {
  const found = (await read(context)).find((finding) => finding.id === id);
  if (!found) throw new PermanentError('not_found', `there is no finding ${id}: "quittance finding list --all" shows them.`);
  return found;
}

async function read(context: Context): Promise<FindingDetailJson[]> {
  const { db } = await context.store();
  const person = await context.person();
  return asUser(db, person.id, async (tx) => {
    const viewpoint = await readViewpoint(tx, person.id, context.clock.now());
    const subscriptions = (await listSubscriptions(tx, person.id)).map((one) => asOf(one, viewpoint));
    const eventIds = subscriptions
      .flatMap((one) => [...one.findings, ...one.aside.map(({ finding }) => finding)])
      .flatMap((one) => one.eventId ?? []);
    const events = new Map((await listEvents(tx, person.id, { eventIds })).map((event) => [event.id, event]));
    return findingsJson({ subscriptions, events, today: viewpoint.today, language: context.language });
  });
}
