// A folder of the bundle, which remembers what was asked for: a file that nothing refers to is refused.
// Part of the verifier: plain JavaScript for Node and the browser.
import { BundleError } from './problems.js';

/**
 * @typedef {object} Folder
 * @property {string} name
 * @property {(file: string) => { readonly file: string, readonly bytes: Uint8Array }} get
 * @property {(file: string) => boolean} has
 * @property {() => void} assertAllUsed
 */

/**
 * @param {import('./read-zip.js').BundleFiles} files
 * @param {string} name
 * @returns {Folder}
 */
export function openFolder(files, name) {
  const used = new Set();
  return {
    name,
    has: (file) => files.has(`${name}/${file}`),
    get(file) {
      const path = `${name}/${file}`;
      const bytes = files.get(path);
      if (!bytes) throw new BundleError('missing', path);
      used.add(path);
      return { file: path, bytes };
    },
    assertAllUsed() {
      const stray = [...files.keys()].find((file) => file.startsWith(`${name}/`) && !used.has(file));
      if (stray !== undefined) throw new BundleError('unreferenced', stray);
    },
  };
}
