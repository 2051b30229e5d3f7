// Signing in through the browser: authorization code with PKCE (RFC 6749 §4.1, RFC 7636), coming back to an address of this installation
// (RFC 8252 §7.3 where that is a loopback one). Pure but for the one question at the end.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { PermanentError } from '@quittance/domain/errors';
import type { OAuthClient } from './oauth-client.ts';
import { askEndpoint, readGrant, type Grant } from './token-endpoint.ts';

/** What must be remembered, out of others' sight, until the browser comes back. */
export interface PendingSignIn {
  readonly state: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

export function beginSignIn(client: OAuthClient, input: { address: string; redirectUri: string }): { url: string; pending: PendingSignIn } {
  const pending = {
    state: randomBytes(24).toString('base64url'),
    verifier: randomBytes(48).toString('base64url'),
    redirectUri: input.redirectUri,
  };
  const url = new URL(client.endpoints.authorize);
  const query = {
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: input.redirectUri,
    scope: client.scope,
    state: pending.state,
    code_challenge: createHash('sha256').update(pending.verifier).digest('base64url'),
    code_challenge_method: 'S256',
    login_hint: input.address,
    ...client.extra,
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return { url: url.href, pending };
}

/**
 * What came back with the browser, exchanged for a grant.
 * @throws PermanentError `sign_in_mixed_up` for another sign-in's answer, `consent_ended`, `oauth_refused`, `permission_not_lasting`; TransientError `oauth_unreachable`.
 */
export async function finishSignIn(
  client: OAuthClient,
  pending: PendingSignIn,
  back: URLSearchParams,
): Promise<Grant & { readonly refreshToken: string }> {
  if (!isSame(back.get('state') ?? '', pending.state)) {
    throw new PermanentError('sign_in_mixed_up', 'the answer belongs to another sign-in; begin again.');
  }
  const code = back.get('code');
  if (code === null) {
    const said = { error: back.get('error') ?? 'unknown', error_description: back.get('error_description') ?? undefined };
    return lasting(readGrant({ ok: false, body: said }));
  }
  const form = {
    grant_type: 'authorization_code',
    code,
    redirect_uri: pending.redirectUri,
    code_verifier: pending.verifier,
    ...clientFields(client),
  };
  return lasting(readGrant(await askEndpoint(client.endpoints.token, form)));
}

export function clientFields({ clientId, clientSecret }: OAuthClient): Record<string, string> {
  return { client_id: clientId, ...(clientSecret !== undefined && { client_secret: clientSecret }) };
}

/** @throws PermanentError `permission_not_lasting`: an hour of reading is not what was asked for. */
export function lasting(grant: Grant): Grant & { readonly refreshToken: string } {
  const { refreshToken } = grant;
  if (refreshToken === null)
    throw new PermanentError('permission_not_lasting', 'the provider gave no lasting permission (no refresh token)');
  return { ...grant, refreshToken };
}

function isSame(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
