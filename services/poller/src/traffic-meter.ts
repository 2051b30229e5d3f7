// Counts what is received of each mailbox and how often it is signed in to. Connections tell by themselves how much came; what was taken from here is
// not told again, so that it can be added up in the database.
import type { ImapConnection } from '@quittance/imap/connection';

interface Traffic {
  readonly bytes: number;
  /** Of the live connection: each one is a session. */
  readonly signIns: number;
}

export interface TrafficMeter {
  add(mailboxId: string, connection: Pick<ImapConnection, 'receivedBytes' | 'closed'>, purpose: 'live' | 'history'): void;
  /** What came since it was asked last. */
  take(mailboxId: string): Traffic;
}

interface Counted {
  readonly open: Set<{ readonly connection: Pick<ImapConnection, 'receivedBytes'>; told: number }>;
  bytes: number;
  signIns: number;
}

export function createTrafficMeter(): TrafficMeter {
  const byMailbox = new Map<string, Counted>();
  return {
    add(mailboxId, connection, purpose) {
      const counted = byMailbox.get(mailboxId) ?? { open: new Set(), bytes: 0, signIns: 0 };
      byMailbox.set(mailboxId, counted);
      const entry = { connection, told: 0 };
      counted.open.add(entry);
      if (purpose === 'live') counted.signIns += 1;
      void connection.closed.then(() => {
        counted.bytes += connection.receivedBytes - entry.told;
        counted.open.delete(entry);
      });
    },
    take(mailboxId) {
      const counted = byMailbox.get(mailboxId);
      if (!counted) return { bytes: 0, signIns: 0 };
      let { bytes } = counted;
      const { signIns } = counted;
      for (const entry of counted.open) {
        const now = entry.connection.receivedBytes;
        bytes += now - entry.told;
        entry.told = now;
      }
      counted.bytes = 0;
      counted.signIns = 0;
      if (counted.open.size === 0) byMailbox.delete(mailboxId);
      return { bytes, signIns };
    },
  };
}
