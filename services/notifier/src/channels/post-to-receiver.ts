// One HTTP POST to a host that a person named. The name is resolved once, every answer is checked, and the checked address is dialled.
// Redirects are refused: they would lead past the check. Of the answer only its status is looked at, so that nothing of a host inside
// the operator's network can be read through it.
import { PermanentError, TransientError } from '@quittance/domain/errors';
import type { OutboundAddress } from '@quittance/runtime/outbound';
import { Agent, request } from 'undici';

export interface PostDeps {
  /** @throws PermanentError `private_address_refused`, `host_not_found`; TransientError `host_not_found`. */
  readonly resolveHost: (host: string) => Promise<OutboundAddress>;
  readonly timeoutMs: number;
}

export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** Statuses that mean that there is nobody any more; 404 is none by itself. */
  readonly gone?: { readonly statuses: readonly number[]; readonly code: string };
}

export const POST_TIMEOUT_MS = 10_000;
const ANSWER_BYTES_MAX = 4_096;
/** Longer waits than this are the receiver's wish, not ours. */
const RETRY_AFTER_MAX_MS = 6 * 3_600_000;

/** @returns the status of a success (2xx). */
export async function postToReceiver(deps: PostDeps, post: Post): Promise<{ readonly status: number }> {
  const { hostname } = new URL(post.url);
  const address = await deps.resolveHost(hostname);
  const agent = new Agent({
    allowH2: false,
    connect: { timeout: deps.timeoutMs, lookup: (_host, _options, done) => done(null, [{ ...address }]) },
  });
  try {
    return await exchange(agent, deps.timeoutMs, post);
  } finally {
    // Nothing is kept open: the next delivery resolves and checks anew.
    await agent.destroy();
  }
}

async function exchange(agent: Agent, timeoutMs: number, post: Post): Promise<{ readonly status: number }> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const headers = { 'user-agent': 'Quittance', ...post.headers };
    // undici follows no redirects unless told to.
    const response = await request(post.url, { method: 'POST', headers, body: post.body, dispatcher: agent, signal });
    await response.body.dump({ limit: ANSWER_BYTES_MAX, signal }).catch(() => {}); // The status counts; the rest may break off.
    if (post.gone?.statuses.includes(response.statusCode)) throw new PermanentError(post.gone.code, `HTTP ${response.statusCode}`);
    return judge(response.statusCode, String(response.headers['retry-after'] ?? ''));
  } catch (error) {
    if (error instanceof PermanentError || error instanceof TransientError) throw error;
    if (signal.aborted) throw new TransientError('receiver_timeout', `no answer within ${timeoutMs / 1000} seconds`, { cause: error });
    const code = (error as NodeJS.ErrnoException).code ?? 'connection failed';
    throw new TransientError('receiver_unreachable', code, { cause: error });
  }
}

// Proxies answer 404 while what is behind them restarts, so only 410 ("gone", Standard Webhooks) and redirects are final.
function judge(status: number, retryAfter: string): { readonly status: number } {
  if (status >= 200 && status < 300) return { status };
  const answer = `HTTP ${status}`;
  if (status >= 300 && status < 400) throw new PermanentError('redirect_refused', answer);
  if (status === 410) throw new PermanentError('receiver_refused', answer);
  const seconds = /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : null;
  const wait = seconds === null ? {} : { retryAfterMs: Math.min(seconds * 1000, RETRY_AFTER_MAX_MS) };
  throw new TransientError(status >= 500 ? 'receiver_failed' : 'receiver_refused', answer, wait);
}
