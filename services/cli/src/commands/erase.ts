// `quittance erase MESSAGE|ACT --reason TEXT`: removes a message's content, its key and whatever can be read of it, or the file that was kept
// beside an act. What it meant for the subscription stays, and so does the log, which says when and why.
import { PermanentError } from '@quittance/domain/errors';
import { toInstant } from '@quittance/domain/instant';
import { erasureListOf } from '@quittance/standalone/open-store';
import { eraseActFile } from '@quittance/store/erase-act-file';
import { eraseMessage, type Erased } from '@quittance/store/erasure';
import { findMessageHashes } from '@quittance/store/message-evidence';
import { asUser } from '@quittance/store/transaction';
import { fold } from '@quittance/timeline/fold';
import type { Context } from '../context.ts';
import { withJson } from '../json-example.ts';
import { emit } from '../output.ts';
import type { Register } from '../program.ts';

const REASON_LENGTH_MAX = 500;
const ACT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const register: Register = (program, handle) => {
  const command = program
    .command('erase')
    .argument(
      '<message>',
      'SHA-256, or its first characters, or the Message-ID, as in `proof search`; or the id of an act, for the file beside it',
    )
    .requiredOption('--reason <text>', 'why; it is kept in the evidence log')
    .description('erase the content of a message, or of the file beside an act, for good; its tombstone and what it meant stay')
    .action(handle(erase));
  withJson(command, { sha256: '9f2c4b1a…', erased_at: '2026-11-23T09:00:00.000Z', leaf_index: 120 });
};

async function erase(context: Context, message: string, options: { reason: string }): Promise<void> {
  const reason = options.reason.trim();
  if (reason === '' || reason.length > REASON_LENGTH_MAX) {
    throw new PermanentError('usage', `--reason must say why, in at most ${REASON_LENGTH_MAX} characters.`);
  }
  const { db, vault } = await context.store();
  const { id: userId } = await context.person();
  // What is done now is done now, also under a fixed clock for read-outs.
  const at = toInstant(new Date());
  const list = erasureListOf(context.config);
  if (ACT_ID.test(message))
    return eraseFileOf(context, message, (actId) => eraseActFile({ db, vault, list }, { userId, actId, reason, at }));
  const [sha256, ...others] = await asUser(db, userId, (tx) => findMessageHashes(tx, userId, message));
  if (sha256 === undefined)
    throw new PermanentError('not_found', `no message with the id ${message} is in the archive: "quittance proof search" shows them.`);
  if (others.length > 0) throw new PermanentError('ambiguous', `several messages match ${message}: give more of the SHA-256.`);
  const deps = { db, vault, fold, list };
  const erased = await eraseMessage(deps, { userId, sha256, reason, at });
  if (!erased)
    throw new PermanentError('not_found', `no message with the id ${message} is in the archive: "quittance proof search" shows them.`);
  emit(context, { sha256, erased_at: erased.erasedAt, leaf_index: erased.leafIndex }, () =>
    erased.leafIndex === null ? context.words.wasErased(sha256, erased.erasedAt) : context.words.erased(sha256),
  );
}

async function eraseFileOf(context: Context, actId: string, erase: (actId: string) => Promise<Erased | null>): Promise<void> {
  const erased = await erase(actId);
  if (!erased) throw new PermanentError('not_found', `no file was kept beside ${actId}.`);
  emit(context, { act: actId, erased_at: erased.erasedAt, leaf_index: erased.leafIndex }, () =>
    erased.leafIndex === null ? context.words.wasErased(actId, erased.erasedAt) : context.words.erased(actId),
  );
}
