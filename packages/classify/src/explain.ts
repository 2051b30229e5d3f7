// The quoted reasons of a verdict: the statements that made the kind, strongest first, and what spoke against it.
import type { Reason } from '@quittance/domain/classification';
import type { MessageKind } from '@quittance/domain/event-kind';
import type { Evidence, Findings } from './find-evidence.ts';
import { quoteAt } from './fold-text.ts';
import { RULES } from './frames/rules.ts';
import { weightOf } from './score-kinds.ts';

const REASONS_MAX = 6;

export function explainKind(kind: MessageKind, findings: Findings): Reason[] {
  const holding = findings.evidence.filter((item) => item.voided === null);
  const forKind = kind === 'other' ? [] : holding.filter((item) => RULES[item.rule].kind === kind);
  const against = holding.filter((item) => RULES[item.rule].kind === 'other');
  const voided = findings.evidence.filter((item) => item.voided !== null);
  return [
    ...strongest(forKind).map((item) => reasonOf(item, 'kind', item.rule)),
    ...strongest(against).map((item) => reasonOf(item, 'veto', item.rule)),
    ...strongest(voided).map((item) => reasonOf(item, 'veto', `${item.rule}!${item.voided}`)),
  ];
}

function strongest(items: readonly Evidence[]): Evidence[] {
  const best = new Map<string, Evidence>();
  for (const item of items) {
    const known = best.get(item.rule);
    if (!known || weightOf(item) > weightOf(known)) best.set(item.rule, item);
  }
  return [...best.values()].sort((a, b) => weightOf(b) - weightOf(a)).slice(0, REASONS_MAX);
}

function reasonOf(item: Evidence, field: 'kind' | 'veto', rule: string): Reason {
  const quote = quoteAt(item.clause.text, item.start, item.end);
  return { rule, field, zone: item.clause.place === 'subject' ? 'subject' : 'body', ...quote };
}
