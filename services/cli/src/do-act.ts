// Does an act of the person's hand from the command line, and prints it. A word given now is given now, also under a fixed clock for read-outs.
import { randomUUID } from 'node:crypto';
import { actJson } from '@quittance/contract/act-json';
import { PermanentError } from '@quittance/domain/errors';
import type { FoldedSubscription } from '@quittance/domain/subscription';
import { toInstant } from '@quittance/domain/instant';
import { undoAct, type Done } from '@quittance/store/do-act';
import { subscriptionsOfActs } from '@quittance/store/acts-about';
import { listActs } from '@quittance/store/hand';
import type { HandDeps } from '@quittance/store/own-hand';
import { getSubscription } from '@quittance/store/subscriptions';
import { asUser } from '@quittance/store/transaction';
import { fold } from '@quittance/timeline/fold';
import type { Context } from './context.ts';
import { emit, visible } from './output.ts';

/** @param given the id of a subscription by which it is said: where that is a former one, the person is told what it led to. */
export async function actIn(context: Context, work: (deps: HandDeps) => Promise<Done>, given: string | null = null): Promise<void> {
  const { db } = await context.store();
  const person = await context.person();
  const at = toInstant(new Date());
  const { act, about, subscription, isFormer } = await asUser(db, person.id, async (tx) => {
    // Looked at before: a merge or a split gives another id, which is no surprise.
    const isFormer = given !== null && (await getSubscription(tx, person.id, given)) === null;
    const { actId } = await work({ tx, fold, userId: person.id, at });
    const act = (await listActs(tx, person.id)).find(({ id }) => id === actId)!;
    const about = await subscriptionsOfActs(tx, person.id, [act]);
    const now = about.get(actId);
    return { act, about, subscription: now === undefined ? null : await getSubscription(tx, person.id, now), isFormer };
  });
  const { words } = context;
  emit(context, actJson(act, about), () => {
    if (!subscription) return words.acted(act.id);
    const name = visible(nameOf(subscription));
    return [words.actedOn(name, act.id), ...(isFormer ? [words.formerId(given!, name, subscription.id)] : [])].join('\n');
  });
}

export function nameOf({ merchant, plan }: Pick<FoldedSubscription, 'merchant' | 'plan'>): string {
  return plan ? `${merchant.name} (${plan})` : merchant.name;
}

export async function undoIn(context: Context, actId: string): Promise<void> {
  const { db } = await context.store();
  const person = await context.person();
  const input = { userId: person.id, actId, id: randomUUID(), at: toInstant(new Date()) };
  const done = await asUser(db, person.id, (tx) => undoAct(tx, fold, input));
  if (!done) throw new PermanentError('not_found', `there is no act ${actId} that could be undone.`);
  emit(context, { undone: actId }, () => context.words.actUndone);
}
