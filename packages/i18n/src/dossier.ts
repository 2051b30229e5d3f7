// The words of the dossier in a person's language: report, README and the buttons that lead to them.
import { dossierEn, type DossierTexts } from './dossier.en.ts';
import { dossierFr } from './dossier.fr.ts';
import type { Language } from './language.ts';
import { typesetFrench } from './typeset-french.ts';

const typesetDossierFr = typesetFrench(dossierFr);

export type { DossierTexts } from './dossier.en.ts';

export function dossierTexts(language: Language): DossierTexts {
  return language === 'fr' ? typesetDossierFr : dossierEn;
}
