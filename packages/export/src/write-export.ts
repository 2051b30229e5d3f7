// Streams everything of a person out as a ZIP. Each file is made when its turn comes, from pages of rows and one message at a time, so that memory does
// not grow with the archive. Give a transaction with a snapshot: what others write meanwhile is not in it.
import { Readable } from 'node:stream';
import { timelineJson, type TimelineJson } from '@quittance/contract/timeline-json';
import type { MessageKind } from '@quittance/domain/event-kind';
import type { Language } from '@quittance/i18n/language';
import { loadActFile } from '@quittance/store/act-files';
import { readAlertPreferences } from '@quittance/store/alert-preferences';
import { listPayeeChoices } from '@quittance/store/bank-events';
import type { Tx } from '@quittance/store/database';
import { listCorrections, listEvents } from '@quittance/store/events';
import { loadSealedMessage } from '@quittance/store/evidence';
import * as rows from '@quittance/store/export-rows';
import type { Row } from '@quittance/store/export-rows';
import { readViewpoint } from '@quittance/store/hand';
import { latestCheckpoint } from '@quittance/store/log';
import { listStatementLines } from '@quittance/store/statement-files';
import { listSubscriptions } from '@quittance/store/subscriptions';
import { readUserSettings } from '@quittance/store/user-settings';
import { openBytes, openFile } from '@quittance/vault/message-bytes';
import type { Vault } from '@quittance/vault/vault';
import { formatDecimal } from '@quittance/domain/money';
import { ZipFile } from 'yazl';
import { csv } from './csv.ts';
import { actFilePath, DATA, EXPORT_FORMAT, EXPORT_VERSION, HEAD_FILE, emlPath, type ExportHead } from './layout.ts';

export interface ExportDeps {
  readonly tx: Tx;
  readonly vault: Pick<Vault, 'open'>;
  readonly now: Date;
  readonly language: Language;
}

/** The ZIP as a stream; the transaction must live until it has ended. */
export async function writeExport(deps: ExportDeps, userId: string): Promise<Readable> {
  const { tx } = deps;
  const zip = new ZipFile();
  const lazily = (name: string, content: () => AsyncIterable<string | Buffer>): void =>
    zip.addReadStreamLazy(name, { mtime: deps.now }, (give) => give(null, Readable.from(content(), { objectMode: false })));
  zip.addBuffer(Buffer.from(`${JSON.stringify(await headOf(deps, userId), null, 2)}\n`), HEAD_FILE, { mtime: deps.now });
  zip.addBuffer(Buffer.from(README), 'README.txt', { mtime: deps.now });
  await addReadable(deps, userId, lazily);
  lazily(DATA.messages, () => jsonLines(rows.exportMessages(tx, userId)));
  lazily(DATA.events, () => jsonLines(rows.exportOtherEvents(tx, userId)));
  lazily(DATA.corrections, () => jsonLines(rows.exportCorrections(tx, userId)));
  lazily(DATA.acts, () => jsonLines(rows.exportActs(tx, userId)));
  lazily(DATA.statementFiles, () => jsonLines(rows.exportStatementFiles(tx, userId)));
  lazily(DATA.statementLines, () => jsonLines(rows.exportStatementLines(tx, userId)));
  lazily(DATA.payees, async function* () {
    for (const choice of await listPayeeChoices(tx, userId)) yield `${JSON.stringify(choice)}\n`;
  });
  lazily(DATA.alerts, () => jsonLines(rows.exportAlerts(tx, userId)));
  await addFiles(deps, userId, lazily);
  zip.end();
  return zip.outputStream as Readable;
}

type Add = (name: string, content: () => AsyncIterable<string | Buffer>) => void;

async function headOf({ tx, now }: ExportDeps, userId: string): Promise<ExportHead> {
  const { name, language, country, timeZone, currency } = await readUserSettings(tx, userId);
  return {
    format: EXPORT_FORMAT,
    version: EXPORT_VERSION,
    made_at: now.toISOString(),
    user_id: userId,
    settings: { name, language, country, timeZone, currency },
    alert_preferences: await readAlertPreferences(tx, userId),
  };
}

// What a person reads: the timeline as the API tells it, tables for a spreadsheet, and the head of the evidence log.
async function addReadable({ tx, now, language }: ExportDeps, userId: string, add: Add): Promise<void> {
  const timeline = timelineJson({
    subscriptions: await listSubscriptions(tx, userId),
    events: await listEvents(tx, userId),
    corrections: new Map((await listCorrections(tx, userId)).map((one): [string, MessageKind] => [one.eventId, one.kind])),
    viewpoint: await readViewpoint(tx, userId, now),
    language,
  });
  add('timeline.json', () => once(`${JSON.stringify(timeline, null, 2)}\n`));
  add('subscriptions.csv', () =>
    csv(
      [
        'id',
        'merchant',
        'plan',
        'status',
        'started_on',
        'renews_on',
        'cancel_by',
        'ends_on',
        'amount',
        'currency',
        'period',
        'proof_level',
      ],
      subscriptionRows(timeline),
    ),
  );
  add('events.csv', () =>
    csv(
      [
        'id',
        'subscription_id',
        'merchant',
        'kind',
        'occurred_at',
        'effective_on',
        'amount',
        'currency',
        'level',
        'from',
        'subject',
        'message_sha256',
        'bank_line',
      ],
      eventRows(timeline),
    ),
  );
  add('findings.csv', () => csv(['subscription_id', 'merchant', 'kind', 'since', 'until', 'explanation'], findingRows(timeline)));
  add('statement-lines.csv', () => csv(['booked_on', 'amount', 'currency', 'text', 'account'], lineRows(tx, userId)));
  add('alerts.csv', () => csv(['created_at', 'kind', 'merchant', 'amount', 'currency', 'quote'], alertRows(tx, userId)));
  const checkpoint = await latestCheckpoint(tx, userId);
  if (checkpoint) add('checkpoint.txt', () => once(checkpoint.note));
}

async function* subscriptionRows({ subscriptions }: TimelineJson) {
  for (const one of subscriptions) {
    const { price } = one;
    yield [
      one.id,
      one.merchant.name,
      one.plan,
      one.status,
      one.started_on,
      one.renews_on,
      one.cancel_by,
      one.ends_on,
      price?.amount ?? null,
      price?.currency ?? null,
      price?.period ?? null,
      one.proof?.level ?? null,
    ];
  }
}

async function* eventRows({ subscriptions, unattached }: TimelineJson) {
  const groups = [
    ...subscriptions.map(({ id, merchant, events }) => ({ id, name: merchant.name, events })),
    { id: null, name: null, events: unattached },
  ];
  for (const { id, name, events } of groups) {
    for (const event of events) {
      const { message } = event;
      yield [
        event.id,
        id,
        name,
        event.kind,
        event.occurred_at,
        event.effective_on,
        event.amount,
        event.currency,
        event.level,
        message?.from ?? null,
        message?.subject ?? null,
        message?.sha256 ?? null,
        event.bank_line?.text ?? null,
      ];
    }
  }
}

async function* findingRows({ subscriptions }: TimelineJson) {
  for (const { id, merchant, findings } of subscriptions) {
    for (const finding of findings) yield [id, merchant.name, finding.kind, finding.since, finding.until, finding.explanation];
  }
}

async function* lineRows(tx: Tx, userId: string) {
  for (const line of await listStatementLines(tx, userId))
    yield [line.bookedOn, formatDecimal(line), line.currency, line.text, line.account];
}

async function* alertRows(tx: Tx, userId: string) {
  for await (const row of rows.exportAlerts(tx, userId)) {
    const data = row['data'] as Record<string, string | null>;
    yield [
      String(row['created_at']),
      String(row['kind']),
      data['merchant'] ?? null,
      data['amount'] ?? null,
      data['currency'] ?? null,
      data['quote'] ?? null,
    ];
  }
}

async function addFiles({ tx, vault }: ExportDeps, userId: string, add: Add): Promise<void> {
  for await (const row of rows.exportMessages(tx, userId)) {
    if (row['has_bytes'] !== true) continue;
    const sha256 = String(row['sha256']);
    add(emlPath(sha256), async function* () {
      const sealed = await loadSealedMessage(tx, userId, Buffer.from(sha256, 'hex'));
      if (sealed) yield openBytes(vault, sealed.contentId, sealed);
    });
  }
  for await (const row of rows.exportActs(tx, userId)) {
    if (row['file'] === null) continue;
    const id = String(row['id']);
    add(actFilePath(id), async function* () {
      const sealed = await loadActFile(tx, userId, id);
      if (sealed) yield openFile(vault, id, sealed);
    });
  }
}

async function* jsonLines(source: AsyncIterable<Row>): AsyncGenerator<string> {
  for await (const row of source) yield `${JSON.stringify(row)}\n`;
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

const README = `Everything that Quittance keeps of one person.

messages/          the mails, byte for byte as they arrived; every mail program opens them
timeline.json      subscriptions with their events and findings
*.csv              the same for a spreadsheet, with alerts and bank lines
acts/              files that were kept beside what the person said
checkpoint.txt     the newest signed head of the evidence log
data/              rows for "quittance import FILE.zip", which brings all of it back, here or on another machine

No password, key or token is in it. The mails are not encrypted: keep this file as you keep your mailbox.

Tout ce que Quittance conserve d'une personne. Les e-mails sont dans messages/, tels qu'ils sont arrivés ; les tableaux sont les fichiers .csv.
« quittance import FICHIER.zip » remet tout en place. Aucun mot de passe, clé ou jeton n'y figure.
`;
