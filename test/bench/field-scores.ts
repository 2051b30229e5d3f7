// How often the fields of a mail are read exactly as its label states them: amounts and days to the figure, names without case, punctuation and legal
// forms. Beside the exact counts stand two that forgive what the labelled sets say is right as well.
import { findMerchantByName } from '@quittance/classify/merchants/alias-table';
import type { Classification } from '@quittance/domain/classification';
import { formatDecimal } from '@quittance/domain/money';
import type { LabelledMail } from './accuracy-corpus.ts';
import { share, type Share } from './share.ts';

interface Scored {
  readonly mail: Pick<LabelledMail, 'fields'>;
  readonly read: Pick<Classification, 'merchant' | 'plan' | 'price' | 'period' | 'renewsOn' | 'endsOn'>;
}

const FIELDS: Readonly<Record<string, (read: Scored['read']) => string | null>> = {
  merchant: (read) => read.merchant?.name ?? null,
  plan: (read) => read.plan,
  amount: (read) => (read.price ? formatDecimal(read.price) : null),
  currency: (read) => read.price?.currency ?? null,
  period: (read) => read.period,
  renews_on: (read) => read.renewsOn,
  ends_on: (read) => read.endsOn,
};

/** Exact matches among the mails that state the field. */
export function scoreFields(items: readonly Scored[]): Record<string, Share> {
  const stated = (field: string) => items.filter(({ mail }) => (mail.fields[field] ?? null) !== null);
  const exact = Object.entries(FIELDS).map(([field, value]) => [
    field,
    share(stated(field), ({ mail, read }) => isSame(field, mail.fields[field]!, value(read))),
  ]);
  return {
    ...Object.fromEntries(exact),
    merchant_or_house: share(stated('merchant'), isSameHouse),
    plan_besides_merchant: share(stated('plan'), isSamePlan),
  };
}

// The service by its own name or by its house's: ChatGPT or OpenAI (test/corpus/labelled/README.md).
function isSameHouse({ mail, read }: Scored): boolean {
  const truth = mail.fields['merchant']!;
  const house = findMerchantByName(truth)?.id;
  return isSame('merchant', truth, read.merchant?.name ?? null) || (house !== undefined && house === read.merchant?.id);
}

// "Acme Premium" at Acme is "Premium": the labelled sets write the merchant's name into a plan, or don't, and the timeline takes no notice of it.
function isSamePlan({ mail, read }: Scored): boolean {
  const bare = (plan: string) =>
    [mail.fields['merchant'], read.merchant?.name].reduce<string>((left, name) => withoutHead(left, name), plan);
  return read.plan !== null && isSame('plan', bare(mail.fields['plan']!), bare(read.plan));
}

function withoutHead(plan: string, name: string | null | undefined): string {
  const isHead = name !== null && name !== undefined && plan.toLowerCase().startsWith(`${name.toLowerCase()} `);
  return isHead ? plan.slice(name.length + 1) : plan;
}

const LEGAL_FORMS = /\b(?:inc|llc|ltd|gmbh|sas|sarl|bv|plc|foundation|the)\b/g;

function isSame(field: string, truth: string, value: string | null): boolean {
  if (value === null) return false;
  if (field === 'amount') return Number(truth) === Number(value);
  if (field !== 'merchant' && field !== 'plan') return truth === value;
  const plain = (text: string) =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\p{M}/gu, '')
      .replace(LEGAL_FORMS, '')
      .replace(/[^\p{L}\p{N}]/gu, '');
  return plain(truth) === plain(value);
}
