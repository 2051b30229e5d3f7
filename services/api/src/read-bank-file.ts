// Takes one bank file and the fields beside it out of a form.
import { STATEMENT_LIMITS } from '@quittance/statements/limits';
import type { AppContext } from './context.ts';
import { ProblemError } from './problem.ts';
import { readUpload, type Upload } from './read-upload.ts';

/** @throws ProblemError `nothing_to_import`, `statement_empty`, `statement_too_large`. */
export async function readBankFile(c: AppContext): Promise<NonNullable<Upload['file']> & Pick<Upload, 'fields'>> {
  const { fields, file } = await readUpload(c, { bytesMax: STATEMENT_LIMITS.bytes, tooLarge: 'statement_too_large' });
  if (!file) throw new ProblemError('nothing_to_import');
  if (file.bytes.length === 0) throw new ProblemError('statement_empty');
  return { ...file, fields };
}
