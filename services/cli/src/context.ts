// What each command gets: where to print, the language, the clock, and the data, opened when first asked for and closed at the end.
import { PermanentError } from '@quittance/domain/errors';
import type { Clock } from '@quittance/domain/instant';
import type { Log } from '@quittance/domain/log';
import { isLanguage, type Language } from '@quittance/i18n/language';
import { createClock } from '@quittance/runtime/clock';
import { readConfig, type Environment } from '@quittance/runtime/config';
import type { ExitCode } from '@quittance/runtime/exit-codes';
import { createLogger } from '@quittance/runtime/logger';
import { standaloneSettings, type StandaloneConfig } from '@quittance/standalone/config';
import { openStore, type OpenStore } from '@quittance/standalone/open-store';
import { readUserSettings } from '@quittance/store/user-settings';
import { ensureOwner, findUser } from '@quittance/store/users';
import type { Output } from './output.ts';
import { wordsIn, type Words } from './words.ts';

/** Options that hold for every command, before or after its name. */
export interface GlobalOptions {
  readonly json?: boolean;
  readonly data?: string;
  readonly user?: string;
  readonly now?: string;
}

export interface Person {
  readonly id: string;
  readonly language: Language;
  readonly timeZone: string;
}

export interface Context {
  readonly json: boolean;
  readonly output: Output;
  readonly config: StandaloneConfig;
  readonly env: Environment;
  readonly clock: Clock;
  readonly log: Log;
  /** By the person's choice where the data is open, else by LANG. */
  readonly language: Language;
  readonly words: Words;
  store(): Promise<OpenStore>;
  /** Whose data: `--user` (address or id), else the first person of the installation. */
  person(): Promise<Person>;
  /** Whether `--user` was said; some commands are for all people where it was not. */
  readonly userGiven: boolean;
  /** Closed at the end, also after an error or a signal; last opened, first closed. */
  onEnd(name: string, close: () => Promise<void> | void): void;
}

/** What a command does; it returns an exit code when that is not 0. */
export type Action<Arguments extends unknown[]> = (context: Context, ...args: Arguments) => Promise<ExitCode | void>;

export interface ContextDeps {
  readonly output: Output;
  readonly env: Environment;
  readonly onEnd: (name: string, close: () => Promise<void> | void) => void;
}

export function createContext(deps: ContextDeps, options: GlobalOptions): Context {
  const config = readConfig(standaloneSettings, withOptions(deps.env, options));
  // A command speaks to a person: unless they ask, only errors are logged.
  const log = createLogger({ service: 'cli', level: deps.env['LOG_LEVEL'] ? config.LOG_LEVEL : 'error' });
  let language = languageOf(deps.env);
  let store: Promise<OpenStore> | null = null;
  let person: Promise<Person> | null = null;
  const context: Context = {
    json: options.json === true,
    output: deps.output,
    config,
    env: deps.env,
    clock: createClock(config.QUITTANCE_NOW),
    log,
    get language() {
      return language;
    },
    get words() {
      return wordsIn(language);
    },
    store() {
      store ??= openStore({ config, log, migrate: false }).then((opened) => {
        deps.onEnd('store', () => opened.close());
        return opened;
      });
      return store;
    },
    person() {
      person ??= findPerson(context, options.user).then((found) => {
        // LANG speaks for this terminal; the person's choice comes second, as the fallback for a terminal that says nothing.
        if (languageOfTerminal(deps.env) === null) language = found.language;
        return found;
      });
      return person;
    },
    userGiven: options.user !== undefined,
    onEnd: deps.onEnd,
  };
  return context;
}

export function languageOf(env: Environment): Language {
  return languageOfTerminal(env) ?? 'en';
}

function languageOfTerminal(env: Environment): Language | null {
  const tag = (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '').slice(0, 2).toLowerCase();
  return isLanguage(tag) ? tag : null;
}

// The options say the same as the environment, only nearer.
/** @throws PermanentError `usage` for what was typed wrongly: the configuration, which would be blamed else, has no part in it. */
function withOptions(env: Environment, options: GlobalOptions): Environment {
  if (!standaloneSettings.shape.QUITTANCE_NOW.safeParse(options.now).success)
    throw new PermanentError('usage', `"${options.now}" is not an instant: write it as 2026-11-23T09:00:00Z.`);
  return {
    ...env,
    ...(options.data === undefined ? {} : { QUITTANCE_DATA: options.data }),
    ...(options.now === undefined ? {} : { QUITTANCE_NOW: options.now }),
  };
}

async function findPerson(context: Context, wanted: string | undefined): Promise<Person> {
  const { db } = await context.store();
  const user = wanted === undefined ? (await ensureOwner(db)).user : await findUser(db, wanted);
  if (!user) throw new PermanentError('person_unknown', `there is no person "${wanted}": "quittance user add ADDRESS" makes one.`);
  const { language, timeZone } = await readUserSettings(db, user.id);
  return { id: user.id, language, timeZone };
}
