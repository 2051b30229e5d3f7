// What of a person's subscriptions stands in their calendar: the next renewal, the end of a trial, the last days to cancel, the end.
import { addDays, type CivilDate } from '@quittance/domain/civil-date';
import { formatDecimal } from '@quittance/domain/money';
import type { FoldedSubscription, Subscription } from '@quittance/domain/subscription';
import { onDay } from '@quittance/domain/viewpoint';
import { formatDate, formatPrice } from '@quittance/i18n/format';
import type { Language } from '@quittance/i18n/language';
import { preferenceTexts } from '@quittance/i18n/preferences';
import { asOf } from '@quittance/timeline/as-of';
import { isDeadlineNews, leaveDaysAhead } from '@quittance/timeline/deadline';
import { renewalPrice } from '@quittance/timeline/renewal-price';

export interface CalendarEntry {
  readonly uid: string;
  readonly on: CivilDate;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  readonly alarm: boolean;
}

type EntryKind = 'renewal' | 'trial_end' | 'cancel_by' | 'leave_by' | 'end';

/** Ends longer ago are history, for the page. */
const PAST_DAYS = 365;

export function calendarEntries(
  folded: readonly FoldedSubscription[],
  reader: { readonly today: CivilDate; readonly language: Language; readonly linkTo: (subscriptionId: string) => string },
): CalendarEntry[] {
  return folded
    .map((one) => asOf(one, onDay(reader.today)))
    .flatMap((subscription) =>
      datesOf(subscription, reader.today)
        .filter(({ on }) => on >= addDays(reader.today, -PAST_DAYS))
        .map(({ kind, on, at }) => ({
          uid: `${subscription.id}.${kind}${at > 0 ? `-${at + 1}` : ''}@quittance`,
          on,
          ...wording(kind, subscription, reader),
          url: reader.linkTo(subscription.id),
          alarm: kind === 'cancel_by' || kind === 'leave_by',
        })),
    )
    .toSorted((a, b) => (a.on + a.uid < b.on + b.uid ? -1 : 1));
}

interface Dated {
  readonly kind: EntryKind;
  readonly on: CivilDate;
  /** Of several of its kind. */
  readonly at: number;
}

function datesOf(subscription: Subscription, today: CivilDate): Dated[] {
  const { status, renewsOn, endsOn, cancelBy } = subscription;
  const isRunning = status === 'active' || status === 'past_due';
  const trialEnd = status === 'trial' ? (renewsOn ?? endsOn) : null;
  const dates: [EntryKind, CivilDate | null][] = [
    ['renewal', isRunning ? renewsOn : null],
    ['trial_end', trialEnd],
    ['cancel_by', isDeadlineNews(subscription) ? cancelBy : null],
    // Two changes may name one day.
    ...[...new Set(leaveDaysAhead(subscription, today).map(({ on }) => on))].map((on): [EntryKind, CivilDate] => ['leave_by', on]),
    ['end', status === 'trial' ? null : endsOn],
  ];
  return dates.flatMap(([kind, on], at) => (on ? [{ kind, on, at: at - dates.findIndex(([other]) => other === kind) }] : []));
}

function wording(
  kind: EntryKind,
  subscription: Subscription,
  { language, today }: { readonly language: Language; readonly today: CivilDate },
): { summary: string; description: string } {
  const t = preferenceTexts(language).calendar;
  const { period, plan, renewsOn } = subscription;
  const price = renewalPrice(subscription, today);
  const who = oneLine(subscription.merchant.name);
  const cost = price && formatPrice(formatDecimal(price), price.currency, period, language);
  const description = [
    plan && t.plan(oneLine(plan)),
    kind === 'cancel_by' && cost,
    kind === 'cancel_by' && renewsOn && t.renewsOn(formatDate(renewsOn, language)),
    t.advice,
  ];
  return { summary: t[kind]({ who, price: cost }), description: description.filter(Boolean).join('\n') };
}

// Names come out of mails: no line breaks, nothing invisible that turns the direction of what follows, no novels.
function oneLine(name: string): string {
  const clean = name.replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ').trim();
  return Array.from(clean).slice(0, 120).join('');
}
