// A bank line's text without what banks and card processors wrap around the payee: "PAIEMENT CB 1203 NETFLIX.COM AMSTERDAM", "PRLV SEPA ORANGE SA
// ICS FR..RUM..", "PAYPAL *SPOTIFY", "SQ *COFFEE". What was stripped is kept: the processor is the biller, a date is the day the card was used.
import { addDays, civilDate, daysBetween, type CivilDate } from '@quittance/domain/civil-date';

export interface CleanPayee {
  /** The payee as written, without wrapping; '' when only the processor is named. */
  readonly name: string;
  /** Stable for a payee from month to month: its words, without numbers. The person's word on a payee is kept under it. */
  readonly key: string;
  /** Id of the processor (`paypal`, `apple`, …), where it is named. */
  readonly biller: string | null;
  /** Bank transfers to people, cash, fees and cards' own totals are no merchants. */
  readonly isMerchant: boolean;
  readonly kind: 'card' | 'debit' | 'other';
  readonly usedOn: CivilDate | null;
}

const KIND_CARD =
  /^(?:(?:paiement|achat|retrait|debit|facture)s? (?:par )?(?:carte|cb)\b|carte\b|cb[ *]|card (?:payment|purchase)(?: to)?|pos (?:purchase|debit)?|visa\b|mastercard\b|debit card|contactless|kartenzahlung|girocard|vpay\b|maestro\b|x\d{4}\b)/i;
const KIND_DEBIT =
  /^(?:prlvt?|prelevement|prélèvement|prelvt|direct debit|dd\b|d\/d\b|sepa(?:-| )(?:lastschrift|direct debit|dd)|lastschrift|basislastschrift|folgelastschrift|erstlastschrift|domiciliation|addebito|recibo|incasso|ach (?:debit|withdrawal))/i;
const NO_MERCHANT =
  /^(?:vir(?:ement|t)?\b|virement|transfer (?:to|from)\b|retrait (?:dab|gab|especes)|retrait\b|atm\b|cash withdrawal|bargeld|cheque|chèque|chq\b|frais\b|cotisation carte|commission|fee\b|interest|interets|intérêts|agios|salaire|salary|dauerauftrag|standing order|uberweisung|überweisung|gutschrift\b|releve (?:de )?cb|débit différé|debit differe|facture carte differee|to a\/c|from a\/c)/i;

// What stands before the payee, taken off again and again until nothing fits.
const LEADS: readonly RegExp[] = [
  /^(?:paiement|achat|facture)s? (?:par )?(?:carte|cb)(?: bancaire)?(?: n[°o]?)?\b[ :*-]*/i,
  /^(?:carte|cb)\b[ :*-]*(?:x?\d{4}\b)?\s*/i,
  /^(?:card (?:payment|purchase)(?: to)?|pos (?:purchase|debit)?|visa(?: debit)?|mastercard|debit card(?: purchase)?|contactless|recurring|purchase(?: authorized on)?|kartenzahlung|girocard|maestro|vpay)\b[ :*-]*/i,
  /^(?:prlvt?|prelevement|prélèvement|prelvt|direct debit(?: payment)?(?: to)?|dd\b|sepa[- ](?:direct debit|lastschrift|dd)|(?:basis|folge|erst)?lastschrift|domiciliation|incasso|ach (?:debit|withdrawal))\b[ :*-]*/i,
  /^(?:sepa|europeen|européen|recurrent|récurrent|emis|émis|de|du|des|vers|en faveur de|au profit de|b2b|core|fact|einzug)\b[ :*-]*/i,
  /^(?:le )?\d{1,2}[./-]?\d{2}(?:[./-]?(?:\d{4}|\d{2}))?\b[ :*-]*/i,
  /^\d{1,2}:\d{2}\b\s*/,
  /^[x*]{2,}\d{2,4}\s*/i,
  /^\d{4,}\s+/,
];

const BILLERS: readonly (readonly [string, RegExp])[] = [
  ['paypal', /^paypal(?:\s*\(europe\).*?(?=\*|$)|\s*europe.*?(?=\*|$))?\s*(?:\*|(?=\s|$))\s*/i],
  ['square', /^(?:sq|gosq)\s*\*\s*/i],
  ['stripe', /^(?:stripe|sp|st)\s*\*\s*|^stripe\b\s*/i],
  ['sumup', /^sumup\s*\*?\s*/i],
  ['zettle', /^(?:zettle_?|iz)\s*\*\s*/i],
  ['apple', /^(?:apple\.com\/(?:bill|fr)|apple\.com|itunes\.com\/bill|apple services?|itunes)\b\s*/i],
  ['google-play', /^google\s*\*\s*/i],
  ['amazon', /^(?:amzn?|amazon)(?: mktp(?:lace)?| digital| payments?)?\s*[*.]?\s*/i],
  ['paddle', /^(?:paddle\.net|pad(?:dle)?)\s*\*\s*/i],
  ['fastspring', /^(?:fs|fastspring)\s*\*\s*/i],
  ['2checkout', /^(?:2co(?:\.com)?|2checkout|avangate)\s*\*\s*/i],
  ['cleverbridge', /^(?:cleverbridge|cbi)\s*\*\s*/i],
  ['klarna', /^klarna\s*\*\s*/i],
  ['adyen', /^adyen\s*\*\s*/i],
  ['gocardless', /^gocardless(?: ltd)?\s*(?:re\b|\*|-)?\s*/i],
  ['slimpay', /^slimpay\s*(?:pour|\*|-)?\s*/i],
  ['payplug', /^payplug\s*\*?\s*/i],
  ['mollie', /^mollie\s*\*\s*/i],
  ['dri', /^dri\s*\*\s*/i],
  ['', /^(?:tst|bb|pp|ppl|wl|ckо|cko|ls|dd|eb|ic|nyx|py|www)\s*\*\s*/i],
];
// The houses behind these names sell subscriptions under them too: the name stays, for the directory to know.
const OWN_NAME = new Set(['apple', 'amazon']);

// What follows the payee: references, mandates, places, the bank's own remarks.
const TAILS: readonly RegExp[] = [
  /\s+(?:ics|rum|ref(?:erence)?|réf(?:érence)?|id|mandat|mandate|identifiant|emetteur|émetteur|mdt|mref|eref|cred|motif|libelle|facture|invoice|num|n°|end-to-end|verwendungszweck|mandatsref|glaubiger|gläubiger|contrat)\b[ :./-].*$/i,
  /\s+(?:carte|cb|card)\s*[:*x]?\s*[x*\d]{4,}.*$/i,
  /\s+(?:du|le|on|am)\s+\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?.*$/i,
  /\s+\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?$/i,
  /\s+\d+[.,]\d{2}\s*(?:eur|usd|gbp|chf)?\b.*$/i,
  /\s+[+\d][\d\s/-]{5,}.*$/,
  /\s+(?:eur|usd|gbp|chf)$/i,
];
const ROUNDS = 8;

export function cleanPayee(text: string, bookedOn: CivilDate): CleanPayee {
  const plain = text.replace(/[\s\u00a0]+/gu, ' ').trim();
  const kind = KIND_CARD.test(plain) ? 'card' : KIND_DEBIT.test(plain) ? 'debit' : 'other';
  const { rest, biller } = withoutLeads(plain);
  const name = withoutTails(rest);
  return {
    name,
    key: keyOf(name, biller),
    biller,
    isMerchant: !NO_MERCHANT.test(plain.normalize('NFC')),
    kind: biller && kind === 'other' ? 'card' : kind,
    usedOn: kind === 'card' ? usedOn(plain, bookedOn) : null,
  };
}

function withoutLeads(text: string): { rest: string; biller: string | null } {
  let rest = text;
  let biller: string | null = null;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = rest;
    for (const lead of LEADS) {
      const next = rest.replace(lead, '');
      // A payee that is nothing but a lead ("VISA") keeps it.
      if (next !== '') rest = next;
    }
    for (const [id, pattern] of BILLERS) {
      const found = pattern.exec(rest);
      if (!found) continue;
      if (!OWN_NAME.has(id)) rest = rest.slice(found[0].length);
      if (id !== '') biller ??= id;
      break;
    }
    if (rest === before) break;
  }
  return { rest: rest.trim(), biller };
}

function withoutTails(text: string): string {
  let rest = text;
  for (const tail of TAILS) {
    const next = rest.replace(tail, '').trim();
    if (next !== '') rest = next;
  }
  return rest.replace(/^[\s*:;,./-]+|[\s*:;,/-]+$/g, '').slice(0, 80);
}

function keyOf(name: string, biller: string | null): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .split(' ')
    // Numbers change from month to month; codes with digits in them do too, but for names such as "1password" and "o2".
    .filter((word) => word !== '' && !/^\d+$/.test(word) && !/^(?=.*\d.*\d.*\d)[a-z\d]{5,}$/.test(word));
  const key = words.slice(0, 4).join(' ');
  return (key || biller || name.toLowerCase()).slice(0, 80);
}

// "CB 12/03", "CARTE 120326": the day before the booking that fits; the year is not always written.
function usedOn(text: string, bookedOn: CivilDate): CivilDate | null {
  const head = /\b(\d{1,2})[./-]?(\d{2})(?:[./-]?(?:\d{4}|\d{2}))?\b/.exec(text.slice(0, 40).replace(/[x*]+\d{4}/gi, ''));
  if (!head) return null;
  const year = Number(bookedOn.slice(0, 4));
  const days = [year, year - 1].flatMap((one) => civilDate(one, Number(head[2]), Number(head[1])) ?? []);
  return days.find((day) => day <= bookedOn && daysBetween(day, bookedOn) <= 10 && day >= addDays(bookedOn, -10)) ?? null;
}
