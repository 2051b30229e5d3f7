// The notifier dies at each point of a delivery; another one takes over when the claim runs out. A receiver that honours the id acts once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EMPTY_ALERT_DATA } from '@quittance/domain/alert';
import { silentLog } from '@quittance/domain/log';
import { recordAlert } from '@quittance/store/alerts';
import { addChannel } from '@quittance/store/channels';
import { listDeliveries } from '@quittance/store/deliveries';
import { inTransaction } from '@quittance/store/transaction';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { startPushService, type PushService } from '@quittance/testing/push-service';
import { startSmtpSink, type SmtpSink } from '@quittance/testing/smtp-sink';
import { startWebhookSink, type WebhookSink } from '@quittance/testing/webhook-sink';
import { createVault, newKey } from '@quittance/vault/vault';
import { deliverDue, LEASE_MS } from './claim-deliveries.ts';
import { deliverDeps } from './start.ts';

const vault = createVault(newKey());
let test: TestDatabase;
let smtp: SmtpSink;
let http: WebhookSink;
let push: PushService;

beforeAll(async () => {
  [test, smtp, http, push] = await Promise.all([createTestDatabase(), startSmtpSink(), startWebhookSink(), startPushService()]);
});
afterAll(() => Promise.all([test.drop(), smtp.stop(), http.stop(), push.stop()]));

class Killed extends Error {}

// How often the receiver sees the alert: twice only when the death falls between sending and recording.
const KINDS = ['email', 'webhook', 'ntfy', 'web_push'] as const;
const POINTS = { due: 1, claimed: 1, sent: 2, recorded: 1 } as const;
const table = KINDS.flatMap((kind) => Object.entries(POINTS).map(([point, seen]) => [kind, point, seen] as const));

describe('killed when', () => {
  for (const [kind, point, seen] of table) {
    it(`${kind} is ${point}`, async () => {
      let now = Date.now();
      const at = new Date(now).toISOString();
      const user = await test.db.insertInto('app_user').values({ name: 'Ada' }).returning('id').executeTakeFirstOrThrow();
      const target = {
        email: 'ada@example.org',
        webhook: `${http.url}/${point}`,
        ntfy: `${http.url}/topic-${point}`,
        web_push: push.subscribe(),
      }[kind];
      await inTransaction(test.db, async (tx) => {
        await addChannel(tx, vault, user.id, { kind, target }, at);
        await recordAlert(tx, user.id, { kind: 'renewal_notice', dedupeKey: 'a', dueAt: at, data: EMPTY_ALERT_DATA });
      });
      const deps = deliverDeps({
        db: test.db,
        databaseUrl: test.url,
        vault,
        clock: { now: () => new Date(now) },
        log: silentLog,
        smtpUrl: smtp.url,
        mailFrom: 'alerts@quittance.example',
        allowPrivateHosts: ['127.0.0.1'],
      });
      const seenSoFar = () => smtp.mails.length + http.requests.length + push.messages.length;
      const distinct = () => smtp.distinct().length + http.distinct().length + push.distinct().length;
      const before = { seen: seenSoFar(), distinct: distinct() };
      const dying = {
        ...deps,
        reached: (reached: string) => {
          if (reached === point) throw new Killed();
        },
      };
      await expect(deliverDue(dying)).rejects.toBeInstanceOf(Killed);

      // What nobody claimed waits for no claim to run out.
      expect(await deliverDue(deps)).toBe(point === 'due' ? 1 : 0);
      now += LEASE_MS;
      await deliverDue(deps);
      now += LEASE_MS;
      expect(await deliverDue(deps)).toBe(0);

      expect(seenSoFar() - before.seen).toBe(seen);
      expect(distinct() - before.distinct).toBe(1);
      const alerts = await test.db.selectFrom('alert').select('id').where('user_id', '=', user.id).execute();
      expect(await listDeliveries(test.db, user.id, [alerts[0]!.id])).toMatchObject([{ state: 'delivered' }]);
    });
  }
});
