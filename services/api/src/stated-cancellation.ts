// "I cancelled this on …": a form with a file behind its fields, read as it comes in. Page and API take the same form; a session's CSRF token must
// stand before the file.
import { parseCivilDate } from '@quittance/domain/civil-date';
import { CANCELLED_BY } from '@quittance/domain/hand';
import { FILE_BYTES_MAX, type GivenFile, type StatedCancellation } from '@quittance/store/own-hand';
import { checkCsrf, CSRF_FIELD } from './auth/same-site.ts';
import type { AppContext } from './context.ts';
import { readField, readMultipart, type MultipartPart } from './multipart.ts';
import { ProblemError } from './problem.ts';

const NOTE_MAX = 2_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export interface CancellationForm {
  readonly fields: ReadonlyMap<string, string>;
  readonly file: GivenFile | null;
}

/** @throws ProblemError `invalid_request`, `file_too_large`. */
export async function readCancellationForm(c: AppContext): Promise<CancellationForm> {
  const { body } = c.req.raw;
  if (!body) throw new ProblemError('invalid_request');
  const fields = new Map<string, string>();
  let file: GivenFile | null = null;
  for await (const part of readMultipart(body, c.req.header('Content-Type') ?? '')) {
    if (part.filename === null) {
      fields.set(part.name, await readField(part));
      if (part.name === CSRF_FIELD && c.get('csrfPending')) checkCsrf(c, fields.get(CSRF_FIELD));
    } else if (part.filename !== '') {
      if (c.get('csrfPending')) checkCsrf(c, undefined); // The file comes first, and no token was there.
      file = {
        name: part.filename.split(/[/\\]/).at(-1)!.slice(0, 200),
        contentType: 'application/octet-stream',
        bytes: await readBytes(part),
      };
    }
  }
  if (c.get('csrfPending')) checkCsrf(c, undefined);
  return { fields, file };
}

/** @throws ProblemError `invalid_request`; PermanentError `bad_date`. */
export function toCancellation({ fields, file }: CancellationForm): StatedCancellation {
  const given = (name: string): string => (fields.get(name) ?? '').trim();
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
    file,
  };
}

async function readBytes(part: MultipartPart): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of part.content) {
    size += chunk.length;
    if (size > FILE_BYTES_MAX) throw new ProblemError('file_too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
