// Signals for a server and all processes it started: one that forks a process per connection freezes only when all of them do.
import { readFileSync } from 'node:fs';

export function signalFamily(pid: number, signal: NodeJS.Signals): void {
  for (const member of [pid, ...descendants(pid)]) {
    try {
      process.kill(member, signal);
    } catch {
      // Ended meanwhile.
    }
  }
}

function descendants(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
    return children.flatMap((child) => [child, ...descendants(child)]);
  } catch {
    return []; // Ended meanwhile, or a system without /proc: then only the parent is signalled.
  }
}
