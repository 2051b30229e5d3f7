// The words of a statement of silence in a person's language.
import type { Language } from './language.ts';
import { silenceEn, type SilenceTexts } from './silence.en.ts';
import { silenceFr } from './silence.fr.ts';
import { typesetFrench } from './typeset-french.ts';

const typesetSilenceFr = typesetFrench(silenceFr);

export type { SilenceTexts } from './silence.en.ts';

export function silenceTexts(language: Language): SilenceTexts {
  return language === 'fr' ? typesetSilenceFr : silenceEn;
}
