// A database handle that dies at a chosen write, as a killed process does: the connection is cut (so its transaction rolls back) and
// whatever is asked of the handle afterwards fails. Statements are counted on the wire, so no code under test knows of it and no write can
// be forgotten. Dying `after` a write means: the server has it, the process never learned of it. For a COMMIT that is the interesting case.
import { openPool, type Database } from '@quittance/store/database';
import type { Schema } from '@quittance/store/schema';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

export interface CrashPoint {
  readonly when: 'before' | 'after';
  /** 1 for the first write. */
  readonly write: number;
}

export interface CrashingDatabase {
  readonly db: Database;
  /** The writes that were reached, in order, each on one line. */
  readonly writes: readonly string[];
  readonly hasCrashed: boolean;
  close(): Promise<void>;
}

class Crash extends Error {
  constructor() {
    super('the process was killed here');
    this.name = 'Crash';
  }
}

const WRITE = /^\s*(insert|update|delete|commit|with\b[\s\S]*\b(insert|update|delete)\b)/i;

/** @param point null for an undisturbed run that only lists its writes. */
export function openCrashingDatabase(url: string, point: CrashPoint | null): CrashingDatabase {
  const writes: string[] = [];
  const state = { crashed: false };
  const clients = new Set<pg.Client>();

  function crash(): never {
    state.crashed = true;
    for (const client of clients) socketOf(client)?.destroy();
    throw new Crash();
  }

  class CrashingClient extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      super(config);
      clients.add(this);
    }

    // The promise form is the only one that kysely and node-postgres' pool use.
    // oxlint-disable-next-line typescript/no-explicit-any -- node-postgres has a dozen overloads here.
    override query(...args: any[]): any {
      if (state.crashed) return Promise.reject(new Crash());
      const text = textOf(args[0]);
      if (!WRITE.test(text)) return this.#send(args);
      const number = writes.push(text.replaceAll(/\s+/g, ' ').trim());
      return this.#write(args, number);
    }

    async #write(args: unknown[], number: number): Promise<unknown> {
      const isHere = point?.write === number;
      if (isHere && point.when === 'before') crash();
      const result = await this.#send(args);
      if (isHere) crash();
      return result;
    }

    #send(args: unknown[]): Promise<unknown> {
      return (super.query as (...rest: unknown[]) => Promise<unknown>)(...args);
    }
  }

  const pool = openPool({ url, connectionsMax: 4, onError: () => {} });
  Object.assign(pool, { Client: CrashingClient });
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    writes,
    get hasCrashed() {
      return state.crashed;
    },
    close: () => db.destroy().catch(() => {}), // Its connections are cut.
  };
}

function textOf(query: unknown): string {
  return typeof query === 'string' ? query : ((query as { text?: string } | undefined)?.text ?? '');
}

function socketOf(client: pg.Client): { destroy(): void } | undefined {
  return (client as unknown as { connection?: { stream?: { destroy(): void } } }).connection?.stream;
}
