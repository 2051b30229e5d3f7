// Bank files as banks write them, French and English, in every shape that the formats allow; and files meant to do harm.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PermanentError } from '@quittance/domain/errors';
import { formatDecimal } from '@quittance/domain/money';
import { readStatement } from './read-statement.ts';

const EUR = { currency: 'EUR' };
const latin1 = (text: string) => Buffer.from(text.replaceAll('€', '\x80'), 'latin1');
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

/** A line as a row of a table: `2026-03-12 -13.49 EUR NETFLIX.COM`. */
function rows(bytes: Buffer | string, options: { currency: string; mapping?: unknown } = EUR): string[] {
  return readStatement(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, options).lines.map(
    (line) => `${line.bookedOn} ${formatDecimal(line)} ${line.currency} ${line.text}`,
  );
}

const FRENCH = `Compte courant;12345678901;;
Solde au 30/11/2026;1 234,56 €;;

Date;Libellé;Débit euros;Crédit euros
12/03/2026;"PAIEMENT CB 1003 NETFLIX.COM";-13,49;
05/03/2026;VIR SALAIRE;;2 345,67
28/02/2026;"PRLV SEPA ""ORANGE""";1.039,99;
Total;;;
`;
const FRENCH_ROWS = [
  '2026-03-12 -13.49 EUR PAIEMENT CB 1003 NETFLIX.COM',
  '2026-03-05 2345.67 EUR VIR SALAIRE',
  '2026-02-28 -1039.99 EUR PRLV SEPA "ORANGE"',
];

it.each([
  ['UTF-8', Buffer.from(FRENCH)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${FRENCH}`)],
  ['Windows-1252', latin1(FRENCH)],
  ['UTF-16', utf16(FRENCH)],
  ['UTF-16 without a mark', Buffer.from(FRENCH, 'utf16le')],
  ['UTF-16, big end first', Buffer.from(utf16(FRENCH)).swap16()],
  ['lines that end as on Windows', latin1(FRENCH.replaceAll('\n', '\r\n'))],
])('reads a French export: preamble, two columns, decimal commas (%s)', (_name, bytes) => {
  expect(rows(bytes)).toEqual(FRENCH_ROWS);
  expect(readStatement(bytes, EUR).skipped).toMatchObject([{ reason: 'no_date' }]);
});

it('reads an English export: commas, a signed column, months by name', () => {
  const text = `Transaction Date,Description,Amount,Balance
03 Mar 2026,"NETFLIX.COM, LONDON",-10.99,"1,234.50"
1 Mar 2026,SALARY,"2,000.00","1,245.49"
`;
  expect(rows(text, { currency: 'GBP' })).toEqual(['2026-03-03 -10.99 GBP NETFLIX.COM, LONDON', '2026-03-01 2000.00 GBP SALARY']);
});

it('keeps a column of credits that is empty for a long while', () => {
  const debits = '12/03/2026;NETFLIX;13,49;\n'.repeat(300);
  expect(rows(`Date;Libellé;Débit;Crédit\n${debits}13/03/2026;REMBOURSEMENT;;5,00\n`).at(-1)).toBe('2026-03-13 5.00 EUR REMBOURSEMENT');
});

it('tells American from European dates by the column, not by one date', () => {
  const head = 'Date,Description,Amount\n';
  expect(rows(`${head}03/04/2026,A SHOP,-1.00\n03/25/2026,B SHOP,-2.00\n`, { currency: 'USD' })[0]).toMatch(/^2026-03-04/);
  expect(rows(`${head}03/04/2026,A SHOP,-1.00\n25/03/2026,B SHOP,-2.00\n`, { currency: 'GBP' })[0]).toMatch(/^2026-04-03/);
  // Nothing but days that could be months: neighbours lie close together in one reading only.
  const close = `${head}11/05/2026,A,-1.00\n11/07/2026,B,-1.00\n11/09/2026,C,-1.00\n`;
  expect(rows(close, { currency: 'USD' })).toEqual(['2026-11-05 -1.00 USD A', '2026-11-07 -1.00 USD B', '2026-11-09 -1.00 USD C']);
  expect(readStatement(Buffer.from(close), EUR).csv!.guessed.certain).toBe(false);
});

it('reads tabs, a column of currencies, dates year first, and several columns of text', () => {
  const text =
    'Buchungstag\tName\tVerwendungszweck\tBetrag\tWährung\n2026-03-02\tSpotify AB\tAbo März\t-10,99\tEUR\n2026-03-03\tDropbox\tPlus\t-11,99\tUSD\n';
  expect(rows(text)).toEqual(['2026-03-02 -10.99 EUR Spotify AB Abo März', '2026-03-03 -11.99 USD Dropbox Plus']);
});

it('takes a card export, where charges have no minus, the right way round, and says that it assumed so', () => {
  const text =
    'Date,Description,Amount\n03/15/2026,NETFLIX.COM,15.49\n03/14/2026,PAYMENT THANK YOU,-200.00\n03/12/2026,SPOTIFY,11.99\n03/11/2026,HULU,9.99\n03/10/2026,MAX,9.99\n';
  expect(rows(text, { currency: 'USD' }).slice(0, 2)).toEqual([
    '2026-03-15 -15.49 USD NETFLIX.COM',
    '2026-03-14 200.00 USD PAYMENT THANK YOU',
  ]);
  expect(readStatement(Buffer.from(text), EUR).csv!.guessed.certain).toBe(false);
});

it('lets the person say what is what, and names what they got wrong', () => {
  const text = '2026-03-02;x;NETFLIX;1,00;-13,49\n2026-04-02;x;NETFLIX;1,00;-13,49\n';
  expect(rows(text, { ...EUR, mapping: { amount: 4, text: [2] } })).toEqual([
    '2026-03-02 -13.49 EUR NETFLIX',
    '2026-04-02 -13.49 EUR NETFLIX',
  ]);
  expect(() => rows(text, { ...EUR, mapping: { colour: 4 } })).toThrow(/"colour" is no field/);
  expect(() => rows(text, { ...EUR, mapping: { date: -1 } })).toThrow(/date must be/);
});

const SGML = `OFXHEADER:100
DATA:OFXSGML
VERSION:102
CHARSET:1252

<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR
<BANKACCTFROM><BANKID>30002<ACCTID>0001234<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>20260301<DTEND>20260331
<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260312120000[0:GMT]<DTUSER>20260310<TRNAMT>-13,49<FITID>A1<NAME>NETFLIX &amp; CO<MEMO>PAIEMENT CB
</STMTTRN>
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260305<TRNAMT>2345.67<FITID>A2<NAME>SALAIRE D'ÉTÉ</STMTTRN>
</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;

it('reads OFX in both its shapes', () => {
  const expected = ['2026-03-12 -13.49 EUR NETFLIX & CO PAIEMENT CB', "2026-03-05 2345.67 EUR SALAIRE D'ÉTÉ"];
  expect(rows(latin1(SGML))).toEqual(expected);
  const xml = SGML.replace(/^[^<]*/, '<?xml version="1.0"?>\n<?OFX OFXHEADER="200"?>\n').replace(
    /<([A-Z]+)>([^<\n]+)\n?/g,
    '<$1>$2</$1>\n',
  );
  expect(rows(xml)).toEqual(expected);
  expect(readStatement(Buffer.from(xml), EUR).lines[0]).toMatchObject({
    transactedOn: '2026-03-10',
    account: '30002/0001234',
    bankId: 'A1',
  });
});

const entry = (amount: string, debit: boolean, inner: string, status = '<Sts>BOOK</Sts>') =>
  `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${debit ? 'DBIT' : 'CRDT'}</CdtDbtInd>${status}<BookgDt><Dt>2026-03-12</Dt></BookgDt>${inner}</Ntry>`;
const camt = (...entries: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id></Acct>${entries.join('')}</Stmt></BkToCstmrStmt></Document>`;
const detail = (name: string, words: string, amount = '') =>
  `<TxDtls>${amount && `<Amt Ccy="EUR">${amount}</Amt>`}<RltdPties><Cdtr><Pty><Nm>${name}</Nm></Pty></Cdtr></RltdPties><RmtInf><Ustrd>${words}</Ustrd></RmtInf></TxDtls>`;

it('reads CAMT.053: names and remittance, entries that gather several payments, and leaves what is not booked', () => {
  const text = camt(
    entry('13.49', true, `<NtryDtls>${detail('Netflix International B.V.', 'ABO 03')}</NtryDtls>`),
    entry('30.00', true, `<NtryDtls>${detail('Orange SA', 'A', '10.00')}${detail('Free Mobile', 'B', '20.00')}</NtryDtls>`),
    entry('5.00', false, '<AddtlNtryInf>REMBOURSEMENT</AddtlNtryInf>'),
    entry('9.99', true, '<AddtlNtryInf>LATER</AddtlNtryInf>', '<Sts><Cd>PDNG</Cd></Sts>'),
  );
  expect(rows(text)).toEqual([
    '2026-03-12 -13.49 EUR Netflix International B.V. ABO 03',
    '2026-03-12 -10.00 EUR Orange SA A',
    '2026-03-12 -20.00 EUR Free Mobile B',
    '2026-03-12 5.00 EUR REMBOURSEMENT',
  ]);
  expect(readStatement(Buffer.from(text), EUR)).toMatchObject({
    skipped: [{ reason: 'pending' }],
    lines: [{ account: 'FR7630006000011234567890189' }, {}, {}, {}],
  });
  // Some banks give every element a prefix of its namespace; some dates are moments.
  const prefixed = text.replaceAll(/<(\/?)(?=[A-Z])/g, '<$1ns2:').replace('xmlns=', 'xmlns:ns2=');
  expect(prefixed).toContain('<ns2:Ntry>');
  expect(rows(prefixed)).toEqual(rows(text));
  expect(rows(text.replaceAll(/<Dt>(\S+?)<\/Dt>/g, '<DtTm>$1T23:30:00+01:00</DtTm>'))).toEqual(rows(text));
});

const code = (bytes: Buffer): string => {
  try {
    readStatement(bytes, EUR);
    return 'read';
  } catch (error) {
    if (!(error instanceof PermanentError)) throw error;
    return error.code;
  }
};

it.each([
  ['nothing', '', 'statement_empty'],
  ['a PDF', '%PDF-1.7 …', 'statement_unreadable'],
  ['a spreadsheet', 'PK\u0003\u0004xl/workbook.xml', 'statement_unreadable'],
  ['a web page', '<!DOCTYPE html><html></html>', 'statement_unreadable'],
  ['another standard', ':20:STARTUMSE\n:25:123', 'statement_unreadable'],
  ['an entity bomb', `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${camt(entry('1', true, ''))}`, 'statement_unreadable'],
  ['a torn XML file', camt(entry('1.00', true, '')).slice(0, -30), 'statement_unreadable'],
  [
    'XML without end of depth',
    `<Document><BkToCstmrStmt>${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}</BkToCstmrStmt></Document>`,
    'statement_unreadable',
  ],
  ['a quote that never closes', `Date;Libellé;Montant\n01/01/2026;"${'x'.repeat(200_000)}`, 'statement_unreadable'],
  ['prose', 'Dear bank,\nplease send me my statement.\n', 'statement_empty'],
  ['OFX without a statement', 'OFXHEADER:100\n<OFX></OFX>', 'statement_unreadable'],
])('refuses %s with words', (_what, text, expected) => {
  expect(code(Buffer.from(text))).toBe(expected);
});

it('refuses what is too large before reading it', () => {
  expect(code(Buffer.alloc(21 * 1024 * 1024, 'a'))).toBe('statement_too_large');
  expect(code(Buffer.from(`Date;Libellé;Montant\n${'01/01/2026;A;-1,00\n'.repeat(102_000)}`))).toBe('statement_too_large');
});

it('ends in lines or in a coded error, whatever the bytes', () => {
  const seeds = [FRENCH, SGML, camt(entry('13.49', true, `<NtryDtls>${detail('A', 'B')}</NtryDtls>`))];
  fc.assert(
    fc.property(
      fc.constantFrom(...seeds),
      fc.nat(),
      fc.nat({ max: 40 }),
      fc.string({ maxLength: 8, unit: 'binary' }),
      (seed, at, cut, put) => {
        const from = at % seed.length;
        code(Buffer.from(seed.slice(0, from) + put + seed.slice(from + cut)));
      },
    ),
    { numRuns: 60 },
  );
});
