// Counts of an accuracy run: per label, per language, confusion, fields. Every share comes with its Wilson 95 % interval, because a
// figure on six mails says little.
import { calibrate, coverageRisk, type Calibration, type CoveragePoint } from './calibration.ts';
import { scoreFields } from './field-scores.ts';
import { isRight, type Judged } from './judged.ts';
import { share, type Share } from './share.ts';

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
    fields: scoreFields(subscriptions.filter(({ read }) => read.kind !== 'other')),
    confusion: confusionOf(judged),
  };
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

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
