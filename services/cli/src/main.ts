// The command line's process: its terminal, its signals and its end. What a command does is run-command.ts's.
import { EXIT } from '@quittance/runtime/exit-codes';
import { createLogger } from '@quittance/runtime/logger';
import { installShutdown } from '@quittance/runtime/shutdown';
import { createOutput } from './output.ts';
import { runCommand } from './run-command.ts';

/** Shells report a command that SIGINT ended this way. */
const INTERRUPTED = 130;

const output = createOutput(process.stdout, process.stderr);
const log = createLogger({ service: 'cli', level: 'error' });
const args = process.argv.slice(2);
const shutdown = installShutdown({
  log,
  signalExitCode: args.includes('start') ? EXIT.ok : INTERRUPTED,
  onSignal: () => output.status(''),
});

// A reader that had enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok);
  throw error;
});

const exitCode = await runCommand({
  args,
  env: process.env,
  output,
  log,
  onEnd: (name, close) => shutdown.add(name, close),
  isStopping: () => shutdown.stopping,
});
// A signal decides for itself how this ends.
if (!shutdown.stopping) {
  await shutdown.close();
  process.exitCode = exitCode;
  // Whatever still keeps the process busy has no say once the work is done; what was printed is.
  process.stdout.write('', () => process.exit());
}
