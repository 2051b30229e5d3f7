// Does an act of the person's hand from the command line, and prints it. A word given now is given now, also under a fixed clock for read-outs.
import { randomUUID } from 'node:crypto';
import { actJson } from '@quittance/contract/act-json';
import { PermanentError } from '@quittance/domain/errors';
import { toInstant } from '@quittance/domain/instant';
import { undoAct, type Done } from '@quittance/store/do-act';
import { listActs } from '@quittance/store/hand';
import type { HandDeps } from '@quittance/store/own-hand';
import { asUser } from '@quittance/store/transaction';
import { fold } from '@quittance/timeline/fold';
import type { Context } from './context.ts';
import { emit } from './output.ts';

export async function actIn(context: Context, work: (deps: HandDeps) => Promise<Done>): Promise<void> {
  const { db } = await context.store();
  const person = await context.person();
  const at = toInstant(new Date());
  const act = await asUser(db, person.id, async (tx) => {
    const { actId } = await work({ tx, fold, userId: person.id, at });
    return (await listActs(tx, person.id)).find(({ id }) => id === actId)!;
  });
  emit(context, actJson(act), () => context.words.acted(act.id));
}

export async function undoIn(context: Context, actId: string): Promise<void> {
  const { db } = await context.store();
  const person = await context.person();
  const input = { userId: person.id, actId, id: randomUUID(), at: toInstant(new Date()) };
  const done = await asUser(db, person.id, (tx) => undoAct(tx, fold, input));
  if (!done) throw new PermanentError('not_found', `there is no act ${actId} that could be undone.`);
  emit(context, { undone: actId }, () => context.words.actUndone);
}
