// The person's word on payees of their bank lines: this is that merchant's, this is nobody's, forget what I said. It is kept, holds for lines that
// come later, and is undone the same way. Events are corrected, never removed.
import type { MerchantRef } from '@quittance/domain/classification';
import { toInstant } from '@quittance/domain/instant';
import { deletePayeeChoice, listBankEvents, savePayeeChoice, type BankEvent } from '@quittance/store/bank-events';
import type { Tx } from '@quittance/store/database';
import { insertCorrection } from '@quittance/store/events';
import { notify } from '@quittance/store/notifications';
import { removeStatementFile } from '@quittance/store/statement-files';
import { refoldMerchants } from '@quittance/store/subscriptions';
import { lockForUser } from '@quittance/store/transaction';
import { fold } from '@quittance/timeline/fold';
import { attributeStored, type Attributed } from './attribute-stored.ts';
import type { StatementDeps } from './statement-outcome.ts';

export interface PayeeInput {
  readonly userId: string;
  readonly payeeKey: string;
  readonly language: string;
}

/** Takes the matches of a payee back, and remembers it. @returns how many lines count no more. */
export async function undoPayee(tx: Tx, deps: StatementDeps, { userId, payeeKey }: PayeeInput): Promise<number> {
  await lockForUser(tx, 'outcome', userId);
  await savePayeeChoice(tx, userId, payeeKey, null, toInstant(deps.now));
  return correctBankEvents(tx, userId, (event) => event.payeeKey === payeeKey && event.counts, 'other', deps.now);
}

/** Says whose a payee is: its lines are charges of that merchant. */
export async function choosePayee(
  tx: Tx,
  deps: StatementDeps,
  input: PayeeInput & { readonly merchant: MerchantRef },
): Promise<Attributed> {
  const { userId, payeeKey, merchant } = input;
  await lockForUser(tx, 'outcome', userId);
  await savePayeeChoice(tx, userId, payeeKey, merchant, toInstant(deps.now));
  const isOthers = (event: BankEvent) => event.payeeKey === payeeKey && event.counts && event.merchantId !== merchant.id;
  await correctBankEvents(tx, userId, isOthers, 'other', deps.now);
  await putBack(tx, userId, (event) => event.payeeKey === payeeKey && event.merchantId === merchant.id, deps.now);
  return attributeStored(tx, deps, input);
}

/** Forgets the word: what the lines say by themselves holds again. @returns null where there was no word. */
export async function forgetPayee(tx: Tx, deps: StatementDeps, input: PayeeInput): Promise<Attributed | null> {
  const { userId, payeeKey } = input;
  await lockForUser(tx, 'outcome', userId);
  if (!(await deletePayeeChoice(tx, userId, payeeKey))) return null;
  await putBack(tx, userId, (event) => event.payeeKey === payeeKey, deps.now);
  return attributeStored(tx, deps, input);
}

/** Takes a file back with what its lines told. */
export async function removeStatement(
  tx: Tx,
  deps: StatementDeps,
  { userId, fileId }: { userId: string; fileId: number },
): Promise<boolean> {
  await lockForUser(tx, 'outcome', userId);
  if (!(await removeStatementFile(tx, userId, fileId, toInstant(deps.now)))) return false;
  await correctBankEvents(tx, userId, (event) => event.fileId === fileId && event.counts, 'other', deps.now);
  return true;
}

async function putBack(tx: Tx, userId: string, wanted: (event: BankEvent) => boolean, now: Date): Promise<void> {
  await correctBankEvents(tx, userId, (event) => wanted(event) && !event.counts && !event.isLineRemoved, null, now);
}

/** @param kind null: what it was recorded as. */
async function correctBankEvents(
  tx: Tx,
  userId: string,
  wanted: (event: BankEvent) => boolean,
  kind: 'other' | null,
  now: Date,
): Promise<number> {
  const events = (await listBankEvents(tx, userId)).filter(wanted);
  for (const event of events) {
    await insertCorrection(tx, userId, { eventId: event.id, kind: kind ?? (event.kind as 'renewal_charged'), madeAt: toInstant(now) });
  }
  if (events.length === 0) return 0;
  await refoldMerchants(tx, fold, userId, [...new Set(events.map((event) => event.merchantId))]);
  await notify(tx, 'change', userId);
  return events.length;
}
