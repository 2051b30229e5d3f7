// Web Push by the letter, with node:crypto alone: the payload is sealed for the browser (RFC 8291, content coding aes128gcm of RFC 8188), and the
// sender says who it is (VAPID, RFC 8292). Small enough to be read whole; a library would bring five packages for these two functions.
import { createCipheriv, createECDH, createPrivateKey, hkdfSync, randomBytes, sign } from 'node:crypto';

export interface PushKeys {
  /** The browser's public key, P-256 uncompressed, 65 bytes. */
  readonly p256dh: Buffer;
  /** The secret that browser and application share, 16 bytes. */
  readonly auth: Buffer;
}

const RECORD_SIZE = 4_096;
const TAG_BYTES = 16;
/** What fits one record of a body of at most 4,096 bytes (RFC 8030 §7.2): header, delimiter and tag taken off. */
export const PAYLOAD_BYTES_MAX = RECORD_SIZE - 86 - TAG_BYTES - 1;

/** The body of a push message: header (salt, record size, our public key), then the one record. */
export function encryptPush(payload: Buffer, { p256dh, auth }: PushKeys): Buffer {
  const own = createECDH('prime256v1');
  own.generateKeys();
  const salt = randomBytes(16);
  const shared = own.computeSecret(p256dh);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, own.getPublicKey()]);
  const secret = Buffer.from(hkdfSync('sha256', shared, auth, info, 32));
  const key = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16));
  const nonce = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12));
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  // 0x02 ends the last record.
  const record = Buffer.concat([cipher.update(payload), cipher.update(Buffer.from([2])), cipher.final(), cipher.getAuthTag()]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(RECORD_SIZE);
  return Buffer.concat([salt, size, Buffer.from([own.getPublicKey().length]), own.getPublicKey(), record]);
}

export interface VapidKeys {
  /** P-256: 32 bytes. */
  readonly privateKey: Buffer;
  /** Uncompressed, 65 bytes. */
  readonly publicKey: Buffer;
}

/** Push services refuse tokens that live longer than a day. */
const TOKEN_SECONDS = 12 * 3_600;

/** The Authorization header for one push service. @param subject where its operator reaches us: `mailto:` or `https:`. */
export function vapidHeader(endpoint: string, subject: string, keys: VapidKeys, now: Date): string {
  const claims = { aud: new URL(endpoint).origin, exp: Math.floor(now.getTime() / 1000) + TOKEN_SECONDS, sub: subject };
  const unsigned = `${encode({ typ: 'JWT', alg: 'ES256' })}.${encode(claims)}`;
  const key = createPrivateKey({ key: jwkOf(keys), format: 'jwk' });
  const signature = sign('sha256', Buffer.from(unsigned), { key, dsaEncoding: 'ieee-p1363' });
  return `vapid t=${unsigned}.${signature.toString('base64url')}, k=${keys.publicKey.toString('base64url')}`;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function jwkOf({ privateKey, publicKey }: VapidKeys) {
  return {
    kty: 'EC',
    crv: 'P-256',
    d: privateKey.toString('base64url'),
    x: publicKey.subarray(1, 33).toString('base64url'),
    y: publicKey.subarray(33, 65).toString('base64url'),
  };
}
