// Fresh access tokens for connections. One that lives long enough is used again; else the refresh token is exchanged under the mailbox's lock,
// and the token that replaces it is saved before the new access token is used: a rotated token that is lost ends the permission (Microsoft
// drops unrotated ones after 90 days).
import { PermanentError } from '@quittance/domain/errors';
import type { Clock } from '@quittance/domain/instant';
import { clientFields } from './authorization-code.ts';
import type { OAuthClients, OAuthProvider } from './oauth-client.ts';
import { askEndpoint, readGrant } from './token-endpoint.ts';

export interface AccessTokenDeps {
  readonly clients: OAuthClients;
  readonly clock: Clock;
  /**
   * Runs `renew` with the newest refresh token while nobody else does for this mailbox, and saves the token it returns when that is another one.
   */
  readonly withRefreshToken: (mailboxId: string, renew: (refreshToken: string) => Promise<string>) => Promise<void>;
}

export interface AccessTokens {
  /** @throws PermanentError `oauth_not_configured`, `consent_ended`, `oauth_refused`; TransientError `oauth_unreachable`. */
  get(mailboxId: string, provider: OAuthProvider): Promise<string>;
  /** The server refused the token although it should live: the next `get` asks for another one. */
  forget(mailboxId: string): void;
}

/** A connection that is being made must not outlive its token at once. */
const RENEW_BEFORE_MS = 5 * 60_000;

export function createAccessTokens(deps: AccessTokenDeps): AccessTokens {
  const known = new Map<string, { readonly token: string; readonly expiresAtMs: number }>();

  async function renew(mailboxId: string, provider: OAuthProvider): Promise<string> {
    const client = deps.clients[provider];
    if (!client) throw notConfigured(provider);
    await deps.withRefreshToken(mailboxId, async (refreshToken) => {
      const form = { grant_type: 'refresh_token', refresh_token: refreshToken, scope: client.scope, ...clientFields(client) };
      const grant = readGrant(await askEndpoint(client.endpoints.token, form));
      known.set(mailboxId, { token: grant.accessToken, expiresAtMs: deps.clock.now().getTime() + grant.expiresInS * 1000 });
      return grant.refreshToken ?? refreshToken;
    });
    return known.get(mailboxId)!.token;
  }

  return {
    async get(mailboxId, provider) {
      const now = known.get(mailboxId);
      if (now && now.expiresAtMs - RENEW_BEFORE_MS > deps.clock.now().getTime()) return now.token;
      return renew(mailboxId, provider);
    },
    forget: (mailboxId) => void known.delete(mailboxId),
  };
}

export function notConfigured(provider: OAuthProvider): PermanentError {
  const setting = provider === 'google' ? 'GOOGLE_CLIENT_ID' : 'MICROSOFT_CLIENT_ID';
  return new PermanentError('oauth_not_configured', `this installation has no OAuth client for ${provider}: set ${setting}.`);
}
