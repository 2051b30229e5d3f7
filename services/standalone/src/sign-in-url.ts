// The address of a one-time sign-in link: under PUBLIC_URL, else where the running instance is, else where it would be.
import { paths } from '@quittance/api/paths';
import type { Database } from '@quittance/store/database';
import { findInstanceUrl } from '@quittance/store/instance-lock';
import type { StandaloneConfig } from './config.ts';

export async function signInUrl(config: Pick<StandaloneConfig, 'PUBLIC_URL' | 'PORT'>, db: Database, token: string): Promise<string> {
  const base = config.PUBLIC_URL ?? (await findInstanceUrl(db)) ?? `http://localhost:${config.PORT}`;
  return base.replace(/\/+$/, '') + paths.signInLink(token);
}
