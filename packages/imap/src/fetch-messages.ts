// Fetches what was asked for, by UID and with BODY.PEEK, and believes nothing else: a FETCH that says OK may lack UIDs, carry rows without
// bytes, empty bytes, other messages' flags, or rows in any order. What is not in the answer's map was not delivered.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { TransientError } from '@quittance/domain/errors';
import { toInstantOrNull, type Instant } from '@quittance/domain/instant';
import type { FetchMessageObject, FetchQueryObject } from 'imapflow';
import type { ImapConnection } from './connection.ts';
import { commandError } from './imap-errors.ts';

export interface MessageFacts {
  readonly uid: number;
  readonly sizeBytes: number;
  readonly internalDate: Instant | null;
  /** The provider's id (X-GM-MSGID, EMAILID): recognises moved copies, never decides alone. */
  readonly providerId: string | null;
}

/** Servers refuse longer command lines; 8 KB is what RFC 7162 §4 asks them to take. */
const SET_CHARS_MAX = 4_000;
const HEADER_BYTES_MAX = 256 * 1024;
/** Rows that are there already come without a pause between them; the rest of the program gets a turn this often. */
const TURN_MS = 5;

/** Size and date of each UID that the server still knows. */
export async function fetchFacts(connection: ImapConnection, uids: readonly number[]): Promise<Map<number, MessageFacts>> {
  const facts = new Map<number, MessageFacts>();
  await eachRow(connection, uids, { uid: true, size: true, internalDate: true }, (row) => {
    const found = factsOf(row);
    if (found) facts.set(row.uid, found);
  });
  return facts;
}

function factsOf(row: FetchMessageObject): MessageFacts | null {
  if (row.size === undefined) return null;
  return {
    uid: row.uid,
    sizeBytes: row.size,
    internalDate: row.internalDate === undefined ? null : toInstantOrNull(new Date(row.internalDate)),
    providerId: row.emailId ?? null,
  };
}

/**
 * The bytes of each message up to `end` with its facts, as the rows come: nothing is kept here, and the next row waits for `onMessage`.
 *
 * @param start how many of them are known already and left out.
 */
export async function fetchBeginnings(
  connection: ImapConnection,
  uids: readonly number[],
  end: number,
  onMessage: (facts: MessageFacts, bytes: Buffer) => void | Promise<void>,
  start = 0,
): Promise<void> {
  const seen = new Set<number>();
  const query = { uid: true, size: true, internalDate: true, source: { start, maxLength: end - start } };
  await eachRow(connection, uids, query, (row) => {
    const facts = factsOf(row);
    if (!facts || !row.source || row.source.length === 0 || seen.has(row.uid)) return;
    seen.add(row.uid);
    return onMessage(facts, row.source);
  });
}

/** The exact bytes of each message that came whole; the caller bounds how much is asked for. */
export async function fetchMessages(connection: ImapConnection, uids: readonly number[]): Promise<Map<number, Buffer>> {
  const messages = new Map<number, Buffer>();
  await eachRow(connection, uids, { uid: true, source: true }, (row) => {
    // NIL becomes `false` here, whatever the typings say.
    if (row.source && row.source.length > 0 && !messages.has(row.uid)) messages.set(row.uid, row.source);
  });
  return messages;
}

/** The header block of a message that is too big to be kept; null when the server did not give it. */
export async function fetchHeaders(connection: ImapConnection, uid: number): Promise<Buffer | null> {
  let headers: Buffer | null = null;
  await eachRow(connection, [uid], { uid: true, bodyParts: [{ key: 'HEADER', maxLength: HEADER_BYTES_MAX }] }, (row) => {
    // The library puts this part beside the others.
    headers = row.headers ?? headers;
  });
  return headers;
}

// No command may run inside the loop (the library would wait for itself for ever): rows are collected, then used.
async function eachRow(
  connection: ImapConnection,
  uids: readonly number[],
  query: FetchQueryObject,
  onRow: (row: FetchMessageObject) => void | Promise<void>,
): Promise<void> {
  const { client } = connection;
  const wanted = new Set(uids);
  const epoch = client.mailbox ? `${client.mailbox.path} ${client.mailbox.uidValidity}` : '';
  let turnAt = performance.now() + TURN_MS;
  for (const set of uidSets(uids)) {
    try {
      for await (const row of client.fetch(set, query, { uid: true })) {
        if (wanted.has(row.uid)) await onRow(row);
        if (performance.now() < turnAt) continue;
        await nextTurn();
        turnAt = performance.now() + TURN_MS;
      }
    } catch (error) {
      throw commandError(error, 'UID FETCH');
    }
  }
  if (!client.mailbox || `${client.mailbox.path} ${client.mailbox.uidValidity}` !== epoch) {
    throw new TransientError('epoch_changed', 'the folder was closed or renumbered while it was read');
  }
}

/** `1:3,7` and so on, in pieces that fit on a command line. Only what was asked for: gaps stay gaps. */
export function uidSets(uids: readonly number[], charsMax = SET_CHARS_MAX): string[] {
  const sorted = [...new Set(uids)].sort((a, b) => a - b);
  const sets: string[] = [];
  let set = '';
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (to + 1 < sorted.length && sorted[to + 1] === sorted[to]! + 1) to += 1;
    const range = from === to ? `${sorted[from]}` : `${sorted[from]}:${sorted[to]}`;
    if (set && set.length + range.length + 1 > charsMax) {
      sets.push(set);
      set = '';
    }
    set = set ? `${set},${range}` : range;
    from = to + 1;
  }
  return set ? [...sets, set] : sets;
}
