// `mailbox add --oauth`: the provider's own sign-in from a terminal. Google sends the browser back to a port of this machine (RFC 8252 §7.3);
// Microsoft gives a code that is typed on any device (RFC 8628), which also works over ssh.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { PermanentError } from '@quittance/domain/errors';
import { beginSignIn, finishSignIn } from '@quittance/oauth/authorization-code';
import { notConfigured } from '@quittance/oauth/access-tokens';
import { beginDevice, pollDevice } from '@quittance/oauth/device-code';
import type { OAuthClient, OAuthClients, OAuthProvider } from '@quittance/oauth/oauth-client';
import type { Grant } from '@quittance/oauth/token-endpoint';
import type { Words } from './words.ts';

export type LastingGrant = Grant & { readonly refreshToken: string };

export interface SignInDeps {
  readonly clients: OAuthClients;
  readonly words: Words;
  /** To the person; not part of what a program reads. */
  readonly say: (text: string) => void;
}

const PATIENCE_MS = 15 * 60_000;

/** @throws PermanentError `usage`, `oauth_not_configured`, `consent_ended`, `oauth_refused`, `sign_in_late`; TransientError `oauth_unreachable`. */
export async function signIn(deps: SignInDeps, wanted: string, address: string): Promise<LastingGrant> {
  if (wanted !== 'google' && wanted !== 'microsoft')
    throw new PermanentError('usage', `"${wanted}" is no provider: use --oauth google or --oauth microsoft.`);
  const client = deps.clients[wanted satisfies OAuthProvider];
  if (!client) throw notConfigured(wanted);
  return client.endpoints.device === null ? byBrowser(deps, client, address) : byCode(deps, client);
}

async function byCode({ words, say }: SignInDeps, client: OAuthClient): Promise<LastingGrant> {
  const device = await beginDevice(client);
  say(words.signInByCode(device.verificationUrl, device.userCode));
  const endsAt = Date.now() + device.expiresInS * 1000;
  for (let waitS = device.intervalS; Date.now() < endsAt;) {
    await wait(waitS * 1000);
    const answer = await pollDevice(client, device.deviceCode);
    if (answer.kind === 'granted') return answer.grant;
    if (answer.slowDown) waitS += 5;
  }
  throw late();
}

async function byBrowser({ words, say }: SignInDeps, client: OAuthClient, address: string): Promise<LastingGrant> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const redirectUri = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const { url, pending } = beginSignIn(client, { address, redirectUri });
  try {
    const back = new Promise<URLSearchParams>((resolve, reject) => {
      const timer = setTimeout(() => reject(late()), PATIENCE_MS);
      server.on('request', (request, response) => {
        const { searchParams } = new URL(request.url ?? '/', redirectUri);
        // Browsers ask for an icon as well.
        if (!searchParams.has('state')) return void response.writeHead(404).end();
        response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' }).end(`${words.signInBack}\n`);
        clearTimeout(timer);
        resolve(searchParams);
      });
    });
    say(words.signInByBrowser(url));
    return await finishSignIn(client, pending, await back);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

function late(): PermanentError {
  return new PermanentError('sign_in_late', 'nobody signed in within a quarter of an hour: run this again.');
}
