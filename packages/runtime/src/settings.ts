// Every key of the environment, once: what it is for, its default, whether it is a secret. Services pick from here; the
// configuration reference and .env.example are generated from what they picked.
import { isIP } from 'node:net';
import { isAbsolute } from 'node:path';
import { z } from 'zod';

interface SettingInfo {
  readonly description: string;
  readonly secret: boolean;
  /** As a person writes it; '' for none. */
  readonly defaultText: string;
  readonly required: boolean;
}

const SECRET = { secret: true };

export const settings = {
  PORT: z.coerce
    .number({ error: 'must be a number between 0 and 65535 (0: any free port).' })
    .int()
    .min(0)
    .max(65_535)
    .default(8400)
    .describe('Port of the page and the API.'),
  HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address the page listens on. Any other than a loopback address wants a password to be set first.'),
  PUBLIC_URL: url(['http:', 'https:']).optional().describe('Address under which people reach the page; links in alerts begin with it.'),
  HEALTH_PORT: z.coerce
    .number({ error: 'must be a port number.' })
    .int()
    .min(0)
    .max(65_535)
    .optional()
    .describe('Port for /livez, /readyz and /metrics of a service without a page; not served when unset.'),
  HEALTH_HOST: z.string().default('127.0.0.1').describe('Address that HEALTH_PORT listens on.'),
  DATABASE_URL: url(['postgres:', 'postgresql:'])
    .meta(SECRET)
    .describe('PostgreSQL 15 or newer, e.g. postgres://user:password@host/quittance. `npm start` brings its own where this is unset.'),
  REDIS_URL: url(['redis:', 'rediss:'])
    .optional()
    .meta(SECRET)
    .describe('Redis 7 or newer for the queue, e.g. redis://host:6379. The queue uses PostgreSQL where this is unset.'),
  QUITTANCE_DATA: z.string().default('.quittance').describe('Folder of the embedded database, the key file and the log.'),
  QUITTANCE_KEY_FILE: z
    .string()
    .optional()
    .describe('File with the 32 bytes that encrypt credentials and mail; `key` in the data folder where unset. Keep a copy elsewhere.'),
  SMTP_URL: url(['smtp:', 'smtps:'])
    .optional()
    .meta(SECRET)
    .describe('Mail server that sends the alerts, e.g. smtps://user:password@smtp.example.org.'),
  MAIL_FROM: z.string().optional().describe('Sender of the alerts, e.g. Quittance <alerts@example.org>.'),
  DNS_SERVERS: list('addresses of resolvers, separated by commas', (item) => isIP(item.replace(/^\[|\](:\d+)?$|:\d+$/g, '')) !== 0)
    .optional()
    .describe("Resolvers for keys of signatures, e.g. 9.9.9.9,1.1.1.1. The system's where unset."),
  ALLOW_PRIVATE_HOSTS: list('host names, addresses or CIDRs, separated by commas', (item) => /^[\w.:[\]%-]+(\/\d{1,3})?$/.test(item))
    .default([])
    .describe(
      'Private hosts that may be connected to (mail servers, webhooks), e.g. nas.lan,192.168.1.0/24. All others are refused; only to these may alerts go by http://.',
    ),
  GOOGLE_CLIENT_ID: z.string().optional().describe('OAuth client for Gmail.'),
  GOOGLE_CLIENT_SECRET: z.string().optional().meta(SECRET).describe('Secret of the OAuth client for Gmail.'),
  MICROSOFT_CLIENT_ID: z.string().optional().describe('OAuth client for Outlook and Microsoft 365.'),
  WATCH_FOLDERS: list('whole paths of folders, separated by commas', (item) => isAbsolute(item))
    .optional()
    .describe(
      'Folders in which (at any depth) people may let a Maildir or a folder of .eml files be watched, e.g. /srv/mail. `npm start` on this machine alone: the home folder where unset; elsewhere none.',
    ),
  TSA_URLS: list('http addresses, separated by commas', (item) => /^https?:\/\//.test(item))
    .optional()
    .describe(
      'Time-stamp authorities (RFC 3161) that a person may let stamp the daily checkpoint, instead of the built-in choice; `#policy=1.2.3` after an address asks for that policy. Nothing is asked before a person agrees.',
    ),
  TSA_CA_FILE: z
    .string()
    .optional()
    .describe(
      'File with root certificates (PEM) of time-stamp authorities that are trusted beside those of Node.js, e.g. of a qualified one.',
    ),
  LLM_URL: url(['http:', 'https:'])
    .optional()
    .describe(
      'OpenAI-compatible endpoint of a local model that is asked about unclear mail, e.g. http://127.0.0.1:11434/v1. On this machine, or a host of ALLOW_PRIVATE_HOSTS; never a public one. It only suggests.',
    ),
  LLM_MODEL: z.string().optional().describe('Name of that model; the first one the endpoint names where unset.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], { error: 'must be one of fatal, error, warn, info, debug, silent.' })
    .default('info')
    .describe('How much is logged.'),
  QUITTANCE_NOW: z.iso
    .datetime({ offset: true, error: 'must be an instant such as 2026-11-23T09:00:00Z.' })
    .optional()
    .describe('Fixes the clock, so that outputs can be compared. For trying things out.'),
};

/** Reads what was said about a key, through `default` and `optional`. */
export function settingInfo(field: z.ZodType): SettingInfo {
  let secret = false;
  let description = '';
  let required = true;
  let defaultText = '';
  for (let schema: z.ZodType | undefined = field; schema; schema = inner(schema)) {
    const meta = schema.meta();
    secret ||= meta?.['secret'] === true;
    description ||= meta?.description ?? '';
    if (schema instanceof z.ZodOptional) required = false;
    if (schema instanceof z.ZodDefault) {
      required = false;
      const value: unknown = schema.def.defaultValue;
      defaultText ||= Array.isArray(value) ? value.join(',') : String(value);
    }
  }
  return { secret, description, required, defaultText };
}

function inner(schema: z.ZodType): z.ZodType | undefined {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? (schema.def.innerType as z.ZodType) : undefined;
}

function url(protocols: readonly string[]): z.ZodString {
  const shape = `must be an address that begins with ${protocols.map((name) => `${name}//`).join(' or ')}.`;
  return z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), { error: shape });
}

function list(shape: string, isItem: (item: string) => boolean) {
  return z
    .string()
    .transform(splitList)
    .refine((items) => items.every(isItem), { error: `must hold ${shape}.` });
}

function splitList(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
