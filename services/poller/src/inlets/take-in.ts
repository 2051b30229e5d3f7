// One mail file of a watched folder: read within limits, and accepted together with the note that it was seen. What is no mail, is empty or too big
// is written down with its reason instead.
import { stat } from 'node:fs/promises';
import { toInstant } from '@quittance/domain/instant';
import { acceptWithIds } from '@quittance/intake/accept-message';
import { detectBytes } from '@quittance/intake/detect-source';
import type { FileItem } from '@quittance/intake/file-item';
import { readEml } from '@quittance/intake/read-eml';
import { saveSeenFiles, type Inlet, type SeenFile } from '@quittance/store/inlets';
import type { InletDeps } from './watch-inlets.ts';

const HEAD_BYTES = 4_096;

/** @returns what is wrong with it; null when it was taken in, or has gone meanwhile. */
export async function takeIn(
  deps: InletDeps,
  inlet: Inlet,
  file: { readonly path: string; /** How it is known. */ readonly name: string; readonly shownAs: string },
): Promise<SeenFile['problem'] | 'gone'> {
  const modifiedAt = (await stat(file.path).catch(() => null))?.mtime ?? null;
  for await (const item of readEml(file.path)) {
    const problem = problemIn(item);
    if (problem === 'gone') return 'gone';
    const at = toInstant(deps.clock.now());
    if (problem || item.kind === 'problem') {
      await saveSeenFiles(deps.db, inlet, [{ name: file.name, problem }], at);
      return problem;
    }
    const isNews = modifiedAt !== null && modifiedAt.toISOString() >= inlet.createdAt;
    const message = {
      userId: inlet.userId,
      raw: item.raw,
      location: { kind: 'import' as const, path: file.shownAs },
      origin: { kind: 'import' as const, path: file.shownAs },
      priority: isNews ? ('live' as const) : ('history' as const),
    };
    await acceptWithIds(deps, [message], { alongside: (tx) => saveSeenFiles(tx, inlet, [{ name: file.name, problem: null }], at) });
  }
  return null;
}

function problemIn(item: FileItem): SeenFile['problem'] | 'gone' {
  if (item.kind === 'problem') return item.code === 'not_found' ? 'gone' : { code: item.code, text: item.message };
  if (item.raw.length === 0) return { code: 'empty_file', text: `${item.path} is empty.` };
  if (detectBytes(item.raw.subarray(0, HEAD_BYTES)) !== 'eml')
    return { code: 'not_mail', text: `${item.path} does not begin like a mail.` };
  return null;
}
