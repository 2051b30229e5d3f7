// What a story writes: one message of the sample mailbox, with its day relative to the day the sample is loaded, so that renewals of the
// story are always ahead. Every merchant and person is invented; intermediaries and the brands that phishing imitates are real.
import type { MessageKind } from '@quittance/domain/event-kind';

export type Language = 'en' | 'fr';

export interface Letter {
  /** Unique in the sample: `camille-plume-01-signup`. */
  readonly name: string;
  /** Days from the anchor; negative lies in the past. */
  readonly day: number;
  /** Local time, `HH:MM`. */
  readonly time?: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Rows of a table shown under the text: label, value. Makes the message HTML. */
  readonly rows?: readonly (readonly [string, string])[];
  readonly footer?: string;
  /** How it is written; html when rows or a button are there. */
  readonly form?: 'plain' | 'html' | 'both' | 'latin1' | 'base64';
  readonly button?: readonly [string, string];
  /** Hidden preheader of the HTML form. */
  readonly preheader?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** METHOD of an attached calendar invitation. */
  readonly calendar?: 'CANCEL';
  /** What the receiving provider reported; `pass` for genuine mail, `fail` for forged. */
  readonly dmarc?: 'pass' | 'fail' | 'none';
  /** What a careful reader would call it; read by the sample's own test only. */
  readonly kind: MessageKind;
}

/** Dates as the story's language writes them. */
export interface Calendar {
  /** `23 novembre 2026`, `November 23, 2026`. */
  long(day: number): string;
  /** `23/11/2026`, `11/23/2026`. */
  short(day: number): string;
  /** `novembre 2026`, `November 2026`. */
  month(day: number): string;
}

export type Story = (dates: { readonly fr: Calendar; readonly en: Calendar }) => readonly Letter[];
