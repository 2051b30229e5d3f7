// Slows down guessing: after a few wrong passwords for one address, or many from one network address, each further try has to wait, twice as
// long every time. Kept in memory: a restart forgives, which costs an attacker more than it gives. A sign-in link always works.
import type { Clock } from '@quittance/domain/instant';

export interface SignInAttempts {
  /** Counts a try. @returns how long to wait instead, in seconds; 0: go on. */
  begin(address: string, ip: string): number;
  /** The password was right: what was counted for this address is forgotten. */
  succeed(address: string, ip: string): void;
}

const FREE_PER_ADDRESS = 5;
// Many people may share a network address, or a proxy that hides theirs.
const FREE_PER_IP = 30;
const WAIT_SECONDS_MAX = 15 * 60;
const FORGET_AFTER_MS = 60 * 60_000;
const ENTRIES_MAX = 10_000;

interface Entry {
  count: number;
  lastAt: number;
}

export function createSignInAttempts(deps: { readonly clock: Clock }): SignInAttempts {
  // In order of last use, so that the oldest are dropped first.
  const entries = new Map<string, Entry>();

  function read(key: string, now: number): Entry {
    const entry = entries.get(key);
    return entry && now - entry.lastAt < FORGET_AFTER_MS ? entry : { count: 0, lastAt: 0 };
  }

  function waitSeconds(entry: Entry, free: number, now: number): number {
    if (entry.count < free) return 0;
    const wait = Math.min(2 ** Math.min(entry.count - free, 20), WAIT_SECONDS_MAX);
    return Math.max(0, Math.ceil((entry.lastAt + wait * 1000 - now) / 1000));
  }

  function write(key: string, entry: Entry): void {
    entries.delete(key);
    entries.set(key, entry);
    if (entries.size > ENTRIES_MAX) entries.delete(entries.keys().next().value!);
  }

  return {
    begin(address, ip) {
      const now = deps.clock.now().getTime();
      const byAddress = read(`address:${address}`, now);
      const byIp = read(`ip:${ip}`, now);
      const wait = Math.max(waitSeconds(byAddress, FREE_PER_ADDRESS, now), waitSeconds(byIp, FREE_PER_IP, now));
      if (wait > 0) return wait;
      // Counted before the password is looked at: tries at the same moment count too.
      write(`address:${address}`, { count: byAddress.count + 1, lastAt: now });
      write(`ip:${ip}`, { count: byIp.count + 1, lastAt: now });
      return 0;
    },
    succeed(address, ip) {
      const now = deps.clock.now().getTime();
      entries.delete(`address:${address}`);
      const byIp = read(`ip:${ip}`, now);
      if (byIp.count > 0) write(`ip:${ip}`, { count: byIp.count - 1, lastAt: byIp.lastAt });
    },
  };
}
