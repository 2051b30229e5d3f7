// The payees of a person's bank lines that mean something: matched by themselves, chosen by the person, or said to be nobody's; and those that are
// suggested.
import { cleanPayee } from '@quittance/statements/payee/clean-payee';
import { listBankEvents, listPayeeChoices } from '@quittance/store/bank-events';
import type { Tx } from '@quittance/store/database';
import { listStatementLines } from '@quittance/store/statement-files';
import { readAttribution } from './attribute-stored.ts';
import type { StatementDeps, SuggestedPayee } from './statement-outcome.ts';

export interface Payee {
  readonly payeeKey: string;
  readonly state: 'matched' | 'chosen' | 'none';
  readonly merchant: { readonly id: string; readonly name: string } | null;
  readonly subscriptionId: string | null;
  /** How many lines count. */
  readonly charges: number;
  readonly lastOn: string | null;
}

export async function listPayees(
  tx: Tx,
  deps: Pick<StatementDeps, 'known'>,
  userId: string,
): Promise<{ payees: readonly Payee[]; suggestions: readonly SuggestedPayee[] }> {
  const { lines, suggestions } = await readAttribution(tx, deps, userId);
  const choices = new Map((await listPayeeChoices(tx, userId)).map((choice) => [choice.payeeKey, choice]));
  const counting = (await listBankEvents(tx, userId)).filter((event) => event.counts);
  const payees = [...Map.groupBy(counting, (event) => event.payeeKey)].map(([payeeKey, events]): Payee => {
    const last = events.at(-1)!;
    const days = events.flatMap((event) => lines.get(event.lineId)?.bookedOn ?? []).toSorted();
    return {
      payeeKey,
      state: choices.get(payeeKey)?.merchant ? 'chosen' : 'matched',
      merchant: { id: last.merchantId, name: last.merchantName },
      subscriptionId: last.subscriptionId,
      charges: events.length,
      lastOn: days.at(-1) ?? null,
    };
  });
  const none = [...choices.values()].filter(({ merchant }) => merchant === null);
  return {
    payees: [
      ...payees.toSorted((a, b) => (a.merchant!.name < b.merchant!.name ? -1 : 1)),
      ...none.map(({ payeeKey }) => ({ payeeKey, state: 'none' as const, merchant: null, subscriptionId: null, charges: 0, lastOn: null })),
    ],
    suggestions,
  };
}

/** Whether a line of the person's statements is of that payee, listed or not: a word on any other would be kept and change nothing. */
export async function isPayee(tx: Tx, userId: string, payeeKey: string): Promise<boolean> {
  const lines = await listStatementLines(tx, userId);
  if (lines.some((line) => cleanPayee(line.text, line.bookedOn).key === payeeKey)) return true;
  // A release before may have known it by another key.
  return (await listBankEvents(tx, userId)).some((event) => event.payeeKey === payeeKey);
}
