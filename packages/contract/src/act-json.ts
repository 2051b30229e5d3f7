// What a person said themselves, as the command line and the API show it.
import type { Act, Terms } from '@quittance/domain/hand';
import type { Instant } from '@quittance/domain/instant';
import { formatDecimal } from '@quittance/domain/money';

export interface ActJson {
  id: string;
  kind: string;
  made_at: string;
  undone_at: string | null;
  /** The event that it made, if it made one. */
  event_id: string | null;
  /** What it is about, by the id that it has today, whatever id it was said by. */
  subscription_id: string | null;
  /** Of the kind: days, names, events. */
  details: Record<string, string | boolean | string[] | null>;
  /** Its name is '' once it is erased. */
  file: { name: string; content_type: string; size_bytes: number; sha256: string; erased_at: string | null } | null;
  /** Its place in the evidence log. */
  leaf_index: number;
}

interface Said {
  readonly id: string;
  readonly act: Act;
  readonly eventId: string | null;
  readonly madeAt: Instant;
  readonly undone: { readonly at: Instant } | null;
  readonly file: {
    readonly name: string;
    readonly contentType: string;
    readonly sizeBytes: number;
    readonly sha256: string;
    readonly erasedAt: Instant | null;
  } | null;
  readonly leafIndex: number;
}

/** @param about which subscription each is about today, by the acts' ids. */
export function actJson(act: Said, about: ReadonlyMap<string, string>): ActJson {
  const { file } = act;
  return {
    id: act.id,
    kind: act.act.kind,
    made_at: act.madeAt,
    undone_at: act.undone?.at ?? null,
    event_id: act.eventId,
    subscription_id: about.get(act.id) ?? null,
    details: detailsOf(act.act),
    file: file && {
      name: file.name,
      content_type: file.contentType,
      size_bytes: file.sizeBytes,
      sha256: file.sha256,
      erased_at: file.erasedAt,
    },
    leaf_index: act.leafIndex,
  };
}

function detailsOf(act: Act): ActJson['details'] {
  switch (act.kind) {
    case 'cancellation_stated':
      return { on: act.on, by: act.by, confirmed: act.confirmed, ends_on: act.endsOn, note: act.note };
    case 'subscription_added':
      return { merchant: act.merchant.name, merchant_id: act.merchant.id };
    case 'terms_set':
      return termsJson(act.terms);
    case 'merged':
      return { merchants: [...act.merchants] };
    case 'split':
      return { events: [...act.events] };
    case 'begun':
    case 'left_out':
      return { event: act.event };
    case 'moved':
      return { event: act.event, merchant: act.merchant.name };
    case 'merchant_renamed':
      return { merchant_id: act.merchant, name: act.name };
    case 'rate_set':
      return { from: act.rate.from, to: act.rate.to, rate: act.rate.rate, on: act.rate.on };
    case 'finding_snoozed':
      return { finding: act.finding, finding_kind: act.what, until: act.until };
    case 'finding_dismissed':
      return { finding: act.finding, finding_kind: act.what, reason: act.reason };
  }
}

function termsJson({ noticePeriod, minimumTermEndsOn, renewsOn, price, period }: Terms): ActJson['details'] {
  return {
    ...(noticePeriod === undefined ? {} : { notice_period: noticePeriod }),
    ...(minimumTermEndsOn === undefined ? {} : { minimum_term_ends_on: minimumTermEndsOn }),
    ...(renewsOn === undefined ? {} : { renews_on: renewsOn }),
    ...(price === undefined ? {} : { amount: price && formatDecimal(price), currency: price?.currency ?? null }),
    ...(period === undefined ? {} : { period }),
  };
}
