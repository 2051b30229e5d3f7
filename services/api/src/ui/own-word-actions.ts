// What the forms of a person's own word do. What is refused is told on the page that the form stands on, in their language.
import { addDays } from '@quittance/domain/civil-date';
import { PermanentError } from '@quittance/domain/errors';
import type { Terms } from '@quittance/domain/hand';
import { toInstant } from '@quittance/domain/instant';
import { parseCivilDate } from '@quittance/domain/civil-date';
import { parsePrice, type Money } from '@quittance/domain/money';
import { parsePeriod, type Period } from '@quittance/domain/period';
import { problemTexts } from '@quittance/i18n/problems';
import type { ProblemCode } from '@quittance/i18n/problems.en';
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
  type HandDeps,
} from '@quittance/store/own-hand';
import { readViewpoint } from '@quittance/store/hand';
import { findSubscription } from '@quittance/store/find-subscription';
import { fold } from '@quittance/timeline/fold';
import { forPerson, type AppContext, type AppDeps } from '../context.ts';
import { localPath, paths } from '../paths.ts';
import { PROBLEM_STATUS, ProblemError } from '../problem.ts';
import { readFields, readForm } from '../read-form.ts';
import { readCancellationForm, toCancellation } from '../stated-cancellation.ts';
import { undoOwn } from '../v1/acts.ts';
import { putAside, REASON_MAX } from '../v1/findings.ts';
import { addSubscriptionPage, ownWordPage, termValues } from './own-word.ts';
import { OF_ITS_OWN, OF_NONE } from './parts/move-form.ts';
import type { Refusal, TermValues } from './parts/own-word-forms.ts';

type Deps = Pick<AppDeps, 'db' | 'vault' | 'clock'>;
type Fields = Record<string, string>;

const NAME_MAX = 200;
const id = (c: AppContext): string => c.req.param('id') ?? '';

export async function cancellationAction(c: AppContext, deps: Deps): Promise<Response> {
  const sent = await readCancellationForm(c);
  const subscriptionId = sent.fields['subscription'] ?? '';
  const state = (hand: HandDeps) => stateCancellation({ ...hand, vault: deps.vault }, toCancellation(sent));
  return acted(c, deps, subscriptionId, async (hand) => state(hand), sent.fields);
}

export async function addSubscriptionAction(c: AppContext, deps: Deps): Promise<Response> {
  const sent = await readForm(c);
  try {
    const merchant = short(sent['merchant']);
    if (merchant === '') throw new PermanentError('bad_name', 'the name is empty');
    const terms = readTerms(sent, {});
    const { price = null, period = null, renewsOn = null, noticePeriod = null, minimumTermEndsOn = null } = terms;
    const added = { merchant, price, period, renewsOn, noticePeriod, minimumTermEndsOn };
    const startedOn = parseCivilDate(sent['started_on'] ?? '');
    const more = { plan: short(sent['plan']) || null, reference: short(sent['reference']) || null, startedOn };
    const { after, eventId } = await withHand(c, deps, (hand) => addSubscription(hand, { ...added, ...more }));
    const made = after.find((one) => eventId !== null && one.eventIds.includes(eventId));
    return c.redirect(made ? paths.subscription(made.id) : paths.home(), 303);
  } catch (error) {
    return addSubscriptionPage(c, deps, sent, wordsOf(error, c));
  }
}

export async function termsAction(c: AppContext, deps: Deps): Promise<Response> {
  const sent = await readForm(c);
  return acted(
    c,
    deps,
    id(c),
    async (hand) => {
      const subscription = await findSubscription(hand.tx, fold, hand.userId, id(c));
      if (!subscription) throw new ProblemError('not_found');
      return setTerms(hand, { subscriptionId: id(c), terms: readTerms(sent, termValues(subscription)) });
    },
    sent,
  );
}

export async function mergeAction(c: AppContext, deps: Deps): Promise<Response> {
  const { other = '' } = await readForm(c);
  return acted(c, deps, id(c), (hand) => mergeSubscriptions(hand, { subscriptionId: id(c), otherId: other }));
}

export async function splitAction(c: AppContext, deps: Deps): Promise<Response> {
  const eventIds = (await readFields(c))('event');
  return acted(c, deps, id(c), (hand) => splitSubscription(hand, { subscriptionId: id(c), eventIds }));
}

export async function renameAction(c: AppContext, deps: Deps): Promise<Response> {
  const sent = await readForm(c);
  const name = short(sent['name']);
  return acted(
    c,
    deps,
    id(c),
    async (hand) => {
      if (name === '') throw new PermanentError('bad_name', 'the name is empty');
      const subscription = await findSubscription(hand.tx, fold, hand.userId, id(c));
      if (!subscription) throw new ProblemError('not_found');
      return renameMerchant(hand, { merchantId: subscription.merchant.id, name });
    },
    sent,
  );
}

export async function moveEventAction(c: AppContext, deps: Deps): Promise<Response> {
  const { subscription = '', next } = await readForm(c);
  if (subscription === '') throw new ProblemError('invalid_request');
  if (subscription === OF_NONE) {
    await withHand(c, deps, (hand) => leaveOut(hand, { eventId: id(c) }));
    return c.redirect(localPath(next), 303);
  }
  const eventId = id(c);
  const { after } = await withHand(c, deps, (hand) =>
    subscription === OF_ITS_OWN ? beginSubscription(hand, { eventId }) : moveEvent(hand, { eventId, subscriptionId: subscription }),
  );
  // Folded with one event more it may have another id.
  const home = after.find(({ eventIds }) => eventIds.includes(eventId));
  return c.redirect(home ? `${paths.subscription(home.id)}#event-${eventId}` : paths.home(), 303);
}

export async function findingAsideAction(c: AppContext, deps: Deps): Promise<Response> {
  const { finding = '', days = '', reason = '', next } = await readForm(c);
  await forPerson(c, deps, async (tx, userId) => {
    if (days === '' ? reason.trim() === '' : !['7', '30', '90'].includes(days)) throw new ProblemError('invalid_request');
    const said =
      days === ''
        ? { reason: reason.trim().slice(0, REASON_MAX) }
        : { until: addDays((await readViewpoint(tx, userId, deps.clock.now())).today, Number(days)) };
    return putAside(tx, userId, { finding, ...said }, c, deps);
  });
  return c.redirect(localPath(next), 303);
}

export async function undoAction(c: AppContext, deps: Deps): Promise<Response> {
  const { next } = await readForm(c);
  await undoOwn(c, deps, id(c));
  // What was added by the act that is undone is gone: its page leads nowhere.
  const to = localPath(next);
  const [, subscriptionId] = /^\/subscriptions\/([^/]+)/.exec(to) ?? [];
  const isThere =
    subscriptionId === undefined || (await forPerson(c, deps, (tx, userId) => findSubscription(tx, fold, userId, subscriptionId)));
  return c.redirect(isThere ? to : paths.home(), 303);
}

// Leads to the subscription as it stands then: merging and splitting may have given it another id.
async function acted(
  c: AppContext,
  deps: Deps,
  subscriptionId: string,
  work: (hand: HandDeps) => ReturnType<typeof setTerms>,
  sent: Fields = {},
): Promise<Response> {
  try {
    const { before, after } = await withHand(c, deps, work);
    const was = before.find((one) => one.id === subscriptionId)?.eventIds ?? [];
    const now =
      after.find((one) => one.id === subscriptionId) ?? after.find((one) => one.eventIds.some((eventId) => was.includes(eventId)));
    return c.redirect(paths.ownWord(now?.id ?? subscriptionId), 303);
  } catch (error) {
    return ownWordPage(c, deps, subscriptionId, wordsOf(error, c), sent);
  }
}

function withHand<T>(c: AppContext, deps: Deps, work: (hand: HandDeps) => Promise<T>): Promise<T> {
  return forPerson(c, deps, (tx, userId) => work({ tx, fold, userId, at: toInstant(deps.clock.now()) }));
}

/** @throws whatever is no refusal of what was typed. */
function wordsOf(error: unknown, c: AppContext): Refusal {
  if (!(error instanceof PermanentError) || !(error.code in PROBLEM_STATUS) || error.code === 'not_found') throw error;
  return { code: error.code, text: problemTexts(c.get('language'))[error.code as ProblemCode] };
}

// Only what differs from what stands there is said: a form sends all its fields.
function readTerms(sent: Fields, shown: Partial<Required<TermValues>>): Terms {
  const given = (name: keyof TermValues): string | undefined => {
    const value = (sent[name] ?? '').trim();
    return value === (shown[name] ?? '') ? undefined : value;
  };
  const date = (text: string | undefined) => (text === undefined ? undefined : text === '' ? null : parseCivilDate(text));
  const noticePeriod = length(given('notice_period'));
  const period = length(given('period'));
  const [minimumTermEndsOn, renewsOn] = [date(given('minimum_term_ends_on')), date(given('renews_on'))];
  const price = readPrice(sent, shown);
  return {
    ...(noticePeriod === undefined ? {} : { noticePeriod }),
    ...(minimumTermEndsOn === undefined ? {} : { minimumTermEndsOn }),
    ...(renewsOn === undefined ? {} : { renewsOn }),
    ...(price === undefined ? {} : { price }),
    ...(period === undefined ? {} : { period }),
  };
}

// The amount stands beside its currency: either of them changed is another price.
function readPrice(sent: Fields, shown: Partial<Required<TermValues>>): Money | null | undefined {
  const [amount = '', currency = ''] = [sent['amount']?.trim(), sent['currency']?.trim()];
  if (amount === (shown.amount ?? '') && (amount === '' || currency === shown.currency)) return undefined;
  return amount === '' ? null : parsePrice(amount, currency);
}

function length(text: string | undefined): Period | null | undefined {
  if (text === undefined || text === '') return text === '' ? null : undefined;
  parsePeriod(text);
  return text;
}

function short(text: string | undefined): string {
  // Signs that turn the direction of what follows would garble every page with the name on it.
  return (text ?? '')
    .replaceAll(/[\0\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
    .slice(0, NAME_MAX);
}
