// Finds the server that runs on a cluster: what its postmaster.pid says, checked against the process itself, since the file outlives a
// crash and its process id may by now belong to something else.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '@quittance/domain/log';
import { takeLease, type Lease } from './lease.ts';
import { commandOf, isAlive } from './processes.ts';

export interface RunningServer {
  readonly pid: number;
  readonly port: number;
  readonly lease: Lease;
}

/** `busy`: it is starting or stopping, ask again. */
export type Running = { readonly state: 'none' | 'busy' } | { readonly state: 'ready'; readonly server: RunningServer };

export async function findRunning(cluster: string, log: Log): Promise<Running> {
  const file = join(cluster, 'data/postmaster.pid');
  const found = await readPidFile(file);
  if (found === null || !isAlive(found.pid)) return { state: 'none' }; // PostgreSQL itself replaces the file of a dead process.
  if (!(await commandOf(found.pid)).includes('postgres')) {
    await removeStale(file, found.pid, log);
    return { state: 'none' };
  }
  if (found.status !== 'ready' || found.port === null) return { state: 'busy' };
  const lease = takeLease(cluster, found.pid);
  return lease ? { state: 'ready', server: { pid: found.pid, port: found.port, lease } } : { state: 'busy' };
}

interface PidFile {
  readonly pid: number;
  readonly port: number | null;
  readonly status: string;
}

/** Lines: pid, data folder, start time, port, socket folder, listen address, shared memory, status (PostgreSQL's miscadmin.h). */
export async function readPidFile(file: string): Promise<PidFile | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return null; // No server, or it is about to write the file.
  }
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Math.abs(Number(lines[0]));
  if (!Number.isSafeInteger(pid) || pid === 0) return null;
  return { pid, port: Number(lines[3]) || null, status: lines[7] ?? '' };
}

// The process id was given to another program: PostgreSQL would refuse to start. Read once more, so that a file which a new server has
// just written is left alone.
async function removeStale(file: string, pid: number, log: Log): Promise<void> {
  if ((await readPidFile(file))?.pid !== pid) return;
  log.warn({ pid }, 'stale_postmaster_pid_removed');
  await rm(file, { force: true });
}
