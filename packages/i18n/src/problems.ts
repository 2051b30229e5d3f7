// The wording of problems in a person's language.
import type { Language } from './language.ts';
import { problemsEn, type ProblemTexts } from './problems.en.ts';
import { problemsFr } from './problems.fr.ts';
import { typesetFrench } from './typeset-french.ts';

const typesetProblemsFr = typesetFrench(problemsFr);

export function problemTexts(language: Language): ProblemTexts {
  return language === 'fr' ? typesetProblemsFr : problemsEn;
}
