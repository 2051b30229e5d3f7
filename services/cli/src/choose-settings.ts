// Which settings `mailbox add` tries: those that were given, the rest found from the address. What the provider wants is said before the password is
// asked for, and a server that nobody vouches for gets one only after a person has read its name.
import type { Discover } from '@quittance/discovery/discovery';
import { parseAddress } from '@quittance/discovery/mail-address';
import { PermanentError } from '@quittance/domain/errors';
import { TLS_MODES, type MailboxSettings, type TlsMode } from '@quittance/domain/mailbox';
import { discoveryTexts, sourceText } from '@quittance/i18n/discovery';
import type { DiscoveryTexts } from '@quittance/i18n/discovery.en';
import type { Language } from '@quittance/i18n/language';
import { visible } from './output.ts';
import { wordsIn } from './words.ts';

/** The options of the command, as typed. */
export interface ChosenSettings {
  readonly host?: string;
  readonly port?: string;
  readonly tls?: string;
  readonly username?: string;
}

export interface ChoosingDeps {
  readonly json: boolean;
  readonly language: Language;
  readonly say: (text: string) => void;
  readonly discover: Discover;
  /** Whether a person reads what is said before they type the password. */
  readonly isWatched: boolean;
  /** The provider's own sign-in was asked for. */
  readonly byOAuth?: boolean;
}

const DEFAULT_PORT: Record<TlsMode, number> = { tls: 993, starttls: 143, none: 143 };

/**
 * Settings to be tried in order; they differ in the user name alone.
 * @throws PermanentError `usage`, `settings_not_found`, `sign_in_unavailable`, `host_unconfirmed`.
 */
export async function chooseSettings(deps: ChoosingDeps, address: string, options: ChosenSettings): Promise<readonly MailboxSettings[]> {
  const { terminal } = discoveryTexts(deps.language);
  if (!/^[^\s@]+@[^\s@]+$/.test(address)) throw new PermanentError('usage', terminal.badAddress(address));
  const given = readOptions(terminal, options);
  if (options.host !== undefined) {
    const tls = given.tls ?? 'tls';
    return [{ address, host: options.host, port: given.port ?? DEFAULT_PORT[tls], tls, username: options.username ?? address }];
  }
  const { found, usernames } = await find(deps, address);
  const tls = given.tls ?? found.tls;
  const port = given.port ?? (tls === found.tls ? found.port : DEFAULT_PORT[tls]);
  const names = options.username === undefined ? usernames : [options.username];
  return names.map((username) => ({ address, host: found.host, port, tls, username }));
}

function readOptions(
  terminal: DiscoveryTexts['terminal'],
  options: ChosenSettings,
): { tls: TlsMode | undefined; port: number | undefined } {
  const tls = options.tls as TlsMode | undefined;
  if (tls !== undefined && !TLS_MODES.includes(tls)) throw new PermanentError('usage', terminal.badTls(options.tls!, TLS_MODES.join(', ')));
  const port = options.port === undefined ? undefined : Number(options.port);
  if (port !== undefined && (!Number.isInteger(port) || port < 1 || port > 65_535))
    throw new PermanentError('usage', terminal.badPort(options.port!));
  return { tls, port };
}

async function find({ json, language, say, discover, isWatched, byOAuth = false }: ChoosingDeps, text: string) {
  const texts = discoveryTexts(language);
  const address = parseAddress(text);
  if (!address) throw new PermanentError('usage', texts.terminal.notFound(text));
  const { found, provider } = await discover(address);
  const hint = provider?.hint?.[language];
  const takesNoPassword = provider?.signIn === 'none' || (provider?.signIn === 'oauth' && !byOAuth);
  if (provider && takesNoPassword) throw new PermanentError('sign_in_unavailable', `${texts.noWay(provider.name)}. ${hint ?? ''}`);
  if (!found) throw new PermanentError('settings_not_found', texts.terminal.notFound(address.domain));
  const source = visible(sourceText(found, language));
  if (found.needsConfirmation && !isWatched) throw new PermanentError('host_unconfirmed', texts.terminal.unconfirmed(found.host, source));
  // A program that reads JSON has given the password already; a person reads this before they type it.
  if ((isWatched || !json) && !byOAuth) {
    say(`${texts.server(found.host, found.port)} (${source})`);
    if (hint) say(hint);
    if (provider?.link) say(`${texts.links[provider.link.does](provider.name)}${wordsIn(language).colon}${provider.link.url}`);
    if (found.needsConfirmation) say(texts.confirm(found.host));
  }
  return { found, usernames: found.usernames };
}
