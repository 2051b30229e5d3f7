// Secrets that a person or a browser holds: sign-in links, sessions, API tokens. 256 random bits, of which only the SHA-256 is
// stored: enough, because there is nothing to guess, and a leaked table opens no door.
import { createHash, randomBytes } from 'node:crypto';

export function newSecretToken(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url');
}

export function hashSecretToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
