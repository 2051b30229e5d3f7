// How long a trial runs that begins with its mail: "your 14-day free trial", « 30 jours offerts », "14 Tage kostenlos testen", "14日間無料". Told by its length alone a
// trial ends that many days after the mail; where the mail names the day itself, that counts (pick-dates.ts).
import { addDays, addMonths, type CivilDate } from '@quittance/domain/civil-date';
import { readCount } from './number-words.ts';
import { COUNT } from '../periods/period-words.ts';

export interface TrialLength {
  /** Offsets in the folded text. */
  readonly start: number;
  readonly end: number;
  readonly date: CivilDate;
}

const NUMBER = `(\\d{1,3}|${COUNT}|an?|one|seven|thirty|fourteen|une?|sept|trente|ein(?:en|em)?|sieben|dreissig|vierzehn|uno?|una|siete|treinta|sette|trenta|um|sete|trinta|een|zeven|dertig|jeden|siedem)`;
const UNIT =
  '(days?|weeks?|months?|jours?|semaines?|mois|tagen?|tage|tagig\\w*|wochen?|monat\\w*|dias?|semanas?|mes(?:es)?|giorn[oi]|settiman[ae]|mes[ei]|dagen|dag|weken|week|maand(?:en)?|dni\\w*|tygodni\\w*|miesi\\w+)';
const FREE =
  '(?:free|trial|for free|on us|offerts?|gratuits?|gratuitement|d.essai|gratis|kostenlos\\w*|kostenfrei\\w*|probe\\w*|test\\w*|de prueba|gratuit[aoe]s?|di prova|gratis|de teste|gratis|proef\\w*|bezplatn\\w*|probn\\w*|za darmo)';

const PATTERNS: readonly RegExp[] = [
  `\\b${NUMBER}[ -]${UNIT}(?: lang)?(?: (?:of|de|di|od) [\\w&+'.-]{1,20}(?: [\\w&+'.-]{1,20}){0,2}?)?[ -]${FREE}\\b`,
  `\\b(?:trial|essai|prueba|prova|teste|avaliacao|periodo experimental|probezeit\\w*|testphase|testzeitraum|proefperiode|okres\\w* probn\\w*|free|gratuit\\w*|offert\\w*|gratis|kostenlos\\w*)(?: [\\w&+'.-]{1,20}){0,3}? (?:of|for|de|pendant|durant|von|fur|durante|di|per|por|van|voor|przez) (?:the (?:first|next) |les? (?:premiers? |prochains? )?|i primi |los primeros |os primeiros )?${NUMBER}[ -]${UNIT}\\b`,
].map((pattern) => new RegExp(pattern));
const FIRST_MONTH =
  /\b(?:first|your) month (?:is )?(?:free|on us)\b|\b(?:premier|1er) mois (?:est )?(?:offert|gratuit)|\berste[rn]? monat (?:ist )?(?:kostenlos|gratis)|\bprimer mes (?:es )?gratis|\bprimo mese (?:e )?grat|\bprimeiro mes (?:e )?grat|\beerste maand (?:is )?gratis|\bpierwszy miesiac (?:jest )?(?:gratis|bezplatn|za darmo)/;
const JAPANESE = /(\d{1,3}) ?(日間?|週間|[かヶカヵ]月)間?(?:の)?無料/;

/** The day on which a trial of the stated length ends that began on `today`; null when no length is stated. */
export function findTrialLength(folded: string, today: CivilDate): TrialLength | null {
  for (const pattern of [...PATTERNS, JAPANESE]) {
    const match = pattern.exec(folded);
    const date = match === null ? null : step(today, readCount(match[1]!), match[2]!);
    if (match !== null && date !== null) return { start: match.index, end: match.index + match[0].length, date };
  }
  const first = FIRST_MONTH.exec(folded);
  return first === null ? null : { start: first.index, end: first.index + first[0].length, date: addMonths(today, 1) };
}

function step(today: CivilDate, count: number, unit: string): CivilDate | null {
  if (!Number.isInteger(count) || count < 1 || count > 365) return null;
  if (/^(?:week|semaine|woche|semana|settiman|wek|tyg|週)/.test(unit)) return addDays(today, count * 7);
  if (/^(?:month|mois|monat|mes|maand|miesi|[かヶカヵ]月)/.test(unit)) return count <= 12 ? addMonths(today, count) : null;
  return addDays(today, count);
}
