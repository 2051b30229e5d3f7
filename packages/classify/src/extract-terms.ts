// Reads the notice that a contract asks for before it ends: "préavis de 3 mois", "30 days' notice", "Kündigungsfrist: 1 Monat", "at least 24 hours
// before the end of the current period". The day a minimum term ends is read with the dates.
import { readCount } from './dates/number-words.ts';
import { period, type Period } from '@quittance/domain/period';
import type { Place, SourceText } from './extract-text.ts';
import { COUNT } from './periods/period-words.ts';

export interface NoticePeriod extends Place {
  readonly period: Period;
}

const NUMBER = `(\\d{1,3}|${COUNT}|an?|one|thirty|fourteen|une?|trente|ein(?:em|er|en)?|vierzehn|uno?|una|um|uma|een)`;
const UNIT =
  '(hours?|days?|weeks?|months?|heures?|jours?|semaines?|mois|stunden?|tage?n?|wochen?|monate?n?|horas?|dias?|semanas?|mes(?:es)?|ore|giorn[oi]|settiman[ae]|mes[ei]|uur|dag(?:en)?|we(?:ek|ken)|maand(?:en)?|dni\\w*|tygodni\\w*|miesi\\w+)';
const NOTICE_BEFORE = `(?: [\\w']+){0,4}? ?(?:of|is|est|de|d'|von|betragt|van|wynosi|e di|di|:|\\|)? ?(?:at least |au moins |mindestens )?`;

/** What a text must have for the pattern behind it to be looked for, which takes a hundred times as long to compile. */
const NOTICES: readonly (readonly [needs: string, pattern: string])[] = [
  ['notice', `\\b${NUMBER}[ -](?:calendar |business |full )?${UNIT}['’s]{0,2} (?:\\w+ )?notice\\b`],
  ['notice', `\\bnotice(?: period| required)?${NOTICE_BEFORE}${NUMBER}[ -]${UNIT}`],
  ['preavis', `\\bpreavis${NOTICE_BEFORE}${NUMBER} ${UNIT}`],
  ['kundigungsfrist', `\\bkundigungsfrist${NOTICE_BEFORE}${NUMBER} ${UNIT}`],
  ['frist von', `\\b(?:mit einer )?frist von ${NUMBER} ${UNIT}`],
  ['preaviso|pre-aviso|preavviso', `\\b(?:preaviso|pre-aviso|preavviso)${NOTICE_BEFORE}${NUMBER} ${UNIT}`],
  ['aviso previo|antecedencia|antelacion', `\\b(?:aviso previo|antecedencia|antelacion)${NOTICE_BEFORE}${NUMBER} ${UNIT}`],
  ['antelacion|anticipacion|antecedencia|preaviso', `\\bcon ${NUMBER} ${UNIT} de (?:antelacion|anticipacion|antecedencia|preaviso)\\b`],
  ['opzegtermijn', `\\bopzegtermijn${NOTICE_BEFORE}${NUMBER} ${UNIT}`],
  ['wypowiedzenia', `\\bokres\\w* wypowiedzenia${NOTICE_BEFORE}${NUMBER} ${UNIT}`],
  // "trzymiesięczny okres wypowiedzenia", "30-dniowy"
  ['wypowiedzenia', `\\b(\\d{1,3}|jedno|dwu|trzy|szescio)-?(dniow|tygodniow|miesieczn)\\w+ okres\\w* wypowiedzenia`],
  ['予告期間|解約期間', '(?:予告期間|解約期間)[^。\\d]{0,4}(\\d{1,3}) ?(日|週間|[かヶカヵ]月)'],
  ['前まで', '(?:解約|退会|更新停止)[^。\\d]{0,12}(\\d{1,3}) ?(日|週間|[かヶカヵ]月)前まで'],
  // Only before the end of a term: "at least 24 hours before the end of the current period", "au moins 1 mois avant l'échéance".
  [
    'at least|no later than|not less than|minimum',
    `\\b(?:at least|no later than|not less than|minimum) ${NUMBER} ${UNIT} (?:before|prior to) .{0,30}\\b(?:renew\\w*|end|expir\\w*|term|billing|current period|anniversary)`,
  ],
  [
    'au moins|au plus tard|minimum',
    `\\b(?:au moins|au plus tard|minimum) ${NUMBER} ${UNIT} (?:\\w+ )?avant .{0,30}\\b(?:renouvel\\w*|echeance|terme|fin|reconduction|expiration|anniversaire|date)`,
  ],
  [
    'mindestens|spatestens',
    `\\b(?:mindestens|spatestens) ${NUMBER} ${UNIT} vor .{0,30}\\b(?:ablauf|ende|verlanger\\w*|laufzeit\\w*|vertrags\\w*)`,
  ],
  ['antes de ', `\\b(?:al menos|como minimo|con) ${NUMBER} ${UNIT} antes de .{0,30}\\b(?:renovacion|vencimiento|fin\\w*|termino)`],
  ['almeno|entro', `\\b(?:almeno|entro) ${NUMBER} ${UNIT} prima de\\w* .{0,30}\\b(?:rinnovo|scadenza|fine|termine)`],
  ['antes d', `\\b(?:pelo menos|no minimo|ate) ${NUMBER} ${UNIT} antes d\\w+ .{0,30}\\b(?:renovacao|vencimento|fim|termo)`],
  ['minstens|uiterlijk', `\\b(?:minstens|uiterlijk) ${NUMBER} ${UNIT} voor .{0,30}\\b(?:verleng\\w*|einde|afloop|einddatum)`],
  [
    'najmniej|najpozniej',
    `\\b(?:co najmniej|najpozniej) ${NUMBER} ${UNIT} przed .{0,30}\\b(?:odnowieni\\w*|koncem|uplywem|zakonczeni\\w*)`,
  ],
];
const PATTERNS = NOTICES.map(([needs, pattern]) => ({ needs: new RegExp(needs), pattern: new RegExp(pattern) }));
const HINT = new RegExp(NOTICES.map(([needs]) => needs).join('|'));

export function readNoticePeriod(body: SourceText): NoticePeriod | null {
  const { folded } = body.text;
  if (!HINT.test(folded)) return null;
  for (const { needs, pattern } of PATTERNS) {
    const match = needs.test(folded) ? pattern.exec(folded) : null;
    const length = match === null ? null : toPeriod(match[1]!, match[2]!);
    if (match !== null && length !== null) return { source: body, start: match.index, end: match.index + match[0].length, period: length };
  }
  return null;
}

const PREFIXES: Readonly<Record<string, number>> = { jedno: 1, dwu: 2, trzy: 3, szescio: 6 };

function toPeriod(count: string, unit: string): Period | null {
  const number = PREFIXES[count] ?? readCount(count);
  if (!Number.isInteger(number) || number < 1) return null;
  if (/^(?:hour|heure|stunde|hora|ore|uur)/.test(unit)) return number % 24 === 0 ? period(number / 24, 'D') : null;
  if (/^(?:week|semaine|woche|semana|settiman|wek|weken|tyg|週)/.test(unit)) return period(number, 'W');
  if (/^(?:month|mois|monat|mes|maand|miesi|[かヶカヵ]月)/.test(unit)) return period(number, 'M');
  return period(number, 'D');
}
