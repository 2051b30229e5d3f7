// Mailboxes that sign in with a provider's permission, on a real Dovecot that asks the provider about every token.
import { systemClock } from '@quittance/domain/instant';
import { createAccessTokens } from '@quittance/oauth/access-tokens';
import { recordMailboxProblem } from '@quittance/store/mailbox-health';
import { addMailbox, changeMailbox } from '@quittance/store/mailboxes';
import { withRefreshToken } from '@quittance/store/oauth-grants';
import { inTransaction } from '@quittance/store/transaction';
import { startDovecot, type Dovecot } from '@quittance/testing/dovecot';
import { startOAuthServer, type OAuthServer } from '@quittance/testing/oauth-server';
import { createTestPoller, mail, until, type TestPoller } from '@quittance/testing/poller';
import { missingPrograms } from '@quittance/testing/tools';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { start, type PollerDeps } from './start.ts';

const missing = missingPrograms('dovecot', 'openssl');

describe.skipIf(missing)(`sign-in by OAuth${missing}`, () => {
  let provider: OAuthServer;
  let dovecot: Dovecot;
  let poller: TestPoller<Partial<PollerDeps>>;
  beforeAll(async () => {
    provider = await startOAuthServer();
    dovecot = await startDovecot({ users: ['ana@example.org'], introspectUrl: `${provider.url}/introspect` });
  });
  afterAll(async () => {
    await dovecot.stop();
    await provider.stop();
  });
  beforeEach(async () => {
    provider.asked.length = 0;
    poller = await createTestPoller(
      start,
      { host: '127.0.0.1', port: dovecot.port, tls: 'none', username: 'ana@example.org' },
      { kind: 'oauth', provider: 'google', refreshToken: provider.grant() },
    );
  });
  afterEach(async () => {
    provider.lifeS = 3_600;
    provider.broken = null;
    await poller.close();
  });

  const run = () => poller.run({ oauth: { google: provider.client('google') } });
  const reads = async (subject: string): Promise<void> => {
    const before = await poller.contents();
    await dovecot.deliver('ana@example.org', mail(subject));
    await until(async () => expect(await poller.contents()).toBeGreaterThan(before));
  };

  // The token runs out in the middle of a session, and the refresh token is replaced each time.
  it('row 10: goes on with a new token when the old one ended, and keeps the refresh token that replaces the old one', async () => {
    await run();
    await reads('Before');
    expect(provider.asked).toEqual(['refresh_token']);
    provider.endAccess();
    dovecot.kick('ana@example.org');
    await reads('After');
    // The second time the replaced token was used: the first one is spent.
    expect(provider.asked).toEqual(['refresh_token', 'refresh_token']);
    expect((await poller.mailbox()).state).toBe('active');
  });

  it('uses one token for all connections while it lives, also in a new process', async () => {
    const first = await run();
    await reads('One');
    await first.stop();
    await run();
    await reads('Two');
    expect(provider.asked).toHaveLength(2);
  });

  it('row 11: stops and asks the person when the permission has ended, in the middle of reading too; other mailboxes read on', async () => {
    await dovecot.addUser('bob@example.org');
    const { db } = poller.database;
    const user = await db.insertInto('app_user').values({ address: 'bob@example.org' }).returning('id').executeTakeFirstOrThrow();
    const settings = {
      address: 'bob@example.org',
      host: '127.0.0.1',
      port: dovecot.port,
      tls: 'none',
      username: 'bob@example.org',
    } as const;
    const credential = { kind: 'password', password: dovecot.password } as const;
    await inTransaction(db, (tx) => addMailbox(tx, poller.vault, { userId: user.id, settings, credential }));
    await run();
    await reads('Before');
    const ofOthers = async () => (await db.selectFrom('content').select('id').where('user_id', '=', user.id).execute()).length;
    await dovecot.deliver('bob@example.org', mail('to bob'));
    await until(async () => expect(await ofOthers()).toBe(1));

    provider.endGrants();
    provider.endAccess();
    dovecot.kick('ana@example.org');
    await until(async () => expect(await poller.mailbox()).toMatchObject({ state: 'stopped', problem: { code: 'consent_ended' } }));
    // Asked once more and never again, and only the person whose permission it was is told.
    expect(provider.asked).toEqual(['refresh_token', 'refresh_token']);
    const alerts = await db.selectFrom('alert').select(['user_id', 'kind', 'data']).execute();
    expect(alerts).toMatchObject([
      { user_id: poller.userId, kind: 'mailbox_unreadable', data: { reason: 'consent_ended', mailbox: 'ana@example.org' } },
    ]);
    await dovecot.deliver('bob@example.org', mail('to bob, too'));
    await until(async () => expect(await ofOthers()).toBe(2));

    // The person signs in anew: what came meanwhile is read, and the alert is taken back.
    await dovecot.deliver('ana@example.org', mail('meanwhile'));
    const renewed = { kind: 'oauth', provider: 'google', refreshToken: provider.grant() } as const;
    await inTransaction(db, (tx) => changeMailbox(tx, poller.vault, { userId: poller.userId, id: poller.mailboxId, credential: renewed }));
    await until(async () => expect(await poller.mailbox()).toMatchObject({ state: 'active', problem: null }));
    await until(async () => expect((await db.selectFrom('alert').select('seen_at').executeTakeFirstOrThrow()).seen_at).not.toBeNull());
    const ofAna = () => db.selectFrom('content').select('id').where('user_id', '=', poller.userId).execute();
    const there = await dovecot.flags('ana@example.org');
    await until(async () => expect(await ofAna()).toHaveLength(there.length));
  });

  it('stops at once when the permission had ended before it began', async () => {
    provider.endGrants();
    await run();
    await until(async () => expect(await poller.mailbox()).toMatchObject({ state: 'stopped', problem: { code: 'consent_ended' } }));
    expect(provider.asked).toEqual(['refresh_token']);
  });

  it('two processes that renew at the same time lose no permission: each waits for the token that the other saved', async () => {
    const clients = { google: provider.client('google') };
    const { database, vault, mailboxId } = poller;
    const tokensOf = () =>
      createAccessTokens({
        clients,
        clock: systemClock,
        withRefreshToken: (id, renew) => withRefreshToken({ db: database.db, vault }, id, renew),
      });
    // Every refresh token is good for one question, so that two questions with the same one end the permission.
    for (let round = 0; round < 3; round += 1) {
      const tokens = await Promise.all([tokensOf(), tokensOf(), tokensOf()].map((one) => one.get(mailboxId, 'google')));
      expect(new Set(tokens).size).toBe(3);
    }
    expect(provider.asked).toHaveLength(9);
    // What was saved last is good: a poller that comes later reads with it.
    await run();
    await reads('After all of them');
  });

  it('holds up nobody who writes of the mailbox while the provider takes its time', async () => {
    const { database, vault, mailboxId, userId } = poller;
    const [asked, answered] = [Promise.withResolvers<void>(), Promise.withResolvers<string>()];
    const renewing = withRefreshToken({ db: database.db, vault }, mailboxId, () => {
      asked.resolve();
      return answered.promise;
    });
    await asked.promise;
    const problem = { mailboxId, userId, code: 'timeout', text: '', at: '2026-11-23T09:00:00.000Z', stop: false };
    await inTransaction(database.db, async (tx) => {
      await sql`set local lock_timeout = '2s'`.execute(tx);
      await recordMailboxProblem(tx, problem);
    });
    answered.resolve('the next one');
    await renewing;
    await withRefreshToken({ db: database.db, vault }, mailboxId, (token) => {
      expect(token).toBe('the next one');
      return Promise.resolve(token);
    });
  });

  it.each(['xoauth2', 'oauthbearer'])('signs in where a server knows no other way than %s', async (tokenMechanisms) => {
    const older = await startDovecot({
      users: ['ana@example.org'],
      introspectUrl: `${provider.url}/introspect`,
      tokenMechanisms,
    });
    const settings = { address: 'ana@example.org', host: '127.0.0.1', port: older.port, tls: 'none', username: 'ana@example.org' } as const;
    const credential = { kind: 'oauth', provider: 'google', refreshToken: provider.grant() } as const;
    await inTransaction(poller.database.db, (tx) =>
      changeMailbox(tx, poller.vault, { userId: poller.userId, id: poller.mailboxId, settings, credential }),
    );
    await older.deliver('ana@example.org', mail(tokenMechanisms));
    try {
      await run();
      await until(async () => expect(await poller.contents()).toBe(1));
    } finally {
      await older.stop();
    }
  });

  it('tries again by itself while the provider is away', async () => {
    provider.broken = { status: 503, body: 'busy' };
    await run();
    await until(async () => expect(await poller.mailbox()).toMatchObject({ state: 'active', problem: { code: 'oauth_unreachable' } }));
    provider.broken = null;
    await reads('Later');
    await until(async () => expect((await poller.mailbox()).problem).toBeNull());
  });
});
