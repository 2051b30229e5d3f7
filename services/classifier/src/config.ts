// What the classifier takes from the environment when it runs in a process of its own.
import { settings } from '@quittance/runtime/settings';
import { z } from 'zod';

const { DATABASE_URL, REDIS_URL, QUITTANCE_DATA, QUITTANCE_KEY_FILE, DNS_SERVERS, HEALTH_PORT, HEALTH_HOST } = settings;
const { ALLOW_PRIVATE_HOSTS, TSA_URLS, TSA_CA_FILE, LLM_URL, LLM_MODEL, LOG_LEVEL, QUITTANCE_NOW } = settings;

export const classifierConfig = z.object({
  DATABASE_URL,
  REDIS_URL,
  QUITTANCE_DATA,
  QUITTANCE_KEY_FILE,
  DNS_SERVERS,
  LLM_URL,
  LLM_MODEL,
  ALLOW_PRIVATE_HOSTS,
  HEALTH_PORT,
  HEALTH_HOST,
  TSA_URLS,
  TSA_CA_FILE,
  LOG_LEVEL,
  QUITTANCE_NOW,
});
