// What a failed connection or login means, as one pure function. The library's `authenticationFailed` is no proof of a wrong password: it
// is set for any NO to LOGIN, "too many connections" included, and believing it stops healthy mailboxes.
import { PermanentError, TransientError } from '@quittance/domain/errors';

/**
 * `credential` and `policy` need the person · `busy` passes by itself · `unknown` is taken for busy a few times, then for credential ·
 * `network` passes by itself, mostly · `setup` is a wrong host, port, TLS mode or certificate: shown at once, tried again all the same
 */
export type FailureKind = 'credential' | 'policy' | 'busy' | 'unknown' | 'network' | 'setup';

export const CONNECT_CODES = {
  credential_refused: 'credential',
  account_blocked: 'policy',
  consent_ended: 'policy',
  oauth_refused: 'policy',
  oauth_not_configured: 'policy',
  oauth_unreachable: 'network',
  busy: 'busy',
  login_refused: 'unknown',
  connection_refused: 'network',
  connection_lost: 'network',
  timeout: 'network',
  tls_failed: 'setup',
  certificate_invalid: 'setup',
  starttls_unavailable: 'setup',
  host_not_found: 'setup',
  private_address_refused: 'setup',
  not_imap: 'setup',
} as const satisfies Record<string, FailureKind>;
export type ConnectCode = keyof typeof CONNECT_CODES;

/** @returns undefined for the code of something else than a failed connection or login. */
export function failureKindOf(code: string): FailureKind | undefined {
  return Object.hasOwn(CONNECT_CODES, code) ? CONNECT_CODES[code as ConnectCode] : undefined;
}

/** The message of these is what the server or the provider said. That of all others is ours or a library's, in English, and says the code once more. */
export const THEIR_WORDS: ReadonlySet<string> = new Set([
  'account_blocked',
  'busy',
  'certificate_invalid',
  'consent_ended',
  'credential_refused',
  'login_refused',
  'oauth_refused',
  'server_refused',
  'throttled',
  'tls_failed',
]);

/** What is looked at; every field is the server's or Node's word. */
export interface LoginSignal {
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  readonly serverResponseCode?: string | undefined;
  readonly responseText?: string | undefined;
  readonly responseStatus?: string | undefined;
  readonly authenticationFailed?: boolean | undefined;
  readonly tlsFailed?: boolean | undefined;
  readonly throttleReset?: number | undefined;
  readonly oauthError?: unknown;
}

const BY_SERVER_CODE: Record<string, ConnectCode> = {
  AUTHENTICATIONFAILED: 'credential_refused',
  EXPIRED: 'account_blocked',
  AUTHORIZATIONFAILED: 'account_blocked',
  PRIVACYREQUIRED: 'account_blocked',
  CONTACTADMIN: 'account_blocked',
  LIMIT: 'busy',
  INUSE: 'busy',
  UNAVAILABLE: 'busy',
  OVERQUOTA: 'busy',
  SERVERBUG: 'busy',
};
const BY_NODE_CODE: Record<string, ConnectCode> = {
  ECONNREFUSED: 'connection_refused',
  EHOSTUNREACH: 'connection_refused',
  ENETUNREACH: 'connection_refused',
  ENOTFOUND: 'host_not_found',
  EAI_AGAIN: 'timeout',
  ECONNRESET: 'connection_lost',
  EPIPE: 'connection_lost',
  ETIMEDOUT: 'timeout',
  CONNECT_TIMEOUT: 'timeout',
  UPGRADE_TIMEOUT: 'timeout',
  ETIMEOUT: 'timeout',
  ETHROTTLE: 'busy',
  EPROTO: 'tls_failed',
  ClosedAfterConnectTLS: 'connection_lost',
  ClosedAfterConnectText: 'connection_lost',
  NoConnection: 'connection_lost',
  EConnectionClosed: 'connection_lost',
  InvalidResponse: 'not_imap',
  invalid_grant: 'consent_ended',
};
const TOO_MANY = /too many|simultaneous|maximum number of connections|try again later|temporar/i;
const BAD_CREDENTIAL = /invalid credentials|application-specific password required|web login required|invalid_grant/i;
const CERTIFICATE = /^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS_CERT|HOSTNAME_MISMATCH)/;

export function classifyLoginFailure(signal: LoginSignal, context: { encrypted: boolean }): ConnectCode {
  const code = signal.code ?? '';
  const text = `${signal.responseText ?? ''} ${signal.message ?? ''}`;
  const answered = signal.responseStatus === 'NO' || signal.responseStatus === 'BAD' || signal.authenticationFailed === true;
  // "Too many" first: Gmail says it under [ALERT], others without any code.
  if (answered && TOO_MANY.test(text) && signal.serverResponseCode !== 'AUTHENTICATIONFAILED') return 'busy';
  const byServer = BY_SERVER_CODE[signal.serverResponseCode?.toUpperCase() ?? ''];
  if (byServer) return byServer;
  if (BAD_CREDENTIAL.test(text) || (signal.oauthError !== undefined && answered)) return 'credential_refused';
  if (answered) return 'login_refused';
  if (signal.responseStatus === 'BYE') return 'busy';
  if (CERTIFICATE.test(code)) return 'certificate_invalid';
  if (signal.tlsFailed) return code === '' && /STARTTLS/.test(text) ? 'starttls_unavailable' : 'tls_failed';
  if (code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS')) return 'tls_failed';
  // Nobody greeted: with TLS a slow server, without it most likely a port that expects TLS.
  if (code === 'GREETING_TIMEOUT') return context.encrypted ? 'timeout' : 'not_imap';
  if (code.startsWith('ParserError')) return 'not_imap';
  return BY_NODE_CODE[code] ?? 'connection_lost';
}

/** Turns whatever `connect()` threw into one of ours; what is ours already passes. The message is what the server said. */
export function loginError(error: unknown, context: { encrypted: boolean }): TransientError | PermanentError {
  if (error instanceof TransientError || error instanceof PermanentError) return error;
  const signal = firstSignal(error);
  const code = classifyLoginFailure(signal, context);
  const said = readable(signal.responseText ?? signal.message ?? '').slice(0, 300);
  const kind = CONNECT_CODES[code];
  if (kind === 'credential' || kind === 'policy') return new PermanentError(code, said, { cause: error });
  return new TransientError(code, said, {
    cause: error,
    ...(signal.throttleReset === undefined ? {} : { retryAfterMs: signal.throttleReset }),
  });
}

/** OpenSSL writes its queue of errors: `404D…:error:0A00010B:SSL routines:tls_validate…:wrong version number:../deps/…`. The reason is what a person may read; Node adds advice to programmers. */
function readable(text: string): string {
  return /error:[0-9A-F]{8}:[^:]*:[^:]*:([^:]+):/.exec(text)?.[1] ?? text.replace(/; if the root CA is installed locally.*$/s, '');
}

// Happy eyeballs reports one error per address it tried: the first one tells most.
function firstSignal(error: unknown): LoginSignal {
  return error instanceof AggregateError && error.errors.length > 0 ? (error.errors[0] as LoginSignal) : (error as LoginSignal);
}
