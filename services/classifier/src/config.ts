// What the classifier takes from the environment when it runs in a process of its own.
import { settings } from '@quittance/runtime/settings';
import { z } from 'zod';

const { DATABASE_URL, REDIS_URL, QUITTANCE_DATA, QUITTANCE_KEY_FILE, DNS_SERVERS, HEALTH_PORT, HEALTH_HOST, LOG_LEVEL, QUITTANCE_NOW } =
  settings;

export const classifierConfig = z.object({
  DATABASE_URL,
  REDIS_URL,
  QUITTANCE_DATA,
  QUITTANCE_KEY_FILE,
  DNS_SERVERS,
  HEALTH_PORT,
  HEALTH_HOST,
  LOG_LEVEL,
  QUITTANCE_NOW,
});
