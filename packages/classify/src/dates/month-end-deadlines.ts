// Ends of months that are the last day to cancel: "cancel by the end of December", « jusqu'à fin décembre », "bis Ende Dezember", "12月末まで". A month is a
// vague day, and the end of one stands in every contract ("effective at the end of the month", "with four weeks' notice to the end of a month"): it is
// read only beside what says that the contract renews, or under a label that says what it is; never where the month is not named, nor where what
// stands about may mean when a cancellation takes effect. Strictly "before the end of" is left unread: the day may be any of that month.
import { daysBetween, type CivilDate } from '@quittance/domain/civil-date';
import { allMatches } from '../all-matches.ts';
import type { CancelDeadline } from './cancel-deadline.ts';
import type { RelativeDate } from './find-relative-dates.ts';
import { isNoLastDay } from './month-end-others.ts';
import { lastDayOf } from './month-ends.ts';
import { monthTable } from './month-names.ts';

const THE_END = '(?:end of|ende|fin(?:al(?:es)?|e)?|fim|einde?(?: van)?|konca)';
const OF_MONTH =
  "(?:(?:the |du |de |des |del |do |di |van de |d')?(?:month|mois|monats|mes|mese|maand|miesiaca) (?:of |de |d'|di |van )?|d[ei] |d')?";
const NAMED = new RegExp(`(?<![\\p{L}\\d-])${THE_END} ${OF_MONTH}(\\p{L}{3,14})(?: (?:del? |di )?(\\d{4}))?(?![\\p{L}\\d])`, 'gu');
const THIS_MONTH =
  /\bend of this month\b|\bfin de ce mois(?:-ci)?\b|\bende dieses monats\b|\bfin(?:al(?:es)?)? de este mes\b|\bfine di questo mese\b|\b(?:fim|final) deste mes\b|\beinde? van deze maand\b|\bkonca tego miesiaca\b|今月末日?|当月末日?/g;
const NAMED_JA = /(?<![\d年] ?)(?:(\d{4}) ?年 ?)?(\d{1,2}) ?月末日?/g;

/** A month without its year, so far ahead, may be the one that has just gone by. */
const DAYS_AHEAD_MAX = 300;
const FOUND_MAX = 10;

export function findMonthEndDays(folded: string, language: string, today: CivilDate): RelativeDate[] {
  const found: RelativeDate[] = [];
  const add = ({ index, 0: words }: RegExpExecArray, month: number | undefined, year: string | undefined): void => {
    const date = month === undefined ? null : lastDayOf(month, year === undefined ? null : Number(year), today);
    const isVague = date === null || (year === undefined && daysBetween(today, date) > DAYS_AHEAD_MAX);
    if (!isVague && found.length < FOUND_MAX) found.push({ start: index, end: index + words.length, date });
  };
  const months = monthTable(language);
  for (const match of allMatches(folded, NAMED)) add(match, months.get(match[1]!), match[2]);
  for (const match of allMatches(folded, THIS_MONTH)) add(match, Number(today.slice(5, 7)), today.slice(0, 4));
  for (const match of folded.includes('月末') ? allMatches(folded, NAMED_JA) : []) add(match, Number(match[2]), match[1]);
  return found;
}

/** @param around the paragraph, with the sentence itself. */
export function isMonthEndDeadline(found: CancelDeadline, before: string, after: string, around: string): boolean {
  if (found.ends === 'before' || EVERY.test(before.slice(-30)) || WHICH.test(after)) return false;
  if (TAKES_EFFECT.test(around) || NOTICE.test(around)) return false;
  const sentence = `${before} ${after}`;
  if (IF_CANCELLED.test(sentence) || LASTS.test(sentence)) return false;
  if (isNoLastDay(before.slice(before.length - found.reach), before, after, found.isLabelled === true)) return false;
  const isUnderLabel = found.isLabelled === true && LABEL.test(before.slice(before.length - found.reach) + after.slice(0, LABEL_CHARS));
  return isUnderLabel || RENEWS.test(around);
}

const LABEL_CHARS = 60;
/** "Resiliable jusqu'à" is a label too, and says less than these. */
const LABEL =
  /\b(?:deadline|cut-?off|last|final|latest|(?:date|jour|delai) (?:limite|butoir|ultime)|dernier|letzter|spatester|letztmoglicher|kundigungs(?:frist|termin|schluss)|fecha|dia|plazo|ultim[oa]|termine|data|scadenza|giorno|prazo|uiterste|uiterlijke|laatste|opzeg(?:datum|deadline)|termin|ostatni)\b|期限|締切|締め切り|最終日|期間/;

const RENEWS =
  /\b(?:renew\w*|(?:se )?(?:renouvel|recondui|reconduct)\w*|(?:verlanger|verlangr)\w*|ren(?:ov|uev)\w*|prorrog\w*|rinnov\w*|verleng\w*|przedluz\w*|od(?:now|naw)\w*)|更新|継続/;

/** "The end of the month in which", "the end of December each year": of contracts in general. */
const WHICH =
  /^,? ?(?:\(|(?:of )?(?:each|every|any)|(?:of )?(?:that|the|the next|the following|any) (?:year|term)|in which|before|preceding|prior|following|after|de chaque|chaque|qui|precedant|suivant|dans lequel|(?:eines )?jede\w*|vor|nach|in dem|des (?:jahres|folge\w*)|cada|anterior|siguiente|en (?:que|el que)|ogni|precedente|successivo|in cui|em que|seguinte|elk\w*|ieder\w*|voorafgaand\w*|volgend\w*|waarin|kazdego|poprzedz\w*|nastepn\w*|w ktorym)\b|^(?:の|以降|から|付|で|に|を)/;
const EVERY = /(?:毎[年月]|各) ?$|\b(?:each|every|chaque|jeden|jedes|cada|ogni|elke?|kazdego) (?:\w+ )?$/;

const TAKES_EFFECT =
  /\b(?:takes? (?:\w+ )?effect|taking effect|(?:in|into|with) (?:\w+ )?effect|effective\w*|effecti(?:f|ve)s?|pren(?:d|dra|dre|ant|ne|nent|dront) effet|prise d'effet|effet (?:au|a la|le)|wirksam\w*|mit wirkung|wirkung zum|in kraft|(?:surt\w+|ten\w+|con) (?:\w+ )?efectos?|efectiv[oa]\w*|(?:ha|avra|con|hanno) (?:\w+ )?effetto|effettiv[oa]|decorr\w+|(?:produz\w*|tera|com|ter) (?:\w+ )?efeitos?|efetiv[oa]|gaa[nt]? in|in te gaan|ingaa\w*|met ingang|van kracht|wejd\w+ w zycie|skuteczn\w*|ze skutkiem|nabier\w+ mocy)\b|適用|発効|有効|効力|付で|付け/;
const NOTICE =
  /\b(?:(?:days?|weeks?|months?|mois|jours|semaines)[’']?s? (?:written )?(?:advance )?notice|notice periods?|(?:period|with) (?:of )?notice|in advance|prea?vis|(?:jours|semaines|mois) (?:avant|a l'avance)|(?:kundigungs)?frist (?:von|betragt)|mit (?:einer )?(?:\w+ )?frist|(?:tag|woche|monat)\w* (?:vor|im voraus)|vorlauf\w*|antelacion|preaviso|pre-?aviso|aviso previo|antecedencia|preavviso|(?:giorni|mesi) (?:prima|di anticipo)|opzegtermijn|(?:dagen|weken|maanden?) (?:van tevoren|vooraf|voor)|okres\w* wypowiedzenia|z \w+ wyprzedzeniem)\b|日前|[ヶかカケ]月前/;
const IF_CANCELLED =
  /\b(?:(?:if|when|once|should) you (?:\w+ly )?(?:cancel|terminat|unsubscrib|leave|opt|end|give)\w*|(?:si|quand|lorsque|des que) (?:vous|tu) (?:\w+ )?(?:resili|annul|desabonn|denonc|mett|arret|quitt)\w*|en cas de resiliation|(?:wenn|falls|sofern|sobald) (?:sie|du) (?!nicht|keine)[^.]{0,60}(?:kundig|abbestell|beend)\w*|bei (?:einer )?kundigung|(?:si|cuando) (?:cancel|anul|te das|se da|te dieras|rescind)\w*|(?:se|quando) (?:disd|annull|cancell|reced|disattiv|cancel|rescind|denunci|anul)\w*|(?:als|wanneer|indien) (?:je|u) (?!niet|geen)[^.]{0,60}(?:opzeg|annul|stop|beeind)\w*|(?:jesli|jezeli|gdy) (?!nie )[^.]{0,40}(?:zrezygn|anul|wypow)\w*)\b|(?:解約|退会|キャンセル)(?:され?た|し(?:ても|た)|すると|の場合)/;
const LASTS =
  /\b(?:access\w*|keeps?|keeping|remains?|stays?|active|continues?|valid\w*|expires?|offers?|discount\w*|promo\w*|acces|conserv\w+|garde[rz]?|restera?|profite\w*|utilis\w+|offre|valable|zugang|zugriff|behalt\w*|bleib\w*|nutz\w+|angebot\w*|gultig|gilt|lauft|acceso|manten\w+|sigue\w*|disfrut\w+|oferta|accesso|resta|rimane|continua\w*|offerta|toegang|behoud\w*|blijf\w*|aanbieding|geldig|dostep\w*|zachow\w+|pozosta\w+|ofert\w*|wazn\w+)\b|利用|視聴|閲覧|楽しみ/;
