// RFC 8291 §5 gives a whole message: what was sealed there opens here by the same steps, and what we seal opens again; nothing opens with another key.
import { createDecipheriv, createECDH, hkdfSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { encryptPush, PAYLOAD_BYTES_MAX } from './encrypt-push.ts';

const of = (text: string) => Buffer.from(text.replaceAll(/\s/g, ''), 'base64url');

function open(body: Buffer, privateKey: Buffer, auth: Buffer): Buffer {
  const keys = createECDH('prime256v1');
  keys.setPrivateKey(privateKey);
  const sender = body.subarray(21, 86);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), sender]);
  const secret = Buffer.from(hkdfSync('sha256', keys.computeSecret(sender), auth, info, 32));
  const salt = body.subarray(0, 16);
  const key = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16));
  const nonce = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12));
  const cipher = createDecipheriv('aes-128-gcm', key, nonce);
  cipher.setAuthTag(body.subarray(-16));
  const plain = Buffer.concat([cipher.update(body.subarray(86, -16)), cipher.final()]);
  return plain.subarray(0, plain.lastIndexOf(2));
}

const PRIVATE = of('q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94');
const AUTH = of('BTBZMqHH6r4Tts7J_aSIgg');
const MESSAGE = of(`DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml
  mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT
  pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN`);

it('opens the message of the RFC by the steps that the test takes', () => {
  expect(open(MESSAGE, PRIVATE, AUTH).toString()).toBe('When I grow up, I want to be a watermelon');
});

it('seals so that the browser, and no other, opens it', () => {
  const keys = createECDH('prime256v1');
  keys.setPrivateKey(PRIVATE);
  const payload = Buffer.alloc(PAYLOAD_BYTES_MAX, 'é');
  const body = encryptPush(payload, { p256dh: keys.getPublicKey(), auth: AUTH });
  expect(body.length).toBeLessThanOrEqual(4_096);
  expect(open(body, PRIVATE, AUTH).equals(payload)).toBe(true);
  expect(() => open(body, PRIVATE, Buffer.alloc(16))).toThrow();
});
