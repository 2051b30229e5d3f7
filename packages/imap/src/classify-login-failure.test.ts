// The table of failed logins: what stops a mailbox, what passes by itself.
import { describe, expect, it } from 'vitest';
import { PermanentError, TransientError } from '@quittance/domain/errors';
import { classifyLoginFailure, CONNECT_CODES, loginError, type ConnectCode, type LoginSignal } from './classify-login-failure.ts';

const refused = { authenticationFailed: true, responseStatus: 'NO' } as const;

const CASES: [string, LoginSignal, ConnectCode][] = [
  [
    'Dovecot, wrong password',
    { ...refused, serverResponseCode: 'AUTHENTICATIONFAILED', responseText: 'Authentication failed.' },
    'credential_refused',
  ],
  ['Gmail, wrong password without a code', { ...refused, responseText: 'Invalid credentials (Failure)' }, 'credential_refused'],
  [
    'Gmail, app password wanted',
    { ...refused, serverResponseCode: 'ALERT', responseText: 'Application-specific password required: https://…' },
    'credential_refused',
  ],
  ['Gmail, web login wanted', { ...refused, serverResponseCode: 'WEBALERT', responseText: 'Web login required.' }, 'credential_refused'],
  ['OAuth, token revoked', { code: 'invalid_grant', message: 'invalid_grant' }, 'credential_refused'],
  ['OAuth, token refused', { ...refused, oauthError: { status: '400' }, responseText: 'SASL authentication failed' }, 'credential_refused'],
  [
    'Gmail, too many connections',
    { ...refused, serverResponseCode: 'ALERT', responseText: 'Too many simultaneous connections. (Failure)' },
    'busy',
  ],
  [
    'Dovecot, connection limit',
    { ...refused, serverResponseCode: 'LIMIT', responseText: 'Maximum number of connections from user+IP exceeded' },
    'busy',
  ],
  ['backend down', { ...refused, serverResponseCode: 'UNAVAILABLE', responseText: 'Temporary authentication failure.' }, 'busy'],
  ['in use', { ...refused, serverResponseCode: 'INUSE' }, 'busy'],
  ['throttled', { code: 'ETHROTTLE', throttleReset: 92_415 }, 'busy'],
  ['said goodbye', { code: 'NoConnection', responseStatus: 'BYE', message: 'Connection not available' }, 'busy'],
  ['password expired', { ...refused, serverResponseCode: 'EXPIRED' }, 'account_blocked'],
  ['ask the admin', { ...refused, serverResponseCode: 'CONTACTADMIN' }, 'account_blocked'],
  ['not allowed', { ...refused, serverResponseCode: 'AUTHORIZATIONFAILED' }, 'account_blocked'],
  ['encryption wanted', { ...refused, serverResponseCode: 'PRIVACYREQUIRED' }, 'account_blocked'],
  ['NO and nothing else', { ...refused, responseText: 'LOGIN failed' }, 'login_refused'],
  ['BAD and nothing else', { ...refused, responseStatus: 'BAD', responseText: 'Error in IMAP command' }, 'login_refused'],
  ['nobody listens', { code: 'ECONNREFUSED' }, 'connection_refused'],
  ['no such name', { code: 'ENOTFOUND' }, 'host_not_found'],
  ['no answer', { code: 'CONNECT_TIMEOUT' }, 'timeout'],
  ['reset', { code: 'ECONNRESET' }, 'connection_lost'],
  ['dropped after connect', { code: 'ClosedAfterConnectTLS' }, 'connection_lost'],
  ['self-signed', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'certificate_invalid'],
  ['other host', { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'certificate_invalid'],
  ['expired certificate', { code: 'CERT_HAS_EXPIRED' }, 'certificate_invalid'],
  ['plain port', { code: 'ERR_SSL_WRONG_VERSION_NUMBER' }, 'tls_failed'],
  ['no STARTTLS', { tlsFailed: true, message: 'Server does not support STARTTLS' }, 'starttls_unavailable'],
  ['never seen', { code: 'EWHATEVER' }, 'connection_lost'],
];

describe('classifyLoginFailure', () => {
  it.each(CASES)('%s', (_name, signal, code) => {
    expect(classifyLoginFailure(signal, { encrypted: true })).toBe(code);
  });

  it('tells a silent plain port from a slow TLS server', () => {
    expect(classifyLoginFailure({ code: 'GREETING_TIMEOUT' }, { encrypted: false })).toBe('not_imap');
    expect(classifyLoginFailure({ code: 'GREETING_TIMEOUT' }, { encrypted: true })).toBe('timeout');
  });

  it('makes only what needs the person permanent', () => {
    for (const [, signal, code] of CASES) {
      const needsPerson = CONNECT_CODES[code] === 'credential' || CONNECT_CODES[code] === 'policy';
      const error = loginError(Object.assign(new Error(signal.message), signal), { encrypted: true });
      expect(error).toBeInstanceOf(needsPerson ? PermanentError : TransientError);
    }
  });
});
