// What kind of bank file it is, by its content; names lie. Kinds that people try and we can't read are named, with what to ask the bank for.
import { PermanentError } from '@quittance/domain/errors';
import type { StatementFormat } from './statement.ts';

const START = 4_000;

/** @throws PermanentError `statement_unreadable` for a PDF, a spreadsheet and whatever else is no statement. */
export function detectFormat(bytes: Uint8Array, text: string): StatementFormat {
  const head = text.slice(0, START);
  const latin = String.fromCharCode(...bytes.subarray(0, 8));
  if (latin.startsWith('%PDF')) throw unreadable('a PDF');
  if (latin.startsWith('PK\u0003\u0004') || latin.startsWith('\u00d0\u00cf\u0011\u00e0')) throw unreadable('a spreadsheet or an archive');
  if (/OFXHEADER|<OFX[\s>]/i.test(head)) return 'ofx';
  if (/^\uFEFF?\s*</.test(head)) {
    if (/BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn)|camt\.05[234]/.test(head)) return 'camt';
    throw unreadable(/<html|<!doctype html/i.test(head) ? 'a web page' : 'an XML file of another kind');
  }
  if (/^\uFEFF?\s*:20:|\{1:F01/.test(head)) throw unreadable('an MT940 file');
  if (/^\uFEFF?!Type:|^\uFEFF?!Account/i.test(head)) throw unreadable('a QIF file');
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000e-\u001f]/.test(head)) throw unreadable('not a text file');
  return 'csv';
}

function unreadable(what: string): PermanentError {
  return new PermanentError(
    'statement_unreadable',
    `this is ${what}: export the statement from your bank as CSV, OFX or CAMT.053 instead.`,
  );
}
