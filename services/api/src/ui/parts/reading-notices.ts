// What the overview says of mailboxes whose mail from before is being read, or can't be for now.
import type { Mailbox } from '@quittance/store/mailboxes';
import { html } from 'hono/html';
import { paths } from '../../paths.ts';
import type { Markup } from './timeline-chart.ts';
import type { Words } from './words.ts';

export function readingNotices(mailboxes: readonly Mailbox[], words: Words): Markup {
  return html`${scanning(mailboxes, words)} ${unreadHistory(mailboxes, words)}`;
}

export function isScanning({ state, backfill, problem }: Mailbox): boolean {
  return state === 'active' && backfill.finishedAt === null && !problem && !backfill.problem;
}

/** What was there before it was connected is not known, and nothing of it comes for now. */
export function isHistoryUnread({ state, problem, backfill }: Mailbox): boolean {
  return state === 'active' && !problem && backfill.problem !== null;
}

function scanning(mailboxes: readonly Mailbox[], words: Words): Markup[] {
  return mailboxes.filter(isScanning).map(
    (mailbox) =>
      html`<div class="notice">
          <p>${words.texts.overview.scanning(mailbox.address)}</p>
          <progress
            max="${Math.max(1, mailbox.backfill.total)}"
            value="${mailbox.backfill.done}"
            aria-label="${words.texts.mailboxes.progress(words.count(mailbox.backfill.done), words.count(mailbox.backfill.total))}"
          ></progress>
        </div>`,
  );
}

// Silence must be seen: without this it would look as if all had been read.
function unreadHistory(mailboxes: readonly Mailbox[], { texts }: Words): Markup[] {
  return mailboxes.filter(isHistoryUnread).map(
    ({ address }) =>
      html`<div class="notice warn" role="status">
          <p><strong>${address}</strong></p>
          <p>${texts.mailboxes.historyUnread} <a href="${paths.mailboxes()}">${texts.overview.whyUnread}</a></p>
        </div>`,
  );
}
