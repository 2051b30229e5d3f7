// Takes an export in: for the same person or another, here or elsewhere. What is there already stays; run again after a crash it goes on. The
// timeline is folded from what was taken in and is the same as in the export. Verdicts are carried over and say so.
import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';
import { PermanentError } from '@quittance/domain/errors';
import { toInstant, type Clock } from '@quittance/domain/instant';
import type { MessageKind } from '@quittance/domain/event-kind';
import { savePayeeChoice } from '@quittance/store/bank-events';
import { correctEvent } from '@quittance/store/correct-event';
import type { Database, Tx } from '@quittance/store/database';
import * as take from '@quittance/store/import-rows';
import type { Row } from '@quittance/store/export-rows';
import { nameTold } from '@quittance/store/rename-told';
import { insertStatement, type NewLine } from '@quittance/store/statement-files';
import { listSubscriptions, rebuildTimeline } from '@quittance/store/subscriptions';
import { asUser, lockForUser } from '@quittance/store/transaction';
import { readUserSettings, saveUserSettings } from '@quittance/store/user-settings';
import { fold } from '@quittance/timeline/fold';
import { namedAfter } from '@quittance/timeline/subscription-id';
import type { Vault } from '@quittance/vault/vault';
import { actFilePath, DATA, emlPath } from './layout.ts';
import { asDamage, openExport, type ExportArchive } from './open-export.ts';

export interface ImportExportDeps {
  readonly db: Database;
  readonly vault: Pick<Vault, 'seal' | 'contentKey'>;
  readonly clock: Clock;
}

/** `read = accepted + duplicates` messages; `events` that were new. */
export interface TakenIn {
  readonly read: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly events: number;
}

const MESSAGES_PER_TRANSACTION = 50;

/** @throws PermanentError `export_damaged` where a file of it is missing or is not what its name says. */
export async function importExport(deps: ImportExportDeps, userId: string, path: string, name: string): Promise<TakenIn> {
  const archive = await openExport(path);
  try {
    return await new Taking(deps, userId, archive, name).run();
  } finally {
    archive.close();
  }
}

class Taking {
  readonly #deps: ImportExportDeps;
  readonly #userId: string;
  readonly #archive: ExportArchive;
  readonly #name: string;
  /** Ids of events and acts in the export → here. */
  readonly #ids = new Map<string, string>();
  readonly #fresh = new Set<string>();
  #read = 0;
  #accepted = 0;

  constructor(deps: ImportExportDeps, userId: string, archive: ExportArchive, name: string) {
    this.#deps = deps;
    this.#userId = userId;
    this.#archive = archive;
    this.#name = name;
  }

  async run(): Promise<TakenIn> {
    const batch: Row[] = [];
    for await (const row of this.#rows(DATA.messages)) {
      // What was erased stays erased: its event has no evidence any more.
      if (row['has_bytes'] === true) batch.push(row);
      if (batch.length >= MESSAGES_PER_TRANSACTION) await this.#messages(batch.splice(0));
    }
    await this.#messages(batch);
    await this.#inOne(async (tx) => {
      await this.#statements(tx);
      for await (const row of this.#rows(DATA.events)) await this.#event(tx, row);
      await this.#acts(tx, (kind) => !kind.startsWith('finding_'));
      await rebuildTimeline(tx, fold, this.#userId, { write: true });
      await this.#corrections(tx);
      // Findings are named by events and subscriptions, which are known by now.
      await this.#mapSubscriptions(tx);
      await this.#acts(tx, () => true);
      for await (const row of this.#rows(DATA.alerts)) await take.takeInAlert(tx, this.#userId, this.#mapped(row));
      await nameTold(tx, this.#userId);
      await this.#settings(tx);
    });
    return { read: this.#read, accepted: this.#accepted, duplicates: this.#read - this.#accepted, events: this.#fresh.size };
  }

  async #messages(batch: readonly Row[]): Promise<void> {
    const raws: Buffer[] = [];
    for (const row of batch) raws.push(await this.#bytesOf(String(row['sha256'])));
    await this.#inOne(async (tx) => {
      for (const [at, row] of batch.entries()) {
        const sha256 = String(row['sha256']);
        const old = String((row['event'] as Row)['id']);
        const input = { row, raw: raws[at]!, path: `${this.#name}#${emlPath(sha256)}` };
        const { eventId, fresh } = await take.takeInMessage(tx, this.#takeIn(), input, this.#idFor(old));
        this.#ids.set(old, eventId);
        this.#read += 1;
        if (!fresh) continue;
        this.#accepted += 1;
        this.#fresh.add(eventId);
      }
      // A crash after this batch leaves a timeline that is true for what is there.
      await rebuildTimeline(tx, fold, this.#userId, { write: true });
    });
  }

  async #bytesOf(sha256: string): Promise<Buffer> {
    const raw = await this.#archive.read(emlPath(sha256));
    if (!raw) throw damaged(`${emlPath(sha256)} is missing`);
    if (createHash('sha256').update(raw).digest('hex') !== sha256)
      throw damaged(`${emlPath(sha256)} is not the mail that its name says: it was changed`);
    return raw;
  }

  async #event(tx: Tx, row: Row): Promise<void> {
    const old = String((row['event'] as Row)['id']);
    const id = this.#idFor(old);
    if (await take.takeInEvent(tx, this.#takeIn(), row, id)) this.#fresh.add(id);
  }

  async #statements(tx: Tx): Promise<void> {
    const lines = new Map<string, NewLine[]>();
    for await (const row of this.#rows(DATA.statementLines)) {
      const file = String(row['file']);
      lines.set(file, [...(lines.get(file) ?? []), lineOf(row)]);
    }
    for await (const row of this.#rows(DATA.statementFiles)) {
      const sha256 = String(row['sha256']);
      // One that was taken back is not brought back.
      if (row['removed_at'] !== null) continue;
      const statement = {
        sha256: Buffer.from(sha256, 'hex'),
        name: String(row['name']),
        format: row['format'] as 'csv',
        sizeBytes: Number(row['size_bytes']),
        mapping: row['mapping'] as object | null,
        skipped: Number(row['skipped_count']),
        lines: lines.get(sha256) ?? [],
      };
      await insertStatement(tx, this.#userId, statement, new Date(String(row['imported_at'])).toISOString());
    }
    for await (const row of this.#rows(DATA.payees)) {
      await savePayeeChoice(tx, this.#userId, String(row['payeeKey']), row['merchant'] as null, String(row['madeAt']));
    }
  }

  async #acts(tx: Tx, wanted: (kind: string) => boolean): Promise<void> {
    for await (const row of this.#rows(DATA.acts)) {
      if (!wanted(String(row['kind']))) continue;
      const old = String(row['id']);
      const mapped = this.#mapped(row);
      const act = {
        id: this.#idFor(old),
        kind: String(row['kind']),
        data: mapped['data'] as Record<string, never>,
        eventId: mapped['event_id'] as string | null,
        undoes: row['undoes'] === null ? null : this.#idFor(row['undoes'] as string),
        madeAt: String(row['made_at']),
      };
      const file = row['file'] as { name: string; content_type: string } | null;
      const bytes = file && (await this.#archive.read(actFilePath(old)));
      await take.takeInAct(tx, this.#takeIn(), act, file && bytes ? { name: file.name, contentType: file.content_type, bytes } : null);
    }
  }

  async #corrections(tx: Tx): Promise<void> {
    for await (const row of this.#rows(DATA.corrections)) {
      const eventId = this.#ids.get(String(row['event_id']));
      // A message that was here before keeps the person's word here.
      if (eventId === undefined || !this.#fresh.has(eventId)) continue;
      const at = new Date(String(row['made_at'])).toISOString();
      await correctEvent(tx, fold, { userId: this.#userId, eventId, kind: row['kind'] as MessageKind, at });
    }
  }

  // A subscription's id is the name of an event, those that it had are, too: here of what that event is here, which is what its alerts are known by
  // when a merge is undone. Where that event is not here (its mail was erased), the next of the subscription stands for it.
  async #mapSubscriptions(tx: Tx): Promise<void> {
    const timeline = JSON.parse((await this.#archive.read('timeline.json'))?.toString() ?? '{"subscriptions":[]}') as {
      subscriptions: { id: string; events: { id: string }[] }[];
    };
    const here = new Map(
      (await listSubscriptions(tx, this.#userId)).flatMap((one) => one.eventIds.map((eventId) => [eventId, one.id] as const)),
    );
    const named = new Map([...this.#ids].map(([old, now]) => [namedAfter(old), now]));
    for (const [id, event] of named) this.#ids.set(id, namedAfter(event));
    for (const { id, events } of timeline.subscriptions) {
      if (here.has(named.get(id) ?? '')) continue;
      const now = events.map((event) => here.get(this.#ids.get(event.id) ?? '')).find((found) => found !== undefined);
      if (now !== undefined) this.#ids.set(id, now);
    }
  }

  async #settings(tx: Tx): Promise<void> {
    const { setUpAt } = await readUserSettings(tx, this.#userId);
    if (setUpAt !== null) return;
    const { language, country, timeZone, currency, name } = this.#archive.head.settings as Record<string, never>;
    await saveUserSettings(tx, this.#userId, { name, language, country, timeZone, currency, setUpAt: toInstant(this.#deps.clock.now()) });
  }

  #takeIn(): take.TakeInDeps {
    return { vault: this.#deps.vault, userId: this.#userId, at: toInstant(this.#deps.clock.now()) };
  }

  /** The same for the same person; another's is derived, so that a second import finds it again (RFC 9562 §5.8). */
  #idFor(old: string): string {
    const known = this.#ids.get(old);
    if (known) return known;
    let id = old;
    if (this.#archive.head.user_id !== this.#userId) {
      const hex = createHash('sha256').update(`quittance/import/${this.#userId}/${old}`).digest('hex');
      id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    }
    this.#ids.set(old, id);
    return id;
  }

  #mapped(row: Row): Row {
    const text = JSON.stringify(row).replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => this.#ids.get(id) ?? id);
    return JSON.parse(text) as Row;
  }

  #inOne(work: (tx: Tx) => Promise<void>): Promise<void> {
    return asUser(this.#deps.db, this.#userId, async (tx) => {
      await lockForUser(tx, 'outcome', this.#userId);
      await work(tx);
    });
  }

  async *#rows(name: string): AsyncGenerator<Row> {
    const stream = await this.#archive.stream(name);
    if (!stream) return;
    try {
      for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) if (line !== '') yield parseRow(line, name);
    } catch (error) {
      asDamage(error); // Of the reading: what a row's taker throws does not come here.
    }
  }
}

function parseRow(line: string, name: string): Row {
  try {
    return JSON.parse(line) as Row;
  } catch {
    throw damaged(`${name} is no longer JSON`);
  }
}

function lineOf(row: Row): NewLine {
  return {
    identity: Buffer.from(String(row['identity']), 'hex'),
    position: Number(row['position']),
    bookedOn: String(row['booked_on']),
    transactedOn: row['transacted_on'] as string | null,
    amountMinor: Number(row['amount_minor']),
    currency: String(row['currency']),
    text: String(row['text']),
    account: String(row['account']),
  };
}

function damaged(what: string): PermanentError {
  return new PermanentError('export_damaged', `the export can't be taken in: ${what}.`);
}
