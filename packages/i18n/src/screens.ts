// The words of the screens in a person's language.
import type { Language } from './language.ts';
import { screensEn, type ScreenTexts } from './screens.en.ts';
import { screensFr } from './screens.fr.ts';

export function screenTexts(language: Language): ScreenTexts {
  return language === 'fr' ? screensFr : screensEn;
}
