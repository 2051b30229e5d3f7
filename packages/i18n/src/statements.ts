// The words of bank statements in a person's language.
import type { Language } from './language.ts';
import { statementsEn, type StatementTexts } from './statements.en.ts';
import { statementsFr } from './statements.fr.ts';
import { typesetFrench } from './typeset-french.ts';

const typesetStatementsFr = typesetFrench(statementsFr);

export function statementTexts(language: Language): StatementTexts {
  return language === 'fr' ? typesetStatementsFr : statementsEn;
}
