// How fast a whole mailbox is taken in, beside the fastest copier there is: `npm run bench:ingest [-- --count N --rounds N --parts scan,slow,live,quiet,memory,rest
// --seed N --json]`. One generated mailbox in one Dovecot; in each round mbsync copies it and the product reads, understands and archives it, with its
// queue on PostgreSQL and on Redis. Linux only: memory and processor time come from /proc.
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { startDovecot } from '@quittance/testing/dovecot';
import { findProgram } from '@quittance/testing/tools';
import { startDnsAnswers } from './dns-answers.ts';
import { startBenchPostgres } from './bench-postgres.ts';
import { generateMailbox, linkMails } from './ingest-mailbox.ts';
import { measureLive, measureQuiet } from './ingest-live.ts';
import { measureMemory, measureRest } from './ingest-memory.ts';
import { reportIngest, type IngestFigures } from './ingest-report.ts';
import { measureRounds, measureSlowLink } from './ingest-rounds.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '20000' },
    rounds: { type: 'string', default: '2' },
    parts: { type: 'string', default: 'scan,slow,live,quiet,memory,rest' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const parts = new Set(values.parts.split(','));

if (!findProgram('dovecot')) {
  say('bench:ingest needs dovecot (apt-get install dovecot-imapd): nothing was measured.');
  process.exit(69);
}
const mailbox = await generateMailbox(Number(values.seed), Number(values.count), say);
const postgres = await startBenchPostgres();
const dns = await startDnsAnswers(mailbox.dkimRecord);
const dovecot = await startDovecot({ users: ['bench', 'big', 'quiet'] });
try {
  await linkMails(mailbox, dovecot.maildirOf('bench'));
  const given = { dovecot, mailbox, postgres, env: { DNS_SERVERS: dns.address }, say };
  const figures: IngestFigures = {
    mailbox,
    machine: { processors: cpus().length, model: cpus()[0]?.model ?? '' },
    ...(parts.has('scan') && { rounds: await measureRounds(given, Number(values.rounds)) }),
    ...(parts.has('slow') && { slowLink: await measureSlowLink(given) }),
    ...(parts.has('live') && { live: await measureLive(given) }),
    ...(parts.has('quiet') && { quiet: await measureQuiet(given) }),
    ...(parts.has('memory') && { memory: await measureMemory(given) }),
    ...(parts.has('rest') && { rest: await measureRest(given) }),
  };
  process.stdout.write(values.json ? `${JSON.stringify(figures)}\n` : reportIngest(figures));
} finally {
  await dovecot.stop();
  await dns.close();
  await postgres.stop();
}
