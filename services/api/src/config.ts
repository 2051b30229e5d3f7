// What this service reads from the environment, and what it is started with.
import { settings } from '@quittance/runtime/settings';
import { z } from 'zod';

const { PORT, HOST, PUBLIC_URL, DATABASE_URL, QUITTANCE_DATA, QUITTANCE_KEY_FILE, ALLOW_PRIVATE_HOSTS, LOG_LEVEL, QUITTANCE_NOW } =
  settings;
const { WATCH_FOLDERS, GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, MICROSOFT_CLIENT_ID, TSA_URLS, TSA_CA_FILE } = settings;

export const apiSettings = z.object({
  PORT,
  HOST,
  PUBLIC_URL,
  DATABASE_URL,
  QUITTANCE_DATA,
  QUITTANCE_KEY_FILE,
  ALLOW_PRIVATE_HOSTS,
  GOOGLE_CLIENT_ID,
  GOOGLE_CLIENT_SECRET,
  MICROSOFT_CLIENT_ID,
  WATCH_FOLDERS,
  TSA_URLS,
  TSA_CA_FILE,
  LOG_LEVEL,
  QUITTANCE_NOW,
});

export interface ApiConfig {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Where people reach the page; `http://localhost:<port>` when unset. */
  readonly publicUrl?: string | undefined;
  readonly allowPrivateHosts: readonly string[];
  /** Whom people may let stamp their log; the built-in choice where unset. */
  readonly tsaUrls?: readonly string[] | undefined;
  readonly tsaCaFile?: string | undefined;
  /** Folders under which others may be watched; none when not given. */
  readonly watchFolders?: readonly string[];
  /** Uploads are written here while they are imported. */
  readonly uploadFolder: string;
  /** The file that lists what was erased, outside the database. */
  readonly erasureList: string;
}
