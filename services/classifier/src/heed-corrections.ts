// Between reading and recording: what the person said of earlier mail of the same template. Mail that two such words call nothing is let go.
import { applyCorrections } from '@quittance/classify/apply-corrections';
import { templateOf, type Template } from '@quittance/classify/template';
import { isEventKind, type EventKind } from '@quittance/domain/event-kind';
import type { Queryable } from '@quittance/store/database';
import { listWordsOnSenders } from '@quittance/store/templates';
import type { KeptReading, Reading } from './read-message.ts';

/** A kept reading with its template and what it was read as by itself. */
export interface HeededReading extends KeptReading {
  readonly template: Template | null;
  readonly readAs: EventKind;
}
export type Heeded = HeededReading | Exclude<Reading, KeptReading>;

export async function heedCorrections(db: Queryable, userId: string, readings: readonly Reading[]): Promise<Heeded[]> {
  const withTemplates = readings.map((reading) =>
    reading.kind === 'keep' ? { ...reading, template: templateOf(reading.parsed), readAs: reading.classification.kind } : reading,
  );
  const senders = new Set(
    withTemplates.flatMap((reading) => (reading.kind === 'keep' && reading.template ? [reading.template.senderDomain] : [])),
  );
  const words = await listWordsOnSenders(db, userId, [...senders]);
  if (words.length === 0) return withTemplates;
  return withTemplates.map((reading) => {
    if (reading.kind !== 'keep') return reading;
    const classification = applyCorrections(reading.parsed, reading.classification, reading.template, words);
    const { kind } = classification;
    if (!isEventKind(kind)) return { kind: 'ignore', contentId: reading.contentId };
    return { ...reading, classification: { ...classification, kind } };
  });
}
