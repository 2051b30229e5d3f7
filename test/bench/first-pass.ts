// What the first look at a whole mailbox costs by how much of each message it asks for: node --max-semi-space-size=8 test/bench/first-pass.ts [--first
// 16,8] [--rounds N] [--count N]; kilobytes of the first answer, the later ones as in LOOKS. Seconds of processor time of the library, the looks and V8's
// helpers, and of Dovecot, in turns; bytes read, and what is passed over. Linux only.
import { parseArgs } from 'node:util';
import { connectMailbox } from '@quittance/imap/connect-mailbox';
import { fetchBeginnings } from '@quittance/imap/fetch-messages';
import { openFolder } from '@quittance/imap/open-folder';
import { searchUids } from '@quittance/imap/search-uids';
import { glanceAtMessages, LOOKS } from '@quittance/poller/glance-at-messages';
import { createGlancer } from '@quittance/poller/glancer';
import type { ReadDeps } from '@quittance/poller/poller-deps';
import { startDovecot } from '@quittance/testing/dovecot';
import { generateMailbox, linkMails } from './ingest-mailbox.ts';
import { cpuSeconds } from './ingest-services.ts';

const { values } = parseArgs({
  options: {
    first: { type: 'string', default: '16,8' },
    rounds: { type: 'string', default: '3' },
    count: { type: 'string', default: '20000' },
  },
});
const CHUNK = 800;
const looks = values.first.split(',').map((kilobytes) => {
  const first = Number(kilobytes) * 1024;
  return { ...LOOKS.auto, slices: [first, ...LOOKS.auto.slices.filter((end) => end > first)] };
});

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
    for (const look of looks) {
      const [started, before] = [process.cpuUsage(), await cpuSeconds(dovecot.pid)];
      let [bytes, passed] = [0, 0];
      for (let at = 0; at < uids.length; at += CHUNK) {
        const seen = await glanceAtMessages(deps, connection, uids.slice(at, at + CHUNK), look);
        bytes += seen.bytes;
        passed += seen.passed.length;
      }
      const { user, system } = process.cpuUsage(started);
      const [ours, theirs] = [(user + system) / 1e6, (await cpuSeconds(dovecot.pid)) - before].map((each) => each.toFixed(2));
      const steps = look.slices.map((end) => end / 1024).join(', ');
      if (round > 0)
        console.log(`${steps} KB: ours ${ours} s, Dovecot ${theirs} s, ${Math.round(bytes / 1e6)} MB read, ${passed} passed over`);
    }
  }
  await connection.logout();
} finally {
  await glancer.close();
  await dovecot.stop();
}
