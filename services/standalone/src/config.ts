// What one process with everything in it reads from the environment. No key is required.
import { settings } from '@quittance/runtime/settings';
import { z } from 'zod';

const { PORT, HOST, PUBLIC_URL, DATABASE_URL, REDIS_URL, QUITTANCE_DATA, QUITTANCE_KEY_FILE, SMTP_URL, MAIL_FROM } = settings;
const { DNS_SERVERS, ALLOW_PRIVATE_HOSTS, GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, MICROSOFT_CLIENT_ID, WATCH_FOLDERS } = settings;
const { TSA_URLS, TSA_CA_FILE, LLM_URL, LLM_MODEL, LOG_LEVEL, QUITTANCE_NOW } = settings;

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
  WATCH_FOLDERS,
  TSA_URLS,
  TSA_CA_FILE,
  LLM_URL,
  LLM_MODEL,
  LOG_LEVEL,
  QUITTANCE_NOW,
});
export type StandaloneConfig = z.infer<typeof standaloneSettings>;
