// Mailboxes as the command line and the API show them: never with a credential.
import type { MailboxSettings, MailboxSignIn, MailboxState, Reading } from '@quittance/domain/mailbox';

export interface MailboxJson {
  id: string;
  address: string;
  host: string;
  port: number;
  tls: string;
  username: string;
  sign_in: string;
  state: string;
  /** What is wrong, with what to do; null while it can be read. */
  problem: { code: string; text: string; since: string } | null;
  checked_at: string | null;
  /** Reading of the mail that was there before. `problem`: why that and the folders beside the live one can't be read, while new mail there is. */
  backfill: { total: number; done: number; finished_at: string | null; problem: { code: string; text: string; since: string } | null };
  /** How that mail is read: what may matter (`auto`), the same for slow links (`sparing`), or every message (`whole`). */
  reading: string;
  created_at: string;
}

export function mailboxJson(
  mailbox: MailboxSettings & {
    readonly id: string;
    readonly signIn: MailboxSignIn;
    readonly state: MailboxState;
    readonly problem: { readonly code: string; readonly text: string; readonly since: string } | null;
    readonly checkedAt: string | null;
    readonly backfill: {
      readonly total: number;
      readonly done: number;
      readonly finishedAt: string | null;
      readonly problem: { readonly code: string; readonly text: string; readonly since: string } | null;
    };
    readonly reading: Reading;
    readonly createdAt: string;
  },
): MailboxJson {
  const { problem, backfill } = mailbox;
  return {
    id: mailbox.id,
    address: mailbox.address,
    host: mailbox.host,
    port: mailbox.port,
    tls: mailbox.tls,
    username: mailbox.username,
    sign_in: mailbox.signIn,
    state: mailbox.state,
    problem: problem && { code: problem.code, text: problem.text, since: problem.since },
    checked_at: mailbox.checkedAt,
    backfill: { total: backfill.total, done: backfill.done, finished_at: backfill.finishedAt, problem: backfill.problem },
    reading: mailbox.reading,
    created_at: mailbox.createdAt,
  };
}
