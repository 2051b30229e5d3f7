// One question to an OpenAI-compatible endpoint (chat completions) on this machine, or on a private host that the operator named. Mail never goes
// to a public address: the name is resolved, every answer is checked, and the checked address is dialled.
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP } from 'node:net';
import { PermanentError, TransientError } from '@quittance/domain/errors';
import { resolveOutboundAll, type OutboundAddress } from '@quittance/runtime/outbound';
import type { Prompt } from './write-prompt.ts';

export interface Endpoint {
  /** As configured, e.g. `http://127.0.0.1:11434/v1`. */
  readonly url: string;
  /** The endpoint's first model where none is named. */
  readonly model: string | undefined;
  readonly allowPrivateHosts: readonly string[];
}

export interface LlmConfig {
  readonly LLM_URL?: string | undefined;
  readonly LLM_MODEL?: string | undefined;
  readonly ALLOW_PRIVATE_HOSTS: readonly string[];
}

/** undefined: no model is asked. */
export function endpointOf({ LLM_URL: url, LLM_MODEL: model, ALLOW_PRIVATE_HOSTS: allowPrivateHosts }: LlmConfig): Endpoint | undefined {
  return url === undefined ? undefined : { url, model, allowPrivateHosts };
}

export interface Answer {
  readonly text: string;
  readonly model: string;
}

/** A small model on a processor takes seconds; nobody waits for it. */
const TIMEOUT_MS = 60_000;
const ANSWER_BYTES_MAX = 256 * 1024;
const ANSWER_TOKENS_MAX = 300;

const PRIVATE = new BlockList();
for (const [address, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
] as const)
  // prettier-ignore
  PRIVATE.addSubnet(address, bits, 'ipv4');
PRIVATE.addAddress('::1', 'ipv6');
PRIVATE.addSubnet('fc00::', 7, 'ipv6');

/** @throws PermanentError `llm_not_local`, `private_address_refused`, `llm_refused`; TransientError `llm_unreachable`. */
export async function askEndpoint(endpoint: Endpoint, prompt: Prompt): Promise<Answer> {
  const base = new URL(endpoint.url.replace(/\/*$/, '/'));
  const address = await resolveLocal(base.hostname, endpoint.allowPrivateHosts);
  const model = endpoint.model ?? (await firstModel(base, address));
  const answer = await ask(new URL('chat/completions', base), address, {
    model,
    temperature: 0,
    max_tokens: ANSWER_TOKENS_MAX,
    stream: false,
    response_format: { type: 'json_object' },
    messages: [
      { role: 'system', content: prompt.system },
      { role: 'user', content: prompt.user },
    ],
  });
  const { choices } = answer as { choices?: readonly { message?: { content?: unknown } }[] };
  const text = Array.isArray(choices) ? choices[0]?.message?.content : undefined;
  if (typeof text !== 'string') throw new TransientError('llm_unreachable', 'the endpoint answered without a message');
  return { text, model };
}

// A loopback address needs no leave: the operator set LLM_URL. Any other private one must be named, and a public one is never dialled.
async function resolveLocal(host: string, allowPrivateHosts: readonly string[]): Promise<OutboundAddress> {
  const name = host.replace(/^\[(.*)\]$/, '$1');
  const isLoopback = name === 'localhost' || name === '::1' || /^127\.\d+\.\d+\.\d+$/.test(name);
  const addresses = await resolveOutboundAll(host, { allowPrivateHosts: isLoopback ? [name, ...allowPrivateHosts] : allowPrivateHosts });
  const first = addresses.find(({ family }) => family === 4) ?? addresses[0]!;
  if (!addresses.every(isPrivate)) {
    throw new PermanentError(
      'llm_not_local',
      `LLM_URL leads to ${host}, which is not on this machine or in a private network: mail is not sent there.`,
    );
  }
  return first;
}

function isPrivate({ address }: OutboundAddress): boolean {
  return PRIVATE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

async function firstModel(base: URL, address: OutboundAddress): Promise<string> {
  const { data } = (await ask(new URL('models', base), address)) as { data?: readonly { id?: unknown }[] };
  const id = Array.isArray(data) ? data[0]?.id : undefined;
  if (typeof id !== 'string') throw new TransientError('llm_unreachable', 'the endpoint names no model: set LLM_MODEL');
  return id;
}

async function ask(url: URL, address: OutboundAddress, body?: object): Promise<object> {
  try {
    const response = await send(url, address, body);
    const text = await readLimited(response);
    const { statusCode = 0 } = response;
    if (statusCode >= 400 && statusCode < 500 && statusCode !== 429)
      throw new PermanentError('llm_refused', `the endpoint answered ${statusCode}: ${text.slice(0, 200)}`);
    if (statusCode !== 200) throw new Error(`the endpoint answered ${statusCode}`);
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) throw new Error('the answer is no object');
    return value;
  } catch (cause) {
    if (cause instanceof PermanentError) throw cause;
    throw new TransientError('llm_unreachable', cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function send(url: URL, { address, family }: OutboundAddress, body?: object): Promise<IncomingMessage> {
  const text = body && JSON.stringify(body);
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: text === undefined ? 'GET' : 'POST',
      headers: text === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) },
      signal: AbortSignal.timeout(TIMEOUT_MS),
      lookup: (_host, options, callback) => (options.all ? callback(null, [{ address, family }]) : callback(null, address, family)),
    });
    sent.once('response', resolve).once('error', reject);
    sent.end(text);
  });
}

async function readLimited(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > ANSWER_BYTES_MAX) throw new Error('the answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
