// A poller process that dies at each of its steps, right before and right after it, one death after the other, on a real Dovecot and a real Cyrus: what comes
// after takes in everything once. The storm of chaos.system.test.ts draws such deaths by its seed; here none is left out.
import { describe, expect, it } from 'vitest';
import { checkTakenIn } from '@quittance/testing/check-taken-in';
import { startCyrus } from '@quittance/testing/cyrus';
import { startDovecot } from '@quittance/testing/dovecot';
import { startFaultProxy } from '@quittance/testing/fault-proxy';
import { openPlainImap } from '@quittance/testing/plain-imap';
import { createTestPoller, mail, until } from '@quittance/testing/poller';
import { startPollerProcess, type PollerProcess } from '@quittance/testing/poller-process';
import { missingPrograms } from '@quittance/testing/tools';
import { start } from './start.ts';

/** What a reader does to a mailbox (mail-source.ts), in the order of a first reading. */
const STEPS = [
  'connectMailbox',
  'listFolders',
  'openFolder',
  'searchUids',
  'fetchFacts',
  'acceptMessage',
  'folderStatus',
  'fetchBeginnings',
  'fetchMessages',
  'acceptBatch',
] as const;
/** Before one step and after the next on one server, the other way round on the other: each of both once. */
const deaths = (odd: number) => STEPS.map((step, index) => `${step}:${(index + odd) % 2 === 0 ? 'before' : 'after'}:1`);
const DIED_MS = 20_000;

const SERVERS = [
  { name: 'Dovecot', missing: missingPrograms('dovecot', 'openssl'), inbox: 'INBOX', old: 'Archive', odd: 0, open: dovecot },
  { name: 'Cyrus', missing: missingPrograms('cyrus'), inbox: 'INBOX', old: 'INBOX.Archive', odd: 1, open: startCyrusFor },
];

async function dovecot() {
  const server = await startDovecot({ users: ['ana'], connectionsMax: 100 });
  // Two, so that one of them is not selected when it is asked about.
  for (const folder of ['Archive', 'Rules']) await server.makeFolder('ana', folder);
  return server;
}

function startCyrusFor() {
  return startCyrus({ users: ['ana'] });
}

describe.each(SERVERS)('on $name', ({ missing, inbox, old, odd, open }) => {
  it.skipIf(missing)(`row 28: a death at every step loses and doubles nothing${missing}`, { timeout: 180_000 }, async () => {
    const server = await open();
    const proxy = await startFaultProxy(server.port);
    const settings = { host: '127.0.0.1', port: proxy.port, tls: 'none', username: 'ana' } as const;
    const poller = await createTestPoller(start, settings, server.password);
    const { db } = poller.database;
    const env = { DATABASE_URL: poller.database.url, KEY: poller.key.toString('hex') };
    const client = await openPlainImap(server.port, 'ana', server.password);
    const delivered: Buffer[] = [];
    const deliver = async (folder: string): Promise<void> => {
      const raw = mail(`mail ${delivered.length}`, `Your subscription was renewed. ${'x'.repeat(30_000)}`);
      await client.append(folder, raw);
      delivered.push(raw);
    };
    let process: PollerProcess | undefined;
    const notDead: string[] = [];
    try {
      for (const death of deaths(odd)) {
        // History: mail in a folder that is entered anew, as after a renumbering. News: mail that comes while it is read.
        for (let n = 0; n < 3; n += 1) await deliver(old);
        await db.deleteFrom('folder').where('path', '=', old).execute();
        await db
          .updateTable('mailbox_lease')
          .set({ expires_at: new Date(0) })
          .execute();
        // Only where many are found at once are their facts asked for by themselves.
        if (death.startsWith('fetchFacts')) for (let n = 0; n < 9; n += 1) await deliver(inbox);
        process = await startPollerProcess({ ...env, CRASH: death });
        await deliver(inbox);
        await until(() => expect(process!.isAlive).toBe(false), DIED_MS).catch(() => notDead.push(death));
        await process.kill();
      }
      process = await startPollerProcess(env);
      const uids = new Map([
        [inbox, await client.uids(inbox)],
        [old, await client.uids(old)],
      ]);
      const look = () => checkTakenIn(db, poller.vault, { delivered, uids, flags: [], sent: proxy.sent });
      await until(async () => expect(await look()).toEqual([]), 30_000);
      // A step that no reader comes to would be no death at all.
      expect(notDead).toEqual([]);
    } finally {
      await process?.kill();
      client.close();
      await poller.close();
      await proxy.close();
      await server.stop();
    }
  });
});
