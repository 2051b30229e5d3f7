// Signing in on another device (RFC 8628): the person types a short code at the provider's page, and we ask now and then whether it is done.
// For terminals without a browser, and for pages that the provider may not send a browser back to. Microsoft only; see oauth-client.ts.
import { PermanentError, TransientError } from '@quittance/domain/errors';
import { clientFields, lasting } from './authorization-code.ts';
import type { OAuthClient } from './oauth-client.ts';
import { askEndpoint, errorOf, readGrant, saidBy, type Grant } from './token-endpoint.ts';

export interface DeviceSignIn {
  /** What the person types. */
  readonly userCode: string;
  /** Where. */
  readonly verificationUrl: string;
  /** Not to be shown. */
  readonly deviceCode: string;
  /** Seconds to wait between two questions. */
  readonly intervalS: number;
  readonly expiresInS: number;
}

export type DeviceAnswer =
  | { readonly kind: 'waiting'; readonly slowDown: boolean }
  | { readonly kind: 'granted'; readonly grant: Grant & { readonly refreshToken: string } };

const DEFAULT_INTERVAL_S = 5;

/** @throws PermanentError `device_unavailable`, `oauth_refused`; TransientError `oauth_unreachable`. */
export async function beginDevice(client: OAuthClient): Promise<DeviceSignIn> {
  const { device } = client.endpoints;
  if (device === null) throw new PermanentError('device_unavailable', `${client.provider} offers no sign-in by code for mail`);
  const { ok, body } = await askEndpoint(device, { client_id: client.clientId, scope: client.scope });
  if (!ok) throw new PermanentError('oauth_refused', saidBy(body));
  const userCode = body['user_code'];
  const deviceCode = body['device_code'];
  const verificationUrl = body['verification_uri'];
  if (typeof userCode !== 'string' || typeof deviceCode !== 'string' || !isWebAddress(verificationUrl))
    throw new TransientError('oauth_unreachable', 'the answer holds no code');
  return {
    userCode,
    deviceCode,
    verificationUrl,
    intervalS: Math.max(1, Number(body['interval']) || DEFAULT_INTERVAL_S),
    expiresInS: Number(body['expires_in']) || 900,
  };
}

/** Asks once. @throws PermanentError `consent_ended` (refused or too late), `oauth_refused`, `permission_not_lasting`; TransientError `oauth_unreachable`. */
export async function pollDevice(client: OAuthClient, deviceCode: string): Promise<DeviceAnswer> {
  const form = { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: deviceCode, ...clientFields(client) };
  const answer = await askEndpoint(client.endpoints.token, form);
  const code = answer.ok ? null : errorOf(answer.body);
  if (code === 'authorization_pending') return { kind: 'waiting', slowDown: false };
  if (code === 'slow_down') return { kind: 'waiting', slowDown: true };
  if (code === 'expired_token' || code === 'authorization_declined') throw new PermanentError('consent_ended', saidBy(answer.body));
  return { kind: 'granted', grant: lasting(readGrant(answer)) };
}

function isWebAddress(value: unknown): value is string {
  return typeof value === 'string' && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
