// The process in which bank files are read, under the limits of the pool that owns it (bank-reader.ts).
import { serveParsing } from '@quittance/mail/serve-parsing';
import type { GuessedMapping } from '@quittance/statements/csv/guess-mapping';
import { previewStatement, readStatement, type OpenedStatement } from '@quittance/statements/read-statement';
import { unpackTask } from './bank-task.ts';

/** Rows as they stand in the file are only shown, around the heads; all of them would hold up whoever unpacks the answer. */
const ROWS_SHOWN = 1_200;

serveParsing(async (packed): Promise<OpenedStatement | GuessedMapping | null> => {
  const { task, file } = unpackTask(packed);
  if (task.kind === 'preview') return shortened(previewStatement(file, task.currency));
  const read = readStatement(file, task);
  return { ...read, csv: read.csv && { ...read.csv, guessed: shortened(read.csv.guessed)! } };
});

function shortened(guess: GuessedMapping | null): GuessedMapping | null {
  return guess && { ...guess, rows: guess.rows.slice(0, ROWS_SHOWN) };
}
