// `quittance migrate`: brings the schema to the newest version, and makes the key file where there is no data yet. The one-shot step
// before the services of a server start.
import { openStore } from '@quittance/standalone/open-store';
import type { Context } from '../context.ts';
import { withJson } from '../json-example.ts';
import { emit } from '../output.ts';
import type { Register } from '../program.ts';

export const register: Register = (program, handle) => {
  const command = program.command('migrate').description('bring the database to the newest schema').action(handle(migrate));
  withJson(command, { applied: ['0001_foundation'] });
};

async function migrate(context: Context): Promise<void> {
  const { config, log, words } = context;
  const store = await openStore({ config, log, migrate: true });
  context.onEnd('store', () => store.close());
  const { prepareQueue } = await import('@quittance/standalone/prepare-queue');
  await prepareQueue({ databaseUrl: store.databaseUrl, redisUrl: config.REDIS_URL, log });
  emit(context, { applied: store.applied }, () => (store.applied.length === 0 ? words.schemaCurrent : words.schemaApplied(store.applied)));
}
