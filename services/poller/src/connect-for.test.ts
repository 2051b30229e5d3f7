// A token that the mail server does not take: one new one is tried, whatever reason the server gives.
import { PermanentError, TransientError } from '@quittance/domain/errors';
import { expect, it } from 'vitest';
import { connectFor } from './connect-for.ts';
import type { SessionDeps } from './poller-deps.ts';

const CONNECTION = { close() {} };
const VAULT = { open: () => Buffer.from(JSON.stringify({ kind: 'oauth', provider: 'microsoft', refreshToken: 'r' })) };

async function connectWith(signIn: 'password' | 'microsoft', refusal: Error): Promise<string[]> {
  const did: string[] = [];
  const deps = {
    limiter: { acquire: async () => {}, report() {} },
    traffic: { add() {} },
    vault: VAULT,
    accessTokens: { get: async () => 'token', forget: () => void did.push('forget') },
    source: {
      connectMailbox: async () => {
        did.push('dial');
        if (!did.includes('forget')) throw refusal;
        return CONNECTION;
      },
    },
  } as unknown as SessionDeps;
  const polled = { mailbox: { id: 'a', host: 'outlook.office365.com', signIn } } as Parameters<typeof connectFor>[1];
  await connectFor(deps, polled, 'live', new AbortController().signal).catch((error: Error) => did.push(error.message));
  return did;
}

it.each([new PermanentError('credential_refused', 'no'), new TransientError('login_refused', 'AUTHENTICATE failed.')])(
  'asks for a new token when one is refused: %s',
  async (refusal) => expect(await connectWith('microsoft', refusal)).toEqual(['dial', 'forget', 'dial']),
);

it('asks for none where the server is busy, and for no password twice', async () => {
  expect(await connectWith('microsoft', new TransientError('busy', 'later'))).toEqual(['dial', 'later']);
  expect(await connectWith('password', new PermanentError('credential_refused', 'no'))).toEqual(['dial', 'no']);
});

it('says nothing of the mail server, and takes no turn of it, where the token can’t be had', async () => {
  const did: string[] = [];
  const deps = {
    limiter: { acquire: async () => void did.push('turn'), report: (_: string, isUp: boolean) => void did.push(`up: ${isUp}`) },
    traffic: { add() {} },
    vault: VAULT,
    accessTokens: { get: () => Promise.reject(new TransientError('oauth_unreachable', 'no answer')), forget() {} },
    source: { connectMailbox: ({ auth }: { auth: () => Promise<unknown> }) => auth() },
  } as unknown as SessionDeps;
  const polled = { mailbox: { id: 'a', host: 'outlook.office365.com', signIn: 'microsoft' } } as Parameters<typeof connectFor>[1];
  await expect(connectFor(deps, polled, 'live', new AbortController().signal)).rejects.toMatchObject({ code: 'oauth_unreachable' });
  expect(did).toEqual([]);
});

it('waits for no server when the session is over, and closes the connection that comes of it', async () => {
  const { promise: dialled, resolve: answer } = Promise.withResolvers<object>();
  const { promise: closed, resolve: close } = Promise.withResolvers<void>();
  const deps = {
    limiter: { acquire: async () => {}, report() {} },
    traffic: { add() {} },
    source: { connectMailbox: () => dialled },
  } as unknown as SessionDeps;
  const polled = { mailbox: { id: 'a', host: 'imap.orange.fr', signIn: 'password' } } as Parameters<typeof connectFor>[1];
  const session = new AbortController();
  const connecting = connectFor(deps, polled, 'history', session.signal);
  session.abort(new Error('the session is over'));
  await expect(connecting).rejects.toThrow('the session is over');
  answer({ close });
  await closed;
});
