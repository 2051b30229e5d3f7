// The words of trusted time in a person's language.
import type { Language } from './language.ts';
import { stampsEn, type StampTexts } from './stamps.en.ts';
import { stampsFr } from './stamps.fr.ts';

export function stampTexts(language: Language): StampTexts {
  return language === 'fr' ? stampsFr : stampsEn;
}
