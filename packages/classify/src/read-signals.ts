// Everything a decision is made from, read from the message once: language, clauses, statements, scores of the rules and of the words.
// Steps 1–6 of classify-message.ts; the training reads the same signals, so that what is learned is what is used.
import type { ParsedMessage } from '@quittance/domain/message';
import { detectLanguage, type LanguageGuess } from './detect-language.ts';
import { findEvidence, type Findings } from './find-evidence.ts';
import { lexiconsFor } from './frames/lexicons.ts';
import type { CompiledLexicon } from './frames/compile-lexicon.ts';
import type { Features } from './model/feature-sums.ts';
import { hashFeatures, senderNames } from './model/hash-features.ts';
import type { Told } from './model/sentence-model.ts';
import { readClauses, type Clause } from './read-clauses.ts';
import { scoreKinds, type ScoredKinds } from './score-kinds.ts';

export interface Signals {
  readonly message: ParsedMessage;
  readonly guess: LanguageGuess;
  readonly lexicons: readonly CompiledLexicon[];
  readonly clauses: readonly Clause[];
  readonly findings: Findings;
  readonly scores: ScoredKinds;
  /** What its sentences tell; empty until withTellings (model/sentence-model.ts). */
  readonly told: readonly Told[];
  /** Words of the sender's name. */
  readonly names: ReadonlySet<string>;
  readonly features: Features;
}

export function readSignals(message: ParsedMessage, own: ReadonlySet<string>, guess = detectLanguage(message)): Signals {
  const lexicons = lexiconsFor(guess.likely);
  const clauses = readClauses(message);
  const names = senderNames(message);
  const findings = findEvidence(clauses, lexicons, own, names);
  return {
    message,
    guess,
    lexicons,
    clauses,
    findings,
    scores: scoreKinds(findings),
    told: [],
    names,
    features: hashFeatures(clauses, names, findings, guess.language),
  };
}
