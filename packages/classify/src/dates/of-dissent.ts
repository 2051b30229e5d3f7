// Who does not accept a dearer price or new terms has a day of their own to leave; in a notice of the renewal it must not pass for the last day to refuse
// that. Told by what is not accepted: of the renewal itself it is the very day. In folded text.
import { allMatches } from '../all-matches.ts';

/** @param before what stands in front of the day in its sentence, @param paragraph all around, where the sentence leaves open what is meant. */
export function isOfDissent(before: string, after: string, paragraph: string): boolean {
  const sentence = `${before}\n${after}`;
  if (SPECIAL.test(sentence)) return true;
  const isFirmly = (pattern: RegExp, isOpen: () => boolean): boolean =>
    allMatches(sentence, pattern).some(({ index, 0: words }) => {
      const object = objectOf(
        sentence.slice(Math.max(0, index - OBJECT_CHARS), index),
        sentence.slice(index + words.length, index + words.length + OBJECT_CHARS),
      );
      return object === null ? isOpen() : object === 'change';
    });
  return (
    isFirmly(REFUSES, () => CHANGE.test(paragraph) || MONEY.test(paragraph) || !RENEWAL.test(paragraph)) ||
    isFirmly(DISLIKES, () => DEARER.test(paragraph))
  );
}

// "If you do not agree to the renewal", but "wenn Sie mit der Verlängerung nicht einverstanden sind": behind it or in front, in the same clause.
function objectOf(head: string, tail: string): 'change' | 'renewal' | null {
  const behind = OBJECT.exec(tail.split(CLAUSE, 1)[0]!);
  const found = behind ?? OBJECT.exec(head.split(CLAUSE_BEGINS).at(-1)!);
  if (found === null) return null;
  return (found[1] ?? found[2]) === undefined ? 'renewal' : 'change';
}

const OBJECT_CHARS = 70;
const CLAUSE = /[,;:()\n]/;
const CLAUSE_BEGINS = /[,;:()\n]|\b(?:if|should|and|si|et|en cas|wenn|falls|sofern|und|cuando|se|quando|als|indien|jesli|jezeli)\b/;

const CHANGES =
  'renewal (?:prices?|rates?|terms|fees?)|prices?|pricing|rates?|fees?|increases?|terms|conditions?|changes?|(?:prix|tarif\\w*|hausse|augmentation|changement|modification|evolution)s?|\\w*(?:preis|tarif|erhohung|bedingung|konditionen|anderung|anpassung|prijs|verhoging|wijziging)\\w*|agb|precios?|subidas?|aumentos?|condicion\\w*|terminos|cambios?|prezz[oi]|tariff[ae]|aument[oi]|condizion[ei]|termini|modific\\w+|precos?|condic\\w+|termos|alterac\\w+|tarie\\w+|voorwaarden|cen[aye]?|podwyzk\\w+|warunk\\w+|zmian\\w*|regulamin\\w*';
const CHANGES_JA = '料金|価格|値上げ|規約|変更|改定|改訂';
const RENEWS =
  '(?:renew|renouvel|recondui|reconduct|verlanger|prolong|renov|renuev|prorrog|rinnov|verleng|przedluz|odnow|odnaw)\\w*|(?:new|nouvelle|neuen?|nuev[oa]|nuovo|nov[oa]|nieuwe|nowy) (?:term|period\\w*|year|annee|echeance|duree|laufzeit|termijn|okres)(?!\\w)';
const OBJECT = new RegExp(`\\b(${CHANGES})\\b|(${CHANGES_JA})|\\b(?:${RENEWS})|更新|継続`);
const CHANGE = new RegExp(`\\b(?:${CHANGES})\\b|${CHANGES_JA}`);
const RENEWAL = new RegExp(`\\b(?:${RENEWS})|更新|継続`);
const MONEY = /\d ?(?:€|\$|£|¥|円|(?:eur|usd|gbp|chf|pln|zl)\b|euros?\b)|(?:[€$£¥]|\b(?:eur|usd|gbp|chf)) ?\d/;
const DEARER =
  /\b(?:(?:new|higher|nouve\w+|neue\w*|nuev\w+|nuov\w+|nov[oa]s?|nieuwe?|now[aey]\w*) (?:prices?|pricing|rates?|terms|prix|tarif\w*|conditions|preis\w*|precio|prezz\w+|preco|prijs\w*|cen\w+)|(?:price|fee)s? (?:increase|rise|change)|(?:instead of|au lieu d|statt|en lugar d|invece d|em vez d|in plaats van|zamiast)|hausse|augment\w+|\w*erhohung|preisanpassung|subida|aumento|\w*verhoging|podwyzk\w+)/;

/** The right to leave for a cause; "remains untouched" only says that there is one. */
const SPECIAL = /\bsonderkundigung\w*|\bausserordentlich\w*\b(?! (?:kundigung )?bleibt?\b)(?! \w+ bleib)/;
/** Never what the merchant does not accept: "we do not accept cancellations by phone". */
const REFUSES =
  /\b(?:nicht|keine) einverstanden\b|(?<!\bwe (?:do|can|will) ?)(?:\bnot|n't) (?:accept|agree)\b|\bdisagree\b|\bn'accept(?!ons)\w+ pas\b|\bn'etes pas d'accord\b|\bdesaccord\b|\brefus\w+(?= (?:ce|cette|ces|le|la|les) (?:changement|hausse|augmentation|nouve\w+|modification)s?\b)|\bno (?:esta\w* de acuerdo|acept(?!amos)\w+)\b|\bnon (?:accett(?!iamo|ano)\w+|(?:sei|e|siete) d'accordo)\b|\bnao (?:concord|aceit(?!amos))\w+|\bniet (?:akkoord|mee eens)\b|\bnie (?:zgadz|akcept(?!ujemy))\w+|(?:同意|承諾)(?:され|し|いただけ)ない/g;
/** May be said of anything ("not for you? Cancel by …"): of a price only where one is told. */
const DISLIKES =
  /(?:\bnot|n't) (?:(?:right )?for you|happy|satisfied|pleased|suit you)\b|\b(?:unhappy|dissatisfied)\b|\bne (?:vous |te )?convien\w+ pas\b|\bpas satisf\w+|\bmecontent\w*|\bnicht (?:zufrieden|zusag\w*|gefall\w*)|\bunzufrieden\b|\b(?:no (?:esta\w* )?|dis)conforme\w*|\bno (?:te|le) (?:convence|gusta)\b|\bnon (?:\w+ )?soddisf\w+|\binsoddisf\w+|\bnon (?:ti|le) (?:convince|piace)\b|\bnao (?:\w+ )?satisfeit\w+|\bniet tevreden\b|\bontevreden\b|\bnie odpowiada\b|\bniezadowol\w+/g;
