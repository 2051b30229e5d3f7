// What the poller takes from the environment when it runs in a process of its own.
import { settings } from '@quittance/runtime/settings';
import { z } from 'zod';

const {
  DATABASE_URL,
  REDIS_URL,
  QUITTANCE_DATA,
  QUITTANCE_KEY_FILE,
  ALLOW_PRIVATE_HOSTS,
  GOOGLE_CLIENT_ID,
  GOOGLE_CLIENT_SECRET,
  MICROSOFT_CLIENT_ID,
  WATCH_FOLDERS,
  HEALTH_PORT,
  HEALTH_HOST,
  LOG_LEVEL,
  QUITTANCE_NOW,
} = settings;

export const pollerConfig = z.object({
  DATABASE_URL,
  REDIS_URL,
  QUITTANCE_DATA,
  QUITTANCE_KEY_FILE,
  ALLOW_PRIVATE_HOSTS,
  GOOGLE_CLIENT_ID,
  GOOGLE_CLIENT_SECRET,
  MICROSOFT_CLIENT_ID,
  WATCH_FOLDERS,
  HEALTH_PORT,
  HEALTH_HOST,
  LOG_LEVEL,
  QUITTANCE_NOW,
});
