// Whether a text names an amount of money: a bill that says nothing else still does.

const AMOUNT =
  /(?:[€$£¥₽₩₹]|\b(?:eur|usd|gbp|chf|cad|aud|jpy|pln|brl|r\$)) ?\d|\d[\d.,' ]{0,12}(?:[€$£¥円]| ?\b(?:eur|euros?|usd|dollars?|gbp|chf|cad|aud|jpy|pln|zl|zlotych|brl|reais|yen)\b)/;

/** @param folded by plainFold. */
export function findMoney(folded: string): boolean {
  return AMOUNT.test(folded);
}
