// The signs, words and codes that name a currency beside a number, in folded text (lower case, no accents). Data of find-money.ts.

export interface MoneyHints {
  /** Primary language tag of the message. */
  readonly language: string;
  /** Last label of the sender's domain: `fr`, `com`. */
  readonly tld: string;
}

/** One character each. */
export const SYMBOLS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  $: '$',
  '¥': '¥',
  '₹': 'INR',
  '₩': 'KRW',
  '₽': 'RUB',
  '₴': 'UAH',
  '₪': 'ILS',
  '₺': 'TRY',
  '₫': 'VND',
  '฿': 'THB',
  '₱': 'PHP',
  '₦': 'NGN',
  '₸': 'KZT',
  '₡': 'CRC',
  '₵': 'GHS',
  '৳': 'BDT',
  '₲': 'PYG',
};

/** Letters in front of a dollar sign: `us$`, `r$`. */
export const DOLLAR_PREFIXES: Readonly<Record<string, string>> = {
  us: 'USD',
  usd: 'USD',
  a: 'AUD',
  au: 'AUD',
  aud: 'AUD',
  c: 'CAD',
  ca: 'CAD',
  cad: 'CAD',
  can: 'CAD',
  nz: 'NZD',
  nzd: 'NZD',
  hk: 'HKD',
  s: 'SGD',
  sg: 'SGD',
  sgd: 'SGD',
  r: 'BRL',
  mx: 'MXN',
  mex: 'MXN',
  nt: 'TWD',
  cl: 'CLP',
  ar: 'ARS',
  col: 'COP',
};

/** Words and local abbreviations after or before a number, whatever their case. */
export const WORDS: Readonly<Record<string, string>> = {
  euro: 'EUR',
  euros: 'EUR',
  eur: 'EUR',
  dollar: '$',
  dollars: '$',
  pounds: 'GBP',
  chf: 'CHF',
  fr: 'CHF',
  sfr: 'CHF',
  'fr.': 'CHF',
  'sfr.': 'CHF',
  yen: 'JPY',
  円: 'JPY',
  元: 'CNY',
  원: 'KRW',
  rmb: 'CNY',
  zl: 'PLN',
  zloty: 'PLN',
  zlotych: 'PLN',
  kr: 'kr',
  'kr.': 'kr',
  kroner: 'kr',
  kronor: 'kr',
  kc: 'CZK',
  ft: 'HUF',
  forint: 'HUF',
  lei: 'RON',
  reais: 'BRL',
  rs: 'rs',
  'rs.': 'rs',
  tl: 'TRY',
  руб: 'RUB',
  'руб.': 'RUB',
  грн: 'UAH',
  'грн.': 'UAH',
  лв: 'BGN',
  'лв.': 'BGN',
  cfa: 'cfa',
  fcfa: 'cfa',
  xpf: 'XPF',
  fcfp: 'XPF',
  dh: 'dh',
  dhs: 'dh',
  ksh: 'KES',
  'ksh.': 'KES',
};

/** Letters so short that only this spelling is money, and in front of hundredths alone: "RM 49.90", not "RM2". */
export const LETTERS: Readonly<Record<string, string>> = { RM: 'MYR', R: 'ZAR' };

/** Words that stand before a number only with care: `fr 12` is Swiss, `ft 12` is no money. */
export const NEVER_BEFORE: ReadonlySet<string> = new Set([
  'ft',
  'try',
  'lei',
  'kc',
  'tl',
  'euro',
  'euros',
  'dollar',
  'dollars',
  'pounds',
  'zl',
  'dh',
  'dhs',
]);

/** ISO 4217 codes read when written in capitals. Codes that are English words in capitals (ALL, TOP, CUP) are left out. */
export const ISO_CODES: ReadonlySet<string> = new Set(
  (
    'EUR USD GBP CHF CAD AUD NZD JPY CNY HKD SGD TWD KRW INR PKR BRL MXN ARS CLP COP PEN UYU SEK NOK DKK ISK PLN CZK HUF RON BGN TRY ' +
    'RUB UAH ILS AED SAR QAR KWD BHD OMR JOD TND EGP ZAR NGN KES GHS XOF XAF XPF THB IDR MYR PHP VND KZT GEL RSD MAD DZD'
  ).split(' '),
);

/** Whether several currencies share the mark; the message's language and domain decide. */
export function isShared(mark: string): mark is SharedMark {
  return Object.hasOwn(SHARED, mark);
}

/** The one currency behind a shared mark. `assumed` when nothing but habit says so. */
export function resolveShared(mark: SharedMark, hints: MoneyHints): { currency: string; assumed: boolean } {
  const table: SharedTable = SHARED[mark];
  const byTld = table.tld[hints.tld];
  if (byTld !== undefined) return { currency: byTld, assumed: false };
  const byLanguage = table.language[hints.language];
  if (byLanguage !== undefined) return { currency: byLanguage, assumed: false };
  return { currency: table.otherwise, assumed: true };
}

interface SharedTable {
  readonly tld: Readonly<Record<string, string>>;
  readonly language: Readonly<Record<string, string>>;
  readonly otherwise: string;
}

const SHARED = {
  $: {
    tld: {
      us: 'USD',
      ca: 'CAD',
      au: 'AUD',
      nz: 'NZD',
      sg: 'SGD',
      hk: 'HKD',
      tw: 'TWD',
      mx: 'MXN',
      br: 'BRL',
      cl: 'CLP',
      ar: 'ARS',
      co: 'USD',
    },
    language: {},
    otherwise: 'USD',
  },
  '¥': { tld: { cn: 'CNY', jp: 'JPY' }, language: { zh: 'CNY', ja: 'JPY' }, otherwise: 'JPY' },
  kr: {
    tld: { se: 'SEK', no: 'NOK', dk: 'DKK', is: 'ISK' },
    language: { sv: 'SEK', nb: 'NOK', nn: 'NOK', no: 'NOK', da: 'DKK', is: 'ISK' },
    otherwise: 'SEK',
  },
  cfa: { tld: { cm: 'XAF', ga: 'XAF', cg: 'XAF', td: 'XAF', cf: 'XAF', gq: 'XAF' }, language: {}, otherwise: 'XOF' },
  dh: { tld: { ma: 'MAD', ae: 'AED' }, language: { fr: 'MAD', ar: 'MAD' }, otherwise: 'AED' },
  rs: { tld: { in: 'INR', pk: 'PKR', lk: 'LKR' }, language: {}, otherwise: 'INR' },
} as const satisfies Readonly<Record<string, SharedTable>>;

type SharedMark = keyof typeof SHARED;
