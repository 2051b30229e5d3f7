// The key by which this instance says to push services who it is (VAPID, RFC 8292): made at first use, sealed, the same ever after, since every
// browser's subscription is bound to it.
import { createECDH } from 'node:crypto';
import type { Vault } from '@quittance/vault/vault';
import type { Database } from './database.ts';

export interface PushKeyPair {
  readonly privateKey: Buffer;
  readonly publicKey: Buffer;
}

const PLACE = 'push_key|1|private_key';

export async function ensurePushKey(db: Database, vault: Pick<Vault, 'seal' | 'open'>): Promise<PushKeyPair> {
  const known = await db.selectFrom('push_key').select(['public_key', 'private_key']).executeTakeFirst();
  if (known) return { publicKey: known.public_key, privateKey: vault.open(PLACE, known.private_key) };
  const made = createECDH('prime256v1');
  made.generateKeys();
  // Keys that begin with zeros come shorter.
  const privateKey = Buffer.concat([Buffer.alloc(32), made.getPrivateKey()]).subarray(-32);
  await db
    .insertInto('push_key')
    .values({ id: 1, public_key: made.getPublicKey(), private_key: vault.seal(PLACE, privateKey) })
    // Of two first users one wins; both read what it wrote.
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return ensurePushKey(db, vault);
}
