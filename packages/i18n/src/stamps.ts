// The words of trusted time in a person's language.
import type { Language } from './language.ts';
import { stampsEn, type StampTexts } from './stamps.en.ts';
import { stampsFr } from './stamps.fr.ts';
import { typesetFrench } from './typeset-french.ts';

const typesetStampsFr = typesetFrench(stampsFr);

export function stampTexts(language: Language): StampTexts {
  return language === 'fr' ? typesetStampsFr : stampsEn;
}
