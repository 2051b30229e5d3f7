// `quittance statement`: bank files as a second witness, and the person's word on payees.
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { knownMerchants } from '@quittance/classify/merchants/alias-table';
import { refByName } from '@quittance/classify/merchants/merchant-refs';
import { importedStatementJson, payeeJson, statementJson, suggestionJson } from '@quittance/contract/statement-json';
import type { ImportedStatementJson, PayeeJson, StatementJson, SuggestionJson } from '@quittance/contract/statement-json';
import { PermanentError } from '@quittance/domain/errors';
import { importStatement } from '@quittance/intake/import-statement';
import { isPayee, listPayees } from '@quittance/intake/list-payees';
import { choosePayee, forgetPayee, removeStatement, undoPayee } from '@quittance/intake/payees';
import { STATEMENT_LIMITS } from '@quittance/statements/limits';
import type { Tx } from '@quittance/store/database';
import { listStatements } from '@quittance/store/statement-files';
import { listSubscriptions } from '@quittance/store/subscriptions';
import { asUser } from '@quittance/store/transaction';
import { readUserSettings } from '@quittance/store/user-settings';
import type { Context } from '../context.ts';
import { withJson } from '../json-example.ts';
import { emit, table, visible } from '../output.ts';
import { readOwnFile } from '../own-file.ts';
import type { Register } from '../program.ts';

const SUGGESTION: SuggestionJson = {
  payee_key: 'salle forme',
  name: 'SALLE FORME',
  period: 'P1M',
  times: 6,
  last_on: '2026-11-03',
  amount: '29.90',
  currency: 'EUR',
};
const STATEMENT: StatementJson = {
  id: 3,
  name: 'releve-novembre.csv',
  format: 'csv',
  sha256: '9f2c4b1a…',
  lines: 124,
  new_lines: 31,
  skipped: 1,
  from: '2026-10-01',
  until: '2026-11-20',
  leaf_index: 57,
  imported_at: '2026-11-23T09:00:00.000Z',
};
const IMPORTED: ImportedStatementJson = {
  statement: STATEMENT,
  already: false,
  read: 124,
  new: 31,
  duplicates: 93,
  skipped: [{ position: 126, reason: 'no_date', text: 'Total' }],
  matched: 4,
  alerts: 1,
  findings: [
    {
      subscription_id: '5a0f5a53-53a0-4b0d-8e3f-0c3a7a3f9b11',
      merchant: 'Example',
      kind: 'charged_after_cancellation',
      since: '2026-11-12',
      explanation: '€13.49 was charged on 12 November 2026, although the subscription ended on 31 October 2026. …',
    },
  ],
  suggestions: [SUGGESTION],
};
const PAYEE: PayeeJson = {
  payee_key: 'netflix com',
  state: 'matched',
  merchant: { id: 'netflix', name: 'Netflix' },
  subscription_id: '5a0f5a53-53a0-4b0d-8e3f-0c3a7a3f9b11',
  charges: 7,
  last_on: '2026-11-12',
};

export const register: Register = (program, handle) => {
  const statement = program.command('statement').description('bank statements: charges that no mail tells of');
  const importing = statement
    .command('import')
    .argument('<file>', 'CSV, OFX, QFX or CAMT.053, as your bank exports it')
    .option('--mapping <json>', 'columns of a CSV as JSON, or a file with it; what is left out is guessed')
    .description('read a bank file; importing it again changes nothing')
    .action(handle(importFile));
  withJson(importing, IMPORTED);
  withJson(statement.command('list').description('imported files, newest first').action(handle(list)), { items: [STATEMENT] });
  const payees = statement
    .command('payees')
    .description('whose the lines are, and regular payees that nobody knows')
    .action(handle(showPayees));
  withJson(payees, { items: [PAYEE], suggestions: [SUGGESTION] });
  const assign = statement
    .command('assign')
    .argument('<payee>', 'as in `statement payees`')
    .argument('<merchant>', 'name or id of a merchant of yours, or the name of a new one')
    .description('say whose a payee is')
    .action(handle(assignPayee));
  withJson(assign, { payee_key: 'salle forme', merchant: { id: 'salle-forme', name: 'Salle Forme' }, matched: 6 });
  const undo = statement
    .command('undo')
    .argument('<payee>', 'as in `statement payees`')
    .option('--forget', 'take that word back: what the lines say by themselves holds again')
    .description('a payee that is no subscription: its matches are taken back, and that is remembered')
    .action(handle(undoMatch));
  withJson(undo, { payee_key: 'netflix com', state: 'none' });
  const removing = statement
    .command('remove')
    .argument('<statement>', 'id, as in `statement list`')
    .description('take a file back')
    .action(handle(remove));
  withJson(removing, { id: 3, state: 'removed' });
};

async function importFile(context: Context, path: string, options: { mapping?: string }): Promise<void> {
  const bytes = await readBytes(context, path);
  const mapping = options.mapping === undefined ? undefined : await readMappingOption(context, options.mapping);
  const { db } = await context.store();
  const person = await context.person();
  const done = await asUser(db, person.id, async (tx) => {
    const { currency, language } = await readUserSettings(tx, person.id);
    return importStatement(tx, deps(), { userId: person.id, name: basename(path), bytes, mapping, currency, language });
  });
  const document = importedStatementJson(done, context.language);
  const { words } = context;
  emit(context, document, () =>
    [
      words.statementImported(document),
      ...document.findings.map((finding) => `${finding.merchant}${words.colon}${finding.explanation}`),
      ...document.suggestions.map((one) => words.payeeSuggested(visible(one.name), `${one.amount} ${one.currency}`, one.payee_key)),
    ].join('\n'),
  );
}

async function list(context: Context): Promise<void> {
  const { db } = await context.store();
  const person = await context.person();
  const files = await asUser(db, person.id, (tx) => listStatements(tx, person.id));
  const { words } = context;
  emit(context, { items: files.map(statementJson) }, () =>
    files.length === 0
      ? words.noStatements
      : table(
          [words.id, words.found, words.date, words.count, words.sha256],
          files.map((file) => [
            String(file.id),
            file.name,
            `${file.from ?? ''} – ${file.until ?? ''}`,
            String(file.lines),
            file.sha256.slice(0, 16),
          ]),
        ),
  );
}

async function showPayees(context: Context): Promise<void> {
  const { db } = await context.store();
  const person = await context.person();
  const { payees, suggestions } = await asUser(db, person.id, (tx) => listPayees(tx, deps(), person.id));
  const { words } = context;
  emit(context, { items: payees.map(payeeJson), suggestions: suggestions.map(suggestionJson) }, () =>
    table(
      [words.payee, words.state, words.merchant, words.count, words.date],
      [
        ...payees.map((one) => [one.payeeKey, words.payeeStates[one.state], one.merchant?.name ?? null, String(one.charges), one.lastOn]),
        ...suggestions.map((one) => [one.payeeKey, words.payeeStates.unknown, null, String(one.times), one.lastOn]),
      ],
    ),
  );
}

async function assignPayee(context: Context, payeeKey: string, wanted: string): Promise<void> {
  if (!/[\p{L}\p{N}]/u.test(wanted)) throw new PermanentError('usage', 'a merchant needs a name with at least one letter or figure.');
  const { db } = await context.store();
  const person = await context.person();
  const { merchant, matched } = await asUser(db, person.id, async (tx) => {
    await requirePayee(tx, person.id, payeeKey);
    const own = (await listSubscriptions(tx, person.id)).map((one) => one.merchant);
    const merchant = own.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase()) ?? refByName(wanted, null);
    const done = await choosePayee(tx, deps(), { userId: person.id, payeeKey, language: person.language, merchant });
    return { merchant, matched: done.matched };
  });
  emit(context, { payee_key: payeeKey, merchant: { id: merchant.id, name: merchant.name }, matched }, () =>
    context.words.payeeAssigned(payeeKey, merchant.name, matched),
  );
}

async function undoMatch(context: Context, payeeKey: string, options: { forget?: boolean }): Promise<void> {
  const { db } = await context.store();
  const person = await context.person();
  const input = { userId: person.id, payeeKey, language: person.language };
  if (!options.forget) {
    await asUser(db, person.id, async (tx) => {
      await requirePayee(tx, person.id, payeeKey);
      await undoPayee(tx, deps(), input);
    });
  }
  if (options.forget && !(await asUser(db, person.id, (tx) => forgetPayee(tx, deps(), input)))) {
    throw new PermanentError('not_found', `nothing was said of a payee "${payeeKey}": "quittance statement payees" shows them.`);
  }
  emit(context, { payee_key: payeeKey, state: options.forget ? 'auto' : 'none' }, () =>
    context.words.payeeUndone(payeeKey, options.forget === true),
  );
}

// A word would be remembered of a name that no line has, and nothing would change.
async function requirePayee(tx: Tx, userId: string, payeeKey: string): Promise<void> {
  if (await isPayee(tx, userId, payeeKey)) return;
  const { payees, suggestions } = await listPayees(tx, deps(), userId);
  const known = [...payees, ...suggestions].map((one) => one.payeeKey);
  if (known.length === 0)
    throw new PermanentError(
      'not_found',
      `there is no payee "${payeeKey}": no bank statement of yours names one that is looked at. "quittance statement import FILE" reads one.`,
    );
  const named = known.toSorted().map((key) => `"${visible(key)}"`);
  throw new PermanentError('not_found', `there is no payee "${payeeKey}" in your statements. There are: ${named.join(', ')}.`);
}

async function remove(context: Context, wanted: string): Promise<void> {
  const fileId = Number(wanted);
  const { db } = await context.store();
  const person = await context.person();
  const done =
    Number.isSafeInteger(fileId) && (await asUser(db, person.id, (tx) => removeStatement(tx, deps(), { userId: person.id, fileId })));
  if (!done) throw new PermanentError('not_found', `there is no statement ${wanted}: "quittance statement list" shows them.`);
  emit(context, { id: fileId, state: 'removed' }, () => context.words.statementRemoved(wanted));
}

// A word given now is given now, also under a fixed clock for read-outs.
function deps() {
  return { known: knownMerchants(), now: new Date() };
}

async function readBytes(context: Context, path: string): Promise<Buffer> {
  const found = await stat(path).catch(() => null);
  if (found && found.size > STATEMENT_LIMITS.bytes)
    throw new PermanentError('statement_too_large', `${path} is larger than a bank statement may be (20 MB).`);
  return readOwnFile(context, path);
}

async function readMappingOption(context: Context, text: string): Promise<unknown> {
  const json = text.trimStart().startsWith('{') ? text : (await readBytes(context, text)).toString('utf8');
  try {
    return JSON.parse(json);
  } catch {
    throw new PermanentError(
      'usage',
      '--mapping takes a JSON object, e.g. {"amount":4,"text":[2],"date_order":"dmy"}, or a file with one.',
    );
  }
}
