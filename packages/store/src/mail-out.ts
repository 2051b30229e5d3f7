// Whether e-mail goes out, as the notifiers that run say by the name of the session on which each listens: it ends with its process, so that nothing
// stale is read. The process that answers a person may know no mail server of its own.
import type { Instant } from '@quittance/domain/instant';
import { sql } from 'kysely';
import type { AlertChannel } from './channels.ts';
import type { Queryable } from './database.ts';

const NOTIFIER = 'quittance-notifier';
const WITHOUT_MAIL = `${NOTIFIER} without mail`;

export interface MailOut {
  /** One that can is enough: it takes any delivery sooner or later. */
  readonly isSetUp: boolean;
  readonly since: Instant;
}

export function notifierSession(hasMail: boolean): string {
  return hasMail ? NOTIFIER : WITHOUT_MAIL;
}

/** null where no notifier runs that could tell. */
export async function readMailOut(db: Queryable): Promise<MailOut | null> {
  const { rows } = await sql<{ name: string; since: Instant }>`
    select application_name as name, backend_start as since from pg_stat_activity
    where datname = current_database() and application_name in (${NOTIFIER}, ${WITHOUT_MAIL})
    order by application_name, backend_start limit 1`.execute(db);
  return rows[0] ? { isSetUp: rows[0].name === NOTIFIER, since: rows[0].since } : null;
}

/** A channel as it is now: the last delivery may have gone out when there was a mail server, or failed when there was none. */
export function withMailOut<T extends Pick<AlertChannel, 'kind' | 'problem'>>(channel: T, mail: MailOut | null): T {
  if (channel.kind !== 'email' || mail === null) return channel;
  if (!mail.isSetUp) return { ...channel, problem: { code: 'smtp_not_configured', text: '', since: mail.since } };
  return channel.problem?.code === 'smtp_not_configured' ? { ...channel, problem: null } : channel;
}
