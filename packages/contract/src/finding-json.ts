// `finding list --json` and GET /api/v1/findings: each finding with what it rests on, what the law says of it, and how it goes away.
import type { CivilDate } from '@quittance/domain/civil-date';
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { Finding, FindingAside, Subscription } from '@quittance/domain/subscription';
import { findingRemedy } from '@quittance/i18n/findings';
import type { Language } from '@quittance/i18n/language';
import { findRule } from '@quittance/law/country-packs';
import { isOpen } from '@quittance/timeline/as-of';
import { findingJson, type FindingJson } from './timeline-json.ts';

export interface FindingDetailJson extends FindingJson {
  /** `settled`: by a later mail, or over. */
  state: 'open' | 'settled' | 'snoozed' | 'dismissed';
  subscription_id: string;
  merchant: string;
  /** The message that it rests on. */
  message_sha256: string | null;
  /** How it goes away. */
  remedy: string;
  law: { id: string; citation: string; source: string; otherwise: string | null } | null;
  snoozed_until: string | null;
  /** Why the person dismissed it. */
  reason: string | null;
  /** The act that put it aside: undo it to have the finding back. */
  act_id: string | null;
}

export interface FindingsInput {
  readonly subscriptions: readonly Subscription[];
  readonly events: ReadonlyMap<string, Pick<SubscriptionEvent, 'message'>>;
  readonly today: CivilDate;
  readonly language: Language;
}

/** Open ones first, the newest first in each. */
export function findingsJson(input: FindingsInput): FindingDetailJson[] {
  const all = input.subscriptions.flatMap((subscription) => [
    ...subscription.findings.map((finding) => detail(subscription, finding, null, input)),
    ...subscription.aside.map((aside) => detail(subscription, aside.finding, aside, input)),
  ]);
  return all.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || b.since.localeCompare(a.since));
}

const ORDER: readonly FindingDetailJson['state'][] = ['open', 'snoozed', 'dismissed', 'settled'];

function detail(subscription: Subscription, finding: Finding, aside: FindingAside | null, input: FindingsInput): FindingDetailJson {
  const { language, today } = input;
  const rule = finding.values['rule'] === undefined ? null : findRule(finding.values['rule']);
  const event = finding.eventId === null ? undefined : input.events.get(finding.eventId);
  return {
    ...findingJson(subscription.id, finding, language),
    state: aside ? (aside.until === null ? 'dismissed' : 'snoozed') : isOpen(finding, today) ? 'open' : 'settled',
    subscription_id: subscription.id,
    merchant: subscription.merchant.name,
    message_sha256: event?.message?.sha256 ?? null,
    remedy: findingRemedy(finding.kind, language),
    law: rule && {
      id: rule.id,
      citation: rule.citation[language],
      source: rule.source,
      otherwise: rule.otherwise?.[language] ?? null,
    },
    snoozed_until: aside?.until ?? null,
    reason: aside?.reason ?? null,
    act_id: aside?.actId ?? null,
  };
}
