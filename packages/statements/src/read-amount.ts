// An amount as banks write it: "1 234,56", "-1.234,56", "12.99-", "(12.99)", "+12,99 €", "1'234.50 CR", "12,99 D".
import { minorDigits } from '@quittance/domain/money';

export type DecimalSign = '.' | ',';

const MARKS = /[€$£¥]|(?<![A-Z])(?:[A-Z]{3})(?![A-Z])/g;
// Spaces (also narrow and no-break ones) and apostrophes only group.
const GROUPING = /[\s\u00a0\u202f\u2009'’]/g;

/** Minor units, signed; null when the text is no amount of that currency. */
export function readAmount(text: string, currency: string, decimal: DecimalSign): number | null {
  let rest = text.trim().toUpperCase();
  if (rest === '' || rest.length > 40) return null;
  const isDebit = /^\(.*\)$/.test(rest) || /[-\u2212]$/.test(rest) || /(?<=[\d\s])(?:D|DR|DEBIT|S)$/.test(rest);
  rest = rest
    .replace(/^\((.*)\)$/, '$1')
    .replace(/(?<=[\d\s])(?:D|DR|DEBIT|C|CR|CREDIT|S|H)$/, '')
    .replace(MARKS, '')
    .replace(GROUPING, '')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/-$/, '');
  const match = /^([+-]?)([\d.,]+)$/.exec(rest);
  if (!match) return null;
  const minor = minorUnits(match[2]!, minorDigits(currency), decimal);
  if (minor === null) return null;
  const signed = match[1] === '-' || isDebit ? -minor : minor;
  return signed === 0 ? 0 : signed;
}

function minorUnits(digits: string, places: number, decimal: DecimalSign): number | null {
  const other = decimal === ',' ? '.' : ',';
  const [whole = '', fraction = '', ...more] = digits.split(decimal);
  if (more.length > 0 || fraction.includes(other)) return null;
  // What groups stands before exactly three digits.
  const groups = whole.split(other);
  if (groups.length > 1 && groups.slice(1).some((group) => group.length !== 3)) return null;
  const plain = groups.join('');
  if (plain.length > 12 || (plain === '' && fraction === '')) return null;
  if (/[1-9]/.test(fraction.slice(places))) return null;
  return Number((plain || '0') + fraction.slice(0, places).padEnd(places, '0'));
}

/** The sign that parts the decimals in these amounts. Where none tells, the last column's custom decides: `;` goes with a comma. */
export function guessDecimalSign(samples: readonly string[], delimiter: string): DecimalSign {
  let comma = 0;
  let point = 0;
  for (const sample of samples) {
    const bare = sample.replace(/[^\d.,]/g, '');
    const last = Math.max(bare.lastIndexOf(','), bare.lastIndexOf('.'));
    if (last < 0) continue;
    const follow = bare.length - last - 1;
    const isDecimal = follow !== 3 || /[.,]/.test(bare.slice(0, last).replaceAll(bare[last]!, ''));
    if (!isDecimal) continue;
    if (bare[last] === ',') comma += 1;
    else point += 1;
  }
  if (comma === point) return delimiter === ';' ? ',' : '.';
  return comma > point ? ',' : '.';
}
