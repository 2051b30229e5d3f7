// A connection for a mailbox: waits for its turn, opens a password only then, and closes with the session.
import { PermanentError, TransientError } from '@quittance/domain/errors';
import { failureKindOf, type FailureKind } from '@quittance/imap/classify-login-failure';
import type { ImapAuth } from '@quittance/imap/connect-mailbox';
import type { ImapConnection } from '@quittance/imap/connection';
import { openCredential, type PolledMailbox } from '@quittance/store/mailboxes';
import type { SessionDeps } from './poller-deps.ts';

/** What is under way may end by itself for so long before the connection is cut. */
const GRACE_MS = 1_000;

/** @throws TransientError or PermanentError with a code of the table of failed logins. */
export async function connectFor(
  deps: SessionDeps,
  polled: PolledMailbox,
  purpose: 'live' | 'history',
  signal: AbortSignal,
): Promise<ImapConnection> {
  const { mailbox } = polled;
  // Before its turn: a provider whose tokens can't be had is no word on the mail server, and costs no login there.
  if (mailbox.signIn !== 'password') {
    const granted = authFor(deps, polled);
    await unlessAborted(granted, signal);
    signal.throwIfAborted();
    await granted;
  }
  await deps.limiter.acquire({ host: mailbox.host, mailboxId: mailbox.id, purpose }, signal);
  const dialling = dialWith(deps, polled, purpose);
  // A server that takes minutes to answer must not hold up the end of the session: only after it the live connection is dialled anew.
  await unlessAborted(dialling, signal);
  if (!signal.aborted) return dialling;
  void dialling.then(
    (late) => late.close(),
    () => {}, // Whatever it was, nobody waits for it.
  );
  throw signal.reason;
}

/** Until it is over, one way or the other, or the signal comes. */
async function unlessAborted(work: Promise<unknown>, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const end = (): void => resolve();
  signal.addEventListener('abort', end, { once: true });
  work.then(end, end);
  if (signal.aborted) end();
  await promise;
  signal.removeEventListener('abort', end);
}

/** Microsoft's server gives no reason for a token that it does not take. */
const REFUSED: ReadonlySet<string> = new Set(['credential_refused', 'login_refused']);

// A token that the server refuses while it should live was taken back, or the server's clock runs ahead: one new token tells.
async function dialWith(deps: SessionDeps, polled: PolledMailbox, purpose: 'live' | 'history'): Promise<ImapConnection> {
  const { mailbox } = polled;
  try {
    return await dial(deps, polled, purpose);
  } catch (error) {
    const isRefused = (error instanceof PermanentError || error instanceof TransientError) && REFUSED.has(error.code);
    if (mailbox.signIn === 'password' || !isRefused) throw error;
    deps.accessTokens.forget(mailbox.id);
    return dial(deps, polled, purpose);
  }
}

async function dial(deps: SessionDeps, polled: PolledMailbox, purpose: 'live' | 'history'): Promise<ImapConnection> {
  const { mailbox } = polled;
  const compress = purpose === 'live' ? 'never' : deps.compressLoopback ? 'always' : 'remote';
  // The token that is known; where its time ran out meanwhile, what its provider says is not reported of the host.
  const granted = mailbox.signIn === 'password' ? null : await authFor(deps, polled);
  try {
    const connection = await deps.source.connectMailbox({
      settings: mailbox,
      auth: async () => granted ?? authFor(deps, polled),
      resolveHost: deps.resolveHost,
      compress,
      ...(deps.tlsCa === undefined ? {} : { tlsCa: deps.tlsCa }),
    });
    deps.limiter.report(mailbox.host, true);
    deps.traffic.add(mailbox.id, connection, purpose);
    return connection;
  } catch (error) {
    deps.limiter.report(mailbox.host, !isHostsDoing(error));
    throw error;
  }
}

const HOSTS_DOING: ReadonlySet<FailureKind | undefined> = new Set(['busy', 'network']);

function isHostsDoing(error: unknown): boolean {
  return error instanceof TransientError && HOSTS_DOING.has(failureKindOf(error.code));
}

/** @returns the function that takes the watch away again. */
export function closeOnAbort(connection: ImapConnection, signal: AbortSignal): () => void {
  let timer: NodeJS.Timeout | undefined;
  const onAbort = (): void => {
    timer = setTimeout(() => connection.close(), GRACE_MS);
  };
  signal.addEventListener('abort', onAbort, { once: true });
  return () => {
    signal.removeEventListener('abort', onAbort);
    clearTimeout(timer);
  };
}

async function authFor(deps: SessionDeps, { mailbox, sealedCredential }: PolledMailbox): Promise<ImapAuth> {
  const credential = openCredential(deps.vault, mailbox.id, sealedCredential);
  if (credential.kind === 'password') return { user: mailbox.username, pass: credential.password };
  return { user: mailbox.username, accessToken: await deps.accessTokens.get(mailbox.id, credential.provider) };
}
