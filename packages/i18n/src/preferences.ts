// The words of preferences, digests and calendars in a person's language.
import type { Language } from './language.ts';
import { preferencesEn, type PreferenceTexts } from './preferences.en.ts';
import { preferencesFr } from './preferences.fr.ts';
import { typesetFrench } from './typeset-french.ts';

const typesetPreferencesFr = typesetFrench(preferencesFr);

export function preferenceTexts(language: Language): PreferenceTexts {
  return language === 'fr' ? typesetPreferencesFr : preferencesEn;
}
