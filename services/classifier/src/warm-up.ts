// What a new reading process pays before it is warm (rules made ready, code compiled: a second in a hundred mails) is paid while no mail is
// there yet: it reads letters of the sample mailbox. The first mail ends that, at most one letter later.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseCivilDate } from '@quittance/domain/civil-date';
import { sampleMailbox } from '@quittance/sample/sample-mailbox';

/** Any day will do: what is read is thrown away. */
const DAY = parseCivilDate('2026-01-01');
/** A reader that saw the letters once takes twice as long for a mail after a rest as one that saw them four times; more rounds gain nothing that shows. */
const ROUNDS = 4;

/** @param isWanted asked before each letter. Never rejects. */
export async function warmUp(read: (raw: Buffer) => Promise<unknown>, isWanted: () => boolean): Promise<void> {
  const letters = sampleMailbox(DAY);
  for (const { raw } of Array.from({ length: ROUNDS }, () => letters).flat()) {
    // A mail that waits already is heard of in between.
    await nextTurn();
    if (!isWanted()) return;
    await read(raw).catch(() => {}); // It will be seen at a mail that matters.
  }
}
