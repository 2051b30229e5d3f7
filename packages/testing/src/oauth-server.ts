// An OAuth 2.0 provider for tests, over HTTP on loopback: the sign-in page (which agrees at once), the token endpoint with PKCE, rotation of
// refresh tokens and short-lived access tokens, the device flow, and the question a mail server asks about a token.
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OAuthClient } from '@quittance/oauth/oauth-client';

export interface OAuthServer {
  readonly url: string;
  /** Who has signed in on the provider's page in this browser; null refuses. */
  account: string | null;
  /** Seconds an access token lives. */
  lifeS: number;
  /** Whether it gives refresh tokens. */
  isLasting: boolean;
  /** The token endpoint answers so instead of by itself. */
  broken: { readonly status: number; readonly body: string } | null;
  /** Questions to the token endpoint, by grant type. */
  readonly asked: string[];
  /** Takes back every access token that was given. */
  endAccess(): void;
  /** Takes back the person's permission. */
  endGrants(): void;
  /** Somebody typed the code on the provider's page. */
  typeCode(userCode: string): void;
  client(provider: 'google' | 'microsoft'): OAuthClient;
  /** A refresh token as an earlier sign-in left it. */
  grant(): string;
  stop(): Promise<void>;
}

type Form = URLSearchParams;
interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly location?: string;
}

export async function startOAuthServer(): Promise<OAuthServer> {
  const codes = new Map<string, { challenge: string; redirectUri: string }>();
  const refreshTokens = new Set<string>();
  const accessTokens = new Map<string, string>();
  const devices = new Map<string, { userCode: string; typed: boolean }>();
  const http = createServer((request, response) => {
    void answer(request).then(({ status, body, location }) => {
      response.writeHead(status, { 'Content-Type': 'application/json', ...(location !== undefined && { Location: location }) });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  }).listen(0, '127.0.0.1');
  await once(http, 'listening');
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const token = (): string => randomBytes(12).toString('hex');

  async function answer(request: IncomingMessage): Promise<Answer> {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    if (pathname === '/authorize') return authorize(searchParams);
    if (pathname === '/introspect') return introspect(searchParams.get('access_token') ?? '');
    const form = new URLSearchParams(await readBody(request));
    if (pathname === '/device') return beginDevice();
    server.asked.push(form.get('grant_type') ?? '');
    return server.broken ?? tokens(form);
  }

  function authorize(query: Form): Answer {
    const back = new URL(query.get('redirect_uri') ?? url);
    back.searchParams.set('state', query.get('state') ?? '');
    if (server.account === null) back.searchParams.set('error', 'access_denied');
    else {
      const code = token();
      codes.set(code, { challenge: query.get('code_challenge') ?? '', redirectUri: query.get('redirect_uri') ?? '' });
      back.searchParams.set('code', code);
    }
    return { status: 302, body: '', location: back.href };
  }

  function beginDevice(): Answer {
    const deviceCode = token();
    const userCode = token().slice(0, 8).toUpperCase();
    devices.set(deviceCode, { userCode, typed: false });
    return {
      status: 200,
      body: { user_code: userCode, device_code: deviceCode, verification_uri: `${url}/code`, interval: 1, expires_in: 900 },
    };
  }

  function tokens(form: Form): Answer {
    const kind = form.get('grant_type');
    if (kind === 'authorization_code') {
      const asked = codes.get(form.get('code') ?? '');
      codes.delete(form.get('code') ?? '');
      const challenge = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      const isRight = asked && asked.challenge === challenge && asked.redirectUri === form.get('redirect_uri');
      return isRight ? give() : refuse('invalid_grant');
    }
    if (kind === 'refresh_token') return refreshTokens.delete(form.get('refresh_token') ?? '') ? give() : refuse('invalid_grant');
    const device = devices.get(form.get('device_code') ?? '');
    if (!device) return refuse('expired_token');
    return device.typed ? give() : refuse('authorization_pending');
  }

  function give(): Answer {
    const accessToken = token();
    const refreshToken = token();
    accessTokens.set(accessToken, server.account ?? '');
    refreshTokens.add(refreshToken);
    return {
      status: 200,
      body: {
        access_token: accessToken,
        ...(server.isLasting && { refresh_token: refreshToken }),
        expires_in: server.lifeS,
        token_type: 'Bearer',
      },
    };
  }

  function refuse(error: string): Answer {
    return { status: 400, body: { error, error_description: `${error} says the test` } };
  }

  function introspect(accessToken: string): Answer {
    const username = accessTokens.get(accessToken);
    return { status: 200, body: username === undefined ? { active: false } : { active: true, username } };
  }

  const server: OAuthServer = {
    url,
    account: 'ana@example.org',
    lifeS: 3_600,
    isLasting: true,
    broken: null,
    asked: [],
    endAccess: () => accessTokens.clear(),
    endGrants: () => refreshTokens.clear(),
    typeCode(userCode) {
      for (const device of devices.values()) if (device.userCode === userCode) device.typed = true;
    },
    client: (provider) => ({
      provider,
      clientId: 'a client',
      scope: 'mail',
      endpoints: { authorize: `${url}/authorize`, token: `${url}/token`, device: provider === 'microsoft' ? `${url}/device` : null },
      extra: {},
    }),
    grant() {
      const refreshToken = token();
      refreshTokens.add(refreshToken);
      return refreshToken;
    },
    async stop() {
      http.close();
      http.closeAllConnections();
      await once(http, 'close');
    },
  };
  return server;
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
