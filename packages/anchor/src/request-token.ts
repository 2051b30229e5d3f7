// Asks one authority for a token over HTTP (RFC 3161 §3.4). The name is resolved once, every answer is checked, and the checked address is dialled;
// redirects are refused, since they would lead past the check. What comes back is verified before anybody keeps it. What goes out is a hash
// that says nothing by itself, and a random number.
import { createHash, randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { PermanentError, TransientError } from '@quittance/domain/errors';
import type { Clock } from '@quittance/domain/instant';
import type { OutboundAddress } from '@quittance/runtime/outbound';
import { TAG, writeDer, writeInteger, writeOid } from './der.ts';
import { TokenError, verifyToken, type TokenExpectation, type VerifiedToken } from './verify-token.ts';

export interface RequestDeps {
  /** @throws PermanentError `private_address_refused`, `host_not_found`; TransientError `host_not_found`. */
  readonly resolveHost: (host: string) => Promise<OutboundAddress>;
  readonly clock: Clock;
  readonly roots: readonly string[];
  readonly timeoutMs: number;
  /** For tests. */
  readonly nonce?: () => Buffer;
}

export interface StampedToken extends VerifiedToken {
  /** The whole response, as `openssl ts -verify -in` reads it. */
  readonly token: Buffer;
}

export const TOKEN_TIMEOUT_MS = 15_000;
const RESPONSE_BYTES_MAX = 200_000;
/** The authority's clock and ours may differ by this; more, and one of them is wrong. */
const CLOCKS_APART_MS_MAX = 15 * 60_000;
const SHA256 = '2.16.840.1.101.3.4.2.1';

/** @throws TokenError, PermanentError or TransientError: whatever the authority does, nothing else. */
export async function requestToken(deps: RequestDeps, authority: string, data: Buffer): Promise<StampedToken> {
  const { url, policy } = readAuthority(authority);
  const nonce = deps.nonce?.() ?? randomBytes(16);
  const token = await exchange(deps, url, writeRequest(data, nonce, policy));
  const expected: TokenExpectation = { data, nonce, policy, roots: deps.roots };
  const verified = verifyToken(token, expected);
  const apartMs = Math.abs(Date.parse(verified.genAt) - deps.clock.now().getTime());
  if (apartMs > CLOCKS_APART_MS_MAX) {
    throw new TokenError('implausible_time', `the authority says it is ${verified.genAt}: is the clock of this machine right?`);
  }
  return { ...verified, token };
}

/** `http://host/path#policy=OID` asks for that policy. */
function readAuthority(authority: string): { readonly url: URL; readonly policy: string | undefined } {
  const url = new URL(authority);
  const policy = /^#policy=([\d.]{3,100})$/.exec(url.hash)?.[1];
  url.hash = '';
  return { url, policy };
}

function writeRequest(data: Buffer, nonce: Buffer, policy?: string): Buffer {
  const imprint = writeDer(
    TAG.sequence,
    writeDer(TAG.sequence, writeOid(SHA256), new Uint8Array([0x05, 0x00])),
    writeDer(TAG.octets, createHash('sha256').update(data).digest()),
  );
  const fields = [writeInteger(new Uint8Array([1])), imprint, ...(policy ? [writeOid(policy)] : []), writeInteger(nonce)];
  // certReq: the certificates come with the token, so that it can be verified when the authority is gone.
  return Buffer.from(writeDer(TAG.sequence, ...fields, writeDer(TAG.boolean, new Uint8Array([0xff]))));
}

async function exchange({ resolveHost, timeoutMs }: RequestDeps, url: URL, body: Buffer): Promise<Buffer> {
  const address = await resolveHost(url.hostname);
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const signal = AbortSignal.timeout(timeoutMs);
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => reject(signal.aborted ? tooSlow(timeoutMs, error) : unreachable(error));
    const request = send(
      {
        host: address.address,
        family: address.family,
        port: url.port || undefined,
        path: url.pathname + url.search,
        method: 'POST',
        ...(isIP(url.hostname.replace(/^\[|\]$/g, '')) ? {} : { servername: url.hostname }),
        headers: {
          host: url.host,
          'content-type': 'application/timestamp-query',
          accept: 'application/timestamp-reply',
          'content-length': body.length,
          'user-agent': 'Quittance',
        },
        agent: false,
        signal,
      },
      (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('error', fail);
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > RESPONSE_BYTES_MAX) request.destroy(new Error('the answer is too long'));
          else chunks.push(chunk);
        });
        response.on('end', () => {
          if (response.statusCode === 200) resolve(Buffer.concat(chunks));
          else reject(statusError(response.statusCode ?? 0));
        });
      },
    );
    request.on('error', fail);
    request.end(body);
  });
}

function statusError(status: number): Error {
  const answer = `HTTP ${status}`;
  if (status >= 300 && status < 400) return new PermanentError('redirect_refused', `${answer}: redirects are not followed`);
  return new TransientError('authority_failed', answer);
}

function tooSlow(timeoutMs: number, cause: Error): Error {
  return new TransientError('authority_slow', `no answer within ${timeoutMs / 1000} seconds`, { cause });
}

function unreachable(cause: NodeJS.ErrnoException): Error {
  return new TransientError('authority_unreachable', cause.code ?? cause.message, { cause });
}
