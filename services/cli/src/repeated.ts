// Errors whose message is what a server, a provider or a receiver said: words of others. They are shown as they came, also where they happen to be
// those of a sentence of ours.
import { CONNECT_CODES } from '@quittance/imap/classify-login-failure';

/** Failures to connect of which we speak ourselves, at least now and then. */
const OURS: ReadonlySet<string> = new Set([
  'host_not_found',
  'private_address_refused',
  'oauth_not_configured',
  'oauth_refused',
  'oauth_unreachable',
  'timeout',
]);

const REPEATED: ReadonlySet<string> = new Set([
  ...Object.keys(CONNECT_CODES).filter((code) => !OURS.has(code)),
  // Of a connection that was open.
  'folder_missing',
  'response_too_big',
  'server_refused',
  'throttled',
  // Of those who receive alerts, and of authorities of time stamps.
  'authority_failed',
  'authority_unreachable',
  'receiver_refused',
  'receiver_unreachable',
  'smtp_sign_in_failed',
  'smtp_tls_failed',
]);

export function repeatsOthers(code: string): boolean {
  return REPEATED.has(code);
}
