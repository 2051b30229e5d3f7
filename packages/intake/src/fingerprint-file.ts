// Knows a file again without reading all of it: size, time of change, and its first and last blocks. Another file is never taken for it as
// long as one of them differs; a file that grew is another file and is read from its start, where everything is a duplicate.
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

const BLOCK_BYTES = 256 * 1024;

export async function fingerprintFile(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { size, mtimeMs } = await file.stat();
    const hash = createHash('sha256').update(`quittance/import-file/v1|${size}|${Math.floor(mtimeMs)}|`);
    const block = Buffer.alloc(Math.min(BLOCK_BYTES, size));
    for (const position of [0, Math.max(0, size - block.length)]) {
      const { bytesRead } = await file.read(block, 0, block.length, position);
      hash.update(block.subarray(0, bytesRead));
    }
    return hash.digest();
  } finally {
    await file.close();
  }
}
