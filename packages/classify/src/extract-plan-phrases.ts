// Plans that stand in sentences: in quotes beside a contract noun, as a known plan of the merchant, or as a name bound to a contract noun
// ("your Wyvern subscription", "formule Duo"). Part of extract-plan.ts.
import { cleanPlan, named, type PlanHints, type PlanName } from './extract-plan-name.ts';
import { foldedOffset, type SourceText } from './extract-text.ts';
import { foldText } from './fold-text.ts';
import { isTierWord } from './merchants/plan-words.ts';

const CONTRACT =
  'plans?|subscription|membership|tier|package|pass|formule|abonnement|forfait|offre|souscription|adhesion|tarif|abo|paket|mitgliedschaft|suscripcion|plan|membresia|abbonamento|piano|plano|assinatura|abonament\\w*|subskrypcj\\w|pakket|lidmaatschap';
const QUOTED = new RegExp(
  `\\b(?:${CONTRACT})\\b(?: \\w{1,5})? ?["'(\\u300c]([^"\\n)\\u300d]{2,50})["')\\u300d]|["\\u300c]([^"\\n\\u300d]{2,50})["\\u300d][ -]?(?:${CONTRACT})\\b|「([^」\\n]{2,40})」(?:プラン|のサブスクリプション)`,
  'g',
);

export function quotedPlans(source: SourceText, hints: PlanHints): PlanName[] {
  const found: PlanName[] = [];
  for (const match of source.text.folded.matchAll(QUOTED)) {
    if (found.length > 6 || match.index < source.from) continue;
    const inner = match[1] ?? match[2] ?? match[3]!;
    const start = match.index + match[0].indexOf(inner);
    // Words in brackets behind a noun are a plan only as a name: "abonnement (Premium)".
    if (match[0].includes('(') && !/^[A-Z0-9]/.test(source.text.original[source.text.toOriginal(start)] ?? '')) continue;
    const plan = named(source, start, start + inner.length, 'plan.quoted', 30, hints, false);
    if (plan !== null) found.push(plan);
  }
  return found;
}

// A plan that the merchant is known to sell, beside its name or a contract noun: "ChatGPT Plus", "formule Duo".
export function knownPlans(source: SourceText, hints: PlanHints): PlanName[] {
  const found: PlanName[] = [];
  const { folded, original } = source.text;
  for (const plan of hints.knownPlans) {
    const name = foldText(plan).folded;
    let at = folded.indexOf(name, source.from);
    for (let tries = 0; at !== -1 && tries < 12; tries += 1, at = folded.indexOf(name, at + 1)) {
      const letter = original[source.text.toOriginal(at)] ?? '';
      if (/[a-z0-9]/.test(folded[at - 1] ?? ' ') || /[a-z0-9]/.test(folded[at + name.length] ?? ' ') || letter === letter.toLowerCase())
        continue;
      const before = folded.slice(Math.max(0, at - 30), at);
      const after = folded.slice(at + name.length, at + name.length + 16);
      const beside =
        hints.merchantNames.some((each) => before.trimEnd().endsWith(each)) || NOUN_BEFORE.test(before) || NOUN_AFTER.test(after);
      if (!beside) continue;
      found.push({ source, start: at, end: at + name.length, plan, rule: 'plan.known', score: 34 + Math.min(4, name.length / 8) });
      break;
    }
  }
  return found;
}

const NOUN_BEFORE = new RegExp(`\\b(?:${CONTRACT})(?: [a-z']{1,6})?[ :|-]{1,4}$`);
const NOUN_AFTER = new RegExp(`^[ -](?:\\w{3,10} )?(?:${CONTRACT})\\b`);

// Capitalised words bound to a contract noun. Case matters, so these run on the text as written.
export const NAME =
  "((?:[\\p{Lu}\\d](?:[\\p{L}\\d+&'’@_-]|\\.(?=[\\p{L}\\d])){0,24})(?: (?:(?:de|du|des|of|and|et|&|\\+|y|und|per|con) )?[\\p{Lu}\\d](?:[\\p{L}\\d+&'’_-]|\\.(?=[\\p{L}\\d])){0,24}){0,5})";
const RHYTHM =
  '(?:mensuel(?:le)?|annuel(?:le)?|hebdomadaire|trimestriel(?:le)?|semestriel(?:le)?|mensual|anual|semanal|trimestral|semestral|mensile|annuale|settimanale|trimestrale|semestrale|mensal|miesięczn\\p{L}+|roczn\\p{L}+)';
const BOUND: readonly { readonly rule: string; readonly score: number; readonly pattern: RegExp }[] = [
  {
    score: 26,
    pattern: `\\b(?:[Yy]our|[Tt]he|[Oo]ur|[Aa]n?|[Nn]ew|[Tt]o|[Ff]or) (?:(?:annual|monthly|yearly|weekly|paid|\\p{Ll}{3,8}-(?:month|year)) )?${NAME} (?:[Ss]ubscription|[Pp]lan|[Mm]embership|[Tt]ier|[Pp]ackage|[Tt]rial|[Ll]icen[sc]e|[Pp]ass|[Cc]ontract|[Tt]ariff|[Mm]ember|[Pp]olicy|[Cc]over)\\b`,
  },
  {
    score: 24,
    pattern: `(?<!\\b(?:can|could|may|to|please|always|and|or) )\\b(?:upgraded?|downgraded?|switched|changed|moved|subscribed|subscription|membership|plan) (?:from [\\p{L}\\d &+'-]{2,30} |\\w+ )?to (?:the |our )?${NAME}`,
  },
  {
    score: 22,
    pattern: `\\b(?:[Ff]ormule|[Ff]orfait|[Pp]lan|[Pp]lano|[Pp]iano|[Tt]arif|[Tt]aryf[aęy]|[Pp]akiet|[Pp]akket|[Pp]lanu|[Cc]ontrat|[Cc]ontrato|[Cc]ontratto|[Ll]icence|[Ll]icencia|[Ll]icenza|[Oo]ferta|[Oo]fferta|[Tt]ariffa|[Cc]uota|[Qq]uota|[Pp]óliza|[Pp]olizza|[Aa]pólice|[Pp]olis[aęy]?|[Tt]essera|[Kk]arnet) (?:${RHYTHM} )?${NAME}`,
  },
  {
    score: 20,
    pattern: `\\b(?:[Aa]bonnement|[Ss]ouscription|[Aa]dhésion|[Oo]ffre|[Ss]uscripción|[Aa]ssinatura|[Aa]bbonamento|[Aa]bonament|[Mm]embresía|[Ii]scrizione|[Mm]itgliedschaft|[Ll]idmaatschap|[Mm]edlemskab|[Mm]edlemskap|[Ii]nscrição|[Aa]ssociação|[Ss]ubskrypcj[aęi]|[Aa]bonamentu?)(?: (?:${RHYTHM}))?(?: (?:à|au|a|al|do|da|de|per|ao|für|za))? (?:(?:l['’]|la |le |el |os |o |il )?(?:offre|formule|plan|plano|piano)? ?)?${NAME}`,
  },
  {
    score: 24,
    pattern: `\\b(?:[Ii]hr(?:e[snrm]?)?|[Dd]ein(?:e[snrm]?)?|[Dd]as|[Dd]ie|[Jj]e|[Uu]w|[Dd]in|[Dd]itt) ${NAME}[ -](?:Abonnement|Abo|Mitgliedschaft|Tarif|Paket|Vertrag|Lizenz|contract|licentie|pakket|abonnement|lidmaatschap|prenumeration|medlemskap|Plan|plan)`,
  },
  {
    score: 23,
    pattern: `\\b(?:Vertrag(?:e?s)?|Tarif(?:e?s)?|Paket(?:e?s)?|Abos?|Abonnements?|Lizenz|Kiste) (?:„|")?${NAME}`,
  },
  // What comes in boxes, and passes: the thing goes by its whole name. "This week's Family Veg Box", « votre Panier Duo », "tu Cesta Mediana".
  {
    score: 18,
    pattern: `\\b(?:[Yy]our|[Tt]his (?:week|month)['’]s|[Jj]e|[Uu]w|[Dd]einer?|[Ii]hrer?|[Tt]woj[aą]) (?:\\p{Ll}{4,12} )?((?:\\p{Lu}[\\p{L}\\d&'’-]{1,20} ){1,3}(?:Box|Bag|Pass|Kit|Crate|Basket|Hamper|Bundle|Pas|Kaart|Pakket))\\b`,
  },
  {
    score: 18,
    pattern: `(?:(?<!\\p{L})(?:[Vv]otre|[Tt]on|[Ll]e|[Tt]u|[Ss]u|[Tt]u[ao]|[Ss]eu|[Ss]ua|[Jj]e|[Uu]w|[Dd]eine|[Ii]hre|[Tt]woj[aą])|:) ((?:Panier|Box|Colis|Carte|Pass|Cesta|Caja|Tarjeta|Tarifa|Abono|Cassetta|Scatola|Tessera|Cabaz|Caixa|Cartão|Skrzynka|Paczka|Karnet|Kiste|Pakket)(?: [\\p{Lu}\\d][\\p{L}\\d+&'’-]{0,20}){1,3})`,
  },
  // "Your trial of Sundial Focus", "prova gratuita di Chef", "we have your request to cancel SIM Only 30GB".
  {
    score: 16,
    pattern: `\\b(?:[Tt]rial of|[Tt]rial for|[Ss]ubscription (?:to|for)|[Mm]embership (?:of|for)|[Rr]equest to cancel|[Ee]ssai (?:gratuit )?(?:de la formule |de |d['’])|[Pp]rova (?:gratuita )?di|[Pp]rueba (?:gratuita )?de|[Aa]valiação (?:gratuita )?d[oe]|[Pp]robezeit für|testest (?:du )?|testen Sie|[Pp]roefperiode van) ?(?:the )?${NAME}`,
  },
  // Right beside its price: "betaalt u voor Groen Vast € 9,95", "13,99 € for Streamhouse Premium".
  { score: 13, pattern: `\\b(?:for|pour|für|por|per|voor|za) ${NAME}(?= (?:at |à |zu |van |de |di )?(?:[€£$¥]|R\\$|\\d))` },
  {
    score: 13,
    pattern: `\\d(?: ?(?:€|£|zł|kr|EUR|USD|GBP|PLN|CHF))?(?: TTC)? (?:for|pour|für|por|per|voor|za) (?:the |your |le |la |l['’]|das |die |het |de |tu |la tua |il tuo )?${NAME}`,
  },
  { score: 21, pattern: `\\b(?:[Ll]evel|[Pp]lan|[Tt]ier) (?:is (?:now )?)?${NAME}` },
  {
    score: 14,
    pattern: `\\b[Yy]our ${NAME}(?= (?:(?:has|have) (?:been |now )?(?:renewed|expired|suspended|paused|cancell?ed|activated|reactivated)|is now|was (?:renewed|suspended|cancell?ed)|that was)\\b)`,
  },
  { score: 18, pattern: `^(?:[Cc]onfirmation ?: |[Rr]e: )?${NAME} (?:[Ss]ubscription|[Mm]embership|[Pp]lan)\\b` },
  {
    score: 19,
    pattern: `\\b(?:[Oo]rder|[Pp]roduct|[Ss]ervice|[Ss]ubscription|[Mm]embership|[Pp]lan|[Ll]evel) (?:for |of |named |called )?(?:the )?${NAME}(?= (?:has|is|was|will|have|expires|ends|renews)\\b)`,
  },
].map(({ score, pattern }) => ({ rule: 'plan.bound', score, pattern: new RegExp(pattern, 'gmu') }));

export function boundPlans(source: SourceText, hints: PlanHints): PlanName[] {
  if (hints.merchant === null) return [];
  const found: PlanName[] = [];
  const { original } = source.text;
  for (const { rule, score, pattern } of BOUND) {
    for (const match of original.matchAll(pattern)) {
      if (found.length > 20) return found;
      const name = match[1]!;
      const at = match.index + match[0].indexOf(name, match[0].length > name.length + 4 ? 0 : 0);
      const plan = cleanPlan(name, hints, false);
      if (plan === null || NUMBERED.test(plan)) continue;
      const offset = at + name.indexOf(plan);
      const [start, end] = [foldedOffset(source.text, offset), foldedOffset(source.text, offset + plan.length)];
      if (score <= 18 && NO_CONTRACT.test(plan)) continue;
      // What stands so loosely is a plan only by more than one word, by a figure or as a tier.
      if (score <= 14 && !/[\s\d]/u.test(plan) && !isTierWord(foldText(plan).folded)) continue;
      if (start >= source.from) found.push({ source, start, end, plan, rule, score });
    }
  }
  return found;
}

// "contrat SF-2210-448" is its number.
const NUMBERED = /^(?:[A-Z]{1,5}[-/])?\d[\d/-]{3,}|^[A-Z]{1,5}[-/]\d/;

// "Your Direct Debit has been cancelled" speaks of no plan.
const NO_CONTRACT =
  /\b(?:account|card|id|debit|order|invoice|password|payment|profile|e-?mail|receipt|address|request|device|session|registration|booking|reservation|ticket|appointment|bill|receipts?|team|support|payment method|store|app|website|address|debit|gmbh|ltd|inc)s?$/iu;

// The merchant's name and more, where a contract is spoken of: "your trial of Sundial Focus", "Ihr SkyGuard Rundumschutz".
export function namedAfterMerchant(source: SourceText, hints: PlanHints): PlanName[] {
  const found: PlanName[] = [];
  const { folded, original } = source.text;
  for (const name of hints.merchantNames) {
    if (name.length < 3) continue;
    let at = folded.indexOf(`${name} `, source.from);
    for (let tries = 0; at !== -1 && tries < 20; tries += 1, at = folded.indexOf(`${name} `, at + 1)) {
      if (!CONTRACT_BEFORE.test(folded.slice(Math.max(0, at - 40), at))) continue;
      const start = source.text.toOriginal(at + name.length + 1);
      const words = FOLLOWING.exec(original.slice(start, start + 60))?.[0];
      const plan = words === undefined ? null : cleanPlan(words, hints, false);
      if (words === undefined || plan === null || NO_CONTRACT.test(plan) || NO_NAME_AFTER.test(foldText(plan).folded)) continue;
      const from = start + words.indexOf(plan);
      found.push({ source, start: foldedOffset(source.text, from), end: foldedOffset(source.text, from + plan.length), plan, rule: 'plan.of_merchant', score: 15 });
      break;
    }
  }
  return found;
}

const CONTRACT_BEFORE = new RegExp(`\\b(?:${CONTRACT}|trial|essai|prueba|prova|probe\\w*|testphase)\\b(?: \\w{1,10}){0,2} $|\\b(?:your|votre|ton|ihr|dein|tu|su|je|uw) $`);
const FOLLOWING = /^[\p{Lu}\d][\p{L}\d+&'’-]{1,20}(?: [\p{Lu}\d][\p{L}\d+&'’-]{0,20}){0,2}(?= (?!\p{Lu})|[.,!\n:;]|$)/u;
const NO_NAME_AFTER = new RegExp(`^(?:${CONTRACT}|trial|team|support|konto|compte|cuenta|conto|conta|gmbh|ltd|inc|sas|card|karte)\\b`);

// The merchant's name with a word that only plans are called by: "payment for Sparkle Gold", « essai gratuit de Cinéval Essentiel ».
export function tiersOfMerchant(source: SourceText, hints: PlanHints): PlanName[] {
  const found: PlanName[] = [];
  const { folded, original } = source.text;
  for (const name of hints.merchantNames) {
    if (name.length < 3) continue;
    let at = folded.indexOf(`${name} `, source.from);
    for (let tries = 0; at !== -1 && tries < 20; tries += 1, at = folded.indexOf(`${name} `, at + 1)) {
      const start = at + name.length + 1;
      const words = /^[\p{L}\d+-]{2,20}(?: [\p{L}\d+-]{2,20})?/u.exec(folded.slice(start, start + 42))?.[0].split(' ') ?? [];
      const isCapital = (offset: number) => /[\p{Lu}\d]/u.test(original[source.text.toOriginal(offset)] ?? '');
      if (/[\p{L}\d]/u.test(folded[at - 1] ?? ' ') || !isTierWord(words[0] ?? '') || words[0] === 'team' || !isCapital(start)) continue;
      const second = words[1] !== undefined && isTierWord(words[1]) && isCapital(start + words[0]!.length + 1);
      const end = start + words.slice(0, second ? 2 : 1).join(' ').length;
      const plan = original.slice(source.text.toOriginal(start), source.text.toOriginal(end));
      found.push({ source, start, end, plan, rule: 'plan.tier', score: 17 });
      break;
    }
  }
  return found;
}

// The only word of its kind in a text that is one plans are called by: "the renewal payment for Pro", "Sie behalten Premium bis …". Words that
// mean something else in a sentence are left out, and so is what is offered.
export function loneTiers(source: SourceText): PlanName[] {
  const { folded, original } = source.text;
  const seen = new Map<string, PlanName>();
  for (const match of folded.matchAll(/[a-z][a-z+]{2,14}/g)) {
    const word = match[0];
    if (match.index < source.from || !isTierWord(word) || COMMON_TIERS.test(word)) continue;
    const start = match.index;
    const end = start + word.length;
    const written = original.slice(source.text.toOriginal(start), source.text.toOriginal(end));
    const before = folded.slice(Math.max(0, start - 28), start);
    // A capital says that it is a name, unless a sentence starts with it.
    if (!/^\p{Lu}/u.test(written) || !/[\p{L}\d,:'’)] $/u.test(before) || /[\p{L}\d-]/u.test(folded[end] ?? ' ')) continue;
    if (OFFERED.test(before)) continue;
    if (!seen.has(word)) seen.set(word, { source, start, end, plan: written, rule: 'plan.tier', score: 8 });
  }
  for (const match of folded.matchAll(KANA_TIERS)) {
    const word = match[0];
    const at = match.index;
    if (at >= source.from && !seen.has(word))
      seen.set(word, { source, start: at, end: at + word.length, plan: word, rule: 'plan.tier', score: 8 });
  }
  return seen.size === 1 ? [...seen.values()] : [];
}

// "スタンダードプラン", "スピーキングコース", "ファミリーセット": the noun is part of the name.
export function kanaPlans(source: SourceText): PlanName[] {
  const found: PlanName[] = [];
  const { folded, original } = source.text;
  for (const match of folded.matchAll(KANA_PLAN)) {
    if (match.index < source.from || found.length > 4 || NO_KANA_PLAN.test(match[0])) continue;
    const [start, end] = [match.index, match.index + match[0].length];
    const plan = original.slice(source.text.toOriginal(start), source.text.toOriginal(end));
    found.push({ source, start, end, plan, rule: 'plan.kana', score: 23 });
  }
  return found;
}

const KANA_PLAN = /[a-z0-9+ァ-ヶー・]{2,20}(?:プラン|コース|セット|パック|パス|プレミアム)(?![ァ-ヶー])/g;
const NO_KANA_PLAN = /^(?:サブスクリプション|アップグレード|ダウングレード)/;

const KANA_TIERS =
  /(?<![ァ-ヶー])(?:プレミアム|スタンダード|ベーシック|ファミリー|ライト|プロ|ゴールド|ベーシック|アドバンス)(?![ァ-ヶー])/g;

const COMMON_TIERS =
  /^(?:family|familie|famille|familia|familiar|famiglia|rodzina|team|start|total|digital|base|basis|one|plus|mini|maxi|solo|light|business|student|personal|annual|annuel|anual|annuale)$/;
const OFFERED =
  /\b(?:upgrade|switch|try|get|discover|unlock|go|passez|essayez|decouvrez|wechseln|wechsle|pasate|prueba|passa|prova|experimente|stap|przejdz)\w*(?: \w{1,8}){0,2} $/;
