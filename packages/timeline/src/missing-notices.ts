// Notices that the law asks for and that did not come in time: before a tacit renewal (France: three months to one month before the last day
// to refuse), before a trial turns into a paid plan, before a price rises (California). Said only where the mail of the whole window was seen,
// that is, where the subscription was known before the window opened; and a notice that was read with doubt counts as one, as does a mail of the
// price of that term, which may have told of the renewal, too. A false claim is worse than one that is not made.
import { addDays, addMonths, daysBetween, type CivilDate } from '@quittance/domain/civil-date';
import { addPeriod, periodDays } from '@quittance/domain/period';
import type { Finding, Notice, Subscription } from '@quittance/domain/subscription';
import { noticeRules, type NoticeRule } from '@quittance/law/find-rules';

/** A mail takes its time, and a day's end is not the same everywhere. */
const SLACK_DAYS = 2;
/** A charge this close to the day that was expected is that renewal. */
const RENEWAL_SLACK_DAYS = 10;
/** A last day to refuse lies at most so long before its renewal; the law's notice comes three months before at the earliest. */
const REFUSAL_DAYS_MAX = 120;
/** How long a notice that was missing is told of after the renewal. */
const TOLD_MONTHS = 12;

type Seen = Omit<Subscription, 'aside' | 'findings'>;

export function missingNotices(seen: Seen, today: CivilDate, country: string | null, rises: readonly Finding[]): Finding[] {
  return [...beforeRenewals(seen, today, country), ...beforeTrialEnd(seen, today, country), ...beforeRises(seen, country, rises)];
}

function beforeRenewals(seen: Seen, today: CivilDate, country: string | null): Finding[] {
  const { status, period, noticePeriod } = seen;
  if (!period || (status !== 'active' && status !== 'past_due')) return [];
  const renewals = [lastRenewal(seen, today), seen.renewsOn].filter((on): on is CivilDate => on !== null);
  return renewals.flatMap((renewsOn) =>
    noticeRules(country, 'renewal_notice', renewsOn).flatMap((rule) => {
      if (rule.termAtLeast !== undefined && periodDays(period) < periodDays(rule.termAtLeast) - 1) return [];
      const isRefusal = rule.clock.what === 'refusal';
      const reckoned = (on: CivilDate): CivilDate => (isRefusal && noticePeriod ? addPeriod(on, noticePeriod, -1) : on);
      const { lastDays, renewalDays } = statedDays(seen, renewsOn, periodDays(period));
      const until = renewsOn < today ? addMonths(renewsOn, TOLD_MONTHS) : null;
      const days = isRefusal && lastDays.length > 0 ? { stated: lastDays } : { reckoned: [...renewalDays, renewsOn].map(reckoned) };
      return missing(seen, today, { rule, what: 'renewal', ...days, about: renewsOn, until });
    }),
  );
}

// As the notices of that renewal state them themselves, the earliest last day first. The day until which a dearer price may be left is none: notices of
// a price keep no day.
function statedDays({ notices }: Seen, renewsOn: CivilDate, termDays: number): { lastDays: CivilDate[]; renewalDays: CivilDate[] } {
  const own = notices.filter(({ what, of }) => what === 'renewal' && isOfTerm(of, renewsOn, termDays));
  const isBefore = (day: CivilDate): boolean => day <= renewsOn && daysBetween(day, renewsOn) <= REFUSAL_DAYS_MAX;
  return {
    lastDays: own.flatMap(({ cancelBy }) => (cancelBy && isBefore(cancelBy) ? [cancelBy] : [])).toSorted(),
    renewalDays: own.flatMap(({ of }) => of ?? []),
  };
}

// A charge may come weeks after the day that was named; a notice of another term names a day a whole term away.
function isOfTerm(of: CivilDate | null, renewsOn: CivilDate, termDays: number): boolean {
  return of === null || Math.abs(daysBetween(of, renewsOn)) < termDays / 2;
}

// A price from that day on was told together with the renewal.
function isOfDay(of: CivilDate | null, renewsOn: CivilDate): boolean {
  return of !== null && Math.abs(daysBetween(of, renewsOn)) <= RENEWAL_SLACK_DAYS;
}

// The renewal that went by: a charge a period after something was known of the subscription.
function lastRenewal({ chargedOn, period, firstSeenOn }: Seen, today: CivilDate): CivilDate | null {
  const last = chargedOn.at(-1);
  if (!last || !period || last > today || daysBetween(last, today) > periodDays(period) + RENEWAL_SLACK_DAYS) return null;
  return daysBetween(firstSeenOn, last) >= periodDays(period) - RENEWAL_SLACK_DAYS ? last : null;
}

function beforeTrialEnd(seen: Seen, today: CivilDate, country: string | null): Finding[] {
  const { status, startedOn, renewsOn } = seen;
  if (status !== 'trial' || !startedOn || !renewsOn) return [];
  return noticeRules(country, 'trial_notice', renewsOn)
    .filter((rule) => rule.trialDaysOver === undefined || daysBetween(startedOn, renewsOn) > rule.trialDaysOver)
    .flatMap((rule) => missing(seen, today, { rule, what: 'trial_end', reckoned: [renewsOn], about: renewsOn, until: null }));
}

// A higher charge that nobody announced is a rise without its notice.
function beforeRises(seen: Seen, country: string | null, rises: readonly Finding[]): Finding[] {
  return rises
    .filter((rise) => rise.kind === 'price_increased' && rise.values['unannounced'] !== undefined)
    .flatMap((rise) =>
      noticeRules(country, 'price_notice', rise.since).flatMap((rule) => {
        const window = windowOf(rule, rise.since);
        if (hasNotice(seen.notices, 'price_change', window)) return [];
        const values = { rule: rule.id, price_from: rise.since, key: `${rule.id}/${rise.since}` };
        return [{ kind: 'notice_missing' as const, since: rise.since, until: rise.until, eventId: rise.eventId, values }];
      }),
    );
}

type Due = DueBefore & {
  readonly rule: NoticeRule;
  readonly what: Notice['what'];
  /** The renewal or end of trial itself. */
  readonly about: CivilDate;
  readonly until: CivilDate | null;
};

/** The days that the window is counted back from; where they differ, any will do. The last one is told. */
type DueBefore = { readonly stated: readonly CivilDate[] } | { readonly reckoned: readonly CivilDate[] };

function missing(seen: Seen, today: CivilDate, due: Due): Finding[] {
  const { rule, what, about, until } = due;
  const days = 'stated' in due ? due.stated : due.reckoned;
  const window = windowOf(rule, days.at(-1)!);
  const since = addDays(window.latest, SLACK_DAYS + 1);
  if (since > today || seen.firstSeenOn > window.earliest) return [];
  const termDays = seen.period === null ? Infinity : periodDays(seen.period);
  const ofPrice = seen.notices.filter((notice) => what === 'renewal' && notice.what === 'price_change');
  const mixed = ofPrice.filter(({ of }) => isOfTerm(of, about, termDays));
  if (days.some((day) => hasNotice(seen.notices, what, windowOf(rule, day)) || hasNotice(mixed, 'price_change', windowOf(rule, day))))
    return [];
  // One that came too early or too late is told with its day.
  const other = seen.notices.findLast(
    (notice) =>
      (notice.what === what ? isOfTerm(notice.of, about, termDays) : ofPrice.includes(notice) && isOfDay(notice.of, about)) &&
      notice.on <= about &&
      daysBetween(notice.on, about) < 200,
  );
  const values = {
    rule: rule.id,
    renews_on: about,
    window_from: window.earliest,
    window_until: window.latest,
    key: `${rule.id}/${about}`,
    ...('stated' in due ? { cancel_by: days.at(-1)! } : {}),
    ...(other ? { came_on: other.on } : {}),
    ...(rule.insuranceHas ? { insurance_rule: rule.insuranceHas } : {}),
  };
  return [{ kind: 'notice_missing', since, until, eventId: null, values }];
}

interface Window {
  readonly earliest: CivilDate;
  readonly latest: CivilDate;
}

function windowOf({ clock }: NoticeRule, reference: CivilDate): Window {
  return { earliest: addPeriod(reference, clock.earliest, -1), latest: addPeriod(reference, clock.latest, -1) };
}

function hasNotice(notices: readonly Notice[], what: Notice['what'], { earliest, latest }: Window): boolean {
  return notices.some(
    (notice) => notice.what === what && notice.on >= addDays(earliest, -SLACK_DAYS) && notice.on <= addDays(latest, SLACK_DAYS),
  );
}
