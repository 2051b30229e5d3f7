// The sample mailbox, accepted like any import. It plays around the day the person was added, so that loading it again changes nothing.
import { civilDateOf } from '@quittance/domain/civil-date';
import { acceptWithIds } from '@quittance/intake/accept-message';
import { awaitOutcomes } from '@quittance/intake/await-outcomes';
import type { ImportDeps, ImportInput, ImportResult } from '@quittance/intake/import-files';
import { raiseLateCharges } from '@quittance/intake/raise-late-charges';
import { sampleMailbox } from '@quittance/sample/sample-mailbox';
import { inTransaction } from '@quittance/store/transaction';
import { getUserCreatedAt } from '@quittance/store/users';

export async function importSample(deps: ImportDeps, input: Omit<ImportInput, 'paths'>): Promise<ImportResult> {
  const { userId } = input;
  const anchor = civilDateOf(await getUserCreatedAt(deps.db, userId));
  const messages = sampleMailbox(anchor).map(({ path, raw }) => ({
    userId,
    raw,
    location: { kind: 'import' as const, path },
    origin: { kind: 'import' as const, path },
    priority: 'history' as const,
  }));
  const results = await acceptWithIds(deps, messages, {});
  const fresh = results.filter(({ outcome }) => outcome === 'accepted').map(({ contentId }) => contentId);
  const read = results.length;
  const duplicates = read - fresh.length;
  const bytesRead = messages.reduce((sum, { raw }) => sum + raw.length, 0);
  const outcomes = await awaitOutcomes(deps, input, [fresh, []], (settled) =>
    input.onProgress?.({ phase: 'settling', read, duplicates, settled, bytesRead }),
  );
  await inTransaction(deps.db, (tx) => raiseLateCharges(tx, userId, deps.clock.now()));
  const { kept, ignored, quarantined, events } = outcomes;
  return { read, accepted: kept, duplicates, ignored, quarantined, events, errors: [] };
}
