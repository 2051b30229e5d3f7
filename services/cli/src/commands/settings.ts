// `quittance settings`: country, currency, time zone and language, shown and changed. Legal clocks, days and totals follow from them.
import { PermanentError } from '@quittance/domain/errors';
import { isLanguage } from '@quittance/i18n/language';
import { readUserSettings, saveUserSettings } from '@quittance/store/user-settings';
import { asUser } from '@quittance/store/transaction';
import type { Context } from '../context.ts';
import { withJson } from '../json-example.ts';
import { emit, table } from '../output.ts';
import type { Register } from '../program.ts';

interface Options {
  country?: string;
  currency?: string;
  timeZone?: string;
  language?: string;
}

export const register: Register = (program, handle) => {
  const command = program
    .command('settings')
    .description('country, currency, time zone and language: shown, and changed where an option is given')
    .option('--country <country>', 'FR, DE, GB, US-CA …: which law is looked at; "none" for no country')
    .option('--currency <currency>', 'EUR, USD …: what totals are shown in')
    .option('--time-zone <zone>', 'Europe/Paris …: whose days and hours count')
    .option('--language <language>', 'en or fr')
    .action(handle(settings));
  withJson(command, { country: 'FR', currency: 'EUR', time_zone: 'Europe/Paris', language: 'fr' });
};

async function settings(context: Context, options: Options): Promise<void> {
  const change = readChange(options);
  const { db } = await context.store();
  const person = await context.person();
  const now = await asUser(db, person.id, async (tx) => {
    await saveUserSettings(tx, person.id, change);
    return readUserSettings(tx, person.id);
  });
  const document = { country: now.country, currency: now.currency, time_zone: now.timeZone, language: now.language };
  emit(context, document, () =>
    table(
      ['', ''],
      Object.entries(document).map(([name, value]) => [name, value]),
    ),
  );
}

function readChange({ country, currency, timeZone, language }: Options) {
  if (country !== undefined && country !== 'none' && !/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/i.test(country)) {
    throw new PermanentError(
      'usage',
      `"${country}" is not a country: write two letters (FR), with a region where its law differs (US-CA).`,
    );
  }
  if (currency !== undefined && !/^[A-Z]{3}$/i.test(currency)) {
    throw new PermanentError('usage', `"${currency}" is not a currency: write three letters, e.g. EUR.`);
  }
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    throw new PermanentError('usage', `"${timeZone}" is not a time zone: write it as Europe/Paris.`);
  }
  if (language !== undefined && !isLanguage(language)) throw new PermanentError('usage', `"${language}" is not a language: use en or fr.`);
  return { country: country === 'none' ? null : country?.toUpperCase(), currency: currency?.toUpperCase(), timeZone, language };
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    // RangeError: no such zone.
    return false;
  }
}
