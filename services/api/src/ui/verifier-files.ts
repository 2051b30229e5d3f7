// The verifier's modules (packages/verifier), served to the browser as they are: the page of verifying runs the very code of `quittance verify`.
// Under one stable folder, because they import each other by name; a browser asks whether they changed and keeps them otherwise.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface VerifierFile {
  readonly body: Buffer;
  readonly etag: string;
}

let files: ReadonlyMap<string, VerifierFile> | null = null;

/** null for a name that is none of them. */
export function readVerifierFile(name: string): VerifierFile | null {
  files ??= load();
  return files.get(name) ?? null;
}

function load(): ReadonlyMap<string, VerifierFile> {
  const folder = dirname(createRequire(import.meta.url).resolve('@quittance/verifier/verify-bundle'));
  const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
  return new Map(
    names.map((name) => {
      const body = readFileSync(join(folder, name));
      return [name, { body, etag: `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"` }];
    }),
  );
}
