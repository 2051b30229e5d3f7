// What the forms of the statements page do: take in a file (a CSV by way of its columns), say whose a payee is, take a file back.
import { PermanentError } from '@quittance/domain/errors';
import { toInstant } from '@quittance/domain/instant';
import { problemTexts } from '@quittance/i18n/problems';
import type { ProblemCode } from '@quittance/i18n/problems.en';
import { removeStatement } from '@quittance/intake/payees';
import { deleteStatementDraft, loadStatementDraft, saveStatementDraft } from '@quittance/store/statement-drafts';
import { readUserSettings } from '@quittance/store/user-settings';
import { forPerson, type AppContext, type AppDeps } from '../context.ts';
import { paths } from '../paths.ts';
import { PROBLEM_STATUS, ProblemError } from '../problem.ts';
import { readForm } from '../read-form.ts';
import { readBankFile } from '../read-bank-file.ts';
import { decidePayee, importBankFile, statementDeps } from '../v1/statements.ts';
import { mappingPage, readMappingForm, type DraftView } from './statement-mapping.ts';
import { statementsPage } from './statements.ts';

type Deps = Pick<AppDeps, 'db' | 'clock' | 'vault' | 'bankReader'>;

export async function uploadStatementAction(c: AppContext, deps: Deps): Promise<Response> {
  try {
    const { name, bytes } = await readBankFile(c);
    const currency = await forPerson(c, deps, async (tx, userId) => (await readUserSettings(tx, userId)).currency);
    if ((await deps.bankReader.preview(bytes, currency)) === null) {
      const { file } = await importBankFile(c, deps, { name, bytes, mapping: undefined });
      return c.redirect(paths.statements({ file: file.id }), 303);
    }
    const at = toInstant(deps.clock.now());
    const id = await forPerson(c, deps, (tx, userId) => saveStatementDraft(tx, deps.vault, userId, { name, bytes }, at));
    return c.redirect(paths.statementDraft(id), 303);
  } catch (error) {
    return statementsPage(c, deps, wordsOf(c, error));
  }
}

export async function draftPage(c: AppContext, deps: Deps): Promise<Response> {
  const draft = await loadDraft(c, deps);
  return mappingPage(c, deps, draft, draft.guess.mapping);
}

export async function draftAction(c: AppContext, deps: Deps): Promise<Response> {
  const draft = await loadDraft(c, deps);
  const form = await readForm(c);
  const mapping = readMappingForm(form, draft.guess.mapping);
  if (form['do'] !== 'import') return mappingPage(c, deps, draft, mapping);
  try {
    const { file } = await importBankFile(c, deps, { name: draft.name, bytes: draft.bytes, mapping });
    await forPerson(c, deps, (tx, userId) => deleteStatementDraft(tx, userId, draft.id));
    return c.redirect(paths.statements({ file: file.id }), 303);
  } catch (error) {
    return mappingPage(c, deps, draft, mapping, wordsOf(c, error));
  }
}

export async function payeeAction(c: AppContext, deps: Deps): Promise<Response> {
  const form = await readForm(c);
  const { choice } = form;
  if (choice !== 'merchant' && choice !== 'none' && choice !== 'auto') throw new ProblemError('invalid_request');
  const decision = {
    choice,
    payee_key: (form['payee_key'] ?? '').slice(0, 80),
    merchant_id: form['merchant_id'] || undefined,
    merchant_name: form['merchant_name']?.slice(0, 100),
  } as const;
  await forPerson(c, deps, (tx, userId) => decidePayee(tx, deps, { ...decision, userId, language: c.get('language') }));
  return c.redirect(paths.statements(), 303);
}

export async function removeStatementAction(c: AppContext, deps: Deps): Promise<Response> {
  const fileId = Number(c.req.param('id'));
  if (!Number.isSafeInteger(fileId)) throw new ProblemError('not_found');
  if (!(await forPerson(c, deps, (tx, userId) => removeStatement(tx, statementDeps(deps), { userId, fileId }))))
    throw new ProblemError('not_found');
  return c.redirect(paths.statements(), 303);
}

async function loadDraft(c: AppContext, deps: Deps): Promise<DraftView> {
  const id = c.req.param('id') ?? '';
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new ProblemError('not_found');
  const { draft, currency } = await forPerson(c, deps, async (tx, userId) => ({
    draft: await loadStatementDraft(tx, deps.vault, userId, id, deps.clock.now()),
    currency: (await readUserSettings(tx, userId)).currency,
  }));
  const guess = draft && (await deps.bankReader.preview(draft.bytes, currency));
  if (!draft || !guess) throw new ProblemError('not_found');
  return { id, ...draft, guess };
}

// What a person can mend is told where they stand; the rest goes its way.
function wordsOf(c: AppContext, error: unknown): string {
  const isKnown = error instanceof ProblemError || (error instanceof PermanentError && error.code in PROBLEM_STATUS);
  if (!isKnown || error.code === 'csrf_failed') throw error;
  return problemTexts(c.get('language'))[error.code as ProblemCode];
}
