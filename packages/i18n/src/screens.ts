// The words of the screens in a person's language.
import type { Language } from './language.ts';
import { screensEn, type ScreenTexts } from './screens.en.ts';
import { screensFr } from './screens.fr.ts';
import { typesetFrench } from './typeset-french.ts';

const typesetScreensFr = typesetFrench(screensFr);

export function screenTexts(language: Language): ScreenTexts {
  return language === 'fr' ? typesetScreensFr : screensEn;
}
