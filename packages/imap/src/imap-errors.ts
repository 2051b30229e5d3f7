// Errors of commands after the login, translated once. Nearly all are transient: a server that says NO today may say OK in a minute, and
// nothing is ever taken for "there is no such message" because a command failed.
import { PermanentError, TransientError } from '@quittance/domain/errors';
import type { LoginSignal } from './classify-login-failure.ts';

const BUSY_CODES = new Set(['LIMIT', 'INUSE', 'UNAVAILABLE', 'SERVERBUG']);
const TOO_BIG_CODES = new Set(['LiteralTooLarge', 'ResponseTooLarge', 'LineTooLarge', 'TooManyTokens', 'TooManyResponses']);

/** `folder_missing` is the only permanent one. */
export function commandError(error: unknown, command: string): TransientError | PermanentError {
  if (error instanceof TransientError || error instanceof PermanentError) return error;
  const signal = error as LoginSignal & { mailboxMissing?: boolean };
  const text = `${command}: ${signal.responseText ?? signal.message ?? 'failed'}`.slice(0, 300);
  const code = signal.code ?? '';
  const serverCode = signal.serverResponseCode ?? codeInResponse(error);
  // `NotFound` is the library's own word after a refused STATUS.
  if (signal.mailboxMissing || serverCode === 'NONEXISTENT' || code === 'NotFound') {
    return new PermanentError('folder_missing', text, { cause: error });
  }
  // Too much was asked for: live reading waits as told, the reading of history far longer.
  if (code === 'ETHROTTLE' || serverCode === 'OVERQUOTA') {
    return new TransientError('throttled', text, { cause: error, retryAfterMs: signal.throttleReset ?? 60_000 });
  }
  if (BUSY_CODES.has(serverCode)) return new TransientError('busy', text, { cause: error });
  if (TOO_BIG_CODES.has(code)) return new TransientError('response_too_big', text, { cause: error });
  // Microsoft says so for a mailbox whose IMAP is off, and now and then for a healthy one.
  if (/authenticated but not connected/i.test(text)) return new TransientError('busy', text, { cause: error, retryAfterMs: 5 * 60_000 });
  if (signal.responseStatus === 'NO' || signal.responseStatus === 'BAD') {
    return new TransientError('server_refused', text, { cause: error });
  }
  return new TransientError('connection_lost', text, { cause: error });
}

/** `[OVERQUOTA]` of the tagged answer, which the library names for a login only. */
function codeInResponse(error: unknown): string {
  const { response } = error as { response?: { attributes?: readonly { section?: readonly { value?: string }[] }[] } };
  return response?.attributes?.[0]?.section?.[0]?.value?.toUpperCase() ?? '';
}
