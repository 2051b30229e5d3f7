// One mail of an accuracy run: what it is and what it was read as.
import type { Classification } from '@quittance/domain/classification';
import type { LabelledMail } from './accuracy-corpus.ts';

export interface Judged {
  readonly mail: LabelledMail;
  readonly read: Classification;
}

export function isRight({ mail, read }: Judged): boolean {
  return read.kind === mail.label || read.kind === mail.altLabel;
}
