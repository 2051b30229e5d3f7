// Kysely's driver for PostgreSQL with one addition: what is to be said right after a transaction's commit is sent with it, over the same connection, and
// does not wait for the commit's way back. The server takes it up when the commit is done.
import { PostgresDialect, PostgresDriver, type DatabaseConnection, type PostgresDialectConfig } from 'kysely';

const waiting = new WeakMap<DatabaseConnection, () => Promise<void>>();

/** `say` gives its statements before it first waits for anything, and never fails. */
export function afterCommit(connection: DatabaseConnection, say: () => Promise<void>): void {
  waiting.set(connection, say);
}

class NotingDriver extends PostgresDriver {
  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const committed = super.commitTransaction(connection);
    const said = waiting.get(connection)?.();
    waiting.delete(connection);
    // In vain when the commit fails; they are hints.
    await Promise.all([committed, said]);
  }

  override rollbackTransaction(connection: Parameters<PostgresDriver['rollbackTransaction']>[0]): Promise<void> {
    waiting.delete(connection);
    return super.rollbackTransaction(connection);
  }
}

export class NotingDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): NotingDriver {
    return new NotingDriver(this.#config);
  }
}
