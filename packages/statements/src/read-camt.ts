// CAMT.053 (ISO 20022, BankToCustomerStatement), and its kin 052 and 054, whose entries have the same shape. An entry that gathers several
// transactions is taken apart where each has its amount. Document types and entities are refused: no bank writes them.
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { PermanentError } from '@quittance/domain/errors';
import { STATEMENT_LIMITS } from './limits.ts';
import { readAmount } from './read-amount.ts';
import { readDate } from './read-date.ts';
import type { ReadStatement, SkippedRow, StatementLine } from './statement.ts';

type Node = { readonly [name: string]: unknown };

const LISTS = new Set(['Stmt', 'Rpt', 'Ntfctn', 'Ntry', 'NtryDtls', 'TxDtls', 'Ustrd', 'AddtlRmtInf']);

/** @throws PermanentError `statement_unreadable`, `statement_too_large`. */
export function readCamt(text: string): ReadStatement {
  const document = parseXml(text);
  const body = node(
    node(document['Document'])['BkToCstmrStmt'] ??
      node(document['Document'])['BkToCstmrAcctRpt'] ??
      node(document['Document'])['BkToCstmrDbtCdtNtfctn'],
  );
  const statements = list(body['Stmt'] ?? body['Rpt'] ?? body['Ntfctn']);
  if (statements.length === 0) throw unreadable('this XML file has no bank statement (CAMT.053) in it');
  const lines: StatementLine[] = [];
  const skipped: SkippedRow[] = [];
  for (const statement of statements) {
    const account = node(node(statement['Acct'])['Id']);
    const accountId = string(account['IBAN']) || string(node(account['Othr'])['Id']);
    for (const entry of list(statement['Ntry'])) {
      for (const part of partsOf(entry)) {
        const position = lines.length + skipped.length + 1;
        if (position > STATEMENT_LIMITS.lines) {
          throw new PermanentError(
            'statement_too_large',
            `this file has more than ${STATEMENT_LIMITS.lines} lines: export a shorter time.`,
          );
        }
        const read = readPart(entry, part, position, accountId);
        if ('reason' in read) skipped.push(read);
        else lines.push(read);
      }
    }
  }
  return { format: 'camt', lines, skipped };
}

function parseXml(text: string): Node {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw unreadable('this XML file declares a document type, which bank statements never do');
  if (XMLValidator.validate(text) !== true) throw unreadable('this XML file is damaged: a part of it is missing');
  if (depthOf(text) > STATEMENT_LIMITS.depth) throw unreadable('this XML file is nested deeper than any bank statement');
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    removeNSPrefix: true,
    parseTagValue: false,
    parseAttributeValue: false,
    htmlEntities: false,
    processEntities: true,
    isArray: (name: string) => LISTS.has(name),
  });
  try {
    return parser.parse(text) as Node;
  } catch (error) {
    throw new PermanentError('statement_unreadable', 'this XML file can not be read.', { cause: error });
  }
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [tag] of text.matchAll(/<[^!?][^>]{0,2000}>/g)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function partsOf(entry: Node): (Node | null)[] {
  const details = list(entry['NtryDtls']).flatMap((one) => list(one['TxDtls']));
  if (details.length < 2) return [details[0] ?? null];
  const haveAmounts = details.every((one) => amountNode(one) !== null);
  return haveAmounts ? details : [null];
}

function amountNode(detail: Node): Node | null {
  const amount = detail['Amt'] ?? node(node(detail['AmtDtls'])['TxAmt'])['Amt'];
  return typeof amount === 'object' && amount !== null ? (amount as Node) : null;
}

function readPart(entry: Node, detail: Node | null, position: number, account: string): StatementLine | SkippedRow {
  const text = textOf(entry, detail);
  const status = entry['Sts'];
  if ((string(status) || string(node(status)['Cd'])) === 'PDNG') return { position, reason: 'pending', text };
  const booked = node(entry['BookgDt'] ?? entry['ValDt']);
  const bookedOn = readDate((string(booked['Dt']) || string(booked['DtTm'])).slice(0, 10), 'ymd');
  if (!bookedOn) return { position, reason: 'no_date', text };
  const parts = list(entry['NtryDtls']).flatMap((one) => list(one['TxDtls'])).length;
  const amount = detail && parts > 1 ? amountNode(detail)! : node(entry['Amt']);
  const currency = string(amount['@Ccy']).toUpperCase();
  if (!/^[A-Z]{3}$/.test(currency)) return { position, reason: 'no_currency', text };
  const minor = readAmount(string(amount['#text']), currency, '.');
  if (!minor) return { position, reason: 'no_amount', text };
  const isDebit = (string(detail?.['CdtDbtInd']) || string(entry['CdtDbtInd'])) === 'DBIT';
  const refs = node(detail?.['Refs']);
  const bankId = string(refs['AcctSvcrRef']) || (parts > 1 ? '' : string(entry['AcctSvcrRef'])) || null;
  return {
    position,
    bookedOn,
    transactedOn: null,
    amountMinor: isDebit ? -Math.abs(minor) : Math.abs(minor),
    currency,
    text,
    account,
    bankId,
  };
}

// The other party's name, then what was written along, then the bank's own words.
function textOf(entry: Node, detail: Node | null): string {
  const parties = node(detail?.['RltdPties']);
  const isDebit = (string(detail?.['CdtDbtInd']) || string(entry['CdtDbtInd'])) === 'DBIT';
  const party = node(parties[isDebit ? 'Cdtr' : 'Dbtr']);
  const name = string(party['Nm']) || string(node(party['Pty'])['Nm']);
  const remittance = node(detail?.['RmtInf'])['Ustrd'];
  const words = (Array.isArray(remittance) ? remittance : []).map(string).join(' ');
  const parts = [name, words, string(detail?.['AddtlTxInf']), string(entry['AddtlNtryInf'])].filter(Boolean);
  return [...new Set(parts)].join(' ').replace(/\s+/gu, ' ').trim().slice(0, STATEMENT_LIMITS.text);
}

function node(value: unknown): Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Node) : {};
}

function list(value: unknown): Node[] {
  return Array.isArray(value) ? value.map(node) : [];
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function unreadable(what: string): PermanentError {
  return new PermanentError('statement_unreadable', `${what}: export the statement from your bank again.`);
}
