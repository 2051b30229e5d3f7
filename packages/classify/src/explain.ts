// The quoted reasons of a verdict: the statements that made the kind, strongest first, the sentence whose words spoke most for it where the
// statements alone would not have, and what spoke against it.
import type { Reason } from '@quittance/domain/classification';
import type { MessageKind } from '@quittance/domain/event-kind';
import type { Evidence } from './find-evidence.ts';
import { quoteAt } from './fold-text.ts';
import { RULES } from './frames/rules.ts';
import { foreignBuckets } from './model/foreign-model.ts';
import { bucketsOfClause } from './model/hash-features.ts';
import { tellingClause } from './model/linear-model.ts';
import type { Model } from './model/read-weights.ts';
import type { Signals } from './read-signals.ts';
import { weightOf } from './score-kinds.ts';
import { wholeWords } from './whole-words.ts';

const REASONS_MAX = 6;

/** @param isForeign whether the kind was read from a language without rules. */
export function explainKind(kind: MessageKind, signals: Signals, model: Model, isForeign: boolean): Reason[] {
  const { findings } = signals;
  const holding = findings.evidence.filter((item) => item.voided === null);
  const forKind = kind === 'other' ? [] : holding.filter((item) => RULES[item.rule].kind === kind);
  const against = holding.filter((item) => RULES[item.rule].kind === 'other');
  const voided = findings.evidence.filter((item) => item.voided !== null);
  return [
    ...strongest(forKind).map((item) => reasonOf(item, 'kind', item.rule)),
    ...(forKind.some(isStatement) ? [] : wordsReason(kind, signals, model, isForeign)),
    ...strongest(against).map((item) => reasonOf(item, 'veto', item.rule)),
    ...strongest(voided).map((item) => reasonOf(item, 'veto', `${item.rule}!${item.voided}`)),
  ];
}

function isStatement(item: Evidence): boolean {
  return RULES[item.rule].strength !== 'support';
}

/** `model:<kind>`: no rule said it, the words did. */
function wordsReason(kind: MessageKind, { clauses, guess, names }: Signals, model: Model, isForeign: boolean): Reason[] {
  if (kind === 'other') return [];
  const { language } = guess;
  const clause = isForeign
    ? tellingClause(model.foreign, kind, clauses, (item) => foreignBuckets(item, language))
    : tellingClause(model.linear, kind, clauses, (item) => bucketsOfClause(item, names, language));
  if (clause === null) return [];
  const quote = quoteAt(clause.text, clause.start, clause.end);
  return [{ rule: `model:${kind}`, field: 'kind', zone: clause.place === 'subject' ? 'subject' : 'body', ...quote }];
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
  const { text } = item.clause;
  const quote = wholeWords(text.original, quoteAt(text, item.start, item.end));
  return { rule, field, zone: item.clause.place === 'subject' ? 'subject' : 'body', ...quote };
}
