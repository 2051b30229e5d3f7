// What the notifier takes from the environment when it runs in a process of its own.
import { settings } from '@quittance/runtime/settings';
import { z } from 'zod';

const { DATABASE_URL, QUITTANCE_DATA, QUITTANCE_KEY_FILE, SMTP_URL, MAIL_FROM, PUBLIC_URL, ALLOW_PRIVATE_HOSTS } = settings;
const { HEALTH_PORT, HEALTH_HOST, LOG_LEVEL } = settings;

export const notifierConfig = z.object({
  DATABASE_URL,
  QUITTANCE_DATA,
  QUITTANCE_KEY_FILE,
  SMTP_URL,
  MAIL_FROM,
  PUBLIC_URL,
  ALLOW_PRIVATE_HOSTS,
  HEALTH_PORT,
  HEALTH_HOST,
  LOG_LEVEL,
});
