// Whether a date is the last day to cancel so that nothing renews: "Résiliez avant le 14 décembre", "you have until 14 December to cancel", "12月14日までに
// 解約". Told from the words of its own sentence; a period ("30 days before the renewal") is a notice and read by extract-terms.ts. What only looks
// like it is left out: a refund or a withdrawal within days, an order, a day before which nobody can leave, access that lasts until then.
import { allMatches } from '../all-matches.ts';
import { DEADLINE_WORDS } from './deadline-words.ts';
import { isSomethingElse } from './no-deadline.ts';

export interface CancelDeadline {
  /**
   * Whether the day named is the last one. Strictly "before" leaves the day out. Of words that may be read either way the earlier day is taken
   * ("tot 14 december"): to cancel a day early costs nothing, a day late a whole term.
   */
  readonly ends: 'through' | 'before';
  /** So many characters in front of the date belong to it. */
  readonly reach: number;
  /** A label says that the day is the last one. */
  readonly isLabelled?: true;
}

/** @param before what stands in front of the date in its sentence, @param after what follows, @param around the paragraph. All of it folded. */
export function readDeadline(before: string, after: string, around: string, range: 'from' | 'to' | null): CancelDeadline | null {
  if (range === 'from' || !HINT.test(before + after)) return null;
  const found = told(before, after, range) ?? toldInJapanese(before, after, range);
  if (found === null || isSomethingElse(before.slice(0, before.length - found.reach), before, after, around)) return null;
  if (found.ends === 'before' && (INCLUDED.test(after) || LAST_MINUTE.test(before.slice(-20)) || LAST_MINUTE_AFTER.test(after)))
    return { ...found, ends: 'through' };
  return found;
}

// Nearly all dates of a mail stand far from any of these.
const HINT =
  /cancel|unsub|opt|off\b|disabl|terminat|renew|notice|stop|leave|end |resili|annul|abonn|denonc|recondu|renouvel|oppos|fin\b|terme|hear|avis|votre part|ruckmeldung|opon|opor|oposi|anular|desactiv|arret|interr|refus|rompre|quitter|kund|abbestell|beend|storn|verlang|abschalt|ausschalt|deaktiv|baja|anul|resc|resol|renov|disd|disat|rece|rinnov|risol|denunci|desativ|opzeg|zeg|op te|verleng|beeind|uitsch|uitz|zrezyg|rezyg|wypow|wylacz|dezakt|rozwiaz|przedluz|odna|zakon|解約|退会|キャンセル|停止|更新|解除/;

const WEEKDAY =
  '(?:mon|tue|wed|thu|fri|sat|sun)(?:s?day|nesday|rsday|urday|s|rs)?|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lunes|martes|miercoles|jueves|viernes|sabado|domingo|(?:lune|marte|mercole|giove|vener)di|sabato|domenica|(?:segunda|terca|quarta|quinta|sexta)(?:-feira)?|(?:maan|dins|woens|donder|vrij|zater|zon)dag|poniedzial\\w+|wtork\\w+|srod\\w|czwart\\w+|piat\\w+|sobot\\w|niedziel\\w';
const TIME = '\\d{1,2}(?:[:h.]\\d{2})?(?: ?(?:h|uhr|am|pm|uur|ore|horas))?(?: (?:utc|gmt|cet|est|edt|pst|pdt|et|pt))?';
// Between the preposition and the day.
const FILLER = `(?: ?:)?(?: ?\\b(?:the|on|of|at|day|end|midnight|le|la|el|il|lo|den|dem|am|zum|op|w|dnia|giorno|dia|date du|minuit|mitternacht|medianoche|mezzanotte|meia-noite|middernacht|${TIME}|${WEEKDAY})\\b,?){0,5} ?$`;
// A blank belongs to what follows it: were it free to belong to either side, a row of dashes would be read in as many ways as it has subsets.
const IS = "(?!\\w)(?: ?(?:[:|=-]|\\b(?:is|on|est|fixee? au|ist|es|e|wynosi|to|valt op|c'est|am|zum|le|il|el|op|the)\\b)){0,8} ?";

const LATEST =
  '(?: ?,? ?\\(?(?:at the latest|inclus\\w*|inclusive|au plus tard|a minuit|spatestens|einschliesslich|inkl\\.?|como muy tarde|compreso|al piu tardi|incluido|o mais tardar|uiterlijk|wlacznie|at midnight)\\)?)';

interface Pattern {
  readonly act: RegExp;
  readonly toCome: RegExp;
  readonly onCondition: RegExp;
  readonly day: RegExp;
  readonly label: RegExp;
  readonly isLabel: RegExp;
  readonly column: RegExp;
}

const PATTERNS: readonly Pattern[] = DEADLINE_WORDS.map(({ act, through, before, label }) => ({
  act: new RegExp(`(?<![\\w-])(?:${act})(?![\\w])`, 'g'),
  // Behind the day: "bis zum D ordentlich kündigen", "until D to cancel", never "until D unless you cancel".
  toCome: new RegExp(
    `^ ?(?:${LATEST})?(?:,? (?!(?:unless|if|or|and|when|sauf|si|sinon|et|ou|wenn|falls|sofern|und|oder|y|o|e|ed|se|als|tenzij|en|of|jesli|chyba|i|lub|will|would|shall|we|nous|sera|seront|wird|werden|wir|sara|zal|zullen|zostanie|not|pas|nicht|non|nao|niet|nie)\\b)[\\w'()-]+){0,4}?,? (?:${act})(?![\\w])`,
  ),
  onCondition: new RegExp(`^(?: mit)?,? ?(?:if|should|si|wenn|falls|se|als|indien|jesli|jezeli) [^.]{0,50}(?<![\\w-])(?:${act})(?![\\w])`),
  day: new RegExp(`(?<![\\w'-])(?:(${through})|(${before}))${FILLER}`),
  label: new RegExp(`(?<![\\w-])(?:${label})${IS}(?:\\b(?:(?:${through})|(${before})))?${FILLER}`),
  isLabel: new RegExp(
    `^(?:,? (?:is|est|ist|es|e|to) | ?[:|=-] ?)(?:(?:your|the|le|la|votre|ton|der|ihr|dein|die|el|la|tu|su|l'|il|la tua|o|a|seu|sua|de|je|uw) ?){0,2}(?:${label})(?![\\w])`,
  ),
  // The head of a table's column stands in front of its row: "Cancel by Gold | 14 January | ". What has a cell of its own has its day there.
  column: new RegExp(`^(?:${label})(?!\\w) (?! ?[\\d|]).{0,120}\\| $`),
}));

function told(before: string, after: string, range: 'to' | null): CancelDeadline | null {
  const asRange = range === 'to' ? RANGE.exec(before) : null;
  for (const pattern of PATTERNS) {
    const named = asRange ?? pattern.day.exec(before);
    const found = named === null ? null : besideDay(pattern, named, before, asRange === null ? after : '');
    const deadline = found ?? onLatestDay(pattern, before, after) ?? underLabel(pattern, before, after);
    if (deadline === 'notice') return null;
    if (deadline !== null) return deadline;
  }
  return null;
}

/** "Cancel by D", "you have until D to cancel". `notice`: a length of time before D. @param named the words in front of D. */
function besideDay(
  { act, toCome, onCondition }: Pattern,
  { index: at, 1: through, 2: beforeIt }: RegExpExecArray,
  before: string,
  after: string,
): CancelDeadline | 'notice' | null {
  const head = before.slice(0, at);
  const ends = through === undefined && beforeIt !== undefined ? 'before' : 'through';
  const last = allMatches(head, act).findLast(({ index }) => !BY_THE_MERCHANT.test(head.slice(0, index)));
  if (last !== undefined && mayStandBetween(head.slice(last.index + last[0].length)))
    return ends === 'before' && DURATION.test(head) ? 'notice' : { ends, reach: before.length - last.index };
  // "Until D, and can be left then" is told of something else; "Until D, you can leave" begins with its day.
  const isOwn = after.trimStart().startsWith(',')
    ? head.trim() === '' || TELL_US.test(head)
    : !STAYS.test(head.slice(head.lastIndexOf(', ') + 1));
  const isToCome =
    toCome.test(after) ||
    PARTED.some(([first, second]) => first.test(head) && second.test(after)) ||
    (TELL_US.test(head) && onCondition.test(after));
  return isOwn && isToCome ? { ends, reach: before.length - at } : null;
}

/** "Résiliez le D au plus tard". */
function onLatestDay({ act }: Pattern, before: string, after: string): CancelDeadline | null {
  if (!LATEST_AFTER.test(after)) return null;
  const last = allMatches(before, act).at(-1);
  if (last === undefined || !ON_DAY.test(before.slice(last.index + last[0].length))) return null;
  return { ends: 'through', reach: before.length - last.index };
}

/** "Last day to cancel: D", "D is the last day to cancel". */
function underLabel({ label, isLabel, column }: Pattern, before: string, after: string): CancelDeadline | null {
  const labelled = label.exec(before);
  if (labelled !== null)
    return { ends: labelled[1] === undefined ? 'through' : 'before', reach: before.length - labelled.index, isLabelled: true };
  return isLabel.test(after) || column.test(before) ? { ends: 'through', reach: 0, isLabelled: true } : null;
}

// The day stands in the middle: "wird nicht bis zum D gekündigt", "der Verlängerung bis zum D widersprechen".
const PARTED: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:nicht|niet|nie)\b/, /^ ?(?:(?:schriftlich|fristgerecht|wird|wordt|is|zostanie) )?(?:gekundigt|opgezegd|wypowiedzian\w*)\b/],
  [/\bverlangerung\b/, /^ ?(?:\w+ ){0,2}(?:zu )?widersprech\w*/],
];

/** "Let us know by D if you want to cancel." */
export const TELL_US =
  /\b(?:let us know|(?:tell|inform|notify|contact|call|write to) us|(?:prevenez|previens|avertissez|informez|contactez|ecrivez)-nous|nous (?:prevenir|avertir|informer|contacter|ecrire)|(?:teilen|informieren|kontaktieren) sie (?:uns|es uns)|avise(?:nos|-nos)|avisanos|informe-nos|(?:ci informi|informaci|contattaci)|laat (?:het )?ons|poinformuj nas)\b/;

/** What the merchant will do is no deadline of the person's. */
const BY_THE_MERCHANT =
  /\b(?:we|we'll|nous|wir|wij)(?: (?:will|may|must|shall|have to|would|might|allons|devons|pouvons|werden|mussen|zullen|moeten))*(?: \w+ly)? $/;

// "entre le 1er et le", "from 1 November to": the act stands in front of the whole range.
const RANGE =
  /(?<![\w'-])(?:du|from|between|entre(?: le| el)?|vom|zwischen(?: dem)?|del|dal|tra il|de|van|tussen|od|miedzy|desde(?: el)?) [^.,;]{2,34}?(?:-|to|and|through|au|et(?: le)?|bis(?: zum)?|und(?: dem)?|al|y(?: el)?|e(?: il| o)?|a|ate(?: a| o)?|tot(?: en met)?|en|do) ?$/;

function mayStandBetween(text: string): boolean {
  return text.length <= BETWEEN_MAX && !STAYS.test(text) && !ANYTIME.test(text);
}

const BETWEEN_MAX = 90;

// "Leave at any time", and then a day about something else; "at any time before D" names it.
const ANYTIME =
  /\b(?:any ?time|whenever|a tout moment|quand (?:vous|tu) \w+|jederzeit|cuando quieras|en cualquier momento|quando vuoi|in qualsiasi momento|a qualquer momento|quando quiser|op elk moment|w kazdej chwili)\b\W*\w/;

// What a day may mean behind the word "cancel" that is no deadline: access that lasts, a charge that comes, a bill that is due.
const STAYS =
  /\b(?:access\w*|keep|remains?|stays?|active|continues?|valid|expires?|ends|until then|charged? (?:you )?on|pay\w*|settle|updat\w+|renew (?:by|before)|renouvelez|payez|regle[rz]|reglement|paiement|mett(?:re|ez) a jour|prix|prices?|precio|preco|prezzo|prijs|preis\w*|cena|gilt|valable|valid[oa]|geldig|garant\w+|guarante\w+|promo\w*|court|loopt|trwa|zahl\w+|aktualisier\w+|paga\w*|pagu\w+|pago|actualiz\w+|aggiorn\w+|betaal\w*|betal\w+|bijwerk\w*|zaplac\w*|oplac\w*|acces|conserv\w+|garde[rz]?|restera?|profite\w*|utilis\w+|zugang|zugriff|behalt\w*|bleib\w*|nutz\w+|lauft|acceso|manten\w+|sigue\w*|disfrut\w+|accesso|resta|rimane|acesso|continua\w*|toegang|behoud\w*|blijf\w*|dostep\w*|zachow\w+|pozosta\w+)\b/;

const LATEST_AFTER = /^,? (?:au plus tard|at the latest|como muy tarde|a mas tardar|al piu tardi|o mais tardar|najpozniej)\b/;
const ON_DAY = /^(?: [\w']+){0,6}? (?:le|on|am|el|il|a|em|op|dnia)(?: \w+)? ?$/;
const INCLUDED = /^ ?,? ?\(?(?:inclus\w*|inclusive|included|incluid[oa]|compres[oa]|einschliesslich|inkl\w*|incl\w*|wlacznie)\b/;
const LAST_MINUTE = /\b(?:23[:h.]59|11[:.]59 ?p)/;
const LAST_MINUTE_AFTER = /^,? ?(?:at|a|um|alle(?: ore)?|a las|as|om|o|,|-)? ?(?:23[:h.]59|11[:.]59 ?p)/;

/** "30 days before 14 May" is a notice, and no day of its own. */
const DURATION =
  /\b(?:\d{1,3}|\w+) ?(?:h|hours?|days?|weeks?|months?|heures?|jours?|semaines?|mois|stunden?|tagen?|wochen?|monaten?|horas?|dias?|semanas?|mes(?:es)?|ore|giorn[oi]|settiman[ae]|mes[ei]|uur|dag(?:en)?|we(?:ek|ken)|maand(?:en)?|godzin\w*|dni|dzien|tygodni\w*|tydzien|miesi\w+) ?$/;

// --- Japanese: the day stands in front of what is to be done ---

const DO_BY = /^\)? ?(?:\([^)]{1,3}\))? ?(?:の)?(?:\d{1,2}[時:]\d{0,2}分?)? ?(?:(まで)|((?:の)?前日まで|(?:より)?前(?:まで)?に))/;
const ACT_JA = /解約|退会|キャンセル|自動更新|更新(?:の|を)?(?:停止|解除)|停止|手続|申し出|申出|ご?連絡|オフ/;
const STAYS_JA = /利用|視聴|閲覧|有効|使え|見られ|楽しみ|アクセス|返金|クーリング|できません|支払|入金|振込|解約(?:とな|いたし|させ|され)/;
const UNWANTED_JA =
  /(?:希望され?ない|ご希望でない|希望しない|更新しない|更新されない|継続しない|解約|退会|キャンセル|更新[のを]?停止|更新[のを]?解除)[^。\n]{0,16}(?:場合|方|際|には|は)[^。\n]{0,10}$/;
const LABEL_JA =
  /(?:解約|退会|キャンセル|更新停止|更新解除|更新の停止)[^。\n\d]{0,8}(?:期限|締切|締め切り|最終日|受付期間|可能期間)[^。\n\d]{0,8}$/;
const LABEL_RANGE_JA = /(?:解約|退会|キャンセル|更新停止|更新解除)[^。\n\d]{0,8}(?:受付期間|可能期間|期間)[^。\n]{0,28}$/;

function toldInJapanese(before: string, after: string, range: 'to' | null): CancelDeadline | null {
  const by = DO_BY.exec(after);
  const ends = by?.[2] === undefined ? 'through' : 'before';
  const label = (range === 'to' ? LABEL_RANGE_JA : LABEL_JA).exec(before);
  if (label !== null) return { ends, reach: before.length - label.index, isLabelled: true };
  if (by === null) return null;
  const rest = after.slice(by[0].length, by[0].length + 40);
  if (STAYS_JA.test(rest)) return null;
  const unwanted = UNWANTED_JA.exec(before);
  if (unwanted !== null) return { ends, reach: before.length - unwanted.index };
  return ACT_JA.test(rest) && !/^[^解退キ自更]{0,30}(?:でき|利用)/.test(rest) ? { ends, reach: 0 } : null;
}
