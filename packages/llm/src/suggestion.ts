// What a local model may say of a mail that the classifier abstained from: one of a few kinds, and the words of the mail that made it think so.
// It is shown beside the question to the person and changes nothing by itself.
import { EVENT_KINDS, type EventKind, type MessageKind } from '@quittance/domain/event-kind';

export interface Suggestion {
  readonly kind: MessageKind;
  /** Verbatim from the visible text. */
  readonly quote: string;
  /** Offsets of `quote` in `text.body`. */
  readonly start: number;
  readonly end: number;
}

/** A model is never asked whether something was cancelled or paid back: a wrong yes would cost the person most. */
const NEVER_SUGGESTED: ReadonlySet<string> = new Set(['cancellation_confirmed', 'refund']);

export const SUGGESTIBLE: readonly EventKind[] = EVENT_KINDS.filter((kind) => !NEVER_SUGGESTED.has(kind));
