// The words of watched folders in a person's language.
import { inletsEn, type InletTexts } from './inlets.en.ts';
import { inletsFr } from './inlets.fr.ts';
import type { Language } from './language.ts';
import { typesetFrench } from './typeset-french.ts';

const typesetInletsFr = typesetFrench(inletsFr);

export function inletTexts(language: Language): InletTexts {
  return language === 'fr' ? typesetInletsFr : inletsEn;
}
