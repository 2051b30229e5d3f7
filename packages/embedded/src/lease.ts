// Keeps the server alive as long as somebody uses it. Beside each server a watcher reads a named pipe, and each process that uses the
// server holds that pipe open for writing. The kernel closes it when a process ends in whatever way; after the last one the watcher
// reads the end of the pipe and asks the server for a fast shutdown. No server outlives its users, none stops under one of them.
import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { access, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './processes.ts';

export interface Lease {
  /** False when the watcher has already gone, so that the server is about to stop. */
  stillHeld(): boolean;
  /** Lets go. With `wait`, and when nobody else holds the server, returns after its end. */
  release(options: { wait: boolean }): Promise<void>;
}

const PREFIX = 'alive.';
/** How soon the watcher removes its pipe after the last user left: it is one `rm` away. */
const LEAVE_MS = 1_000;
const STOP_MS = 60_000;

/**
 * The script that becomes the server: `exec` keeps the process id, so that the watcher, started before, knows it as `$$`.
 * Parameters: the cluster's folder, then the server's command. Only a server that still owns postmaster.pid is signalled, since a
 * process id may have been given to another program by then.
 */
export const LAUNCH_SCRIPT = `
set -e
pipe="$1/${PREFIX}$$"; pidfile="$1/data/postmaster.pid"; shift
rm -f "$pipe"; mkfifo -m 600 "$pipe"
( trap '' INT TERM
  cat "$pipe" >/dev/null
  rm -f "$pipe"
  read -r owner <"$pidfile" && [ "$owner" = "$$" ] && kill -INT "$$" ) &
exec "$@"`;

/** null when there is no such pipe or nobody reads it (yet, or any more). */
export function takeLease(cluster: string, pid: number): Lease | null {
  const pipe = join(cluster, PREFIX + String(pid));
  let fd: number | null;
  try {
    // Opening for writing without a reader fails at once (ENXIO) instead of waiting.
    fd = openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch {
    return null; // ENXIO or ENOENT: not there.
  }
  return {
    stillHeld() {
      if (fd === null) return false;
      try {
        writeSync(fd, '.');
        return true;
      } catch {
        return false; // EPIPE: the reader left.
      }
    },
    async release({ wait }) {
      if (fd === null) return;
      closeSync(fd);
      fd = null;
      if (wait && (await isGone(pipe, LEAVE_MS))) await waitForEnd(pid, STOP_MS);
    },
  };
}

/** Removes pipes of servers that a crash of the machine left behind. */
export async function removeStalePipes(cluster: string): Promise<void> {
  for (const name of await readdir(cluster)) {
    if (name.startsWith(PREFIX) && !isAlive(Number(name.slice(PREFIX.length)))) await rm(join(cluster, name), { force: true });
  }
}

async function isGone(path: string, timeoutMs: number): Promise<boolean> {
  for (const end = Date.now() + timeoutMs; Date.now() < end; await sleep(10)) {
    try {
      await access(path);
    } catch {
      return true;
    }
  }
  return false;
}

async function waitForEnd(pid: number, timeoutMs: number): Promise<void> {
  for (const end = Date.now() + timeoutMs; Date.now() < end && isAlive(pid); await sleep(20));
}
