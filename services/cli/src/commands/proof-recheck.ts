// `quittance proof recheck [ID]`: reaches verdicts on authenticity again, offline, from the stored message, the DNS answers that were recorded and the
// time of arrival. What comes out otherwise is told; nothing is changed. Adds itself to `proof`.
import { recheckVerdict, type Recheck } from '@quittance/authenticity/recheck';
import { PermanentError } from '@quittance/domain/errors';
import type { Instant } from '@quittance/domain/instant';
import { createParsePool, type ParsePool } from '@quittance/mail/parse-pool';
import { EXIT, type ExitCode } from '@quittance/runtime/exit-codes';
import { ARCHIVE_PAGE_MAX, searchArchive, type ArchiveHit } from '@quittance/store/archive-search';
import type { Tx } from '@quittance/store/database';
import { loadKeptMessage, loadSealedMessage, type KeptMessage } from '@quittance/store/evidence';
import { findMessageHashes } from '@quittance/store/message-evidence';
import { asUser } from '@quittance/store/transaction';
import { latestVerdict } from '@quittance/store/verdicts';
import { openBytes } from '@quittance/vault/message-bytes';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { withJson } from '../json-example.ts';
import { emit, table } from '../output.ts';
import type { Handle } from '../program.ts';

interface RecheckJson {
  readonly sha256: string;
  readonly outcome: Recheck['outcome'];
  readonly recorded: { readonly level: string; readonly reasons: readonly string[]; readonly tool: string };
  readonly again: { readonly level: string; readonly reasons: readonly string[]; readonly tool: string } | null;
}

const VERDICT = { level: 'A', reasons: ['signed_aligned'], tool: 'mailauth@7.1.0' };

export function registerRecheck(proof: Command, handle: Handle): void {
  const command = proof
    .command('recheck')
    .argument('[id]', 'SHA-256, or its first characters, or the Message-ID; all messages when not given')
    .description('verify authenticity again, offline, from the DNS answers recorded at arrival')
    .action(handle(recheck));
  withJson(command, {
    checked: 120,
    same: 119,
    not_recorded: 1,
    differing: [{ sha256: '9f2c4b1a…', outcome: 'differs', recorded: VERDICT, again: { ...VERDICT, level: 'B' } }],
  });
}

async function recheck(context: Context, id: string | undefined): Promise<ExitCode> {
  const { db } = await context.store();
  const { id: userId } = await context.person();
  const parser = createParsePool({ size: 1 });
  context.onEnd('parser', () => parser.close());
  const hashes = await asUser(db, userId, (tx) => (id === undefined ? listHashes(tx, userId) : findOne(tx, userId, id)));
  const results: RecheckJson[] = [];
  for (const sha256 of hashes) {
    const result = await asUser(db, userId, (tx) => recheckMessage(context, tx, parser, userId, sha256));
    if (result) results.push(result);
    context.output.status(context.words.verifying(results.length));
  }
  context.output.status('');
  const differing = results.filter(({ outcome }) => outcome === 'differs');
  const count = (outcome: Recheck['outcome']): number => results.filter((one) => one.outcome === outcome).length;
  const document = { checked: results.length, same: count('same'), not_recorded: count('not_recorded'), differing };
  emit(context, document, () => inWords(context, document));
  return differing.length === 0 ? EXIT.ok : EXIT.failed;
}

async function listHashes(tx: Tx, userId: string): Promise<string[]> {
  const hits: ArchiveHit[] = [];
  for (;;) {
    const page = await searchArchive(tx, userId, { timeZone: 'UTC', after: hits.at(-1), limit: ARCHIVE_PAGE_MAX });
    hits.push(...page);
    if (page.length < ARCHIVE_PAGE_MAX) return hits.map((hit) => hit.sha256);
  }
}

async function findOne(tx: Tx, userId: string, id: string): Promise<string[]> {
  const found = await findMessageHashes(tx, userId, id);
  if (found.length === 0)
    throw new PermanentError('not_found', `no message with the id ${id} is in the archive: "quittance proof search" shows them.`);
  if (found.length > 1) throw new PermanentError('ambiguous', `several messages match ${id}: give more of the SHA-256.`);
  return found;
}

/** null for an erased message: there is nothing left to verify. */
async function recheckMessage(context: Context, tx: Tx, parser: ParsePool, userId: string, sha256: string): Promise<RecheckJson | null> {
  const { vault } = await context.store();
  const sealed = await loadSealedMessage(tx, userId, Buffer.from(sha256, 'hex'));
  const kept = sealed && (await loadKeptMessage(tx, userId, sealed.messageId));
  const recorded = sealed && (await latestVerdict(tx, userId, sealed.messageId));
  if (!kept || !recorded) return null;
  const raw = openBytes(vault, sealed.contentId, sealed);
  const { outcome, again } = await recheckVerdict(recorded, { raw, parsed: await parser.parse(raw), arrivedAt: arrivedAt(kept.clocks) });
  return { sha256, outcome, recorded: { level: recorded.level, reasons: recorded.reasons, tool: recorded.tool }, again };
}

// As the classifier takes it (best-clock): signatures are judged as of then.
function arrivedAt({ sentAt, receivedAt, internalDate, capturedAt }: KeptMessage['clocks']): Instant {
  return internalDate ?? receivedAt ?? (sentAt && sentAt <= capturedAt ? sentAt : capturedAt);
}

function inWords({ words }: Context, document: { checked: number; same: number; not_recorded: number; differing: RecheckJson[] }): string {
  const rows = document.differing.map(({ sha256, recorded, again }) => [
    sha256.slice(0, 12),
    `${recorded.level} (${recorded.reasons.join(', ')})`,
    again ? `${again.level} (${again.reasons.join(', ')})` : '',
  ]);
  return [
    words.rechecked(document.checked, document.same, document.not_recorded),
    ...(rows.length > 0 ? [table([words.id, words.level, words.again], rows)] : []),
  ].join('\n');
}
