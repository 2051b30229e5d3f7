// A bank file, taken in as one step: file, lines and leaf, the events of lines that are charges or refunds, subscriptions folded anew, and what is
// due because of them. The same file again, or another export of the same days, changes nothing.
import { createHash } from 'node:crypto';
import { toInstant } from '@quittance/domain/instant';
import { lineIdentities } from '@quittance/statements/line-identity';
import { readStatement, type OpenedStatement } from '@quittance/statements/read-statement';
import type { SkippedRow } from '@quittance/statements/statement';
import type { Tx } from '@quittance/store/database';
import { insertStatement, listStatements, type StatementFile } from '@quittance/store/statement-files';
import { lockForUser } from '@quittance/store/transaction';
import { attributeStored, type Attributed } from './attribute-stored.ts';
import type { StatementDeps } from './statement-outcome.ts';

export interface ReadStatementInput {
  readonly userId: string;
  readonly name: string;
  readonly bytes: Buffer;
  readonly language: string;
}

export interface StatementInput extends ReadStatementInput {
  /** What the person decided of a CSV's columns. */
  readonly mapping?: unknown;
  /** The person's, for files that name none. */
  readonly currency: string;
}

export interface ImportedStatement extends Attributed {
  readonly file: StatementFile;
  /** This very file was there already. */
  readonly already: boolean;
  readonly read: number;
  readonly fresh: number;
  readonly duplicates: number;
  readonly skipped: readonly SkippedRow[];
}

/** @throws PermanentError as `readStatement`. */
export async function importStatement(tx: Tx, deps: StatementDeps, input: StatementInput): Promise<ImportedStatement> {
  return importReadStatement(tx, deps, input, readStatement(input.bytes, { currency: input.currency, mapping: input.mapping }));
}

/** The same, of a file that was read elsewhere, for who must not be held up by reading it. */
export async function importReadStatement(
  tx: Tx,
  deps: StatementDeps,
  input: ReadStatementInput,
  read: OpenedStatement,
): Promise<ImportedStatement> {
  const { userId, bytes } = input;
  const identities = lineIdentities(read.lines);
  await lockForUser(tx, 'outcome', userId);
  const sha256 = createHash('sha256').update(bytes).digest();
  const inserted = await insertStatement(
    tx,
    userId,
    {
      sha256,
      name: input.name,
      format: read.format,
      sizeBytes: bytes.length,
      mapping: read.csv && { ...read.csv.mapping },
      skipped: read.skipped.length,
      lines: read.lines.map((line, at) => ({ ...line, identity: identities[at]! })),
    },
    toInstant(deps.now),
  );
  const attributed = await attributeStored(tx, deps, input);
  const hex = sha256.toString('hex');
  const file = (await listStatements(tx, userId)).find((one) => one.sha256 === hex)!;
  const fresh = inserted?.fresh ?? 0;
  return {
    ...attributed,
    file,
    already: inserted === null,
    read: read.lines.length,
    fresh,
    duplicates: read.lines.length - fresh,
    skipped: read.skipped,
  };
}
