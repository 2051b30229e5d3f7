// Writes the files of a bundle as a ZIP: the same files always give the same bytes, on any machine and on any day.
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { inBundleOrder } from '@quittance/verifier/layout';
import { modeOf } from '@quittance/verifier/zip-format';

export type BundleFiles = ReadonlyMap<string, Uint8Array>;

export async function writeZip(files: BundleFiles): Promise<Buffer> {
  const zip = new ZipFile();
  // A date without zone: yazl writes it by the machine's own clock face.
  const mtime = new Date(1980, 0, 1);
  for (const name of inBundleOrder([...files.keys()])) {
    zip.addBuffer(Buffer.from(files.get(name)!), name, { compress: false, mtime, mode: modeOf(name), forceDosTimestamp: true });
  }
  zip.end();
  return buffer(zip.outputStream);
}
