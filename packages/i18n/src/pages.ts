// The words of the pages in a person's language.
import type { Language } from './language.ts';
import { pagesEn, type PageTexts } from './pages.en.ts';
import { pagesFr } from './pages.fr.ts';
import { typesetFrench } from './typeset-french.ts';

const typesetPagesFr = typesetFrench(pagesFr);

export function pageTexts(language: Language): PageTexts {
  return language === 'fr' ? typesetPagesFr : pagesEn;
}
