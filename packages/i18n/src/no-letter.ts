// What the page says where no letter fits, behind the program's name.
import type { Language } from './language.ts';
import { letterTexts } from './letters.ts';

export function noLetter(language: Language): string {
  const said = letterTexts(language).notNow;
  return said.charAt(0).toLowerCase() + said.slice(1);
}
