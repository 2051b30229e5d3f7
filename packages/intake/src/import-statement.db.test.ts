// A bank file as the second witness: charges after a cancellation, a merchant that mails nothing, a word that is remembered, and nothing twice.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createDirectory } from '@quittance/statements/payee/directory';
import { fsckUser } from '@quittance/store/fsck';
import { insertedEvents, reserveEventSeqs } from '@quittance/store/events';
import { listMonthlyCharges } from '@quittance/store/monthly-charges';
import { recordBackfillProgress, recordHistoryProblem, recordMailboxProblem } from '@quittance/store/mailbox-health';
import { addMailbox, isReadingHistory } from '@quittance/store/mailboxes';
import { listStatements } from '@quittance/store/statement-files';
import { listSubscriptions, refoldMerchants } from '@quittance/store/subscriptions';
import { asUser, inTransaction } from '@quittance/store/transaction';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { createTestUser, testVault } from '@quittance/testing/staged-mail';
import { fold } from '@quittance/timeline/fold';
import { parseDecimal } from '@quittance/domain/money';
import { importStatement, type StatementInput } from './import-statement.ts';
import { raiseLateCharges } from './raise-late-charges.ts';
import { choosePayee, forgetPayee, removeStatement, undoPayee } from './payees.ts';

let test: TestDatabase;
let userId: string;
let people = 0;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  people += 1;
  userId = await createTestUser(test.db, `p${people}@example.org`);
});

const NETFLIX = { id: 'netflix', name: 'Netflix', domains: ['netflix.com'] };
const known = [
  { merchant: NETFLIX, names: [] },
  { merchant: { id: 'disney-plus', name: 'Disney+', domains: ['disneyplus.com'] }, names: [] },
];
const deps = { known, now: new Date('2026-07-20T09:00:00.000Z') };

const HEAD = 'Date;Libellé;Débit;Crédit\n';
const CANCELLED_AND_CHARGED = `${HEAD}12/05/2026;PAIEMENT CB 1105 NETFLIX.COM;13,49;
12/06/2026;PAIEMENT CB 1106 NETFLIX.COM;13,49;
12/07/2026;PAIEMENT CB 1107 NETFLIX.COM;13,49;
14/07/2026;CB SUPERMARCHE;54,20;
`;

async function importing(text: string, over: Partial<StatementInput> = {}) {
  const input = { userId, name: 'releve.csv', bytes: Buffer.from(text), currency: 'EUR', language: 'fr', ...over };
  return asUser(test.db, userId, (tx) => importStatement(tx, deps, input));
}

/** Events of mails, without their mails. */
async function mailed(
  ...events: { kind: 'signup' | 'renewal_charged' | 'cancellation_confirmed'; at: string; endsOn?: string }[]
): Promise<void> {
  await inTransaction(test.db, async (tx) => {
    const first = await reserveEventSeqs(tx, userId, events.length);
    const rows = events.map(({ kind, at, endsOn = null }, index) => ({
      seq: first + index,
      messageId: null as never,
      kind,
      occurredAt: `${at}T09:00:00.000Z`,
      effectiveOn: null,
      classification: {
        kind,
        confidence: 1,
        decided: 'auto' as const,
        language: 'fr',
        merchant: NETFLIX,
        biller: null,
        plan: null,
        price: kind === 'cancellation_confirmed' ? null : parseDecimal('13.49', 'EUR'),
        period: 'P1M',
        renewsOn: null,
        endsOn,
        noticePeriod: null,
        minimumTermEndsOn: null,
        cancelBy: null,
        reference: null,
        reasons: [],
        suspicions: [],
      },
    }));
    await insertedEvents(tx, userId, rows, deps.now).execute();
    await refoldMerchants(tx, fold, userId, ['netflix']);
  });
}

const subscriptions = () => listSubscriptions(test.db, userId);
const findings = async () => (await subscriptions()).flatMap((one) => one.findings.map((finding) => `${finding.kind} ${finding.since}`));

it('finds the charge after the effective end, with the bank line as its evidence, and alerts while it can be taken back', async () => {
  await mailed(
    { kind: 'signup', at: '2026-05-11' },
    { kind: 'renewal_charged', at: '2026-06-11' },
    { kind: 'cancellation_confirmed', at: '2026-06-20', endsOn: '2026-07-10' },
  );
  const done = await importing(CANCELLED_AND_CHARGED);
  expect(done).toMatchObject({ already: false, read: 4, fresh: 4, duplicates: 0, matched: 3, alerts: 1 });
  expect(done.findings).toMatchObject([{ merchant: 'Netflix', finding: { kind: 'charged_after_cancellation', since: '2026-07-11' } }]);
  expect(await findings()).toEqual(['charged_after_cancellation 2026-07-11']);
  const [only, ...others] = await subscriptions();
  expect([only!.status, only!.eventIds.length, others]).toEqual(['cancelled', 6, []]);
  const alert = await test.db.selectFrom('alert').select(['kind', 'data']).where('user_id', '=', userId).executeTakeFirstOrThrow();
  expect(alert).toMatchObject({ kind: 'charged_after_cancellation', data: { quote: 'PAIEMENT CB 1107 NETFLIX.COM', amount: '13.49' } });
});

it('tells once of charges that are no news and can still be had back, when nothing waits to be read', async () => {
  await mailed({ kind: 'signup', at: '2025-10-11' }, { kind: 'cancellation_confirmed', at: '2025-10-20', endsOn: '2025-11-10' });
  const lines = ['11/12/2025', '12/01/2026', '12/02/2026'].map((on) => `${on};PAIEMENT CB NETFLIX.COM;13,49;\n`);
  // Mail that waits may say that the person wanted it.
  await test.db
    .insertInto('content')
    .values({ user_id: userId, content_key: Buffer.alloc(32, people), first_seen_at: deps.now.toISOString() })
    .execute();
  const content = await test.db.selectFrom('content').select('id').where('user_id', '=', userId).executeTakeFirstOrThrow();
  await test.db.insertInto('outbox').values({ user_id: userId, content_id: content.id, priority: 'history' }).execute();
  expect(await importing(HEAD + lines.slice(0, 2).join(''))).toMatchObject({ matched: 2, alerts: 0 });
  await test.db.deleteFrom('outbox').where('user_id', '=', userId).execute();
  const raise = () => inTransaction(test.db, (tx) => raiseLateCharges(tx, userId, deps.now));
  expect([await raise(), await raise()]).toEqual([1, 0]);
  const told = () => test.db.selectFrom('alert').select('data').where('user_id', '=', userId).orderBy('created_at').execute();
  expect(await told()).toMatchObject([{ data: { charged_on: '2026-01-12', open_charges: 2, quote: 'PAIEMENT CB NETFLIX.COM' } }]);
  // What was taken after that is news, though it is no more so than the others were.
  expect(await importing(HEAD + lines.join(''))).toMatchObject({ matched: 1, alerts: 1 });
  expect((await told()).map(({ data }) => data)).toContainEqual(expect.objectContaining({ charged_on: '2026-02-12', open_charges: 3 }));
  expect(await raise()).toBe(0);
});

it('tells of none while a mailbox still reads the mail from before, and does not wait for one that cannot', async () => {
  await mailed({ kind: 'signup', at: '2025-10-11' }, { kind: 'cancellation_confirmed', at: '2025-10-20', endsOn: '2025-11-10' });
  const settings = { address: 'anna@example.org', host: 'imap.example.org', port: 993, tls: 'tls', username: 'anna' } as const;
  const credential = { kind: 'password', password: 'x' } as const;
  const mailboxId = (await inTransaction(test.db, (tx) => addMailbox(tx, testVault, { userId, settings, credential })))!;
  expect(await importing(`${HEAD}11/12/2025;PAIEMENT CB NETFLIX.COM;13,49;\n`)).toMatchObject({ matched: 1, alerts: 0 });
  const raise = () => inTransaction(test.db, (tx) => raiseLateCharges(tx, userId, deps.now));
  const [at, text] = [deps.now.toISOString(), 'NO'];
  expect(await raise()).toBe(0);
  // Of another person's nobody waits.
  const other = await createTestUser(test.db, `other${people}@example.org`);
  expect([await isReadingHistory(test.db, userId), await isReadingHistory(test.db, other)]).toEqual([true, false]);
  for (const code of ['login_refused', null]) {
    await recordHistoryProblem(test.db, { mailboxId, userId, problem: code === null ? null : { code, text, at } });
    expect(await isReadingHistory(test.db, userId)).toBe(code === null);
  }
  await recordBackfillProgress(test.db, { mailboxId, userId, total: 2, done: 2, finishedAt: at, day: null, fence: null });
  expect([await raise(), await raise()]).toEqual([1, 0]);
  await recordBackfillProgress(test.db, { mailboxId, userId, total: 4, done: 2, finishedAt: null, day: null, fence: null });
  expect(await isReadingHistory(test.db, userId)).toBe(true);
  await recordMailboxProblem(test.db, { mailboxId, userId, code: 'login_refused', text, at, stop: true });
  expect(await isReadingHistory(test.db, userId)).toBe(false);
});

it.each([
  ['none explains it', false, 1],
  ['the person came back', true, 0],
])('tells of no fresh charge either before the mail of old is read; then, %s', async (_what, isBack, told) => {
  await mailed({ kind: 'signup', at: '2026-05-11' }, { kind: 'cancellation_confirmed', at: '2026-06-20', endsOn: '2026-07-09' });
  const settings = { address: 'anna@example.org', host: 'imap.example.org', port: 993, tls: 'tls', username: 'anna' } as const;
  const credential = { kind: 'password', password: 'x' } as const;
  const mailboxId = (await inTransaction(test.db, (tx) => addMailbox(tx, testVault, { userId, settings, credential })))!;
  const done = await importing(CANCELLED_AND_CHARGED);
  // What the import shows, it shows at once.
  expect([done.alerts, done.findings.map(({ finding }) => finding.kind)]).toEqual([0, ['charged_after_cancellation']]);
  if (isBack) await mailed({ kind: 'signup', at: '2026-07-10' });
  await recordBackfillProgress(test.db, {
    mailboxId,
    userId,
    total: 2,
    done: 2,
    finishedAt: deps.now.toISOString(),
    day: null,
    fence: null,
  });
  const raise = () => inTransaction(test.db, (tx) => raiseLateCharges(tx, userId, deps.now));
  expect([await raise(), await raise()]).toEqual([told, 0]);
});

it('counts a charge once that mail and bank both tell', async () => {
  await mailed(
    { kind: 'signup', at: '2026-05-11' },
    { kind: 'renewal_charged', at: '2026-06-11' },
    { kind: 'renewal_charged', at: '2026-07-11' },
  );
  await importing(CANCELLED_AND_CHARGED);
  const [only] = await subscriptions();
  expect([only!.status, only!.price!.amountMinor, only!.renewsOn]).toEqual(['active', 1349, '2026-08-11']);
  expect(await findings()).toEqual([]);
  // The overview's sums count as the timeline does: nor does another export of the account, which names it, tell of a second charge.
  const ofx = `OFXHEADER:100\n\n<OFX><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>7</BANKACCTFROM><BANKTRANLIST>${['05', '06', '07'].map((month) => `<STMTTRN><DTPOSTED>2026${month}12<TRNAMT>-13.49<FITID>${month}<NAME>PAIEMENT CB 11${month} NETFLIX.COM</STMTTRN>`).join('')}</BANKTRANLIST></STMTRS></OFX>`;
  expect(await importing(ofx, { name: 'releve.ofx' })).toMatchObject({ fresh: 3, matched: 3 });
  const charged = await listMonthlyCharges(test.db, userId, { first: '2026-05-01', count: 3, timeZone: 'Europe/Paris' });
  expect(charged.map(({ month, count, amountMinor }) => [month, count, amountMinor])).toEqual([
    ['2026-05-01', 1, 1349],
    ['2026-06-01', 1, 1349],
    ['2026-07-01', 1, 1349],
  ]);
});

it('changes nothing when it comes again: the same file, the same days in another shape', async () => {
  await importing(CANCELLED_AND_CHARGED);
  const before = JSON.stringify(await subscriptions());
  expect(await importing(CANCELLED_AND_CHARGED)).toMatchObject({ already: true, fresh: 0, duplicates: 4, matched: 0 });
  const rewritten = CANCELLED_AND_CHARGED.replaceAll(';', '\t') + '20/07/2026\tCB LIBRAIRIE\t9,00\t\n';
  expect(await importing(rewritten, { name: 'again.tsv' })).toMatchObject({ already: false, fresh: 1, duplicates: 4, matched: 0 });
  expect(JSON.stringify(await subscriptions())).toBe(before);
});

it('counts a charge once that two exports tell, of which only one names the day of the card', async () => {
  await mailed({ kind: 'signup', at: '2026-05-11' });
  const [withDay, without] = ['PAIEMENT CB 0806 NETFLIX.COM', 'NETFLIX.COM AMSTERDAM'].map((text) => `${HEAD}12/06/2026;${text};13,49;\n`);
  expect(await importing(withDay!)).toMatchObject({ fresh: 1, matched: 1 });
  expect(await importing(without!, { name: 'autre.csv' })).toMatchObject({ fresh: 1, matched: 1 });
  const [only] = await subscriptions();
  expect(only!.chargedOn).toEqual(['2026-06-08']);
  const charged = await listMonthlyCharges(test.db, userId, { first: '2026-06-01', count: 1, timeZone: 'Europe/Paris' });
  expect(charged).toMatchObject([{ count: 1, amountMinor: 1349 }]);
});

it('counts the charges of two bank accounts on one day, and one once that two exports of an account tell', async () => {
  await mailed({ kind: 'signup', at: '2026-05-11' });
  const ofx = (account: string) => `OFXHEADER:100
DATA:OFXSGML

<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>30006<ACCTID>${account}</BANKACCTFROM>
<BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260612<TRNAMT>-13.49<FITID>A1<NAME>NETFLIX.COM</STMTTRN></BANKTRANLIST>
</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;
  await importing(ofx('12345678901'), { name: 'own.ofx' });
  await importing(ofx('98765432101'), { name: 'joint.ofx' });
  await importing(`${HEAD}12/06/2026;NETFLIX.COM AMSTERDAM;13,49;\n`);
  const [only] = await subscriptions();
  expect(only!.chargedOn).toEqual(['2026-06-12', '2026-06-12']);
  const charged = await listMonthlyCharges(test.db, userId, { first: '2026-06-01', count: 1, timeZone: 'Europe/Paris' });
  expect(charged).toMatchObject([{ count: 2, amountMinor: 2698 }]);
});

it('discovers a merchant that mails nothing, and suggests a regular payee that nobody knows', async () => {
  const rows = [4, 5, 6]
    .map((month) => `05/0${month}/2026;CB DISNEY PLUS;8,99;\n03/0${month}/2026;PRLV SEPA SALLE FORME RUM ${month}1;29,90;\n`)
    .join('');
  const done = await importing(HEAD + rows);
  expect(done.suggestions).toMatchObject([{ payeeKey: 'salle forme', name: 'SALLE FORME', period: 'P1M', times: 3 }]);
  expect((await subscriptions()).map((one) => [one.merchant.id, one.status, one.period])).toEqual([['disney-plus', 'active', 'P1M']]);

  const merchant = { id: 'salle-forme', name: 'Salle Forme', domains: [] };
  const chosen = await asUser(test.db, userId, (tx) =>
    choosePayee(tx, deps, { userId, payeeKey: 'salle forme', language: 'fr', merchant }),
  );
  expect(chosen).toMatchObject({ matched: 3, suggestions: [] });
  // What is said once holds for lines that come later.
  expect(await importing(`${HEAD}03/07/2026;PRLV SEPA SALLE FORME RUM 99;31,90;\n`)).toMatchObject({ matched: 1 });
  expect((await subscriptions()).find((one) => one.merchant.id === 'salle-forme')).toMatchObject({
    price: { amountMinor: 3190 },
    period: 'P1M',
  });
});

it('takes a wrong match back in one step, remembers it, and takes that back too', async () => {
  await importing(CANCELLED_AND_CHARGED);
  const [before] = await subscriptions();
  const payee = { userId, payeeKey: 'netflix com', language: 'fr' };
  expect(await asUser(test.db, userId, (tx) => undoPayee(tx, deps, payee))).toBe(3);
  expect(await subscriptions()).toEqual([]);
  expect(await importing(`${HEAD}12/08/2026;CB NETFLIX.COM;13,49;\n`)).toMatchObject({ matched: 0 });
  await asUser(test.db, userId, (tx) => forgetPayee(tx, deps, payee));
  const [after] = await subscriptions();
  expect([after!.id, after!.eventIds.length]).toEqual([before!.id, 4]);
  expect(await asUser(test.db, userId, (tx) => forgetPayee(tx, deps, payee))).toBeNull();
});

it('takes a file back with what it told, and reads it again with other columns', async () => {
  const { file } = await importing(CANCELLED_AND_CHARGED);
  expect(await asUser(test.db, userId, (tx) => removeStatement(tx, deps, { userId, fileId: file.id }))).toBe(true);
  expect([await listStatements(test.db, userId), await subscriptions()]).toEqual([[], []]);
  expect(await importing(CANCELLED_AND_CHARGED, { mapping: { currency: 'CHF' } })).toMatchObject({ already: false, fresh: 4, matched: 3 });
  expect((await subscriptions())[0]).toMatchObject({ price: { currency: 'CHF' } });
});

it('leaves a leaf in the log, and fsck sees when a line was changed', async () => {
  await importing(CANCELLED_AND_CHARGED);
  const check = () =>
    test.db
      .transaction()
      .execute((tx) =>
        fsckUser({ tx, vault: testVault, fold, erasures: [] }, userId).then((report) => report.problems.map(({ kind }) => kind)),
      );
  expect(await check()).toEqual([]);
  await test.db
    .updateTable('statement_line')
    .set({ text: 'CB NETFLIX.COM' })
    .where('user_id', '=', userId)
    .where('position', '=', 2)
    .execute();
  expect(await check()).toEqual(['statement_differs']);
});

it('keeps people apart', async () => {
  await importing(CANCELLED_AND_CHARGED);
  const other = await createTestUser(test.db, 'other@example.org');
  expect(await asUser(test.db, other, (tx) => listStatements(tx, userId))).toEqual([]);
  expect(createDirectory(known).find('NETFLIX.COM')?.merchant.id).toBe('netflix');
});
