// Opens a connection to a mailbox and signs in. The host is resolved and checked once by `resolveHost`, and only the checked addresses are
// dialled (the name still goes into TLS). Everything thrown is classified: see classify-login-failure.ts.
import { isIP, type LookupFunction } from 'node:net';
import { createSecureContext, type SecureContext } from 'node:tls';
import type { MailboxSettings } from '@quittance/domain/mailbox';
import { ImapFlow, type ImapFlowOptions } from 'imapflow';
import { loginError } from './classify-login-failure.ts';
import { wrapClient, type ImapConnection } from './connection.ts';

export type ImapAuth = { readonly user: string; readonly pass: string } | { readonly user: string; readonly accessToken: string };

interface CheckedAddress {
  readonly address: string;
  readonly family: number;
}

export interface ConnectOptions {
  readonly settings: MailboxSettings;
  /** Called for each connection, since an OAuth token may have run out. */
  readonly auth: () => Promise<ImapAuth>;
  /** Resolves a name once and refuses private targets. */
  readonly resolveHost: (host: string) => Promise<readonly CheckedAddress[]>;
  /** COMPRESS=DEFLATE where it is offered: saves bytes on real links; on loopback it would only cost ten times the time. */
  readonly compress?: 'never' | 'remote' | 'always';
  /** Further certificate authorities, PEM. */
  readonly tlsCa?: string;
  readonly connectTimeoutMs?: number;
  readonly socketTimeoutMs?: number;
}

const CONNECT_MS = 20_000;
const GREETING_MS = 16_000;
/** Silence during a command; while idling we ask ourselves every minute. */
const SOCKET_MS = 90_000;
/** Above the largest message that is asked for (25 MB); more than this ends the connection, not the process. */
const LITERAL_BYTES_MAX = 32 * 1024 * 1024;

const ungreeted = new WeakSet<object>();

/** Whether the server had said a word before this: one that is down behind a proxy lets in and closes, and may be called again soon. */
export function wasGreeted(failure: object): boolean {
  return !ungreeted.has(failure);
}

/** @throws TransientError or PermanentError with a `ConnectCode`. */
export async function connectMailbox(options: ConnectOptions): Promise<ImapConnection> {
  const { tls } = options.settings;
  let connection: ImapConnection | null = null;
  try {
    const [addresses, auth] = await Promise.all([options.resolveHost(options.settings.host), options.auth()]);
    connection = wrapClient(new ImapFlow(clientOptions(options, addresses, auth)));
    await connection.client.connect();
    return connection;
  } catch (error) {
    const isGreeted = (connection?.receivedBytes ?? 0) > 0;
    connection?.close();
    const failure = loginError(error, { encrypted: tls !== 'none' });
    if (!isGreeted) ungreeted.add(failure);
    throw failure;
  }
}

function clientOptions(options: ConnectOptions, addresses: readonly CheckedAddress[], auth: ImapAuth): ImapFlowOptions {
  const { host, port, tls } = options.settings;
  const timeout = options.connectTimeoutMs ?? CONNECT_MS;
  return {
    host: host.replace(/^\[(.*)\]$/, '$1'),
    port,
    secure: tls === 'tls',
    // false for `none`: the person chose it; unset would try and silently fall back.
    doSTARTTLS: tls === 'starttls' ? true : tls === 'none' ? false : undefined,
    ...(isIP(host) ? {} : { servername: host }),
    auth: { ...auth },
    tls: { lookup: lookupAmong(addresses), ...(tls === 'none' ? {} : { secureContext: secureContext(options.tlsCa ?? '') }) },
    clientInfo: { name: 'Quittance', version: false, vendor: false, 'support-url': false },
    logger: false,
    disableAutoIdle: true,
    disableIMAP4rev2: true,
    disableCompression: !compresses(options, addresses),
    qresync: false,
    connectionTimeout: timeout,
    greetingTimeout: Math.min(timeout, GREETING_MS),
    socketTimeout: options.socketTimeoutMs ?? SOCKET_MS,
    maxLiteralSize: LITERAL_BYTES_MAX,
    maxResponseSize: 2 * LITERAL_BYTES_MAX,
  };
}

// What each connection would make for itself otherwise, 77 of its 278 KB: authorities, ciphers, signature algorithms.
const contexts = new Map<string, SecureContext>();

function secureContext(furtherCa: string): SecureContext {
  const known = contexts.get(furtherCa);
  if (known) return known;
  const made = createSecureContext(furtherCa === '' ? {} : { ca: furtherCa });
  contexts.set(furtherCa, made);
  return made;
}

function compresses({ compress = 'never' }: ConnectOptions, addresses: readonly CheckedAddress[]): boolean {
  return compress === 'always' || (compress === 'remote' && !addresses.every(isLoopback));
}

// Node tries the answers in turn (happy eyeballs), so a broken IPv6 route costs a quarter of a second, not the connection.
function lookupAmong(addresses: readonly CheckedAddress[]): LookupFunction {
  return (_host, options, callback) => {
    const wanted = options.family === 4 || options.family === 6 ? addresses.filter((one) => one.family === options.family) : addresses;
    const first = wanted[0];
    if (!first) callback(new Error('no address of that family'), '');
    else if (options.all) callback(null, [...wanted]);
    else callback(null, first.address, first.family);
  };
}

const isLoopback = ({ address }: CheckedAddress): boolean => address === '::1' || address.startsWith('127.');
