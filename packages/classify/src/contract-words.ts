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

/** Month by month, or again and again: who is told of that pays by a contract, or gives so. */
const CADENCES: Readonly<Record<string, string>> = {
  several: 'mensual, mesečn, mesačn, mjesečn, recuren, recurren',
  ar: 'شهري, الشهري',
  bg: 'месечн, ежемесечн',
  cs: 'měsíčn, opakovan',
  da: 'månedlig, tilbagevendende, gentagende',
  el: 'μηνιαί, μηνιαια, επαναλαμβανόμεν',
  et: 'igakui, iga kuu',
  fi: 'kuukausi, kuukausittai, toistuva',
  he: 'חודשי, החודשי, קבוע',
  hr: 'ponavljaj',
  hu: 'havi, ismétlődő, rendszeres',
  id: 'bulanan, setiap bulan',
  ko: '매월, 월간, 정기',
  lt: 'mėnesin, kas mėnes',
  lv: 'ikmēneš, periodisk',
  mk: 'месечн',
  nb: 'månedlig, gjentakende, gjentatt',
  ro: 'lunar',
  ru: 'ежемесячн, регулярн',
  sk: 'opakovan, pravideln',
  sl: 'ponavljajoč',
  sv: 'månatlig, månads, återkommande',
  tr: 'aylık, yinelenen, düzenli',
  uk: 'щомісячн, регулярн',
  vi: 'hàng tháng, định kỳ',
  zh: '每月, 每個月, 每个月, 定期, 月度',
};

const alternatives = (isUnspaced: boolean): string =>
  [...Object.entries(BEGINNINGS), ...Object.entries(CADENCES)]
    .filter(([language]) => UNSPACED.has(language) === isUnspaced)
    .flatMap(([, words]) => words.split(', '))
    .map((word) => foldText(word).folded)
    .join('|');
const CONTRACT_WORD = new RegExp(`(?<!\\p{L})(?:${alternatives(false)})|${alternatives(true)}`, 'u');

export function namesForeignContract({ subject, text }: Pick<ParsedMessage, 'subject' | 'text'>): boolean {
  return CONTRACT_WORD.test(foldText(`${subject}\n${text.body}`).folded);
}
