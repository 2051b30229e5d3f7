// A written number ("1 234,56", "1'234.50", "1,23,456") as integer minor units of its currency. Step 2 of find-money.ts.
import { minorDigits } from '@quittance/domain/money';

/** null where the digits can't be an amount of that currency (more decimals than it has). */
export function parseMinorUnits(token: string, currency: string): number | null {
  const digits = minorDigits(currency);
  const { whole, fraction } = splitNumber(token, digits);
  if (whole.length > 12) return null;
  const rest = fraction.slice(digits);
  if (/[1-9]/.test(rest)) return null;
  return Number(whole + fraction.slice(0, digits).padEnd(digits, '0'));
}

function splitNumber(token: string, digits: number): { whole: string; fraction: string } {
  const point = decimalPoint(token, digits);
  const whole = (point === -1 ? token : token.slice(0, point)).replace(/\D/g, '');
  return { whole, fraction: point === -1 ? '' : token.slice(point + 1) };
}

// The decimal sign is the last of two different signs; a single one groups thousands when three digits follow, unless the
// number starts with 0 or the currency has three decimals. A sign that comes twice, a space or an apostrophe groups.
function decimalPoint(token: string, digits: number): number {
  const last = Math.max(token.lastIndexOf('.'), token.lastIndexOf(','));
  if (last === -1) return -1;
  const sign = token[last]!;
  if (token.indexOf(sign) !== last) return -1;
  const follow = token.length - last - 1;
  if (follow !== 3 || /[., ']/.test(token.slice(0, last))) return follow === 3 && sameGrouping(token, last) ? -1 : last;
  return digits === 3 || token.startsWith('0') ? last : -1;
}

// "1 234.567" and "1'234'567": three digits after a lone sign that follows space or apostrophe groups are decimals of nothing.
function sameGrouping(token: string, last: number): boolean {
  return /[ ']/.test(token.slice(0, last)) && !/[.,]/.test(token.slice(0, last));
}
