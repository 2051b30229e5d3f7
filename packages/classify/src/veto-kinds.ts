// What some statements rule out, whatever the words look like: the share of a kind that cannot be goes to the kind that the statement makes of
// it, or to all others alike. Used by decide.ts before anything is chosen.
import type { MessageKind } from '@quittance/domain/event-kind';
import type { Evidence, Findings } from './find-evidence.ts';
import { RULES, type RuleId } from './frames/rules.ts';
import { KINDS } from './model/linear-model.ts';

/** Reasons for which a statement is not only doubtful but says the opposite. */
const DENIALS: ReadonlySet<Evidence['voided']> = new Set([
  'condition',
  'negation',
  'question',
  'not_yet',
  'third_party',
  'former_contract',
]);

export function vetoKinds(shares: readonly number[], { evidence, contractWords }: Findings): readonly number[] {
  const holds = (rule: RuleId): boolean => evidence.some((item) => item.rule === rule && item.voided === null);
  let left = shares;
  // Ended by the merchant for want of payment: nobody was released from anything.
  if (holds('expired.unpaid')) left = moved(left, 'cancellation_confirmed', 'expired');
  // Threatened, denied, said of somebody else: no cancellation. Threatened for want of payment, it is about that payment.
  if (isDenied(evidence)) left = moved(left, 'cancellation_confirmed', holds('payment.consequence') ? 'payment_failed' : null);
  // A receipt for a purchase, in a mail that names no contract and no period.
  if (contractWords === 0 && holds('other.purchase')) left = moved(left, 'renewal_charged', 'other');
  return left;
}

function isDenied(evidence: readonly Evidence[]): boolean {
  const said = evidence.filter(({ rule }) => RULES[rule].kind === 'cancellation_confirmed' && RULES[rule].strength !== 'support');
  return said.length > 0 && said.every((item) => DENIALS.has(item.voided));
}

function moved(shares: readonly number[], from: MessageKind, to: MessageKind | null): number[] {
  const share = shares[KINDS.indexOf(from)]!;
  return shares.map((other, index) => {
    if (KINDS[index] === from) return 0;
    if (to === null) return other / (1 - share || 1);
    return KINDS[index] === to ? other + share : other;
  });
}
