// What a message was read as: a value, re-computable from the message alone.
import type { CivilDate } from './civil-date.ts';
import type { EventKind, MessageKind } from './event-kind.ts';
import type { Money } from './money.ts';
import type { Period } from './period.ts';

export type Decision = 'auto' | 'probable' | 'abstain';

export type ReasonField =
  | 'kind'
  | 'merchant'
  | 'biller'
  | 'plan'
  | 'amount'
  | 'period'
  | 'renews_on'
  | 'ends_on'
  | 'effective_on'
  | 'notice_period'
  | 'minimum_term_ends_on'
  | 'cancel_by'
  | 'reference'
  /** An element of a proof of cancellation, named by the rule (`meter.who`). */
  | 'proof'
  | 'veto';

/** The rule of a request that the person made by their own mail. */
export const OWN_REQUEST = 'own.request';
/** Begins the rule of such a mail's bounce; behind it stands the Message-ID of the mail that came back. */
export const OWN_BOUNCE = 'own.bounced:';

/** The rule of an end (`ends_on`) of which the mail says that nothing renews after it. */
export const NOT_RENEWED = 'dates.not_renewed';

/** The rule of a receipt, quoted by what made it one, that names neither contract, plan nor period, from nobody who is known for subscriptions. */
export const UNNAMED_CONTRACT = 'charged.unnamed';

/** One quoted reason: the rule that read it and the words as written. */
export interface Reason {
  readonly rule: string;
  /** Verbatim from the subject or the visible text. */
  readonly quote: string;
  readonly field: ReasonField;
  /** `document`: the text of an attached PDF. */
  readonly zone: 'subject' | 'body' | 'document';
  /** Offsets of `quote` in the subject, in `text.body` or in the document's text. */
  readonly start: number;
  readonly end: number;
}

export interface MerchantRef {
  /** Alias-table id (`netflix`) or the registrable domain (`shop.example`). */
  readonly id: string;
  readonly name: string;
  readonly domains: readonly string[];
}

export interface Classification {
  readonly kind: MessageKind;
  /** 0–1, for the kind. */
  readonly confidence: number;
  readonly decided: Decision;
  /** Primary language tag, `und` when unknown. */
  readonly language: string;
  /** Who provides the service; null when only an intermediary is known. */
  readonly merchant: MerchantRef | null;
  /** The intermediary that bills (`apple`, `paypal`, …) when it is not the merchant. */
  readonly biller: string | null;
  readonly plan: string | null;
  readonly price: Money | null;
  readonly period: Period | null;
  readonly renewsOn: CivilDate | null;
  readonly endsOn: CivilDate | null;
  /** Notice to be given before the renewal. */
  readonly noticePeriod: Period | null;
  readonly minimumTermEndsOn: CivilDate | null;
  /** The last day to cancel before the renewal, where the mail names the day itself ("résiliez avant le 14 décembre": the 13th). */
  readonly cancelBy: CivilDate | null;
  readonly reference: string | null;
  readonly reasons: readonly Reason[];
  /** For a change of price or plan: the day from which it holds, where the mail states one. */
  readonly effectiveOn?: CivilDate | null;
  /** Of a mail left open that most likely is no notice (`kind` is `other`): what it is if it is one. Its fields are read as of that. */
  readonly perhaps?: { readonly kind: EventKind; readonly confidence: number };
  /** Of a mail that dresses up as somebody else's (`suspicions`): what it claims to be, and of whom. Such a mail's own kind is `other`. */
  readonly pretends?: { readonly kind: EventKind; readonly merchant: MerchantRef | null } | null;
  /** Signs of forgery seen in the content (lookalike domain, brand in the display name of a foreign domain). */
  readonly suspicions: readonly string[];
}

/** What a message is that is no notice about a subscription: every fact that could be stated is left open. */
export function noNotice(language: string): Classification {
  return {
    kind: 'other',
    confidence: 1,
    decided: 'auto',
    language,
    merchant: null,
    biller: null,
    plan: null,
    price: null,
    period: null,
    renewsOn: null,
    endsOn: null,
    noticePeriod: null,
    minimumTermEndsOn: null,
    cancelBy: null,
    reference: null,
    reasons: [],
    suspicions: [],
  };
}

/** What goes with a cancellation, and alone says little: "you keep access until …" is quoted only where nothing says "cancelled". */
const BESIDE = /\.(?:access_until|no_more_charges|ends_on|farewell)$/;

/** The words that say most of why: the longest that speak for the kind, else whatever was quoted first. */
export function decidingQuote(reasons: readonly Reason[]): string | null {
  const speaking = reasons.filter((reason) => reason.field === 'kind');
  const direct = speaking.filter(({ rule }) => !BESIDE.test(rule));
  const forKind = direct.length > 0 ? direct : speaking;
  const longest = forKind.toSorted((a, b) => b.quote.length - a.quote.length)[0];
  return (longest ?? reasons[0])?.quote ?? null;
}
