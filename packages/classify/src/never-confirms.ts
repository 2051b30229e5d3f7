// What rules a confirmation of the reader's own cancellation out, however it is found: by a whole statement, by signals that only together tell, or
// as a question to the person.
import type { Evidence } from './find-evidence.ts';
import type { RuleId } from './frames/rules.ts';

/** Statements of other mails that a confirmation never makes; offers, surveys and help links it does make. */
export const NEVER_CONFIRMS: readonly RuleId[] = [
  'other.newsletter',
  'other.merchant_side',
  'other.not_done',
  'other.example',
  'other.scam',
  'other.thread',
  'other.security',
  'other.delivery',
];

/** What happens to whoever does not pay stands in the small print of every contract. */
export function isSmallPrint({ rule, clause }: Evidence): boolean {
  return rule === 'payment.past_due' && clause.place === 'body';
}

/**
 * What a sentence tells that keeps an end from being the reader's own, whole and settled: somebody else's, a part, replaced, still to be checked, ended by
 * the sender, or bait. At the head of the mail enough to ask instead of acting, in whatever words the rest of it tells of an end.
 */
export const TOLD_OTHERWISE: ReadonlySet<RuleId> = new Set(['told.threat', 'told.against', 'ending.against']);
