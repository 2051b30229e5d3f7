// Readers with one fault each, of the kind that real ones had: every one of them must be caught by what the tests look at. The same look
// finds nothing wrong with the reader as it is.
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PermanentError, TransientError } from '@quittance/domain/errors';
import { searchUids } from '@quittance/imap/search-uids';
import { connectMailbox } from '@quittance/imap/connect-mailbox';
import { acceptBatch, acceptMessage } from '@quittance/intake/accept-message';
import { moveCursor } from '@quittance/store/folders';
import { inTransaction } from '@quittance/store/transaction';
import { startScriptedImap, type ScriptedImapServer } from '@quittance/testing/imap-server';
import { createTestPoller, mail, until, type TestPoller } from '@quittance/testing/poller';
import { startPollerProcess } from '@quittance/testing/poller-process';
import type { MailSource } from './mail-source.ts';
import { start, type PollerDeps } from './start.ts';

let server: ScriptedImapServer;
let poller: TestPoller<Pick<PollerDeps, 'timing' | 'source' | 'random'>>;

beforeEach(async () => {
  server = await startScriptedImap();
  poller = await createTestPoller(start, { host: '127.0.0.1', port: server.port, tls: 'none', username: 'ana' });
});
afterEach(async () => {
  await poller.close();
  await server.close();
});

type Source = Partial<MailSource>;
const silently = { announce: false };
/** A reader that is right is so within this time. */
const PATIENCE_MS = 6_000;

async function lacks(count: number): Promise<string[]> {
  await until(async () => expect(await poller.contents()).toBe(count), PATIENCE_MS).catch(() => {}); // Said by what is returned.
  const found = await poller.contents();
  return found === count ? [] : [`${found} contents instead of ${count}`];
}

/** The process dies between whatever the reader does before its transaction and the transaction. */
function dyingOnce(source: Source): Source {
  const accept = source.acceptMessage ?? acceptMessage;
  const met = new Set<string>();
  return {
    ...source,
    acceptMessage: (deps, input) => {
      const contentKey = (userId: string, sha256: Buffer): Buffer => {
        if (met.has(sha256.toString('hex'))) return deps.vault.contentKey(userId, sha256);
        met.add(sha256.toString('hex'));
        throw new Error('died here');
      };
      return accept({ ...deps, vault: { ...deps.vault, contentKey } }, input);
    },
  };
}

async function commits(source: Source): Promise<string[]> {
  await poller.run({ source: dyingOnce(source), random: () => 0 });
  await until(() => expect(server.idling).toBe(1));
  for (let n = 0; n < 3; n += 1) server.deliver('INBOX', mail(`mail ${n}`), { announce: n === 2 });
  return lacks(3);
}

async function renumbered(source: Source): Promise<string[]> {
  const inbox = server.folders.get('INBOX')!;
  for (let n = 0; n < 4; n += 1) server.deliver('INBOX', mail(`mail ${n}`), silently);
  await poller.run({ source });
  await until(async () => expect(await poller.contents()).toBe(4));
  inbox.uidValidity = 7;
  inbox.messages = inbox.messages.map((message, index) => ({ ...message, uid: index + 11 }));
  inbox.uidNext = 15;
  server.dropAll('fin');
  const placed = () => poller.database.db.selectFrom('location').select('uid').where('content_id', 'is not', null).execute();
  await until(async () => expect(await placed()).toHaveLength(8));
  return lacks(4);
}

async function refusedSearch(source: Source): Promise<string[]> {
  for (let n = 0; n < 3; n += 1) server.deliver('INBOX', mail(`old ${n}`), silently);
  let refusals = 0;
  server.script = ({ verb, tag, args }) =>
    verb === 'UID SEARCH' && args.startsWith('UID 1:') && ++refusals <= 1 ? `${tag} NO busy\r\n` : undefined;
  await poller.run({ source });
  return lacks(3);
}

async function sameCount(source: Source): Promise<string[]> {
  server.deliver('INBOX', mail('old'), silently);
  await poller.run({ source, timing: { heartbeatMs: 300 } });
  await until(async () => expect(await poller.contents()).toBe(1));
  await until(() => expect(server.idling).toBe(1));
  server.folders.get('INBOX')!.messages.splice(0, 1);
  server.deliver('INBOX', mail('new'), silently);
  return lacks(2);
}

async function busyServer(source: Source): Promise<string[]> {
  const answers = [
    '[LIMIT] Maximum number of connections exceeded',
    '[LIMIT] Maximum number of connections exceeded',
    '[UNAVAILABLE] later',
  ];
  server.script = ({ verb, tag }) => {
    const answer = verb === 'LOGIN' ? answers.shift() : undefined;
    return answer && `${tag} NO ${answer}\r\n`;
  };
  await poller.run({ source, timing: { credentialAgainMs: 50 } });
  await until(async () => expect([server.idling > 0, (await poller.mailbox()).state]).not.toEqual([false, 'active']), 2 * PATIENCE_MS);
  const { state } = await poller.mailbox();
  return state === 'active' ? [] : [`the mailbox is ${state}`];
}

let knownCount: number | null = null;
const VARIANTS: readonly { name: string; look: (source: Source) => Promise<string[]>; source: Source }[] = [
  {
    name: 'moves the cursor before it commits',
    look: commits,
    source: {
      acceptMessage: async (deps, { cursor, ...input }) => {
        if (cursor) await inTransaction(deps.db, (tx) => moveCursor(tx, cursor));
        return acceptMessage(deps, input);
      },
    },
  },
  {
    name: 'does not know content again',
    look: renumbered,
    source: {
      acceptMessage: (deps, input) => acceptMessage({ ...deps, vault: { ...deps.vault, contentKey: () => randomBytes(32) } }, input),
      acceptBatch: (deps, input, rest) =>
        acceptBatch({ ...deps, vault: { ...deps.vault, contentKey: () => randomBytes(32) } }, input, rest),
    },
  },
  {
    name: 'takes a refused search for an empty one',
    look: refusedSearch,
    source: { searchUids: (...args) => searchUids(...args).catch(() => []) },
  },
  {
    name: 'trusts the count of messages',
    look: sameCount,
    source: {
      searchUids: async (connection, from, to) => {
        const count = connection.client.mailbox ? connection.client.mailbox.exists : 0;
        if (to === undefined && count === knownCount) return [];
        if (to === undefined) knownCount = count;
        return searchUids(connection, from, to);
      },
    },
  },
  {
    name: 'takes every refused login for a wrong password',
    look: busyServer,
    source: {
      connectMailbox: (options) =>
        connectMailbox(options).catch((error: unknown) => {
          if (error instanceof TransientError && error.code === 'busy') throw new PermanentError('credential_refused', error.message);
          throw error;
        }),
    },
  },
];

describe.each(VARIANTS)('a reader that $name', ({ look, source }) => {
  it('is caught', async () => {
    knownCount = null;
    expect(await look(source)).not.toEqual([]);
  });
  it('would not be if it were right', async () => {
    expect(await look({})).toEqual([]);
  });
});

describe('a reader without an error listener', () => {
  async function reset(env: Readonly<Record<string, string>>): Promise<string[]> {
    const child = await startPollerProcess({ DATABASE_URL: poller.database.url, KEY: poller.key.toString('hex'), ...env });
    try {
      await until(() => expect(server.idling).toBe(1), 30_000);
      server.dropAll('rst');
      server.deliver('INBOX', mail('meanwhile'), silently);
      const read = until(async () => expect(await poller.contents()).toBe(1), 2 * PATIENCE_MS).catch(() => {}); // Said by what is returned.
      await Promise.race([child.ended, read]);
      return child.isAlive ? [] : ['the process died'];
    } finally {
      await child.kill();
    }
  }

  it('is caught', async () => expect(await reset({ DEAF: '1' })).not.toEqual([]));
  it('would not be if it had one', async () => expect(await reset({})).toEqual([]));
});
