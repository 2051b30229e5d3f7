// Plans that are told by the merchant's name in front of them or by a word that only plans are called by. Part of extract-plan.ts.
import { allMatches } from './all-matches.ts';
import { cleanPlan, type PlanHints, type PlanName } from './extract-plan-name.ts';
import { CONTRACT, NO_CONTRACT } from './extract-plan-patterns.ts';
import { foldedOffset, type SourceText } from './extract-text.ts';
import { foldText } from './fold-text.ts';
import { isTierWord } from './merchants/plan-words.ts';

// The merchant's name and more, where a contract is spoken of: "your trial of Sundial Focus", "Ihr SkyGuard Rundumschutz".
export function namedAfterMerchant(source: SourceText, hints: PlanHints): PlanName[] {
  const { folded, original } = source.text;
  return firstBehindName(source, hints, (at, behind) => {
    if (!CONTRACT_BEFORE.test(folded.slice(Math.max(0, at - 40), at))) return null;
    const start = source.text.toOriginal(behind);
    const words = FOLLOWING.exec(original.slice(start, start + 60))?.[0];
    const plan = words === undefined ? null : cleanPlan(words, hints, false);
    if (words === undefined || plan === null || NO_CONTRACT.test(plan) || NO_NAME_AFTER.test(foldText(plan).folded)) return null;
    const from = start + words.indexOf(plan);
    const [first, end] = [foldedOffset(source.text, from), foldedOffset(source.text, from + plan.length)];
    return { source, start: first, end, plan, rule: 'plan.of_merchant', score: 15 };
  });
}

const PLACES_MAX = 20;

/** Of each of the merchant's names the first place behind which a plan is read. */
function firstBehindName(
  source: SourceText,
  { merchantNames }: PlanHints,
  read: (at: number, behind: number) => PlanName | null,
): PlanName[] {
  const { folded } = source.text;
  return merchantNames.flatMap((name) => {
    if (name.length < 3) return [];
    let at = folded.indexOf(`${name} `, source.from);
    for (let tries = 0; at !== -1 && tries < PLACES_MAX; tries += 1, at = folded.indexOf(`${name} `, at + 1)) {
      const plan = read(at, at + name.length + 1);
      if (plan) return [plan];
    }
    return [];
  });
}

const CONTRACT_BEFORE = new RegExp(
  `\\b(?:${CONTRACT}|trial|essai|prueba|prova|probe\\w*|testphase)\\b(?: \\w{1,10}){0,2} $|\\b(?:your|votre|ton|ihr|dein|tu|su|je|uw) $`,
);
const FOLLOWING = /^[\p{Lu}\d][\p{L}\d+&'’-]{1,20}(?: [\p{Lu}\d][\p{L}\d+&'’-]{0,20}){0,2}(?= (?!\p{Lu})|[.,!\n:;]|$)/u;
const NO_NAME_AFTER = new RegExp(`^(?:${CONTRACT}|trial|team|support|konto|compte|cuenta|conto|conta|gmbh|ltd|inc|sas|card|karte)\\b`);

// The merchant's name with a word that only plans are called by: "payment for Sparkle Gold", « essai gratuit de Cinéval Essentiel ».
export function tiersOfMerchant(source: SourceText, hints: PlanHints): PlanName[] {
  const { folded, original } = source.text;
  const isCapital = (offset: number): boolean => /[\p{Lu}\d]/u.test(original[source.text.toOriginal(offset)] ?? '');
  return firstBehindName(source, hints, (at, start) => {
    const words = /^[\p{L}\d+-]{2,20}(?: [\p{L}\d+-]{2,20})?/u.exec(folded.slice(start, start + 42))?.[0].split(' ') ?? [];
    if (/[\p{L}\d]/u.test(folded[at - 1] ?? ' ') || !isTierWord(words[0] ?? '') || words[0] === 'team' || !isCapital(start)) return null;
    const second = words[1] !== undefined && isTierWord(words[1]) && isCapital(start + words[0]!.length + 1);
    const end = start + words.slice(0, second ? 2 : 1).join(' ').length;
    const plan = original.slice(source.text.toOriginal(start), source.text.toOriginal(end));
    return { source, start, end, plan, rule: 'plan.tier', score: 17 };
  });
}

const WORD = /[a-z][a-z+]{2,14}/g;

// The only word of its kind in a text that is one plans are called by: "the renewal payment for Pro", "Sie behalten Premium bis …". Words that
// mean something else in a sentence are left out, and so is what is offered.
export function loneTiers(source: SourceText): PlanName[] {
  const { folded, original } = source.text;
  const seen = new Map<string, PlanName>();
  for (const match of allMatches(folded, WORD)) {
    const word = match[0];
    if (match.index < source.from || !isTierWord(word) || COMMON_TIERS.test(word)) continue;
    const start = match.index;
    const end = start + word.length;
    const written = original.slice(source.text.toOriginal(start), source.text.toOriginal(end));
    const before = folded.slice(Math.max(0, start - 28), start);
    const isBound = BOUND_BEFORE.test(before) || BOUND_AFTER.test(folded.slice(end, end + 16));
    // A capital says that it is a name, unless a sentence starts with it; so does the contract right beside it: "sua assinatura premium".
    if (!(/^\p{Lu}/u.test(written) || isBound) || !/[\p{L}\d,:'’)] $/u.test(before) || /[\p{L}\d-]/u.test(folded[end] ?? ' ')) continue;
    if (OFFERED.test(before)) continue;
    if (!seen.has(word)) seen.set(word, { source, start, end, plan: written, rule: 'plan.tier', score: 8 });
  }
  for (const match of allMatches(folded, KANA_TIERS)) {
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
  for (const match of allMatches(folded, KANA_PLAN)) {
    if (match.index < source.from || found.length > 4 || NO_KANA_PLAN.test(match[0])) continue;
    const [start, end] = [match.index, match.index + match[0].length];
    const plan = original.slice(source.text.toOriginal(start), source.text.toOriginal(end));
    found.push({ source, start, end, plan, rule: 'plan.kana', score: 23 });
  }
  return found;
}

const KANA_PLAN =
  /[a-z0-9+ァ-ヶー・]{2,20}(?:プラン|コース|セット|パック|パス|プレミアム)(?![ァ-ヶー])|(?<=^|[\n「『。、：: ])[一-龠ぁ-ん々]{2,8}(?:プラン|コース|セット|パック)(?![ァ-ヶー])/g;
const NO_KANA_PLAN =
  /^(?:の|以下|下記|次|変更[前後]の|[ぁ-ん一-龠]{2,4}した|サブスクリプション|アップグレード|ダウングレード|料金|有料|無料|月額|年額|年間|月間|各|この|その|新|旧|現在|ご利用|ご契約|お使い|お客様|当|同|他|すべて)/;

const KANA_TIERS =
  /(?<![ァ-ヶー])(?:プレミアム|スタンダード|ベーシック|ファミリー|ライト|プロ|ゴールド|ベーシック|アドバンス)(?![ァ-ヶー])/g;

const BOUND_BEFORE = new RegExp(`\\b(?:${CONTRACT}) $`);
const BOUND_AFTER = new RegExp(`^ (?:${CONTRACT})\\b`);

const COMMON_TIERS =
  /^(?:family|familie|famille|familia|familiar|famiglia|rodzina|team|start|total|digital|base|basis|one|plus|mini|maxi|solo|light|business|student|personal|annual|annuel|anual|annuale)$/;
const OFFERED =
  /\b(?:upgrade|switch|try|get|discover|unlock|go|passez|essayez|decouvrez|wechseln|wechsle|pasate|prueba|passa|prova|experimente|stap|przejdz)\w*(?: \w{1,8}){0,2} $/;
