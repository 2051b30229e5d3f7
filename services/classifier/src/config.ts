// What the classifier takes from the environment when it runs in a process of its own.
import { settings } from '@quittance/runtime/settings';
import { z } from 'zod';

<<<<<<< HEAD
const { DATABASE_URL, REDIS_URL, QUITTANCE_DATA, QUITTANCE_KEY_FILE, DNS_SERVERS, HEALTH_PORT, HEALTH_HOST } = settings;
const { ALLOW_PRIVATE_HOSTS, TSA_URLS, TSA_CA_FILE, LOG_LEVEL, QUITTANCE_NOW } = settings;
=======
const { DATABASE_URL, REDIS_URL, QUITTANCE_DATA, QUITTANCE_KEY_FILE, DNS_SERVERS, HEALTH_PORT, HEALTH_HOST, LOG_LEVEL, QUITTANCE_NOW } =
  settings;
const { LLM_URL, LLM_MODEL, ALLOW_PRIVATE_HOSTS } = settings;
>>>>>>> 5132579 (llm: a local model may suggest what unclear mail is)

export const classifierConfig = z.object({
  DATABASE_URL,
  REDIS_URL,
  QUITTANCE_DATA,
  QUITTANCE_KEY_FILE,
  DNS_SERVERS,
<<<<<<< HEAD
=======
  LLM_URL,
  LLM_MODEL,
>>>>>>> 5132579 (llm: a local model may suggest what unclear mail is)
  ALLOW_PRIVATE_HOSTS,
  HEALTH_PORT,
  HEALTH_HOST,
  TSA_URLS,
  TSA_CA_FILE,
  LOG_LEVEL,
  QUITTANCE_NOW,
});
