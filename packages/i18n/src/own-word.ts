// The words around what a person says themselves of a subscription, in their language.
import type { Language } from './language.ts';
import { ownWordEn, type OwnWordTexts } from './own-word.en.ts';
import { ownWordFr } from './own-word.fr.ts';
import { typesetFrench } from './typeset-french.ts';

const typesetOwnWordFr = typesetFrench(ownWordFr);

export function ownWordTexts(language: Language): OwnWordTexts {
  return language === 'fr' ? typesetOwnWordFr : ownWordEn;
}
