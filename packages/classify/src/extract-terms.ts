// Reads the notice that a contract asks for before its renewal: "préavis de 3 mois", "30 days' notice", "Kündigungsfrist: 1 Monat",
// "at least 24 hours before the end of the current period". The day a minimum term ends is read with the dates.
import { readCount } from './dates/number-words.ts';
import { period, type Period } from '@quittance/domain/period';
import type { Place, SourceText } from './extract-text.ts';

export interface NoticePeriod extends Place {
  readonly period: Period;
}

const NUMBER =
  '(\\d{1,3}|an?|one|two|three|six|thirty|fourteen|une?|deux|trois|six|quinze|trente|ein(?:em|er|en)?|zwei|drei|sechs|vier|dos|tres|uno?|due|tre|sei|um|uma|dois|een|twee|drie)';
const UNIT =
  '(hours?|days?|weeks?|months?|heures?|jours?|semaines?|mois|stunden?|tage?n?|wochen?|monate?n?|horas?|dias?|semanas?|mes(?:es)?|ore|giorn[oi]|settiman[ae]|mes[ei]|uur|dag(?:en)?|we(?:ek|ken)|maand(?:en)?|dni|tygodni\\w*|miesi\\w+)';

const PATTERNS: readonly RegExp[] = [
  `\\b${NUMBER}[ -](?:calendar |business |full )?${UNIT}['’s]{0,2} (?:\\w+ )?notice\\b`,
  `\\bnotice(?: period)?(?: of| is|:| \\|)? (?:at least )?${NUMBER}[ -]${UNIT}`,
  `\\bpreavis(?: \\w+){0,2} ?(?:de |d'|:|\\|)? ?${NUMBER} ${UNIT}`,
  `\\bkundigungsfrist(?: \\w+){0,2} ?(?:von |:|\\|)? ?${NUMBER} ${UNIT}`,
  `\\b(?:mit einer )?frist von ${NUMBER} ${UNIT}`,
  `\\bpreaviso(?: \\w+){0,2} de ${NUMBER} ${UNIT}`,
  `\\bpreavviso(?: \\w+){0,2} di ${NUMBER} ${UNIT}`,
  `\\b(?:aviso previo|antecedencia|antelacion)(?: \\w+){0,1} de ${NUMBER} ${UNIT}`,
  `\\bopzegtermijn(?: \\w+){0,1} ?(?:van |:)? ?${NUMBER} ${UNIT}`,
  `\\bokres\\w* wypowiedzenia.{0,12} ${NUMBER} ${UNIT}`,
  // Only before the end of a term: "at least 24 hours before the end of the current period", "au moins 1 mois avant l'échéance".
  `\\b(?:at least|no later than|not less than|minimum) ${NUMBER} ${UNIT} (?:before|prior to) .{0,30}\\b(?:renew\\w*|end|expir\\w*|term|billing|current period|anniversary)`,
  `\\b(?:au moins|au plus tard|minimum) ${NUMBER} ${UNIT} (?:\\w+ )?avant .{0,30}\\b(?:renouvel\\w*|echeance|terme|fin|reconduction|expiration|anniversaire|date)`,
  `\\b(?:mindestens|spatestens) ${NUMBER} ${UNIT} vor .{0,30}\\b(?:ablauf|ende|verlanger\\w*|laufzeit\\w*|vertrags\\w*)`,
  `\\b(?:al menos|como minimo|con) ${NUMBER} ${UNIT} antes de .{0,30}\\b(?:renovacion|vencimiento|fin\\w*|termino)`,
  `\\b(?:almeno|entro) ${NUMBER} ${UNIT} prima de\\w* .{0,30}\\b(?:rinnovo|scadenza|fine|termine)`,
].map((pattern) => new RegExp(pattern));

const HINT =
  /notice|kundigungsfrist|frist von|preav|aviso previo|antecedencia|antelacion|opzegtermijn|wypowiedzenia|at least|no later|not less|minimum|au moins|au plus tard|mindestens|spatestens|al menos|como minimo|antes de|almeno|entro/;

export function readNoticePeriod(body: SourceText): NoticePeriod | null {
  if (!HINT.test(body.text.folded)) return null;
  for (const pattern of PATTERNS) {
    const match = pattern.exec(body.text.folded);
    const length = match === null ? null : toPeriod(match[1]!, match[2]!);
    if (match !== null && length !== null) return { source: body, start: match.index, end: match.index + match[0].length, period: length };
  }
  return null;
}

function toPeriod(count: string, unit: string): Period | null {
  const number = readCount(count);
  if (!Number.isInteger(number) || number < 1) return null;
  if (/^(?:hour|heure|stunde|hora|ore|uur)/.test(unit)) return number % 24 === 0 ? period(number / 24, 'D') : null;
  if (/^(?:week|semaine|woche|semana|settiman|wek|weken|tyg)/.test(unit)) return period(number, 'W');
  if (/^(?:month|mois|monat|mes|maand|miesi)/.test(unit)) return period(number, 'M');
  return period(number, 'D');
}
