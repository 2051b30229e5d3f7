// What the page says where no letter fits, behind the program's name.
import type { Language } from '@quittance/i18n/language';
import { letterTexts } from '@quittance/i18n/letters';

export function noLetter(language: Language): string {
  const said = letterTexts(language).notNow;
  return said.charAt(0).toLowerCase() + said.slice(1);
}
