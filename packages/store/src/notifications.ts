// PostgreSQL's LISTEN/NOTIFY: hints that wake a loop early. Every loop also looks by itself, since a hint may be lost.
import { sql } from 'kysely';
import pg from 'pg';
import type { Queryable } from './database.ts';
import { UNHURRIED } from './unhurried.ts';

/** outbox: the relay has work · delivery: the notifier has work · change: something a page shows is new · mailbox: a mailbox was added, changed or removed */
export type Channel = 'outbox' | 'delivery' | 'change' | 'mailbox';

/** `userId` for `change`, so that only that person's pages wake; the priority, or '' for both, for `outbox`; '' otherwise. */
export interface Note {
  readonly channel: Channel;
  readonly payload: string;
}

const waiting = new WeakMap<Queryable, Note[]>();
const complaints = new WeakMap<Queryable, (error: Error) => void>();

/** Who is told when notes of `db` could not be sent. */
export function onNotesLost(db: Queryable, tell: (error: Error) => void): void {
  complaints.set(db, tell);
}

/** Sent once the transaction is committed; at once outside of one. */
export function notify(tx: Queryable, channel: Channel, payload = ''): Promise<void> {
  return notifyAll(tx, [{ channel, payload }]);
}

export async function notifyAll(tx: Queryable, notes: readonly Note[]): Promise<void> {
  if (notes.length === 0) return;
  const later = waiting.get(tx);
  if (later) later.push(...notes);
  // Of a transaction that somebody else commits, like that of a restore, only they know whether it may be lost.
  else await sql`select ${callsOf(notes)}`.execute(tx);
}

/**
 * Notes of this transaction wait for `sendNotes`. PostgreSQL lets only one transaction with a notification commit at a time, in the whole server and
 * until its bytes are on the disk: sent inside, the acceptance of one mail waits for the disk twice, for its own commit and for the outcome of another.
 */
export function holdNotes(tx: Queryable): void {
  waiting.set(tx, []);
}

/**
 * Call it after the commit. What dies before it, and a failure here, which is told (`onNotesLost`) and thrown at nobody, cost the listener's own
 * interval: loops and open pages (services/api) have one.
 */
export async function sendNotes(db: Queryable, tx: Queryable): Promise<void> {
  const notes = waiting.get(tx) ?? [];
  waiting.delete(tx);
  if (notes.length === 0) return;
  try {
    await sql`select ${callsOf(notes)} from ${UNHURRIED}`.execute(db);
  } catch (cause) {
    // They are hints, and what they tell of is committed: whoever wrote it has no part in this.
    const kinds = [...new Set(notes.map(({ channel }) => channel))].join(', ');
    complaints.get(db)?.(new Error(`notes were not sent (${kinds})`, { cause }));
  }
}

function callsOf(notes: readonly Note[]) {
  const distinct = new Map(notes.map((note) => [`${note.channel} ${note.payload}`, note])).values();
  return sql.join([...distinct].map(({ channel, payload }) => sql`pg_notify(${`quittance_${channel}`}, ${payload})`));
}

export interface Listener {
  close(): Promise<void>;
}

const RECONNECT_MS = 1_000;
/** A listener only waits, so nothing else tells it that the server's machine is gone; the system's own default is two hours. */
const KEEPALIVE_MS = 10_000;
const CONNECT_TIMEOUT_MS = 10_000;

/** Listens on a connection of its own and reconnects for ever; `onHint` is also called after each reconnect, for what was missed. */
export async function listen(options: {
  url: string;
  /** Of its session. */
  name?: string;
  channels: readonly Channel[];
  onHint: (channel: Channel, payload: string) => void;
  onError: (error: Error) => void;
}): Promise<Listener> {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: options.url,
      application_name: options.name ?? 'quittance-listen',
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEPALIVE_MS,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    });
    next.on('error', (error) => {
      options.onError(error);
      retry(next);
    });
    next.on('end', () => retry(next));
    next.on('notification', (note) => {
      options.onHint(note.channel.replace(/^quittance_/, '') as Channel, note.payload ?? '');
    });
    client = next;
    await next.connect();
    for (const channel of options.channels) await next.query(`listen quittance_${channel}`);
  }

  function retry(from: pg.Client): void {
    if (closed || client !== from) return;
    client = null;
    from.end().catch(() => {}); // It is gone already; nothing to tell.
    timer = setTimeout(() => {
      connect().then(
        () => options.channels.forEach((channel) => options.onHint(channel, '')),
        (error: Error) => {
          options.onError(error);
          if (client) retry(client);
        },
      );
    }, RECONNECT_MS);
  }

  await connect();
  return {
    async close() {
      closed = true;
      if (timer) clearTimeout(timer);
      const last = client;
      client = null;
      await last?.end();
    },
  };
}
