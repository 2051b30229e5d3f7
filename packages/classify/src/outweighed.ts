// What a sure confirmation may say beside itself. Of doubt-cancellation.ts, for the text and for its other rendering.
import type { Evidence, Findings } from './find-evidence.ts';
import { RULES, type RuleId } from './frames/rules.ts';

/** A newsletter or a parcel that goes on, a warning of phishing, what expires later or was called off beside the contract. */
const OUTWEIGHED: ReadonlySet<RuleId> = new Set([
  'other.newsletter',
  'other.delivery',
  'other.security',
  'other.thing_cancelled',
  'expired.done',
  'trial.ended',
]);

/**
 * The findings without what a sure confirmation says below its subject of other things, or of what would be: "if you cancelled by mistake". What denies it, or says
 * that it goes on or is somebody else's, stays.
 */
export function outweighed(findings: Findings): Findings {
  const isSmall = ({ rule, voided, clause }: Evidence): boolean =>
    clause.place !== 'subject' && (voided === null ? OUTWEIGHED.has(rule) : voided === 'condition' && RULES[rule].strength === 'complete');
  return { ...findings, evidence: findings.evidence.filter((item) => !isSmall(item)) };
}
