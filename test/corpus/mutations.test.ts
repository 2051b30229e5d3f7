// Every rule and every veto earns its place: with one of them taken away, at least one mail that was read right is read worse. Mails are the
// hand-written ones of test/corpus and the training skeletons; a rule is taken away by striking what it found, which is what its absence
// would leave.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseMessage } from '@quittance/mail/parse-message';
import { decide, type Verdict } from '@quittance/classify/decide';
import type { Evidence } from '@quittance/classify/find-evidence';
import { RULES, type RuleId } from '@quittance/classify/frames/rules';
import { hashFeatures } from '@quittance/classify/model/hash-features';
import { scoreWords } from '@quittance/classify/model/linear-model';
import { committedModel } from '@quittance/classify/model/read-weights';
import { withTellings } from '@quittance/classify/model/sentence-model';
import { stackInputs } from '@quittance/classify/model/stack-inputs';
import { stackRealMail, tempered } from '@quittance/classify/model/stacker';
import { ownAddresses } from '@quittance/classify/own-addresses';
import { readSignals, type Signals } from '@quittance/classify/read-signals';
import { scoreKinds } from '@quittance/classify/score-kinds';
import { expect, it } from 'vitest';
import { readCorpus } from '../bench/accuracy-corpus.ts';
import { CORPORA } from '../bench/corpora.ts';
import { fillSkeleton } from '../training/fill-skeleton.ts';
import { randomFrom } from '../training/random.ts';
import { renderMail } from '../training/render-mail.ts';
import { readSkeletons } from '../training/skeletons.ts';

interface Specimen {
  readonly label: string;
  readonly signals: Signals;
  readonly verdict: Verdict;
}

const model = committedModel();

function judge(signals: Signals): Verdict {
  const words = scoreWords(model.linear, signals.features);
  return decide({
    signals,
    shares: stackRealMail(model.stacker, stackInputs(signals, tempered(words))),
    wordShares: words.map(Math.exp),
    isLearned: true,
    foreignShares: () => null,
    isKnownMerchant: false,
    suspicions: [],
    alternativeAgrees: () => true,
  });
}

/** The same mail with other evidence. */
function withEvidence(signals: Signals, evidence: readonly Evidence[]): Signals {
  const findings = { ...signals.findings, evidence };
  return {
    ...signals,
    findings,
    scores: scoreKinds(findings),
    features: hashFeatures(signals.clauses, signals.names, findings, signals.guess.language),
  };
}

/** Mails that hang on one rule or veto: for those that the other mails never need. Label, subject, body. */
const SPECIMENS: readonly (readonly [label: string, subject: string, body: string])[] = [
  ['cancellation_requested', 'Cancellation', 'Hello, please cancel my subscription. Kind regards, Camille'],
  ['payment_failed', 'Billing problem', 'There is a problem with your Lumora subscription.'],
  ['payment_failed', 'Last notice', 'Your subscription will be cancelled on May 3 unless you pay the outstanding invoice.'],
  ['signup', 'Your paid Lumora subscription', 'Your free trial was converted to a paid subscription.'],
  ['other', 'Billing', 'The billing address of your subscription has been updated.'],
  [
    'other',
    'Your renewal',
    'Your subscription has been renewed for $399. If you did not authorize this charge, call our helpline at 555 0100.',
  ],
  ['other', 'News', 'Last year your previous subscription was cancelled.'],
  ['cancellation_confirmed', 'Your Lumora plan', 'Your Lumora subscription will be cancelled on May 3, 2026.'],
  ['other', 'A note', 'Your subscription was cancelled by our fraud team.'],
  ['other', 'Your subscription is cancelled in 30 days', 'In 30 days your Lumora subscription is cancelled. Sign in to keep it.'],
  [
    'renewal_notice',
    'Your invoice',
    'Invoice 8812 for your hosting subscription is due on June 3, 2026. Amount due: $20.00. Pay the invoice online.',
  ],
  [
    'renewal_notice',
    'Votre adhesion expire dans 14 jours',
    'Bonjour, votre adhesion expire dans 14 jours. Pensez avant cette date au renouvellement de votre adhesion.',
  ],
  [
    'renewal_notice',
    'Your renewal order',
    'Thanks for your subscription renewal order. It is on hold until we confirm that payment has been received. Total: $18.50 per month.',
  ],
  ['refund', 'About your subscription', 'We have refunded your last payment for the Lumora subscription.'],
  ['refund', 'Your Lumora account', 'Hello, the payment of $20.00 was refunded to your card. The subscription goes on.'],
  ['refund', 'Lumora', 'We will refund the last payment for your Lumora subscription within five days.'],
  ['expired', 'Subscription expired', 'Hello Camille, sign in to see what you can do about your Lumora account.'],
  ['expired', 'Membership expired', 'Dear Camille, we would be glad to see you again. Membership no. 8812.'],
  ['plan_changed', 'Your Lumora plan', 'Your plan will change to Basic on May 3, 2026.'],
  ['plan_changed', 'Lumora', 'Your subscription will be downgraded to Basic on May 3, 2026, as you chose.'],
  ['other', 'Gift cancelled', 'Your gift subscription offer on your membership was cancelled. Your membership upgrade was cancelled.'],
  [
    'other',
    'Gym',
    'Hi Camille, I cancelled my gym membership yesterday. They say my subscription is cancelled and ends on May 31, 2026. See you on Sunday.',
  ],
  [
    'cancellation_confirmed',
    'The end of your Lumora broadband',
    'Thank you for being with us.\r\n\r\nPlease send us a final meter reading.',
  ],
  ['cancellation_confirmed', 'Leaving Lumora', 'Please return the router.\r\n\r\nIt is all taken care of.'],
  ['other', 'Your subscription was cancelled', 'FYI.\r\n\r\nYour subscription was cancelled, as you asked.'],
  [
    'other',
    'Your cancellation',
    'You are about to cancel your subscription.\r\n\r\nNo further payments will be taken.\r\n\r\nYour subscription ends on May 31, 2026.',
  ],
  ['payment_failed', 'Payment problem', 'Your Lumora subscription\r\n\r\nAmount: $20.00'],
  ['other', 'Employment', 'Your employment contract was ended at your request on May 3, 2026. You will receive no further payments.'],
  ['cancellation_confirmed', 'Closing your Lumora broadband', 'Please return the router. Thank you for being with us.'],
  ['cancellation_confirmed', 'Your broadband', 'Your broadband has been disconnected.\r\nStatus: ended\r\nReason: moving\r\nLine: 44 18'],
  [
    'other',
    'Your electricity',
    'Your electricity supply will be switched off for 2 hours on May 3, 2026. Please send us a meter reading afterwards.',
  ],
  ['other', 'Your server', 'Your server will be shut down on May 3, 2026 because it was dormant. Your files will be deleted afterwards.'],
  ['other', 'Your line', 'Your broadband has been disconnected. About to leave for good, see our prices. Keep your number in any case.'],
  ['other', 'Your SMS alerts', 'Your SMS alerts subscription was cancelled, as you asked. You will get no further messages.'],
  [
    'cancellation_confirmed',
    'Your electricity',
    'As you asked, supply at this address stops on May 31, 2026.\r\n\r\nPlease send us a final meter reading.',
  ],
  ['cancellation_confirmed', 'Closing your Lumora broadband', 'Your last day of access is May 31, 2026. Next payment: –'],
  ['cancellation_confirmed', 'Your Lumora broadband', "As you asked, we've taken you off cover.\r\nStatus: ended\r\nReason: moving"],
  ['cancellation_confirmed', 'Lumora', 'Your May box was the last one we send you. Your badge opens the doors until May 31, 2026.'],
  ['cancellation_confirmed', 'Lumora', 'We have taken your car off cover with effect from May 31, 2026. You recently cancelled Duo.'],
  ['cancellation_confirmed', 'Lumora', "Your May box was the last one we send you. Thank you for the years you've spent with us."],
  [
    'cancellation_requested',
    'Your Lumora subscription',
    'Your subscription is still running. The cancellation is being processed and you will hear from us.',
  ],
  [
    'renewal_charged',
    'Invoice 8812',
    'Please find your invoice for the Lumora subscription of May attached. Amount: $20.00 per month. Thank you.',
  ],
  ['expired', 'Lumora', 'Your subscription has been terminated for a breach of our terms.'],
  ['expired', 'Lumora', "Your membership has been terminated because of a violation of the club's rules."],
  ['plan_changed', 'Your old plan', 'Your Basic subscription was cancelled because it was converted to a Duo subscription.'],
  ['other', 'Welcome to Lumora', 'You are now on the free plan. Upgrade to a paid subscription at any time.'],
  ['other', 'Your card expires', 'The card we charge for your subscription expires soon.'],
  ['other', 'Lumora', 'This does not mean that your subscription was cancelled.'],
  ['cancellation_confirmed', 'Lumora', 'Your plan has been scheduled for cancellation on May 31, 2026.'],
  ['cancellation_confirmed', 'Lumora', 'The subscription is canceling on May 31, 2026. See you again.'],
  [
    'cancellation_confirmed',
    'Lumora',
    'We have taken your car off cover with effect from May 31, 2026. Remove the permit from the windscreen, as it no longer protects you from a ticket.',
  ],
  ['cancellation_confirmed', 'Lumora', 'Your subscription will not renew.'],
  ['cancellation_confirmed', 'Lumora', "Your plan won't renew on May 31, 2026."],
  ['cancellation_confirmed', 'Lumora', 'Your May box was the last one we send you. May 31, 2026 will be your last day with us.'],
  ['payment_failed', 'Lumora', 'We will try again in three days.'],
  ['trial_started', 'Lumora', 'Your trial confirmation.'],
  ['expired', 'Lumora', 'Your membership has been terminated due to a breach of the rules. Access ended on May 3, 2026.'],
  ['signup', 'Your new subscription', 'Duo: €12.00 a month.'],
  ['other', 'Your broadband', 'Your broadband has been disconnected. You can keep your e-mail address. Join us today.'],
  ['other', 'Your broadband', 'Your broadband has been disconnected. Move your number to us. Return the router.'],
  [
    'other',
    'Your Lumora subscription was cancelled',
    'As requested, your Lumora subscription was cancelled. You will not be charged again. Cancelled by Marcus Drury, who owns the plan that you were a guest of.',
  ],
  [
    'expired',
    'Your Lumora subscription was cancelled',
    'Your Lumora subscription was cancelled for repeated violations. You will not be charged again.',
  ],
  [
    'cancellation_confirmed',
    'Cancellation complete',
    'We have received your request to cancel your subscription. You can use all features until May 31, 2026.',
  ],
  [
    'cancellation_confirmed',
    'Closing your Lumora broadband',
    'The last instalment was collected on May 31, 2026. Lounge access ends for you on May 31, 2026.',
  ],
];

const specimens: Specimen[] = [];
async function add(raw: Buffer, label: string): Promise<void> {
  const message = await parseMessage(raw);
  const signals = withTellings(model.told, readSignals(message, ownAddresses(message)));
  const verdict = judge(signals);
  if (verdict.kind === label || label !== 'cancellation_confirmed') specimens.push({ label, signals, verdict });
}
for (const skeleton of readSkeletons()) {
  const random = randomFrom(`mutations ${skeleton.name}`);
  await add(renderMail(fillSkeleton(skeleton, random), skeleton.language, random), skeleton.kind);
}
for (const [label, subject, body] of SPECIMENS) {
  await add(
    Buffer.from(`From: Lumora <no-reply@lumora.example>\r\nTo: camille@home.example\r\nSubject: ${subject}\r\n\r\n${body}\r\n`),
    label,
  );
}
for (const { folder } of CORPORA.slice(0, 2)) {
  if (existsSync(join(folder, 'labels.jsonl'))) for (const mail of await readCorpus(folder)) await add(mail.raw, mail.label);
}

/** Whether a reading got worse: another kind than the right one, less sure of it, or a cancellation that is none, asked about or taken. */
function isWorse({ label, verdict }: Specimen, now: Verdict): boolean {
  if (now.kind === 'cancellation_confirmed' && label !== now.kind)
    return now.decided !== 'abstain' && (now.kind !== verdict.kind || rank(now) > rank(verdict));
  if (verdict.kind !== label) return now.decided === 'auto' && verdict.decided !== 'auto' && now.kind !== label;
  return now.kind !== label || rank(now) < rank(verdict) || now.confidence < verdict.confidence - 0.05;
}

const rank = ({ decided }: Verdict): number => ['abstain', 'probable', 'auto'].indexOf(decided);

function notices(change: (evidence: readonly Evidence[]) => readonly Evidence[] | null): boolean {
  return specimens.some((specimen) => {
    const changed = change(specimen.signals.findings.evidence);
    return changed !== null && isWorse(specimen, judge(withEvidence(specimen.signals, changed)));
  });
}

it.each(Object.keys(RULES) as RuleId[])('misses the rule %s', (rule) => {
  expect(notices((evidence) => (evidence.some((item) => item.rule === rule) ? evidence.filter((item) => item.rule !== rule) : null))).toBe(
    true,
  );
});

const VETOES = ['condition', 'negation', 'question', 'third_party', 'part_of_contract', 'former_contract', 'not_yet', 'quotation'] as const;

it.each(VETOES)('misses the veto %s', (veto) => {
  expect(
    notices((evidence) =>
      evidence.some((item) => item.voided === veto)
        ? evidence.map((item) => (item.voided === veto ? { ...item, voided: null } : item))
        : null,
    ),
  ).toBe(true);
});

it('notices nothing where nothing is taken away', () => {
  expect(notices((evidence) => evidence)).toBe(false);
});
