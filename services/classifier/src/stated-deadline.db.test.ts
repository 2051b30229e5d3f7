// A mail that names the last day to cancel, as the real classifier reads it: the day goes with the event into the store, the timeline and the alert.
import { classifyMessage } from '@quittance/classify/classify-message';
import { createParsePool, type ParsePool } from '@quittance/mail/parse-pool';
import { listAlerts } from '@quittance/store/alerts';
import { listEvents } from '@quittance/store/events';
import { exportMessages } from '@quittance/store/export-rows';
import { listSubscriptions, rebuildTimeline } from '@quittance/store/subscriptions';
import { asUser } from '@quittance/store/transaction';
import { createTestDatabase, type TestDatabase } from '@quittance/testing/database';
import { readWith } from '@quittance/testing/scripted-classify';
import { createTestUser, mailText, stageMail, testVault } from '@quittance/testing/staged-mail';
import { fold } from '@quittance/timeline/fold';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { classifyJob } from './classify-job.ts';
import { jobDeps } from './test-job.ts';

let database: TestDatabase;
let parser: ParsePool;
let userId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  parser = createParsePool({ size: 1 });
  userId = await createTestUser(database.db, 'ada@example.org');
});
afterAll(async () => {
  await parser.close();
  await database.drop();
});

const NOTICE = `Bonjour Ada,

Votre abonnement annuel Salle Forma (119,00 € par an) arrive à échéance. Conformément à l'article L215-1 du code de la consommation, nous vous
informons qu'il sera reconduit tacitement pour un an le 14 juillet 2026.

Si vous ne souhaitez pas le reconduire, résiliez avant le 14 juin 2026 depuis votre espace client.

L'équipe Salle Forma`;

const REMINDER = `Bonjour Ada,

Votre abonnement annuel Salle Forma (119,00 € par an) sera bientôt reconduit tacitement pour un an.

Dernier jour pour résilier : 13 juin 2026.

L'équipe Salle Forma`;

async function read(subject: string, body: string, date: string): Promise<void> {
  const { contentId } = await stageMail(
    database.db,
    userId,
    mailText(subject, body, { from: 'Salle Forma <contact@salle-forma.example>', date }),
  );
  const verify = () => Promise.resolve({ level: 'B' as const, pending: false, reasons: [], signatures: [], dns: [], tool: 'test@1' });
  const deps = jobDeps({ db: database.db, vault: testVault, reader: readWith(parser, classifyMessage), verify });
  await classifyJob(deps, { userId, contentIds: [contentId], priority: 'live' });
}

it('is stored with its event, folded, told by the alert and carried by an export', async () => {
  await read('Votre abonnement sera reconduit', NOTICE, '2026-05-31T09:00:00Z');

  const [event] = await listEvents(database.db, userId);
  expect(event).toMatchObject({ kind: 'renewal_notice', decided: 'auto', renewsOn: '2026-07-14', cancelBy: '2026-06-13' });
  expect(event!.reasons.filter(({ field }) => field === 'cancel_by').map(({ rule, quote }) => [rule, quote])).toEqual([
    ['deadline.before', 'résiliez avant le 14 juin 2026'],
  ]);
  const [subscription] = await listSubscriptions(database.db, userId);
  expect(subscription!.deadline).toEqual({ on: '2026-06-13', eventId: event!.id, of: '2026-07-14', level: 'B' });
  expect(await asUser(database.db, userId, (tx) => rebuildTimeline(tx, fold, userId, { write: false }))).toEqual([]);
  const [alert] = await listAlerts(database.db, userId, { limit: 5 });
  expect(alert).toMatchObject({ kind: 'renewal_notice', data: { renews_on: '2026-07-14', cancel_by: '2026-06-13' } });
  const exported = await asUser(database.db, userId, async (tx) => (await exportMessages(tx, userId).next()).value);
  expect(exported?.['event']).toMatchObject({ cancel_by: '2026-06-13' });
});

it('is told of once when another notice of that renewal names it alone, and again when one names an earlier day', async () => {
  await read('Votre abonnement sera bientôt reconduit', REMINDER, '2026-06-01T09:00:00Z');
  const [, reminder] = await listEvents(database.db, userId);
  expect(reminder).toMatchObject({ kind: 'renewal_notice', decided: 'auto', renewsOn: null, cancelBy: '2026-06-13' });
  expect(await listAlerts(database.db, userId, { limit: 5 })).toHaveLength(1);
  await read('Votre abonnement sera bientôt reconduit', REMINDER.replace('13 juin', '10 juin'), '2026-06-01T10:00:00Z');
  const told = (await listAlerts(database.db, userId, { limit: 5 })).map(({ data }) => data.cancel_by);
  expect(new Set(told)).toEqual(new Set(['2026-06-10', '2026-06-13']));
  expect(told).toHaveLength(2);
});
