// Unpacks a Debian package, with the libraries it needs that the machine has not, into a folder of its own: for programs that can't be
// installed because another one is in their way. Needs no rights; nothing of the system changes.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Packages that are fetched for one program at most: a wrong turn must not fetch the archive. */
const PACKAGES_MAX = 40;

/** @param into appears whole or not at all. @returns whether it is there. */
export function unpackDebian(packages: readonly string[], into: string): boolean {
  mkdirSync(dirname(into), { recursive: true, mode: 0o755 });
  const work = mkdtempSync(`${into}-`);
  try {
    const root = join(work, 'root');
    const debs = join(work, 'debs');
    for (const folder of [root, debs]) mkdirSync(folder);
    const wanted = [...packages];
    for (let at = 0; at < wanted.length && at < PACKAGES_MAX; at += 1) {
      const file = download(wanted[at]!, debs);
      if (!file) {
        if (packages.includes(wanted[at]!)) return false;
        continue; // A virtual library name: another package brings it.
      }
      execFileSync('dpkg-deb', ['-x', file, root], { stdio: 'ignore' });
      for (const name of librariesOf(file)) if (!wanted.includes(name) && !isInstalled(name)) wanted.push(name);
    }
    execFileSync('chmod', ['-R', 'a+rX', work]);
    rmSync(into, { recursive: true, force: true });
    renameSync(root, into);
    return true;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function download(name: string, folder: string): string | null {
  const before = new Set(readdirSync(folder));
  spawnSync('apt-get', ['download', '-qq', name], { cwd: folder, stdio: 'ignore' });
  const file = readdirSync(folder).find((one) => !before.has(one) && one.endsWith('.deb'));
  return file ? join(folder, file) : null;
}

/** The first alternative of each dependency that is a library. */
function librariesOf(file: string): string[] {
  const depends = execFileSync('dpkg-deb', ['-f', file, 'Depends'], { encoding: 'utf8' });
  return depends
    .split(',')
    .map((one) =>
      one
        .split('|')[0]!
        .replace(/\(.*?\)|:any/g, '')
        .trim(),
    )
    .filter((name) => name.startsWith('lib') && !name.endsWith('-perl'));
}

function isInstalled(name: string): boolean {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f', '${Status}', name], { encoding: 'utf8' });
  return stdout.includes('install ok installed');
}
