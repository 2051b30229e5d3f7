// `npm run test:ingest`: the three layers that stand for "no message is missed" alone, two files at a time, with how long each took. They are part of
// `npm test`, too. (A) servers that lie, by a script; (B) a real Dovecot and a real Cyrus behind a proxy, with deaths of ours and theirs; (C) readers with one
// fault each, which must be caught.
import { runStages, type Stage } from './stages.ts';
import { installTools } from './tools.ts';

const POLLER = 'services/poller/src';
const LAYERS = [
  {
    name: 'A: scripted servers',
    project: 'db',
    files: [
      'faults-of-logins',
      'faults-of-mail',
      'faults-of-servers',
      'lease-and-crash',
      'watch-mailbox',
      'relay-outbox',
      'folders',
      'two-pass',
      'sleep',
      'history-day',
      'login-limiter',
      'counts-anew',
    ],
  },
  {
    name: 'B: real servers behind a proxy',
    project: 'system',
    files: ['chaos', 'crash-points', 'read-dovecot', 'compress', 'oauth'],
  },
  { name: 'C: broken readers', project: 'db', files: ['broken-variants'] },
] as const;

const missing = installTools();
for (const tool of missing)
  process.stdout.write(`not on this machine: ${tool.program} (Debian: ${tool.debian}); suites that need it are skipped\n`);
const stages: Stage[] = LAYERS.map(({ name, project, files }) => ({
  name,
  command: ['vitest', 'run', '--project', project, ...files.map((file) => `${POLLER}/${file}.`)],
  counts: true,
}));
const started = Date.now();
const totals = await runStages(stages, { parallel: 1 });
for (const { name, seconds } of totals.files.toSorted((a, b) => b.seconds - a.seconds))
  process.stdout.write(`${seconds.toFixed(1).padStart(7)} s  ${name}\n`);
for (const name of totals.skippedNames) process.stdout.write(`skipped: ${name}\n`);
process.stdout.write(
  `\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped in ${Math.round((Date.now() - started) / 1000)} s\n`,
);
process.exitCode = totals.failed > 0 ? 1 : 0;
