// What one process with everything in it reads from the environment. No key is required.
import { settings } from '@quittance/runtime/settings';
import { z } from 'zod';

const { PORT, HOST, PUBLIC_URL, DATABASE_URL, REDIS_URL, QUITTANCE_DATA, QUITTANCE_KEY_FILE, SMTP_URL, MAIL_FROM } = settings;
<<<<<<< HEAD
const { DNS_SERVERS, ALLOW_PRIVATE_HOSTS, GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, MICROSOFT_CLIENT_ID } = settings;
const { TSA_URLS, TSA_CA_FILE, LOG_LEVEL, QUITTANCE_NOW } = settings;
=======
const {
  DNS_SERVERS,
  ALLOW_PRIVATE_HOSTS,
  GOOGLE_CLIENT_ID,
  GOOGLE_CLIENT_SECRET,
  MICROSOFT_CLIENT_ID,
  LLM_URL,
  LLM_MODEL,
  LOG_LEVEL,
  QUITTANCE_NOW,
} = settings;
>>>>>>> 5132579 (llm: a local model may suggest what unclear mail is)

export const standaloneSettings = z.object({
  PORT,
  HOST,
  PUBLIC_URL,
  DATABASE_URL: DATABASE_URL.optional(),
  REDIS_URL,
  QUITTANCE_DATA,
  QUITTANCE_KEY_FILE,
  SMTP_URL,
  MAIL_FROM,
  DNS_SERVERS,
  ALLOW_PRIVATE_HOSTS,
  GOOGLE_CLIENT_ID,
  GOOGLE_CLIENT_SECRET,
  MICROSOFT_CLIENT_ID,
<<<<<<< HEAD
  TSA_URLS,
  TSA_CA_FILE,
=======
  LLM_URL,
  LLM_MODEL,
>>>>>>> 5132579 (llm: a local model may suggest what unclear mail is)
  LOG_LEVEL,
  QUITTANCE_NOW,
});
export type StandaloneConfig = z.infer<typeof standaloneSettings>;
