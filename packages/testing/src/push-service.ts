// A push service as browser makers run one (RFC 8030), and the browser behind it: it verifies who sends (VAPID, RFC 8292), opens what was sealed for
// the browser (RFC 8291), and keeps the newest message of a topic, as a browser that was offline would find it.
import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

interface PushedMessage {
  readonly topic: string;
  readonly urgency: string;
  readonly ttl: number;
  /** Base64url of the key that signed. */
  readonly key: string;
  readonly payload: { readonly id: string; readonly title: string; readonly body: string; readonly path: string };
}

export interface PushService {
  /** What a browser gives the page after subscribing. */
  subscribe(): string;
  /** All that was taken, repetitions included. */
  readonly messages: readonly PushedMessage[];
  /** What was refused, and why. */
  readonly refused: readonly string[];
  /** By topic. */
  distinct(): PushedMessage[];
  /** Instead of taking messages; null takes them. */
  answer: number | null;
  stop(): Promise<void>;
}

export async function startPushService(): Promise<PushService> {
  const messages: PushedMessage[] = [];
  const refused: string[] = [];
  const browsers = new Map<string, { keys: ReturnType<typeof createECDH>; auth: Buffer }>();
  const server = createServer((request, response) => {
    void take(request).then(
      (status) => response.writeHead(status).end(),
      (error: unknown) => {
        refused.push(String(error));
        response.writeHead(400).end();
      },
    );
  });
  async function take(request: IncomingMessage): Promise<number> {
    const body = await buffer(request);
    const browser = browsers.get(request.url ?? '');
    if (service.answer !== null) return service.answer;
    if (!browser) return 404;
    const key = checkVapid(String(request.headers.authorization), origin);
    if (request.headers['content-encoding'] !== 'aes128gcm') throw new Error('not aes128gcm');
    const payload = JSON.parse(open(body, browser).toString()) as PushedMessage['payload'];
    const { topic, urgency, ttl } = request.headers;
    if (!/^[\w-]{1,32}$/.test(String(topic))) throw new Error(`topic ${String(topic)}`);
    messages.push({ topic: String(topic), urgency: String(urgency), ttl: Number(ttl), key, payload });
    return 201;
  }
  await new Promise<void>((resolve, reject) => void server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const service: PushService = {
    subscribe() {
      const keys = createECDH('prime256v1');
      const [path, auth] = [`/push/${randomBytes(9).toString('hex')}`, randomBytes(16)];
      browsers.set(path, { keys, auth });
      const p256dh = keys.generateKeys().toString('base64url');
      return JSON.stringify({ endpoint: origin + path, expirationTime: null, keys: { p256dh, auth: auth.toString('base64url') } });
    },
    messages,
    refused,
    distinct: () => [...new Map(messages.map((message) => [message.topic, message])).values()],
    answer: null,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return service;
}

/** @returns the key that signed. */
function checkVapid(header: string, audience: string): string {
  const [, token = '', key = ''] = /^vapid t=([\w-]+\.[\w-]+\.[\w-]+), k=([\w-]+)$/.exec(header) ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  if (point.length !== 65) throw new Error(`no key in "${header}"`);
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x!, y: y! }, format: 'jwk' });
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: publicKey, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!isSigned) throw new Error('the token is not signed by its key');
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string; exp: number; sub: string };
  if (aud !== audience) throw new Error(`meant for ${aud}`);
  if (exp * 1000 <= Date.now() || exp * 1000 > Date.now() + 86_400_000) throw new Error(`expires at ${exp}`);
  if (!/^(mailto:|https:)/.test(sub)) throw new Error(`subject ${sub}`);
  return key;
}

function open(body: Buffer, { keys, auth }: { keys: ReturnType<typeof createECDH>; auth: Buffer }): Buffer {
  const salt = body.subarray(0, 16);
  const length = body[20]!;
  const sender = body.subarray(21, 21 + length);
  const record = body.subarray(21 + length);
  const shared = keys.computeSecret(sender);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), sender]);
  const secret = Buffer.from(hkdfSync('sha256', shared, auth, info, 32));
  const key = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16));
  const nonce = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12));
  const cipher = createDecipheriv('aes-128-gcm', key, nonce);
  cipher.setAuthTag(record.subarray(-16));
  const plain = Buffer.concat([cipher.update(record.subarray(0, -16)), cipher.final()]);
  const end = plain.lastIndexOf(2);
  return plain.subarray(0, end);
}
