// What the first look at a whole mailbox costs by how much of each message it takes: node test/bench/first-pass.ts [--first 16384,8192] [--rounds N]
// [--count N]. Seconds of processor time of the library, the looks and V8's helpers, and of Dovecot, in turns; and what is passed over. Linux only.
import { parseArgs } from 'node:util';
import { connectMailbox } from '@quittance/imap/connect-mailbox';
import { fetchBeginnings } from '@quittance/imap/fetch-messages';
import { openFolder } from '@quittance/imap/open-folder';
import { searchUids } from '@quittance/imap/search-uids';
import { glanceAtMessages, SLICES } from '@quittance/poller/glance-at-messages';
import { createGlancer } from '@quittance/poller/glancer';
import type { ReadDeps } from '@quittance/poller/poller-deps';
import { startDovecot } from '@quittance/testing/dovecot';
import { generateMailbox, linkMails } from './ingest-mailbox.ts';
import { cpuSeconds } from './ingest-services.ts';

const [SLICE, END] = SLICES.auto as [number, number];
const { values } = parseArgs({
  options: {
    first: { type: 'string', default: `${2 * SLICE},${SLICE}` },
    rounds: { type: 'string', default: '3' },
    count: { type: 'string', default: '20000' },
  },
});
const CHUNK = 1_000;

const mailbox = await generateMailbox(1, Number(values.count), (line) => process.stderr.write(`${line}\n`));
const dovecot = await startDovecot({ users: ['bench'] });
const glancer = createGlancer();
try {
  await linkMails(mailbox, dovecot.maildirOf('bench'));
  const connection = await connectMailbox({
    settings: { address: 'camille@home.example', host: '127.0.0.1', port: dovecot.port, tls: 'none', username: 'bench' },
    auth: () => Promise.resolve({ user: 'bench', pass: dovecot.password }),
    resolveHost: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
  });
  await openFolder(connection, 'INBOX');
  const uids = await searchUids(connection, 1);
  const deps = { glancer, liveWork: { whenQuiet: () => Promise.resolve() }, source: { fetchBeginnings } } as unknown as ReadDeps;
  // The first round warms everybody up.
  for (let round = 0; round <= Number(values.rounds); round += 1) {
    for (const first of values.first.split(',').map(Number)) {
      const [started, before] = [process.cpuUsage(), await cpuSeconds(dovecot.pid)];
      let [bytes, passed] = [0, 0];
      for (let at = 0; at < uids.length; at += CHUNK) {
        const seen = await glanceAtMessages(deps, connection, uids.slice(at, at + CHUNK), [first, END]);
        bytes += seen.bytes;
        passed += seen.passed.length;
      }
      const { user, system } = process.cpuUsage(started);
      const seconds = [(user + system) / 1e6, (await cpuSeconds(dovecot.pid)) - before].map((each) => each.toFixed(2));
      if (round > 0)
        console.log(
          `${first} bytes: ours ${seconds[0]} s, Dovecot ${seconds[1]} s, ${Math.round(bytes / 1e6)} MB read, ${passed} passed over`,
        );
    }
  }
  await connection.logout();
} finally {
  await glancer.close();
  await dovecot.stop();
}
