// The words of verifying a dossier, by language: what the command line and the page in the browser say.
import type { Language } from './language.ts';
import { verifyingEn, type VerifyingTexts } from './verifying.en.ts';
import { verifyingFr } from './verifying.fr.ts';
import { typesetFrench } from './typeset-french.ts';

const typesetVerifyingFr = typesetFrench(verifyingFr);

export type { VerifyingTexts } from './verifying.en.ts';

export function verifyingTexts(language: Language): VerifyingTexts {
  return language === 'fr' ? typesetVerifyingFr : verifyingEn;
}

/** Of a problem that the verifier named (packages/verifier/src/problems.js). */
export function problemText(problem: string, language: Language): string {
  const texts: Readonly<Record<string, string>> = verifyingTexts(language).problems;
  return texts[problem] ?? problem;
}
