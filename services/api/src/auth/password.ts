// Passwords as argon2id hashes in the usual text form ($argon2id$v=19$m=…,t=…,p=…$salt$hash), so that the cost can rise later while
// old hashes still verify.
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

// RFC 9106 §4, second recommended option (64 MiB), with one lane: it runs on one thread of the pool.
const COST = { memory: 64 * 1024, passes: 3, parallelism: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const SHAPE = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([\w+/-]+)\$([\w+/-]+)$/;

export const PASSWORD_MIN = 10;
/** Hashing takes time in proportion: nobody needs more. */
export const PASSWORD_MAX = 512;

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, HASH_BYTES, COST);
  const encode = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${encode(salt)}$${encode(hash)}`;
}

/** @param stored null for nobody or no password: takes as long and says no, so that addresses can't be told apart by time. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const match = SHAPE.exec(stored ?? '');
  if (!match) {
    await derive(password, Buffer.alloc(SALT_BYTES), HASH_BYTES, COST);
    return false;
  }
  const [, memory, passes, parallelism, salt, hash] = match as unknown as [string, string, string, string, string, string];
  const expected = Buffer.from(hash, 'base64');
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  const given = await derive(password, Buffer.from(salt, 'base64'), expected.length, cost);
  return timingSafeEqual(given, expected);
}

function derive(password: string, nonce: Buffer, tagLength: number, cost: typeof COST): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  // NFKC: the same password typed on another keyboard gives the same bytes.
  argon2('argon2id', { message: password.normalize('NFKC'), nonce, tagLength, ...cost }, (error, key) => {
    if (error) reject(error);
    else resolve(key);
  });
  return promise;
}
