// `quittance settings`: country, currency, time zone and language, shown and changed. Legal clocks, days and totals follow from them.
import { PermanentError } from '@quittance/domain/errors';
import { isCurrency, isTimeZone, readCountry } from '@quittance/domain/place';
import { isLanguage } from '@quittance/i18n/language';
import { readUserSettings, saveUserSettings } from '@quittance/store/user-settings';
import { asUser } from '@quittance/store/transaction';
import type { Context } from '../context.ts';
import { withJson } from '../json-example.ts';
import { emit } from '../output.ts';
import type { Register } from '../program.ts';

const WIDEST = 'time_zone'.length;

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
    Object.entries(document)
      .map(([name, value]) => `${name.padEnd(WIDEST)}  ${value ?? '–'}`)
      .join('\n'),
  );
}

function readChange({ country, currency, timeZone, language }: Options) {
  const code = country === undefined || country === 'none' ? country : readCountry(country);
  if (code === null) {
    throw new PermanentError(
      'usage',
      `"${country}" is not a country: write two letters (FR), with a region where its law differs (US-CA).`,
    );
  }
  if (currency !== undefined && !isCurrency(currency.toUpperCase())) {
    throw new PermanentError('usage', `"${currency}" is not a currency: write three letters, e.g. EUR.`);
  }
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    throw new PermanentError('usage', `"${timeZone}" is not a time zone: write it as Europe/Paris.`);
  }
  if (language !== undefined && !isLanguage(language)) throw new PermanentError('usage', `"${language}" is not a language: use en or fr.`);
  return { country: code === 'none' ? null : code, currency: currency?.toUpperCase(), timeZone, language };
}
