// Counts of an accuracy run: per label, per language, confusion, fields. Every share comes with its Wilson 95 % interval, because a
// figure on six mails says little.
import { formatDecimal } from '@quittance/domain/money';
import type { Classification } from '@quittance/domain/classification';
import { calibrate, coverageRisk, type Calibration, type CoveragePoint } from './calibration.ts';
import { isRight, type Judged } from './judged.ts';

export interface Share {
  readonly hits: number;
  readonly of: number;
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
}

export interface LabelScore {
  readonly label: string;
  readonly precision: Share;
  readonly recall: Share;
  readonly f1: number | null;
}

export interface Summary {
  readonly messages: number;
  readonly accuracy: Share;
  readonly macroF1: number;
  /** Of the mails that were decided, automatically or as probable. */
  readonly macroF1Decided: number;
  /** Not abstained, of the mails that are about a subscription. */
  readonly coverage: Share;
  readonly accuracyDecided: Share;
  readonly accuracyAutomatic: Share;
  /** Taken for something, of the mails made to look like it. */
  readonly hardNegativeFalse: Share;
  readonly falseCancellations: readonly string[];
  readonly automaticCancellations: Share;
  readonly cancellationRecall: { readonly automatic: Share; readonly withProbable: Share };
  readonly calibration: Calibration;
  readonly coverageRisk: readonly CoveragePoint[];
  readonly labels: readonly LabelScore[];
  readonly fields: Readonly<Record<string, Share>>;
  readonly confusion: Readonly<Record<string, number>>;
}

const decided = ({ read }: Judged) => read.decided !== 'abstain';

export function summarize(judged: readonly Judged[]): Summary {
  const labels = scoreLabels(judged);
  const subscriptions = judged.filter(({ mail }) => mail.label !== 'other');
  const hard = judged.filter(({ mail }) => mail.isHardNegative && mail.label === 'other');
  const confirmations = judged.filter(({ mail }) => mail.label === 'cancellation_confirmed');
  const cancellations = judged.filter(({ read }) => read.kind === 'cancellation_confirmed');
  return {
    messages: judged.length,
    accuracy: share(judged, isRight),
    macroF1: mean(labels.map((score) => score.f1 ?? 0)),
    macroF1Decided: mean(scoreLabels(judged.filter(decided)).map((score) => score.f1 ?? 0)),
    coverage: share(subscriptions, decided),
    accuracyDecided: share(judged.filter(decided), isRight),
    accuracyAutomatic: share(
      judged.filter(({ read }) => read.decided === 'auto'),
      isRight,
    ),
    hardNegativeFalse: share(hard, (item) => item.read.kind !== 'other' && item.read.decided !== 'abstain' && !isRight(item)),
    falseCancellations: cancellations
      .filter((item) => decided(item) && !isRight(item))
      .map(({ mail, read }) => `${mail.file} (${read.decided})`),
    automaticCancellations: share(
      cancellations.filter(({ read }) => read.decided === 'auto'),
      isRight,
    ),
    cancellationRecall: {
      automatic: share(confirmations, (item) => item.read.decided === 'auto' && isRight(item)),
      withProbable: share(confirmations, (item) => decided(item) && isRight(item)),
    },
    calibration: calibrate(judged),
    coverageRisk: coverageRisk(judged),
    labels,
    fields: scoreFields(subscriptions),
    confusion: confusionOf(judged),
  };
}

export function share<T>(items: readonly T[], test: (item: T) => boolean): Share {
  const hits = items.filter(test).length;
  const of = items.length;
  if (of === 0) return { hits, of, value: null, low: 0, high: 1 };
  // Wilson score interval, z = 1.96.
  const z = 1.96;
  const p = hits / of;
  const centre = (p + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of);
  return { hits, of, value: p, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

function scoreLabels(judged: readonly Judged[]): LabelScore[] {
  return [...new Set(judged.map(({ mail }) => mail.label))].sort().map((label) => scoreLabel(label, judged));
}

function scoreLabel(label: string, judged: readonly Judged[]): LabelScore {
  // A reading that matches the alternative label counts for that label's precision and is no miss of the first.
  const precision = share(
    judged.filter(({ read }) => read.kind === label),
    isRight,
  );
  const recall = share(
    judged.filter(({ mail }) => mail.label === label),
    isRight,
  );
  const p = precision.value ?? 0;
  const r = recall.value ?? 0;
  return { label, precision, recall, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) };
}

function confusionOf(judged: readonly Judged[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of judged) {
    const truth = isRight(item) ? item.read.kind : item.mail.label;
    const cell = `${truth} > ${item.read.kind}`;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}

const FIELDS: Readonly<Record<string, (read: Classification) => string | null>> = {
  merchant: (read) => read.merchant?.name ?? null,
  plan: (read) => read.plan,
  amount: (read) => (read.price ? formatDecimal(read.price) : null),
  currency: (read) => read.price?.currency ?? null,
  period: (read) => read.period,
  renews_on: (read) => read.renewsOn,
  ends_on: (read) => read.endsOn,
};

/** Exact matches among the mails that state the field. Fields are read only where a kind was. */
function scoreFields(subscriptions: readonly Judged[]): Record<string, Share> {
  const stated = (field: string) =>
    subscriptions.filter(({ mail, read }) => (mail.fields[field] ?? null) !== null && read.kind !== 'other');
  const exact = Object.entries(FIELDS).map(([field, value]) => [
    field,
    share(stated(field), ({ mail, read }) => isSame(field, mail.fields[field]!, value(read))),
  ]);
  return { ...Object.fromEntries(exact), plan_besides_merchant: share(stated('plan'), isSamePlan) };
}

// "Acme Premium" at Acme is "Premium": the labelled sets write the merchant's name into a plan, or don't, and the timeline takes no notice of it.
function isSamePlan({ mail, read }: Judged): boolean {
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

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
