// The words of the letters in a person's language.
import type { Language } from './language.ts';
import { lettersEn, type LetterTexts } from './letters.en.ts';
import { lettersFr } from './letters.fr.ts';
import { typesetFrench } from './typeset-french.ts';

export type { LetterFacts, LetterTexts, RunningFacts } from './letters.en.ts';

const typesetLettersFr = typesetFrench(lettersFr);

export function letterTexts(language: Language): LetterTexts {
  return language === 'fr' ? typesetLettersFr : lettersEn;
}
