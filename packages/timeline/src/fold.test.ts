// What the fold gives for histories made from a seed, as one figure. Stored subscriptions were given by the fold of their release: where a new one
// gives others, its version must be another too, or what is stored stays as it was.
import { createHash } from 'node:crypto';
import { addDays } from '@quittance/domain/civil-date';
import { NOT_RENEWED, UNNAMED_CONTRACT } from '@quittance/domain/classification';
import { EVENT_KINDS } from '@quittance/domain/event-kind';
import { ev, reason } from '@quittance/testing/events';
import { expect, it } from 'vitest';
import { fold } from './fold.ts';

/** Of `fold.version`. When it changes: raise the version in fold.ts, and write both here. */
const GIVEN = { version: 18, sha256: 'b142e9ed9d45ef6851524e3cdb124e0189931ff34b19da107f36e1cc1d06157c' };

it('has another version when it gives something else', () => {
  const sha256 = createHash('sha256')
    .update(JSON.stringify(histories().map(foldAll)))
    .digest('hex');
  expect({ version: fold.version, sha256 }, 'the fold changed: raise its version in fold.ts').toEqual(GIVEN);
});

function foldAll(events: ReturnType<typeof histories>[number]) {
  // As the store has it: each merchant by itself, those of one name beside each other.
  const folded = [...Map.groupBy(events, ({ merchant }) => merchant?.id ?? '').values()].map((own) => fold.merchant(own, []));
  return {
    subscriptions: fold.doubles(folded.flatMap(({ subscriptions }) => subscriptions)),
    unattached: folded.map(({ unattached }) => unattached),
  };
}

// A generator of our own, so that no library's new release gives other histories.
function histories() {
  let state = 20_261_129;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % limit;
  };
  const oneOf = <T>(...values: readonly T[]): T => values[below(values.length)]!;
  let seq = 0;
  return Array.from({ length: 1200 }, () => {
    let day = '2025-01-01';
    return Array.from({ length: 2 + below(14) }, () => {
      day = addDays(day, below(40));
      seq += 1;
      const price = oneOf(undefined, '9.99 EUR', '10.99 EUR', '2.99 USD');
      const event = ev(EVENT_KINDS[below(EVENT_KINDS.length)]!, day, {
        id: `00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`,
        seq,
        decided: oneOf('auto', 'auto', 'auto', 'probable', 'abstain'),
        level: oneOf('A', 'B', 'D', 'R', null),
        source: oneOf('mail', 'mail', 'mail', 'bank', 'person'),
        biller: oneOf(null, null, 'apple'),
        plan: oneOf(null, null, 'Music', 'Storage'),
        period: oneOf(null, 'P1M', 'P1Y', 'P4W'),
        renewsOn: oneOf(null, addDays(day, 3), addDays(day, 30)),
        endsOn: oneOf(null, null, addDays(day, 20)),
        effectiveOn: oneOf(null, null, addDays(day, 10)),
        reasons: oneOf([], [], [reason('ends_on', 'day', NOT_RENEWED)], [reason('kind', 'paid', UNNAMED_CONTRACT)]),
        noticePeriod: oneOf(null, null, 'P1M'),
        cancelBy: oneOf(null, null, addDays(day, 2), addDays(day, 15)),
        reference: oneOf(null, null, 'C-1', 'C-2'),
        merchant: oneOf('Streamly', 'Streamly', 'Streamly', null),
        ...(price ? { price } : {}),
      });
      // A third of them by a store, under the same name.
      const merchant = event.merchant && oneOf(event.merchant, event.merchant, { ...event.merchant, id: 'store:streamly' });
      return {
        ...event,
        merchant,
        message: event.message && { ...event.message, sha256: seq.toString(16).padStart(64, '0'), rfcMessageId: `m${seq}` },
      };
    });
  });
}
