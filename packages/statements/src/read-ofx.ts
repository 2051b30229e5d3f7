// OFX and QFX, in both their shapes: SGML (version 1, where a value's tag needs no end) and XML (version 2). One reader of tags serves both,
// because only aggregates and values are needed: whatever follows `<TAG>` up to the next `<` is its value.
import { PermanentError } from '@quittance/domain/errors';
import { STATEMENT_LIMITS } from './limits.ts';
import { readAmount } from './read-amount.ts';
import { readDate } from './read-date.ts';
import type { ReadStatement, SkippedRow, StatementLine } from './statement.ts';

const TAG = /<(\/?)([A-Za-z0-9.]{1,64})\s*(?:\/)?>([^<]*)/g;
// OFX 2 is XML: entities of the document's own are refused with it (there is no DTD in OFX), these five are read.
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** @throws PermanentError `statement_unreadable`, `statement_too_large`. */
export function readOfx(text: string): ReadStatement {
  const lines: StatementLine[] = [];
  const skipped: SkippedRow[] = [];
  let currency = '';
  let account = { bank: '', id: '' };
  let entry: Map<string, string> | null = null;
  let position = 0;
  for (const [, isEnd, rawTag, rawValue] of text.matchAll(TAG)) {
    const tag = rawTag!.toUpperCase();
    if (tag === 'STMTTRN') {
      if (!isEnd && entry === null) {
        entry = new Map();
        position += 1;
        if (position > STATEMENT_LIMITS.lines) throw tooLarge();
      } else if (isEnd && entry) {
        add(readEntry(entry, position, currency, `${account.bank}${account.id}`), lines, skipped);
        entry = null;
      }
      continue;
    }
    const value = unescape(rawValue!.trim()).slice(0, STATEMENT_LIMITS.text);
    if (isEnd || value === '') continue;
    if (entry) {
      if (!entry.has(tag)) entry.set(tag, value);
    } else if (tag === 'CURDEF') currency = value.toUpperCase();
    else if (tag === 'BANKID') account = { bank: `${value}/`, id: '' };
    else if (tag === 'ACCTID') account = { ...account, id: value };
  }
  if (position === 0 && !/<(?:STMTRS|CCSTMTRS|BANKTRANLIST)\s*>/i.test(text)) {
    throw new PermanentError('statement_unreadable', 'this OFX file has no account statement in it.');
  }
  return { format: 'ofx', lines, skipped };
}

function add(read: StatementLine | SkippedRow, lines: StatementLine[], skipped: SkippedRow[]): void {
  if ('reason' in read) skipped.push(read);
  else lines.push(read);
}

function readEntry(
  entry: ReadonlyMap<string, string>,
  position: number,
  statementCurrency: string,
  account: string,
): StatementLine | SkippedRow {
  const [name, memo] = [entry.get('NAME') ?? entry.get('PAYEEID') ?? '', entry.get('MEMO') ?? ''];
  const text = (memo.startsWith(name) ? memo : `${name} ${memo}`).replace(/\s+/gu, ' ').trim().slice(0, STATEMENT_LIMITS.text);
  const bookedOn = readDate((entry.get('DTPOSTED') ?? '').slice(0, 8), 'ymd');
  if (!bookedOn) return { position, reason: 'no_date', text };
  const currency = entry.get('CURSYM')?.toUpperCase() ?? statementCurrency;
  if (!/^[A-Z]{3}$/.test(currency)) return { position, reason: 'no_currency', text };
  const amount = entry.get('TRNAMT') ?? '';
  // The standard has either sign for decimals (OFX 2.2 §3.2.9.1), never both.
  const amountMinor = readAmount(amount, currency, amount.includes(',') ? ',' : '.');
  if (!amountMinor) return { position, reason: 'no_amount', text };
  const transactedOn = readDate((entry.get('DTUSER') ?? '').slice(0, 8), 'ymd');
  return { position, bookedOn, transactedOn, amountMinor, currency, text, account, bankId: entry.get('FITID') ?? null };
}

function unescape(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (all, decimal?: string, hex?: string, name?: string) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? all;
    const code = decimal ? Number(decimal) : Number.parseInt(hex!, 16);
    return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' ';
  });
}

function tooLarge(): PermanentError {
  return new PermanentError('statement_too_large', `this file has more than ${STATEMENT_LIMITS.lines} lines: export a shorter time.`);
}
