// Whether a mail in a language without rules names a contract that runs on. The model has learned nothing of such a language, so that its "other"
// is worth little there: mail that names a subscription, a membership, its renewal or its trial, or what is given every month, is left open, not put
// aside. Plain words for paying are left out: every shop writes them. Used by decide.ts.
import type { ParsedMessage } from '@quittance/domain/message';
import { foldText } from './fold-text.ts';

/** Beginnings of words by language, in several languages' common form first. */
const BEGINNINGS: Readonly<Record<string, string>> = {
  several: 'abonam, abonem, abonim, abonnem, abonnent, subskri, subscri, prenumer, predplat, předplat, pretplat',
  ar: 'اشتراك, الاشتراك, العضوية, عضويتك',
  bg: 'абонамент, членств, подновява',
  ca: 'subscripció, renovació de',
  cs: 'členstv, předplatn, prodloužen, obnoven, zkušebn',
  da: 'medlemskab, kontingent, fornyes, fornyelse, prøveperiode',
  el: 'συνδρομ, ανανεωσ, ανανεωθ, ανανεωνε, δοκιμαστικ',
  et: 'püsitellimus, tellimustasu, liikmelisus, liikmemaks, prooviperiood',
  eu: 'harpidetza, berritze',
  fi: 'tilausmaksu, kestotilau, jatkotilau, jäsenyy, jäsenmaksu, kokeilujakso',
  gl: 'subscrición, renovación',
  he: 'מנוי, המנוי, למנוי, חידוש, לחידוש, חברות',
  hr: 'članstv, članarin, obnavlja, probno razdoblje',
  hu: 'előfizet, tagság, tagdíj, megújít, megújul, próbaidő',
  id: 'berlangganan, langganan, keanggotaan, perpanjangan',
  ko: '구독, 정기결제, 멤버십, 회원권',
  lt: 'naryst, prenumerat, bandom',
  lv: 'abonement',
  mk: 'претплат, членств',
  nb: 'medlemskap, kontingent, fornyes, fornyelse, prøveperiode',
  oc: 'abonament, adesion, renovèl',
  ro: 'abonament, reînnoi, reînnoir, cotizați',
  ru: 'подписк, членств, продлен, абонем, пробный, пробного',
  sk: 'členstv, predplatn, obnoven, skúšobn',
  sl: 'naročnin, članstv, podaljša',
  sr: 'претплат, чланств, чланарин',
  sv: 'medlemskap, prenumeration, förnyas, förnyelse, provperiod',
  tr: 'abonelig, abonelik, üyelik, üyeliğ, deneme süre',
  uk: 'підписк, передплат, членств, пробний, пробного',
  vi: 'đăng ký gói, gói đăng ký, thành viên, gia hạn',
  zh: '订阅, 訂閱, 续订, 續訂, 续费, 續費, 会员, 會員, 自动扣款',
};

/** Asian scripts write no spaces, so that a word may begin anywhere in them. */
const UNSPACED = new Set(['ko', 'zh']);

/** Month by month: who is told of that pays by a contract, or gives so. What is repeated counts where it is a payment. */
const CADENCES: Readonly<Record<string, string>> = {
  several: 'mensual, mesečn, mesačn, mjesečn, recuren, recurren',
  ar: 'شهري, الشهري, والشهري',
  bg: 'месечн, ежемесечн',
  cs: 'měsíčn, opakovaná platb, opakované platb, opakovanou platb, opakovaný dar',
  da: 'månedlig, tilbagevendende betaling, tilbagevendende donation, gentagende donation',
  el: 'μηνιαί, μηνιαια, επαναλαμβανόμενη δωρ, επαναλαμβανόμενη πληρ',
  et: 'igakui, iga kuu',
  fi: 'kuukausittai, toistuva maksu, toistuva lahjoitus',
  he: 'חודשי, החודשי, והחודשי, תרומה קבועה, תשלום קבוע',
  hu: 'havi, ismétlődő fizet, rendszeres adomán',
  id: 'bulanan, setiap bulan',
  ko: '매월, 월간, 정기 후원, 정기후원, 정기 결제, 정기 기부',
  lt: 'mėnesin, kas mėnes',
  lv: 'ikmēneš',
  nb: 'månedlig, gjentakende betaling, gjentakende don, gjentatte gave',
  ro: 'lunar',
  ru: 'ежемесячн, регулярное пожертв, регулярный платёж, регулярный платеж',
  sk: 'opakovaná platb, opakovanú platb, opakovaný dar',
  sv: 'månatlig, varje månad, återkommande betalning, återkommande gåv',
  tr: 'aylık, düzenli bağış, yinelenen ödeme',
  uk: 'щомісячн, регулярна пожертв, регулярний платіж',
  vi: 'hàng tháng',
  zh: '每月, 每個月, 每个月, 月度, 定期捐, 定期付款',
};

const patternOf = (words: Readonly<Record<string, string>>): RegExp => {
  const alternatives = (isUnspaced: boolean): string =>
    Object.entries(words)
      .filter(([language]) => UNSPACED.has(language) === isUnspaced)
      .flatMap(([, beginnings]) => beginnings.split(', '))
      .map((word) => foldText(word).folded)
      .join('|');
  return new RegExp(`(?<!\\p{L})(?:${alternatives(false)})|${alternatives(true)}`, 'u');
};
const PATTERNS = [patternOf(BEGINNINGS), patternOf(CADENCES)];

export function namesForeignContract({ subject, text }: Pick<ParsedMessage, 'subject' | 'text'>): boolean {
  const { folded } = foldText(`${subject}\n${text.body}`);
  return PATTERNS.some((pattern) => pattern.test(folded));
}
