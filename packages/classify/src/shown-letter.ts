// Mail that shows the words of a confirmation and confirms nothing: a form to fill in, a template nobody filled, a test run, a text to approve,
// a mail that takes back an earlier one. A doubt only: whoever is asked sees at once what it is. Used by doubt-cancellation.ts.
import type { ParsedMessage } from '@quittance/domain/message';
import { allMatches } from './all-matches.ts';
import { foldText } from './fold-text.ts';
import { readableBody } from './read-clauses.ts';

/** What it says of itself stands at its head, in characters. */
const HEAD = 1_500;

/** A gap in a line with words is there to be filled by hand; a line of nothing else only parts two blocks. */
const BLANK = '____';
const LETTER = /\p{L}/u;

/** Left by a program that sends templates. */
const PLACEHOLDER = /\{\{[^}\n]{0,60}\}\}|\$\{\w+\}|\{%|<%=|%%\w+%%|\[\[\w+\]\]|lorem ipsum/;

/** A tag in brackets or before a colon, as test systems and agencies write it. */
const TAGS = [
  'test|tests|testing|staging|stage|acc|acceptance|preprod|sandbox|uat|dev|qa|demo|draft|proof|preview|sample|training|exercise',
  'essai|recette|brouillon|bat|exemple|maquette|exercice|entwurf|testsystem|korrekturabzug|probe|muster|ubung|beispiel',
  'prueba|borrador|ejemplo|ejercicio|prova|bozza|esempio|esercizio|teste|rascunho|exemplo|exercicio|concept|proef|voorbeeld|oefening',
  'szkic|przyklad|cwiczenie',
].join('|');
const TAGGED = new RegExp(String.raw`^\W{0,3}(?:\[|\(|【)\s?(?:${TAGS})\b[^\])】]{0,20}[\])】]|^\W{0,3}(?:${TAGS})(?: \d+)? ?[:|–—]`);
const TAGGED_JA = /^\W{0,3}[[(【〔]?(?:テスト|下書き|校正|サンプル|見本|訓練|例文)/;

/** Of texts, not of contracts; and that an earlier mail was wrong. By language, folded. */
const OF_TEXTS = [
  "for proofreading|e-?mail template|message template|test environment|sent (?:to you )?(?:in error|by mistake)|(?:ignore|disregard) (?:the|our|yesterday's|that|this morning's|earlier|previous)",
  "bon a tirer|pour relecture|modele d'e-?mail|modele de (?:mail|message|courrier)|environnement de (?:test|recette)|envoye (?:par erreur|a tort)|erreur d'envoi|ne (?:pas )?ten(?:ez|ir) (?:pas )?compte d[eu]",
  'korrekturabzug|zur freigabe|textbaustein|e-?mail-vorlage|mustervorlage|testumgebung|irrtumlich (?:versandt|verschickt|erhalten)|versehentlich (?:versandt|verschickt|erhalten)|gegenstandslos',
  'para revision|plantilla de (?:correo|mensaje)|entorno de pruebas|enviad[oa] por error|hagan? caso omiso|ignor(?:e|a|en) (?:el|nuestro) (?:correo|mensaje|aviso)',
  'per approvazione|modello di (?:e-?mail|messaggio)|ambiente di (?:test|collaudo)|inviat[oa] per errore|ignor(?:i|ate|a) (?:la|il|la nostra) (?:mail|e-?mail|messaggio|comunicazione)|modulo di recesso',
  'para aprovacao|modelo de (?:e-?mail|mensagem)|ambiente de (?:testes?|homologacao)|enviad[oa] por (?:engano|lapso|erro)|desconsider(?:e|ar)|ignor(?:e|ar) o (?:e-?mail|nosso|aviso)|formulario de livre resolucao',
  'ter goedkeuring|e-?mailsjabloon|acceptatieomgeving|testomgeving|per ongeluk (?:verstuurd|verzonden)|abusievelijk|ten onrechte (?:verstuurd|verzonden|ontvangen)|modelformulier',
  'do zatwierdzenia|szablon (?:wiadomosci|e-?maila)|srodowisko testowe|wyslan[aey] (?:omylkowo|przez pomylke)|(?:prosimy )?zignorowac|formularz odstapienia',
  'formulaire de retractation|muster-?widerrufsformular|widerrufsformular|formulario de desistimiento|model withdrawal form',
].join('|');
const SHOWN = new RegExp(String.raw`(?<!\w)(?:${OF_TEXTS})(?!\w)`, 'g');
const SHOWN_JA = /誤(?:って|)(?:送信|配信|送付)|承認待ち|文面(?:の)?(?:確認|校正)|テスト環境|テンプレート/;

/** "If this message reached you in error", "please ignore it if you have already …": said to whoever it may concern. */
const CONDITION = /(?:^|[,;:(] ?)(?:if|should|si|s'il|wenn|falls|sollten?|sofern|se|caso|als|indien|mocht\w*|jesli|jezeli|gdyby)(?!\w)/;
const AFTERWARDS = /^[^.!?\n]{0,80}?(?<!\w)(?:if|si|s'il|wenn|falls|se|caso|als|indien|jesli|jezeli)(?!\w)/;

export function isShownLetter(message: ParsedMessage): boolean {
  const title = foldText(message.subject).folded.trimStart();
  if (TAGGED.test(title) || TAGGED_JA.test(title)) return true;
  const body = readableBody(message).folded;
  const head = `${title}\n${body.slice(0, HEAD)}`;
  return saysSo(head) || SHOWN_JA.test(head) || PLACEHOLDER.test(body) || hasBlanks(body);
}

function saysSo(head: string): boolean {
  return allMatches(head, SHOWN).some(({ index, 0: { length } }) => {
    const before = head
      .slice(0, index)
      .split(/[.!?\n]/)
      .at(-1)!
      .trimStart();
    return !CONDITION.test(before) && !AFTERWARDS.test(head.slice(index + length));
  });
}

function hasBlanks(body: string): boolean {
  return body.includes(BLANK) && body.split('\n').some((line) => line.includes(BLANK) && LETTER.test(line));
}
