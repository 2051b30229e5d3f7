// One line of `classify --json` (design §11): what a message was read as, with the words that say so. What the mail does not state is null.
import type { Classification } from '@quittance/domain/classification';
import { formatDecimal } from '@quittance/domain/money';

export interface ClassifyJson {
  file: string;
  message_id: string | null;
  kind: string;
  confidence: number;
  decided: string;
  language: string;
  merchant: string | null;
  biller: string | null;
  plan: string | null;
  amount: string | null;
  currency: string | null;
  period: string | null;
  renews_on: string | null;
  ends_on: string | null;
  notice_period: string | null;
  minimum_term_ends_on: string | null;
  reference: string | null;
  reasons: { rule: string; quote: string; field: string }[];
}

/** @param file the path as given, `path#n` for a message of an mbox. */
export function classifyJson(file: string, rfcMessageId: string | null, read: Classification): ClassifyJson {
  return {
    file,
    message_id: rfcMessageId,
    kind: read.kind,
    confidence: read.confidence,
    decided: read.decided,
    language: read.language,
    merchant: read.merchant?.name ?? null,
    biller: read.biller,
    plan: read.plan,
    amount: read.price && formatDecimal(read.price),
    currency: read.price?.currency ?? null,
    period: read.period,
    renews_on: read.renewsOn,
    ends_on: read.endsOn,
    notice_period: read.noticePeriod,
    minimum_term_ends_on: read.minimumTermEndsOn,
    reference: read.reference,
    reasons: read.reasons.map(({ rule, quote, field }) => ({ rule, quote, field })),
  };
}
