// The kinds that some words of the mail speak for, those with most statements first: for those who help to decide what the classifier abstained from.
import type { MessageKind } from '@quittance/domain/event-kind';
import type { ParsedMessage } from '@quittance/domain/message';
import { detectLanguage } from './detect-language.ts';
import { findEvidence } from './find-evidence.ts';
import { lexiconsFor } from './frames/lexicons.ts';
import { RULES } from './frames/rules.ts';
import { readClauses } from './read-clauses.ts';

export function rankKinds(message: ParsedMessage): MessageKind[] {
  const { evidence } = findEvidence(readClauses(message), lexiconsFor(detectLanguage(message).likely), new Set(), new Set());
  const counts = new Map<MessageKind, number>();
  for (const { rule, voided } of evidence) {
    const { kind } = RULES[rule];
    if (voided === null && kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([kind]) => kind);
}
