// A thread of ours that works through old mail gives way to whoever wants the processor now: a mail that has just come, a page, the database.
import { readlinkSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';

/** A third of the time of one that does not give way where both want the processor. */
const NICENESS = 5;

/** Call it in the thread itself. Linux only: elsewhere a priority is the whole process's, and stays. */
export function giveWay(): void {
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    // Who was told to give way more, does: root could raise it.
    if (Number.isSafeInteger(thread) && thread !== process.pid) setPriority(thread, Math.max(getPriority(thread), NICENESS));
  } catch {
    // No such file, or no such right: it shares the processor as any other.
  }
}
