// A bank statement as read from a file: its lines, and what could not be read of it. Amounts are signed as the account sees them.
import type { CivilDate } from '@quittance/domain/civil-date';

export type StatementFormat = 'csv' | 'ofx' | 'camt';

export interface StatementLine {
  /** Row, or number of the entry in the file, from 1. */
  readonly position: number;
  readonly bookedOn: CivilDate;
  /** The day the card was used, where the file states it. */
  readonly transactedOn: CivilDate | null;
  /** Minor units; negative for money that left the account. */
  readonly amountMinor: number;
  readonly currency: string;
  /** As the bank wrote it, spaces collapsed. */
  readonly text: string;
  /** What tells two accounts apart; '' where the file does not name one. */
  readonly account: string;
  /** The bank's own id of the entry. */
  readonly bankId: string | null;
}

/** A row that is no line; told to the person, the rest is taken. */
export interface SkippedRow {
  readonly position: number;
  readonly reason: 'no_date' | 'no_amount' | 'no_currency' | 'pending';
  readonly text: string;
}

export interface ReadStatement {
  readonly format: StatementFormat;
  readonly lines: readonly StatementLine[];
  readonly skipped: readonly SkippedRow[];
}
