// Live mails come in bunches. Those of one person that are ready while another one's outcome is being written are written together, in one transaction: each
// would wait for that person's lock and for the disk behind the other.
import type { Outcome } from './record-outcome.ts';

export interface OutcomeTurns {
  /**
   * @param record writes one outcome or several at once; what it throws is thrown to all of them.
   * @returns when this one is written.
   */
  run(outcome: Outcome, record: (together: Outcome) => Promise<void>): Promise<void>;
}

interface Turn {
  readonly outcomes: Outcome[];
  readonly written: Promise<void>;
}

export function createOutcomeTurns(): OutcomeTurns {
  /** By person: the turn that is to come, and the last one of all. */
  const next = new Map<string, Turn>();
  const last = new Map<string, Promise<void>>();
  return {
    run(outcome, record) {
      const { userId } = outcome;
      const turn = next.get(userId);
      if (turn) {
        turn.outcomes.push(outcome);
        return turn.written;
      }
      const outcomes = [outcome];
      const before = last.get(userId) ?? Promise.resolve();
      const written = before
        .catch(() => {}) // Heard of by those whose turn it was.
        .then(() => {
          next.delete(userId);
          return record(merged(outcomes));
        })
        .finally(() => {
          if (last.get(userId) === written) last.delete(userId);
        });
      next.set(userId, { outcomes, written });
      last.set(userId, written);
      return written;
    },
  };
}

function merged(outcomes: readonly Outcome[]): Outcome {
  return { ...outcomes[0]!, kept: outcomes.flatMap(({ kept }) => kept), ignored: outcomes.flatMap(({ ignored }) => ignored) };
}
