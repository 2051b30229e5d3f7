// The two providers that let programs read mail by OAuth 2.0, and the client of this installation at each. Addresses and scopes are the
// providers' own (Google: "Gmail IMAP, OAuth 2.0 mechanism"; Microsoft: "Authenticate an IMAP connection using OAuth").

export type OAuthProvider = 'google' | 'microsoft';

interface OAuthEndpoints {
  readonly authorize: string;
  readonly token: string;
  /** null: no device flow gives this provider's mail scope. */
  readonly device: string | null;
}

export interface OAuthClient {
  readonly provider: OAuthProvider;
  readonly clientId: string;
  /** Google gives one to desktop programs too, and wants it back; it is no secret there. */
  readonly clientSecret?: string | undefined;
  readonly scope: string;
  readonly endpoints: OAuthEndpoints;
  /** What the sign-in page needs beyond the standard, so that a lasting grant comes of it. */
  readonly extra: Readonly<Record<string, string>>;
}

export type OAuthClients = Readonly<Partial<Record<OAuthProvider, OAuthClient>>>;

export interface OAuthConfig {
  readonly GOOGLE_CLIENT_ID?: string | undefined;
  readonly GOOGLE_CLIENT_SECRET?: string | undefined;
  readonly MICROSOFT_CLIENT_ID?: string | undefined;
}

const MICROSOFT = 'https://login.microsoftonline.com/common/oauth2/v2.0';

/** The clients that the operator registered; a provider without one is not offered. */
export function oauthClients(config: OAuthConfig): OAuthClients {
  const { GOOGLE_CLIENT_ID: google, GOOGLE_CLIENT_SECRET: clientSecret, MICROSOFT_CLIENT_ID: microsoft } = config;
  return {
    ...(google && {
      google: {
        provider: 'google',
        clientId: google,
        clientSecret,
        // IMAP is granted with this one only, though nothing is ever written.
        scope: 'https://mail.google.com/',
        endpoints: {
          authorize: 'https://accounts.google.com/o/oauth2/v2/auth',
          token: 'https://oauth2.googleapis.com/token',
          device: null,
        },
        // Without both Google gives no refresh token to somebody who agreed before.
        extra: { access_type: 'offline', prompt: 'consent' },
      },
    }),
    ...(microsoft && {
      microsoft: {
        provider: 'microsoft',
        clientId: microsoft,
        scope: 'https://outlook.office.com/IMAP.AccessAsUser.All offline_access',
        endpoints: { authorize: `${MICROSOFT}/authorize`, token: `${MICROSOFT}/token`, device: `${MICROSOFT}/devicecode` },
        extra: { prompt: 'select_account' },
      },
    }),
  };
}
