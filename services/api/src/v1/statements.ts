// Bank statements by the API: preview of a CSV's columns, import, files, payees with the person's word on them.
import type { OpenAPIHono } from '@hono/zod-openapi';
import { knownMerchants } from '@quittance/classify/merchants/alias-table';
import { refByName } from '@quittance/classify/merchants/merchant-refs';
import { importedStatementJson, payeeJson, statementJson, suggestionJson } from '@quittance/contract/statement-json';
import { importReadStatement, type ImportedStatement } from '@quittance/intake/import-statement';
import { isPayee, listPayees } from '@quittance/intake/list-payees';
import { choosePayee, forgetPayee, removeStatement, undoPayee } from '@quittance/intake/payees';
import type { StatementDeps } from '@quittance/intake/statement-outcome';
import type { Tx } from '@quittance/store/database';
import { listStatements } from '@quittance/store/statement-files';
import { listSubscriptions } from '@quittance/store/subscriptions';
import { readUserSettings } from '@quittance/store/user-settings';
import { forPerson, type AppContext, type AppDeps, type AppEnv } from '../context.ts';
import { ProblemError } from '../problem.ts';
import { readBankFile } from '../read-bank-file.ts';
import { createRoute, json, jsonBody, listOf, noContent, problems, SECURITY, text, z } from './route-parts.ts';
import { importedSchema, mappingSchema, payeeSchema, previewSchema, statementSchema, suggestionSchema } from './statement-schemas.ts';

type Deps = Pick<AppDeps, 'db' | 'clock' | 'bankReader'>;

const UNREADABLE = [
  'nothing_to_import',
  'statement_unreadable',
  'statement_too_large',
  'statement_too_heavy',
  'statement_empty',
  'bad_mapping',
] as const;
const tags = ['Statements'];
const fileId = z.object({
  id: z.coerce
    .number()
    .int()
    .positive()
    .openapi({ param: { name: 'id', in: 'path' } }),
});

const importRoute = createRoute({
  method: 'post',
  path: '/statements',
  tags,
  summary: 'Import a bank statement (CSV, OFX, QFX, CAMT.053)',
  description:
    'multipart/form-data: `file`, and for a CSV a field `mapping` before it with some or all fields of a mapping as JSON. Importing again changes nothing.',
  security: SECURITY,
  responses: { 201: json(importedSchema, 'What became of it.'), ...problems(...UNREADABLE) },
});

const previewRoute = createRoute({
  method: 'post',
  path: '/statements/preview',
  tags,
  summary: 'Guess the columns of a CSV; nothing is kept',
  description: 'multipart/form-data with `file`. `mapping` is null for a file that needs none.',
  security: SECURITY,
  responses: { 200: json(previewSchema, 'The guess, with the first rows.'), ...problems(...UNREADABLE) },
});

const listRoute = createRoute({
  method: 'get',
  path: '/statements',
  tags,
  summary: 'Imported files, newest first',
  security: SECURITY,
  responses: { 200: json(listOf(statementSchema), 'The files.'), ...problems() },
});

const removeRoute = createRoute({
  method: 'delete',
  path: '/statements/{id}',
  tags,
  summary: 'Take a file back; what its lines told counts no more',
  security: SECURITY,
  request: { params: fileId },
  responses: { ...noContent, ...problems('not_found') },
});

const payeesRoute = createRoute({
  method: 'get',
  path: '/statements/payees',
  tags,
  summary: 'Payees with whose they are, and regular ones that nobody knows',
  security: SECURITY,
  responses: { 200: json(z.object({ items: z.array(payeeSchema), suggestions: z.array(suggestionSchema) }), 'The payees.'), ...problems() },
});

const chooseInput = z.object({
  payee_key: text(80).min(1),
  choice: z
    .enum(['merchant', 'none', 'auto'])
    .openapi({ description: '`none` takes matches back and remembers it; `auto` forgets what was said.' }),
  merchant_id: text(200).optional().openapi({ description: 'Of one of the person’s subscriptions; else `merchant_name` names a new one.' }),
  merchant_name: text(100).optional(),
});

const chooseRoute = createRoute({
  method: 'put',
  path: '/statements/payees',
  tags,
  summary: 'Say whose a payee is',
  security: SECURITY,
  request: { body: jsonBody(chooseInput) },
  responses: { ...noContent, ...problems('not_found') },
});

export function registerStatements(api: OpenAPIHono<AppEnv>, deps: Deps): void {
  api.openapi(importRoute, async (c) => {
    const { name, bytes, fields } = await readBankFile(c);
    const done = await importBankFile(c, deps, { name, bytes, mapping: readJson(fields['mapping']) });
    return c.json(importedStatementJson(done, c.get('language')), 201);
  });

  api.openapi(previewRoute, async (c) => {
    const { bytes } = await readBankFile(c);
    const currency = await forPerson(c, deps, async (tx, userId) => (await readUserSettings(tx, userId)).currency);
    const guess = await deps.bankReader.preview(bytes, currency);
    const rows = guess ? guess.rows.slice(0, 20).map((row) => [...row]) : [];
    return c.json(
      {
        mapping: guess && { ...guess.mapping, text: [...guess.mapping.text] },
        certain: guess?.certain ?? true,
        heads: [...(guess?.heads ?? [])],
        rows,
      },
      200,
    );
  });

  api.openapi(listRoute, async (c) => {
    const files = await forPerson(c, deps, listStatements);
    return c.json({ items: files.map(statementJson), next: null }, 200);
  });

  api.openapi(removeRoute, async (c) => {
    const { id } = c.req.valid('param');
    if (!(await forPerson(c, deps, (tx, userId) => removeStatement(tx, statementDeps(deps), { userId, fileId: id }))))
      throw new ProblemError('not_found');
    return c.body(null, 204);
  });

  api.openapi(payeesRoute, async (c) => {
    const { payees, suggestions } = await forPerson(c, deps, (tx, userId) => listPayees(tx, statementDeps(deps), userId));
    return c.json({ items: payees.map(payeeJson), suggestions: suggestions.map(suggestionJson) }, 200);
  });

  api.openapi(chooseRoute, async (c) => {
    const input = c.req.valid('json');
    await forPerson(c, deps, (tx, userId) => decidePayee(tx, deps, { userId, language: c.get('language'), ...input }));
    return c.body(null, 204);
  });
}

export function statementDeps(deps: Pick<AppDeps, 'clock'>): StatementDeps {
  return { known: knownMerchants(), now: deps.clock.now() };
}

export async function importBankFile(
  c: AppContext,
  deps: Deps,
  { name, bytes, mapping }: { name: string; bytes: Buffer; mapping: unknown },
): Promise<ImportedStatement> {
  const { currency, language } = await forPerson(c, deps, readUserSettings);
  // Outside of a transaction, which would keep its connection for as long.
  const read = await deps.bankReader.read(bytes, { currency, mapping });
  return forPerson(c, deps, (tx, userId) => importReadStatement(tx, statementDeps(deps), { userId, name, bytes, language }, read));
}

export interface PayeeDecision extends z.infer<typeof chooseInput> {
  readonly userId: string;
  readonly language: string;
}

/** @throws ProblemError `not_found` for a merchant that the person has no subscription of, and for a payee that no line of theirs is of. */
export async function decidePayee(tx: Tx, deps: Pick<AppDeps, 'clock'>, decision: PayeeDecision): Promise<void> {
  const { userId, language, payee_key: payeeKey, choice, merchant_id: merchantId, merchant_name: name } = decision;
  const input = { userId, language, payeeKey };
  // What was said of a payee can be taken back after its file was.
  if (choice !== 'auto' && !(await isPayee(tx, userId, payeeKey))) throw new ProblemError('not_found');
  if (choice === 'none') await undoPayee(tx, statementDeps(deps), input);
  else if (choice === 'auto') {
    if (!(await forgetPayee(tx, statementDeps(deps), input))) throw new ProblemError('not_found');
  } else {
    const own = (await listSubscriptions(tx, userId)).find((one) => one.merchant.id === merchantId)?.merchant;
    if (merchantId && !own) throw new ProblemError('not_found');
    if (!own && !name?.trim())
      throw new ProblemError('invalid_request', { errors: [{ path: 'merchant_name', message: 'say whose it is' }] });
    await choosePayee(tx, statementDeps(deps), { ...input, merchant: own ?? refByName(name!.trim(), null) });
  }
}

function readJson(text: string | undefined): unknown {
  if (!text) return undefined;
  const parsed = mappingSchema.partial().strict().safeParse(parseJson(text));
  if (!parsed.success) {
    throw new ProblemError('bad_mapping', {
      errors: parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
    });
  }
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Told as what it must be.
  }
}
