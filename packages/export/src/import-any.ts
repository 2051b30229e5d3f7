// Files that a person imports, whatever they are: exports of Quittance are taken in whole, the rest is mail and goes the way of mail.
import { PermanentError } from '@quittance/domain/errors';
import { importExport, type ImportExportDeps } from './import-export.ts';
import { isExport } from './open-export.ts';

interface Counts {
  readonly read: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly ignored: number;
  readonly quarantined: number;
  readonly events: number;
  readonly errors: readonly { readonly path: string; readonly code: string; readonly message: string }[];
}

interface Input {
  readonly userId: string;
  readonly paths: readonly string[];
  readonly nameOf?: (path: string) => string;
}

/** @param importMail `importFiles` of packages/intake for the paths that are no exports. */
export async function importAny<In extends Input>(
  deps: ImportExportDeps,
  input: In,
  importMail: (input: In) => Promise<Counts>,
): Promise<Counts> {
  const kinds = await Promise.all(input.paths.map(async (path) => ({ path, isOurs: await isExport(path) })));
  const mail = kinds.filter(({ isOurs }) => !isOurs).map(({ path }) => path);
  let counts: Counts = { read: 0, accepted: 0, duplicates: 0, ignored: 0, quarantined: 0, events: 0, errors: [] };
  for (const { path, isOurs } of kinds) {
    if (!isOurs) continue;
    const name = input.nameOf?.(path) ?? path;
    try {
      counts = sum(counts, { ...(await importExport(deps, input.userId, path, name)), ignored: 0, quarantined: 0, errors: [] });
    } catch (error) {
      if (!(error instanceof PermanentError)) throw error;
      counts = { ...counts, errors: [...counts.errors, { path: name, code: error.code, message: error.message }] };
    }
  }
  return mail.length === 0 && kinds.length > 0 ? counts : sum(counts, await importMail({ ...input, paths: mail }));
}

function sum(one: Counts, other: Counts): Counts {
  return {
    read: one.read + other.read,
    accepted: one.accepted + other.accepted,
    duplicates: one.duplicates + other.duplicates,
    ignored: one.ignored + other.ignored,
    quarantined: one.quarantined + other.quarantined,
    events: one.events + other.events,
    errors: [...one.errors, ...other.errors],
  };
}
