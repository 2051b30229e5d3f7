// `quittance start`: everything in one process, until Ctrl-C. The terminal gets what a person needs; the log goes to a file in the data
// folder, or to stderr when LOG_LEVEL asks for it.
import { join } from 'node:path';
import { PermanentError } from '@quittance/domain/errors';
import type { Log } from '@quittance/domain/log';
import { createLogger } from '@quittance/runtime/logger';
import { openLogFile } from '@quittance/standalone/log-file';
import type { Context } from '../context.ts';
import { withJson } from '../json-example.ts';
import { emit } from '../output.ts';
import type { Register } from '../program.ts';

export const register: Register = (program, handle) => {
  const command = program.command('start').description('run everything: reading, alerts and the page, until Ctrl-C').action(handle(start));
  withJson(command, { url: 'http://localhost:8400', sign_in_link: 'http://localhost:8400/sign-in/…' });
};

async function start(context: Context): Promise<void> {
  const { config, output, words } = context;
  output.status(words.starting);
  const lost = Promise.withResolvers<never>();
  // The whole of it is loaded here only: the other commands start without it.
  const { startAll } = await import('@quittance/standalone/start-all');
  const standalone = await startAll({
    config,
    clock: context.clock,
    log: await openLog(context),
    onLost: (cause) => lost.reject(databaseLost(cause)),
  });
  context.onEnd('everything', async () => {
    output.status(words.stopping);
    await standalone.stop();
    output.status('');
    output.say(words.stopped);
  });
  output.status('');
  emit(context, { url: standalone.url, sign_in_link: standalone.signInLink }, () => words.started(standalone.url, standalone.signInLink));
  // A signal ends the process; only a lost database ends this wait.
  await lost.promise;
}

function databaseLost(cause: Error): PermanentError {
  return new PermanentError('database_unavailable', `the database went away (${cause.message}): start Quittance again.`, { cause });
}

async function openLog({ config, env }: Context): Promise<Log> {
  if (env['LOG_LEVEL']) return createLogger({ service: 'quittance', level: config.LOG_LEVEL });
  return createLogger({
    service: 'quittance',
    level: config.LOG_LEVEL,
    destination: await openLogFile(join(config.QUITTANCE_DATA, 'quittance.log')),
  });
}
