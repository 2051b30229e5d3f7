// "I cancelled this on …": a form with a file as evidence. Page and API take the same one.
import { parseCivilDate } from '@quittance/domain/civil-date';
import { CANCELLED_BY } from '@quittance/domain/hand';
import { FILE_BYTES_MAX, type StatedCancellation } from '@quittance/store/own-hand';
import type { AppContext } from './context.ts';
import { ProblemError } from './problem.ts';
import { readUpload, type Upload } from './read-upload.ts';

const NOTE_MAX = 2_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @throws ProblemError `invalid_request`, `file_too_large`. */
export function readCancellationForm(c: AppContext): Promise<Upload> {
  return readUpload(c, { bytesMax: FILE_BYTES_MAX, tooLarge: 'file_too_large' });
}

/** @throws ProblemError `invalid_request`; PermanentError `bad_date`. */
export function toCancellation({ fields, file }: Upload): StatedCancellation {
  const given = (name: string): string => (fields[name] ?? '').trim();
  const by = CANCELLED_BY.find((way) => way === given('by'));
  const subscriptionId = given('subscription');
  const note = given('note');
  const errors = [
    ...(UUID.test(subscriptionId) ? [] : [{ path: 'subscription', message: 'must be the id of a subscription' }]),
    ...(by ? [] : [{ path: 'by', message: `must be one of ${CANCELLED_BY.join(', ')}` }]),
    ...(note.length <= NOTE_MAX && !note.includes('\0') ? [] : [{ path: 'note', message: `must have at most ${NOTE_MAX} characters` }]),
  ];
  if (!by || errors.length > 0) throw new ProblemError('invalid_request', { errors });
  const confirmed = ['true', 'on', '1'].includes(given('confirmed'));
  return {
    subscriptionId,
    on: parseCivilDate(given('on')),
    by,
    confirmed,
    endsOn: given('ends_on') === '' ? null : parseCivilDate(given('ends_on')),
    note: note === '' ? null : note,
    file: file && { ...file, contentType: 'application/octet-stream' },
  };
}
