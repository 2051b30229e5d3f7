// Reads what a subscription message states: plan, price, period, dates, terms, reference. What it does not state is null. Each field
// read carries the quoted words. Step 6 of classify-message.ts; the kind of the message is already known.
import { NOT_RENEWED, type MerchantRef, type Reason, type ReasonField } from '@quittance/domain/classification';
import { civilDateOf, type CivilDate } from '@quittance/domain/civil-date';
import type { MessageKind } from '@quittance/domain/event-kind';
import { domainOf, type ParsedMessage } from '@quittance/domain/message';
import type { Money } from '@quittance/domain/money';
import type { Period } from '@quittance/domain/period';
import { readAdapter } from './adapters/read-adapter.ts';
import { pickAmount, readAmounts, type Amount } from './extract-amount.ts';
import { readAtOnce, readDates, readTimeLeft, readTrialEnd, type RoleDate } from './extract-dates.ts';
import { BEFORE_RENEWAL, pickDeadline } from './extract-deadline.ts';
import { periodBetween, pickPeriod, type StatedPeriod } from './extract-period.ts';
import { readPlan } from './extract-plan.ts';
import { readProofElements } from './extract-proof.ts';
import { readReference } from './extract-reference.ts';
import { readNoticePeriod } from './extract-terms.ts';
import { documentsOf, reasonAt, sourcesOf, type Place, type SourceText } from './extract-text.ts';
import { foldText } from './fold-text.ts';
import { findMerchantById } from './merchants/alias-table.ts';
import { withoutArticle } from './merchants/merchant-refs.ts';
import { onePeriodAfter, pickDates, pickEffectiveDate, type PickedDates } from './pick-dates.ts';

export interface FieldContext {
  readonly kind: MessageKind;
  /** Primary language tag, `und` when unknown. */
  readonly language: string;
  readonly merchant: MerchantRef | null;
}

export interface Fields {
  readonly plan: string | null;
  readonly price: Money | null;
  readonly period: Period | null;
  readonly renewsOn: CivilDate | null;
  readonly endsOn: CivilDate | null;
  readonly effectiveOn: CivilDate | null;
  readonly noticePeriod: Period | null;
  readonly minimumTermEndsOn: CivilDate | null;
  readonly cancelBy: CivilDate | null;
  readonly reference: string | null;
  readonly reasons: readonly Reason[];
}

const NOTHING: Fields = {
  plan: null,
  price: null,
  period: null,
  renewsOn: null,
  endsOn: null,
  effectiveOn: null,
  noticePeriod: null,
  minimumTermEndsOn: null,
  cancelBy: null,
  reference: null,
  reasons: [],
};

export function extractFields(message: ParsedMessage, context: FieldContext): Fields {
  const { kind, language } = context;
  if (kind === 'other') return NOTHING;
  const { subject, body } = sourcesOf(message);
  const sources = [subject, body];
  const tld = topLevel(message);
  const today = sentOn(message);

  const told = readTold(sources, context, { tld, today });
  const documents = documentsOf(message);
  // A mail that only says "your invoice is attached" leaves sum and dates to the document.
  const stated = documents.length === 0 || !isLeftToInvoice(kind) ? null : readTold(documents, context, { tld, today });
  const price = told.price ?? stated?.price ?? null;
  const picked = {
    renewsOn: told.picked.renewsOn ?? stated?.picked.renewsOn ?? null,
    endsOn: told.picked.endsOn,
    isLastTerm: told.picked.isLastTerm,
    minimumTermEndsOn: told.picked.minimumTermEndsOn ?? stated?.picked.minimumTermEndsOn ?? null,
  };
  const period = told.period ?? (kind === 'refund' ? null : (stated?.period ?? null));
  const adapted = readAdapter(message, body, { language, tld, today });
  const plan = readPlan(sources, planHints(context));
  const reference = readReference(sources, kind);
  const notice = readNoticePeriod(body);

  // A slot may speak only where this kind of mail can: a receipt's "next charge", a confirmation's end.
  const slots = {
    plan: adapted?.plan ?? null,
    amount: kind === 'refund' || kind === 'price_change' ? null : (adapted?.amount ?? null),
    renewsOn: RENEWS.has(kind) ? (adapted?.renewsOn ?? null) : null,
    endsOn: ENDS.has(kind) ? (adapted?.endsOn ?? null) : null,
    reference: adapted?.reference ?? null,
  };
  const renewsOn = slots.renewsOn?.value ?? picked.renewsOn?.date ?? null;
  const dates = [...told.dates, ...(stated?.dates ?? [])];
  const deadline = BEFORE_RENEWAL.has(kind) ? pickDeadline(dates, { kind, today, renewsOn }) : null;
  const reasons: Reason[] = [];
  const note = (field: ReasonField, rule: string, place: Place | null, slot: (Place & { readonly rule: string }) | null = null) => {
    const [from, why] = slot === null ? [place, rule] : [slot, slot.rule];
    if (from !== null) reasons.push(reasonAt(why, field, from));
  };
  note('plan', plan?.rule ?? '', plan, slots.plan);
  note('amount', `amount.${price?.role ?? 'stated'}${price?.assumed === true ? '_assumed_currency' : ''}`, price, slots.amount);
  note('period', period?.rule ?? '', period);
  note('renews_on', dateRule(picked.renewsOn), picked.renewsOn, slots.renewsOn);
  note('ends_on', picked.isLastTerm ? NOT_RENEWED : dateRule(picked.endsOn), picked.endsOn, slots.endsOn);
  note('effective_on', dateRule(told.effective), told.effective);
  note('notice_period', 'terms.notice', notice);
  note('minimum_term_ends_on', 'terms.minimum_term', picked.minimumTermEndsOn);
  note('cancel_by', deadline?.rule ?? '', deadline);
  note('reference', reference?.rule ?? '', reference, slots.reference);
  reasons.push(...readProofElements(message, body, kind, language));

  return {
    plan: slots.plan?.value ?? plan?.plan ?? null,
    price: slots.amount?.value ?? price?.money ?? null,
    period: period?.period ?? null,
    renewsOn,
    endsOn: slots.endsOn?.value ?? picked.endsOn?.date ?? null,
    effectiveOn: told.effective?.date ?? null,
    noticePeriod: notice?.period ?? null,
    minimumTermEndsOn: picked.minimumTermEndsOn?.date ?? null,
    cancelBy: deadline?.date ?? null,
    reference: slots.reference?.value ?? (reference === null ? null : reasonAt('', 'reference', reference).quote),
    reasons,
  };
}

const RENEWS: ReadonlySet<MessageKind> = new Set([
  'signup',
  'trial_started',
  'trial_ending',
  'renewal_notice',
  'renewal_charged',
  'price_change',
  'plan_changed',
  'payment_failed',
  'reactivated',
]);
const ENDS: ReadonlySet<MessageKind> = new Set(['cancellation_confirmed', 'cancellation_requested', 'expired']);

/** Kinds that remind of a day to come. */
const REMINDS: ReadonlySet<MessageKind> = new Set(['trial_ending', 'renewal_notice']);

/** Kinds that tell of a charge on their own day. */
const CHARGED: ReadonlySet<MessageKind> = new Set(['renewal_charged', 'signup', 'reactivated']);

interface Told {
  readonly price: Amount | null;
  readonly picked: PickedDates;
  readonly effective: RoleDate | null;
  readonly period: StatedPeriod | null;
  readonly dates: readonly RoleDate[];
}

function readTold(
  sources: readonly SourceText[],
  { kind, language }: FieldContext,
  { tld, today }: { tld: string; today: CivilDate | null },
): Told {
  const amounts = readAmounts(sources, kind, { language, tld });
  const price = pickAmount(amounts, kind);
  const currency = price?.money.currency ?? amounts[0]?.money.currency ?? '';
  const dates = readDates(sources, { language, tld, today, currency, mayHaveDeadline: BEFORE_RENEWAL.has(kind) });
  const whole = sources.map(({ text }) => text.folded).join('\n');
  const reckoned = REMINDS.has(kind)
    ? readTimeLeft(sources, language, today)
    : kind === 'trial_started'
      ? readTrialEnd(sources, today)
      : null;
  const picked = pickDates(dates, kind, { today, language, isPriced: price !== null, reckoned }, whole);
  const charged = dates.find(({ role, date }) => role === 'charged' && today !== null && date <= today)?.date ?? today;
  const period =
    kind === 'refund'
      ? null
      : (pickPeriod(sources, price, amounts, dates) ?? (CHARGED.has(kind) ? periodBetween(charged, picked.renewsOn) : null));
  const endsOn = picked.endsOn ?? (kind === 'cancellation_confirmed' ? readAtOnce(sources, today) : null);
  const renewsOn = picked.renewsOn ?? (CHARGED.has(kind) && period !== null ? onePeriodAfter(dates, charged, period.period) : null);
  return { price, picked: { ...picked, renewsOn, endsOn }, period, effective: pickEffectiveDate(dates, kind, today), dates };
}

/** Kinds whose mails come with an invoice. What ends or ended a contract is never read from one. */
function isLeftToInvoice(kind: MessageKind): boolean {
  return kind === 'renewal_charged' || kind === 'renewal_notice' || kind === 'signup' || kind === 'payment_failed' || kind === 'refund';
}

function dateRule(date: RoleDate | null): string {
  return `date.${date?.role ?? 'only_future'}${date?.relative === true ? '_relative' : ''}`;
}

/** The day the message was sent, in its sender's zone; of the inner message for a forward. */
export function sentOn(message: ParsedMessage): CivilDate | null {
  const forwardedAt = message.forwarded?.sentAt ?? null;
  if (forwardedAt !== null) return civilDateOf(forwardedAt);
  const instant = message.sentAt ?? message.receivedAt;
  if (instant === null) return null;
  const offset = message.sentAt === null ? 0 : (message.sentOffsetMinutes ?? 0);
  return new Date(Date.parse(instant) + offset * 60_000).toISOString().slice(0, 10);
}

function topLevel(message: ParsedMessage): string {
  const domain = domainOf((message.forwarded?.from ?? message.from).address);
  return domain.slice(domain.lastIndexOf('.') + 1);
}

function planHints({ kind, merchant }: FieldContext) {
  const entry = merchant === null ? null : findMerchantById(merchant.id);
  const names = merchant === null ? [] : [merchant.name, withoutArticle(merchant.name), ...(entry?.aliases ?? [])];
  const merchantNames = names.map((name) => foldText(name).folded).sort((a, b) => b.length - a.length);
  return { kind, merchant, merchantNames, knownPlans: entry?.plans ?? [] };
}
