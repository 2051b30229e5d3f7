// `quittance correct EVENT --kind K`: the person's word on what an event really is. It is kept beside the event and never changes how
// authentic its message is.
import { isSameTemplate } from '@quittance/classify/template';
import { PermanentError } from '@quittance/domain/errors';
import { EVENT_KINDS, isEventKind, type MessageKind } from '@quittance/domain/event-kind';
import { toInstant } from '@quittance/domain/instant';
import { correctEvent } from '@quittance/store/correct-event';
import { asUser } from '@quittance/store/transaction';
import { fold } from '@quittance/timeline/fold';
import type { Context } from '../context.ts';
import { withJson } from '../json-example.ts';
import { emit } from '../output.ts';
import type { Register } from '../program.ts';

export const register: Register = (program, handle) => {
  const command = program
    .command('correct')
    .argument('<event>', 'id of the event, as in `timeline --json`')
    .requiredOption('--kind <kind>', `what it is: ${EVENT_KINDS.join(', ')}, or other (not about a subscription)`)
    .description('say what an event really is')
    .action(handle(correct));
  withJson(command, { event_id: '0f9c5c1e-3f0e-4a60-8d5e-1f2d3c4b5a69', kind: 'other' });
};

async function correct(context: Context, eventId: string, options: { kind: string }): Promise<void> {
  const kind = readKind(options.kind);
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(eventId))
    throw new PermanentError('usage', `"${eventId}" is not the id of an event: "quittance timeline --json" shows them.`);
  const { db } = await context.store();
  const person = await context.person();
  // A word given now is given now, also under a fixed clock for read-outs.
  const at = toInstant(new Date());
  const done = await asUser(db, person.id, (tx) =>
    correctEvent(tx, fold, { userId: person.id, eventId, kind, at, isAlike: isSameTemplate }),
  );
  if (!done) throw new PermanentError('not_found', `there is no event ${eventId}.`);
  emit(context, { event_id: eventId, kind }, () => context.words.corrected(context.words.kinds[kind]));
}

function readKind(text: string): MessageKind {
  if (text === 'other' || isEventKind(text)) return text;
  throw new PermanentError('usage', `"${text}" is not a kind of event: use ${EVENT_KINDS.join(', ')} or other.`);
}
