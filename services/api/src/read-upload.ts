// A form with one file beside its fields, read as it comes in: a bank statement, the proof of a cancellation. The file stands in memory, within its
// limit. A session's CSRF token must stand before it.
import type { ProblemCode } from '@quittance/i18n/problems.en';
import { checkCsrf, CSRF_FIELD } from './auth/same-site.ts';
import type { AppContext } from './context.ts';
import { readField, readMultipart, readWhole } from './multipart.ts';
import { ProblemError } from './problem.ts';

export interface Upload {
  readonly fields: Readonly<Record<string, string>>;
  /** The first one; null where none was chosen. */
  readonly file: { readonly name: string; readonly bytes: Buffer } | null;
}

const NAME_MAX = 200;

/** @throws ProblemError `invalid_request` for what is no such form, and `tooLarge` for a file of more than `bytesMax`. */
export async function readUpload(c: AppContext, limit: { readonly bytesMax: number; readonly tooLarge: ProblemCode }): Promise<Upload> {
  const { body } = c.req.raw;
  if (!body) throw new ProblemError('invalid_request');
  const fields: Record<string, string> = {};
  let file: Upload['file'] = null;
  for await (const part of readMultipart(body, c.req.header('Content-Type') ?? '')) {
    if (part.filename === null) {
      fields[part.name] = await readField(part);
      if (part.name === CSRF_FIELD && c.get('csrfPending')) checkCsrf(c, fields[CSRF_FIELD]);
      continue;
    }
    // A file, and no token was there.
    if (c.get('csrfPending')) checkCsrf(c, undefined);
    if (part.filename === '' || file) continue;
    const bytes = await readWhole(part, limit.bytesMax, () => new ProblemError(limit.tooLarge));
    file = { name: nameOf(part.filename), bytes };
  }
  if (c.get('csrfPending')) checkCsrf(c, undefined);
  return { fields, file };
}

/** The last part of a path, as a text that can be kept and shown. */
function nameOf(filename: string): string {
  const last = filename.split(/[/\\]/).at(-1) ?? '';
  return (
    last
      .replace(/\p{Cc}/gu, '')
      .slice(0, NAME_MAX)
      .toWellFormed() || 'file'
  );
}
