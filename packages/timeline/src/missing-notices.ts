// Notices that the law asks for and that did not come in time: before a tacit renewal (France: three months to one month before the last day
// to refuse), before a trial turns into a paid plan, before a price rises (California). Said only where the mail of the whole window was seen,
// that is, where the subscription was known before the window opened; and a notice that was read with doubt counts as one.
import { addDays, addMonths, daysBetween, type CivilDate } from '@quittance/domain/civil-date';
import { addPeriod, periodDays } from '@quittance/domain/period';
import type { Finding, Notice, Subscription } from '@quittance/domain/subscription';
import { noticeRules, type NoticeRule } from '@quittance/law/find-rules';

/** A mail takes its time, and a day's end is not the same everywhere. */
const SLACK_DAYS = 2;
/** A charge this close to the day that was expected is that renewal. */
const RENEWAL_SLACK_DAYS = 10;
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
      const reference = rule.clock.what === 'refusal' && noticePeriod ? addPeriod(renewsOn, noticePeriod, -1) : renewsOn;
      const until = renewsOn < today ? addMonths(renewsOn, TOLD_MONTHS) : null;
      return missing(seen, today, { rule, what: 'renewal', reference, about: renewsOn, until });
    }),
  );
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
    .flatMap((rule) => missing(seen, today, { rule, what: 'trial_end', reference: renewsOn, about: renewsOn, until: null }));
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

interface Due {
  readonly rule: NoticeRule;
  readonly what: Notice['what'];
  /** The day that the window is counted back from. */
  readonly reference: CivilDate;
  /** The renewal or end of trial itself. */
  readonly about: CivilDate;
  readonly until: CivilDate | null;
}

function missing(seen: Seen, today: CivilDate, { rule, what, reference, about, until }: Due): Finding[] {
  const window = windowOf(rule, reference);
  const since = addDays(window.latest, SLACK_DAYS + 1);
  if (since > today || seen.firstSeenOn > window.earliest) return [];
  if (hasNotice(seen.notices, what, window)) return [];
  // One that came too early or too late is told with its day.
  const other = seen.notices.findLast((notice) => notice.what === what && notice.on <= about && daysBetween(notice.on, about) < 200);
  const values = {
    rule: rule.id,
    renews_on: about,
    window_from: window.earliest,
    window_until: window.latest,
    key: `${rule.id}/${about}`,
    ...(other ? { came_on: other.on } : {}),
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
