// Questions to a token endpoint (RFC 6749 §3.2) and what its answers mean. The endpoint is the provider's, fixed in oauth-client.ts; its
// answers are still read within limits and checked for their shape.
import { PermanentError, TransientError } from '@quittance/domain/errors';

export interface Grant {
  readonly accessToken: string;
  /** Seconds the access token lives. */
  readonly expiresInS: number;
  /** A new one replaces the old one, which may die; null: the old one stays. */
  readonly refreshToken: string | null;
}

export type Answer = Readonly<Record<string, unknown>>;

const TIMEOUT_MS = 20_000;
const ANSWER_BYTES_MAX = 64 * 1024;
/** What providers give where they say nothing. */
const DEFAULT_LIFE_S = 3_600;

/** @throws TransientError `oauth_unreachable`: no answer, or one that says nothing of the grant. */
export async function askEndpoint(url: string, form: Readonly<Record<string, string>>): Promise<{ ok: boolean; body: Answer }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await readLimited(response);
    if (response.status >= 500 || response.status === 429) throw new Error(`the server answered ${response.status}`);
    const body: unknown = JSON.parse(text);
    if (typeof body !== 'object' || body === null) throw new Error('the answer is no object');
    return { ok: response.ok, body: body as Answer };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TransientError('oauth_unreachable', `${new URL(url).host} gave no usable answer: ${reason}`, { cause });
  }
}

/**
 * @throws PermanentError `consent_ended` where the person must agree anew, `oauth_refused` where the client is wrong; TransientError
 * `oauth_unreachable` where the provider is busy or ill, or says nothing of the grant.
 */
export function readGrant({ ok, body }: { readonly ok: boolean; readonly body: Answer }): Grant {
  if (!ok) throw refusal(body);
  const { access_token: accessToken, expires_in: life, refresh_token: refreshToken } = body;
  if (typeof accessToken !== 'string' || accessToken === '')
    throw new TransientError('oauth_unreachable', 'the answer holds no access token');
  const expiresInS = Number(life);
  return {
    accessToken,
    expiresInS: Number.isFinite(expiresInS) && expiresInS > 0 ? expiresInS : DEFAULT_LIFE_S,
    refreshToken: typeof refreshToken === 'string' && refreshToken !== '' ? refreshToken : null,
  };
}

/** Microsoft says the first with 400, Google the last two; RFC 6749 §4.1.2.1 has the first two. A mailbox is not stopped over any of them. */
const PASSES: ReadonlySet<string> = new Set(['temporarily_unavailable', 'server_error', 'rate_limit_exceeded', 'internal_failure']);

// `invalid_grant`: expired, revoked, or the password changed. `access_denied`: the person said no. What else has a code is the client's fault.
function refusal(body: Answer): PermanentError | TransientError {
  const code = errorOf(body);
  const said = saidBy(body);
  if (PASSES.has(code) || code === NO_CODE) return new TransientError('oauth_unreachable', said);
  const isPersons = code === 'invalid_grant' || code === 'access_denied' || code === 'interaction_required';
  return new PermanentError(isPersons ? 'consent_ended' : 'oauth_refused', said);
}

/** A gateway in between, or an API that is not RFC 6749's. */
const NO_CODE = 'unknown';

/** The code of RFC 6749 §5.2. */
export function errorOf(body: Answer): string {
  const { error } = body;
  return typeof error === 'string' && error !== '' ? error : NO_CODE;
}

/** For a person; one line, however long the answer. */
export function saidBy(body: Answer): string {
  const { error_description: said } = body;
  return (typeof said === 'string' ? said : errorOf(body)).split('\n')[0]!.slice(0, 300);
}

async function readLimited(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > ANSWER_BYTES_MAX) throw new Error('the answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
