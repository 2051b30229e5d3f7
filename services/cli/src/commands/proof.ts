// `quittance proof`: searches the archive, and shows one message with its evidence.
import { messageDetailJson, messageJson, type MessageDetailJson, type MessageJson } from '@quittance/contract/message-json';
import { LEVELS, type Level } from '@quittance/domain/authenticity';
import { PermanentError } from '@quittance/domain/errors';
import type { Decision } from '@quittance/domain/classification';
import { EVENT_KINDS, isEventKind, type MessageKind } from '@quittance/domain/event-kind';
import { ARCHIVE_PAGE_MAX, findInArchive, searchArchive, type ArchiveHit } from '@quittance/store/archive-search';
import { findMessageHashes, getMessageEvidence } from '@quittance/store/message-evidence';
import { asUser } from '@quittance/store/transaction';
import type { Context, Person } from '../context.ts';
import { inPercent } from '../in-percent.ts';
import { withJson } from '../json-example.ts';
import { dayOf } from '../own-days.ts';
import { emit, table, visible } from '../output.ts';
import type { Register } from '../program.ts';
import { readDate } from '../read-date.ts';
import type { Words } from '../words.ts';
import { registerExport } from './proof-export.ts';
import { registerGrowth } from './proof-growth.ts';
import { registerRecheck } from './proof-recheck.ts';
import { registerSilence } from './proof-silence.ts';

interface SearchOptions {
  readonly merchant?: string;
  readonly kind?: string;
  readonly from?: string;
  readonly to?: string;
  readonly level?: string;
}

const EXAMPLE: MessageJson = {
  sha256: '9f2c4b1a…',
  message_id: '20261103.4711@mail.example.com',
  from: 'billing@mail.example.com',
  from_name: 'Example',
  subject: 'Your subscription has been cancelled',
  language: 'en',
  size_bytes: 20480,
  dated_at: '2026-11-03T10:15:02.000Z',
  sent_at: '2026-11-03T10:15:00.000Z',
  received_at: '2026-11-03T10:15:02.000Z',
  internal_date: '2026-11-03T10:15:03.000Z',
  captured_at: '2026-11-03T10:15:09.120Z',
  erased_at: null,
  level: 'A',
  event: {
    id: '0f9c5c1e-3f0e-4a60-8d5e-1f2d3c4b5a69',
    kind: 'cancellation_confirmed',
    read_as: 'cancellation_confirmed',
    decided: 'auto',
    confidence: 0.98,
    occurred_at: '2026-11-03T10:15:02.000Z',
    merchant: { id: 'example.com', name: 'Example' },
    amount: null,
    currency: null,
    quote: 'Your subscription has been cancelled',
    subscription_id: '5a0f5a53-53a0-4b0d-8e3f-0c3a7a3f9b11',
  },
};

const DETAIL_EXAMPLE: MessageDetailJson = {
  ...EXAMPLE,
  origin: { kind: 'imap', host: 'imap.example.org', path: 'INBOX', uid_validity: 1700000000, uid: 4711 },
  verdict: {
    level: 'A',
    pending: false,
    made_at: '2026-11-03T10:15:09.500Z',
    tool: 'mailauth@7.1.0',
    reasons: ['signed_aligned'],
    signatures: [
      {
        domain: 'mail.example.com',
        selector: 's1',
        result: 'pass',
        aligned: true,
        key_bits: 2048,
        signed_at: '2026-11-03T10:15:00.000Z',
        weaknesses: [],
      },
    ],
  },
  reasons: [{ rule: 'en.cancelled', quote: 'Your subscription has been cancelled', field: 'kind' }],
  log: {
    leaf_index: 41,
    leaf_hash: '77ab…',
    appended_at: '2026-11-03T10:15:09.510Z',
    size: 120,
    checkpoint: { size: 42, made_at: '2026-11-03T10:15:09.600Z' },
    anchor: {
      checkpoint_size: 44,
      anchor_leaf: 9,
      stamps: [
        {
          authority: 'http://timestamp.digicert.com',
          gen_at: '2026-11-04T00:05:13.000Z',
          signer: 'CN=DigiCert SHA256 RSA4096 Timestamp Responder',
        },
      ],
    },
  },
};

export const register: Register = (program, handle) => {
  const proof = program.command('proof').description('the archive of kept messages');
  const searching = proof
    .command('search')
    .argument('[query]', 'words to find, "a phrase", -without')
    .description('find messages, newest first')
    .option('--merchant <merchant>', 'its name or the beginning of a word of it, a domain, or its id')
    .option('--kind <kind>', 'e.g. cancellation_confirmed')
    .option('--from <date>', 'received on this day or later')
    .option('--to <date>', 'received on this day or earlier')
    .option('--level <level>', 'authenticity: A, B, C, D or R')
    .action(handle(search));
  withJson(searching, { items: [EXAMPLE] });
  const showing = proof
    .command('show')
    .argument('<id>', 'SHA-256, or its first characters, or the Message-ID')
    .description('one message with its evidence')
    .action(handle(show));
  withJson(showing, DETAIL_EXAMPLE);
  registerExport(proof, handle);
  registerSilence(proof, handle);
  registerRecheck(proof, handle);
  registerGrowth(proof, handle);
};

async function search(context: Context, query: string | undefined, options: SearchOptions): Promise<void> {
  const filter = readFilter(query, options);
  const { db } = await context.store();
  const person = await context.person();
  const items = await asUser(db, person.id, (tx) => searchAll(tx, person, filter));
  const { words } = context;
  emit(context, { items: items.map(messageJson) }, () =>
    items.length === 0
      ? words.nothingFound
      : table(
          [words.date, words.merchant, words.kind, words.level, words.id, words.subject],
          items.map((hit) => [
            dayOf(person, hit.datedAt),
            hit.event?.merchantName ?? hit.fromAddress,
            hit.event && words.kinds[hit.event.kind],
            hit.level,
            hit.sha256.slice(0, 12),
            hit.subject,
          ]),
        ),
  );
}

function readFilter(text: string | undefined, options: SearchOptions) {
  const { merchant, from, to } = options;
  return {
    text,
    merchant,
    kind: options.kind === undefined ? undefined : readKind(options.kind),
    level: options.level === undefined ? undefined : readLevel(options.level),
    from: from === undefined ? undefined : readDate(from),
    to: to === undefined ? undefined : readDate(to),
  };
}

function readKind(text: string): MessageKind {
  if (text === 'other' || isEventKind(text)) return text;
  throw new PermanentError('usage', `"${text}" is not a kind of event: use ${EVENT_KINDS.join(', ')} or other.`);
}

function readLevel(text: string): Level {
  const level = LEVELS.find((one) => one === text.toUpperCase());
  if (!level) throw new PermanentError('usage', `"${text}" is not a level: use ${LEVELS.join(', ')}.`);
  return level;
}

type Transaction = Parameters<typeof searchArchive>[0];

// The store gives pages; a person who asked gets all of it.
async function searchAll(tx: Transaction, { id, timeZone }: Person, filter: ReturnType<typeof readFilter>): Promise<ArchiveHit[]> {
  const hits: ArchiveHit[] = [];
  for (;;) {
    const after = hits.at(-1);
    const page = await searchArchive(tx, id, { ...filter, timeZone, after, limit: ARCHIVE_PAGE_MAX });
    hits.push(...page);
    if (page.length < ARCHIVE_PAGE_MAX) return hits;
  }
}

async function show(context: Context, id: string): Promise<void> {
  const { db } = await context.store();
  const person = await context.person();
  const document = await asUser(db, person.id, async (tx) => {
    const [hash, ...others] = await findMessageHashes(tx, person.id, id);
    if (hash === undefined)
      throw new PermanentError('not_found', `no message with the id ${id} is in the archive: "quittance proof search" shows them.`);
    if (others.length > 0) throw new PermanentError('ambiguous', `several messages match ${id}: give more of the SHA-256.`);
    const hit = (await findInArchive(tx, person.id, hash))!;
    return messageDetailJson(hit, await getMessageEvidence(tx, person.id, hit.id));
  });
  emit(context, document, () => inWords(document, context.words));
}

function stampWords(anchor: NonNullable<MessageDetailJson['log']>['anchor'], words: Words): string | null {
  const [first] = anchor?.stamps ?? [];
  return first ? words.stampedBy(first.gen_at, visible(first.signer)) : null;
}

function inWords(message: MessageDetailJson, words: Words): string {
  const { event, verdict, log } = message;
  const rows: [string, string | null][] = [
    [words.subject, message.subject],
    [words.from, `${message.from_name} <${message.from}>`],
    [words.clocks.sent, message.sent_at],
    [words.clocks.received, message.received_at],
    [words.clocks.internal, message.internal_date],
    [words.clocks.captured, message.captured_at],
    [
      words.kind,
      event && `${words.kinds[event.kind as MessageKind]} (${words.decided[event.decided as Decision]}, ${inPercent(event.confidence)})`,
    ],
    [words.merchant, event?.merchant?.name ?? null],
    ...message.reasons.map(({ field, quote }): [string, string] => [words.quoted, `${words.cite(visible(quote))} (${field})`]),
    [words.level, verdict && `${verdict.level} (${verdict.reasons.join(', ')})`],
    [words.source, message.origin.host === null ? message.origin.path : `${message.origin.host} ${message.origin.path}`],
    [words.sha256, message.sha256],
    [words.log, log && words.logPosition(log.leaf_index, log.size)],
    [words.time, log && (stampWords(log.anchor, words) ?? words.chained)],
  ];
  const widest = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(widest)}  ${value === null ? '–' : visible(value)}`).join('\n');
}
