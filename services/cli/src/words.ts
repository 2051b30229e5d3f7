// The command line's words for a person, in their language. JSON never holds any of them.
import type { Language } from '@quittance/i18n/language';
import { wordsEn } from './words.en.ts';
import { wordsFr } from './words.fr.ts';

export type Words = typeof wordsEn;

export function wordsIn(language: Language): Words {
  return language === 'fr' ? wordsFr : wordsEn;
}
