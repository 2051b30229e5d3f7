// Takes one bank file and the fields beside it out of a multipart body, within the limit of a statement. It stands in memory, being read as a whole.
import { STATEMENT_LIMITS } from '@quittance/statements/limits';
import { checkCsrf, CSRF_FIELD } from './auth/same-site.ts';
import type { AppContext } from './context.ts';
import { readField, readMultipart } from './multipart.ts';
import { ProblemError } from './problem.ts';

export interface BankFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly fields: Readonly<Record<string, string>>;
}

/** @throws ProblemError `nothing_to_import`, `statement_empty`, `statement_too_large`. A form's CSRF token must stand before its file. */
export async function readBankFile(c: AppContext): Promise<BankFile> {
  const { body } = c.req.raw;
  if (!body) throw new ProblemError('nothing_to_import');
  const fields: Record<string, string> = {};
  let file: { name: string; bytes: Buffer } | null = null;
  for await (const part of readMultipart(body, c.req.header('Content-Type') ?? '')) {
    if (part.filename === null) {
      fields[part.name] = await readField(part);
      if (c.get('csrfPending') && part.name === CSRF_FIELD) checkCsrf(c, fields[part.name]);
      continue;
    }
    if (c.get('csrfPending')) checkCsrf(c, undefined);
    if (part.filename !== '' && !file) file = { name: nameOf(part.filename), bytes: await readBytes(part.content) };
  }
  if (!file) throw new ProblemError('nothing_to_import');
  if (file.bytes.length === 0) throw new ProblemError('statement_empty');
  return { ...file, fields };
}

async function readBytes(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > STATEMENT_LIMITS.bytes) throw new ProblemError('statement_too_large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function nameOf(filename: string): string {
  return (filename.split(/[/\\]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').slice(0, 200) || 'statement';
}
