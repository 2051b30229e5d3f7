// A date among the options: what is wrong with it is a matter of usage.
import { parseCivilDate, type CivilDate } from '@quittance/domain/civil-date';
import { PermanentError } from '@quittance/domain/errors';

export function readDate(text: string): CivilDate {
  try {
    return parseCivilDate(text);
  } catch (cause) {
    throw new PermanentError('usage', `"${text}" is not a date: write it as YYYY-MM-DD.`, { cause });
  }
}
