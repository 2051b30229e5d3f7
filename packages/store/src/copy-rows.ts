// PostgreSQL's COPY over a connection of node-postgres, as streams: `copyOut` reads rows in COPY's text format, `copyIn` writes them. Both
// keep pace with the slower side. The connection must be used for nothing else meanwhile.
import { once } from 'node:events';
import { Readable } from 'node:stream';
import type pg from 'pg';

/** What node-postgres' own connection offers; its typings leave it out. */
interface Wire {
  readonly stream: NodeJS.ReadWriteStream & { readonly writableNeedDrain: boolean; destroy(): void };
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

/** A query as node-postgres runs it: it calls these as the server's messages come in. */
interface Running {
  submit(wire: Wire): void;
  handleError(error: Error): void;
  handleReadyForQuery(): void;
  handleCommandComplete(): void;
  handleRowDescription(): void;
  handleDataRow(): void;
  handleCopyInResponse(): void;
  handleCopyData(message: { chunk: Buffer }): void;
}

const nothing = (): void => {};
const IDLE: Running = {
  submit: nothing,
  handleError: nothing,
  handleReadyForQuery: nothing,
  handleCommandComplete: nothing,
  handleRowDescription: nothing,
  handleDataRow: nothing,
  handleCopyInResponse: nothing,
  handleCopyData: nothing,
};

// Rows of small tables would come one by one; the reader takes them in bites of this size.
const BUFFERED_BYTES = 256 * 1024;

/** @param statement `copy … to stdout`. Destroying the stream before its end cuts the connection. */
export function copyOut(client: pg.Client, statement: string): Readable {
  let wire: Wire | null = null;
  let done = false;
  const rows = new Readable({
    highWaterMark: BUFFERED_BYTES,
    read() {
      wire?.stream.resume();
    },
    destroy(error, callback) {
      if (!done) wire?.stream.destroy();
      callback(error);
    },
  });
  run(client, {
    ...IDLE,
    submit(connection) {
      wire = connection;
      connection.query(statement);
    },
    handleCopyData({ chunk }) {
      // The parser will use its buffer again.
      if (!rows.destroyed && !rows.push(Buffer.from(chunk))) wire?.stream.pause();
    },
    handleError(error) {
      done = true;
      rows.destroy(error);
    },
    handleReadyForQuery() {
      done = true;
      rows.push(null);
    },
  });
  return rows;
}

/** @param statement `copy … from stdin`. */
export function copyIn(client: pg.Client, statement: string, rows: AsyncIterable<Buffer>): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let wire: Wire | null = null;
  let failed: Error | null = null;

  async function send(to: Wire): Promise<void> {
    try {
      for await (const chunk of rows) {
        if (failed) return;
        to.sendCopyFromChunk(chunk);
        if (to.stream.writableNeedDrain) await once(to.stream, 'drain');
      }
      to.endCopyFrom();
    } catch (error) {
      // The source's own error is what the caller is told, not the server's answer to it.
      reject(error);
      to.sendCopyFail('the source ended early');
    }
  }

  run(client, {
    ...IDLE,
    submit(connection) {
      wire = connection;
      connection.query(statement);
    },
    handleCopyInResponse() {
      void send(wire!);
    },
    handleError(error) {
      failed = error;
      reject(error);
    },
    handleReadyForQuery: () => resolve(),
  });
  return promise;
}

function run(client: pg.Client, query: Running): void {
  (client.query as unknown as (query: Running) => void).call(client, query);
}
