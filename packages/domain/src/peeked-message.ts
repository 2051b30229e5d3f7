// The beginning of a message as the pre-filter sees it: enough to tell mail that can't be about a subscription from mail that must be read
// whole. Nothing is ever kept or concluded from it but "read it" or "pass it over".

export interface PeekedMessage {
  readonly subject: string;
  /** Sent to many (List-Id, List-Unsubscribe, Precedence): newsletters, and many notices too. */
  readonly isBulk: boolean;
  /** Our own alert that came back. */
  readonly isOwnAlert: boolean;
  /** A bounce, an encrypted or a forwarded message: what it is about stands deeper than a glance reaches. */
  readonly isOpaque: boolean;
  /** A PDF is attached, as far as the slice shows. */
  readonly hasDocument: boolean;
  /** Text parts without markup, plain ones before HTML, as far as the slice reaches; a few thousand characters at most. */
  readonly text: string;
  /** Nothing of the text lies beyond the slice, or so much was seen that the rest only repeats it. */
  readonly isComplete: boolean;
}
