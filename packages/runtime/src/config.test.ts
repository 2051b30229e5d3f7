import { expect, it } from 'vitest';
import { z } from 'zod';
import { describeConfig, readConfig } from './config.ts';
import { settings } from './settings.ts';

const schema = z.object({
  PORT: settings.PORT,
  DATABASE_URL: settings.DATABASE_URL,
  SMTP_URL: settings.SMTP_URL,
  ALLOW_PRIVATE_HOSTS: settings.ALLOW_PRIVATE_HOSTS,
});

it('reads values, defaults and lists; an empty variable is unset', () => {
  const config = readConfig(schema, { DATABASE_URL: 'postgres://x/y', PORT: '', ALLOW_PRIVATE_HOSTS: 'nas.lan, 10.0.0.0/8' });
  expect(config).toEqual({ PORT: 8400, DATABASE_URL: 'postgres://x/y', ALLOW_PRIVATE_HOSTS: ['nas.lan', '10.0.0.0/8'] });
});

it('reports every problem at once and quotes no secret', () => {
  const env = { PORT: 'many', SMTP_URL: 'hunter2', DATABASE_URL: 'postgres://a/b', DATABASE_URL_FILE: '/nowhere' };
  const read = () => readConfig(schema, env);
  expect(read).toThrow(expect.objectContaining({ code: 'bad_configuration' }) as Error);
  expect(read).toThrow(/PORT: must be a number[\s\S]*|SMTP_URL/);
  expect(read).toThrow(/SMTP_URL: must be an address that begins with smtp:/);
  expect(read).toThrow(/DATABASE_URL and DATABASE_URL_FILE are both set/);
  expect(read).not.toThrow(/hunter2/);
  expect(() => readConfig(schema, {})).toThrow(/DATABASE_URL is not set/);
  expect(() => readConfig(schema, { DATABASE_URL_FILE: '/nowhere' })).toThrow(/DATABASE_URL_FILE: can't read \/nowhere/);
});

it('masks secrets for the doctor', () => {
  const config = readConfig(schema, { DATABASE_URL: 'postgres://u:pw@x/y' });
  expect(describeConfig(schema, config)).toEqual({ PORT: 8400, DATABASE_URL: '(set)', SMTP_URL: null, ALLOW_PRIVATE_HOSTS: [] });
});
