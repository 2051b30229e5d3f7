// Messages that could not be read: nothing is lost, each says why, and each can be tried again.
import { listQuarantined } from '@quittance/store/quarantine';
import { listUnreadUids, type UnreadUidRow } from '@quittance/store/unread-uids';
import { html } from 'hono/html';
import { forPerson, type AppContext, type AppDeps } from '../context.ts';
import { paths } from '../paths.ts';
import { csrfField, renderPage } from './layout.ts';
import type { Markup } from './parts/timeline-chart.ts';
import { readWords, type Words } from './parts/words.ts';

const SHOWN = 200;

export async function quarantinePage(c: AppContext, deps: Pick<AppDeps, 'db' | 'clock'>): Promise<Response> {
  const { words, messages, unread } = await forPerson(c, deps, async (tx, userId) => ({
    words: await readWords(c, tx, userId, deps),
    messages: await listQuarantined(tx, userId, SHOWN),
    unread: await listUnreadUids(tx, userId, SHOWN),
  }));
  const { texts } = words;
  const t = texts.quarantine;
  const main = html`<h1>${t.title}</h1>
    <p class="lead">${t.lead}</p>
    <section class="card" data-live="quarantine">
      ${
        messages.length === 0
          ? html`<p class="soft">${t.none}</p>`
          : html`<table class="stack">
              <thead>
                <tr>
                  <th scope="col">${t.captured}</th>
                  <th scope="col">${t.origin}</th>
                  <th scope="col">${t.problem}</th>
                  <th></th>
                </tr>
              </thead>
              <tbody>
                ${messages.map(
                  (message) =>
                    html`<tr>
                      <td>${words.instant(message.capturedAt)}</td>
                      <td>${message.origin.path}</td>
                      <td>${message.text} <span class="soft small">${message.code}</span></td>
                      <td>
                        <form class="inline" method="post" action="${paths.quarantineRetry(message.contentId)}">
                          ${csrfField(c)}<button class="quiet">${texts.actions.retry}</button>
                        </form>
                      </td>
                    </tr>`,
                )}
              </tbody>
            </table>`
      }
    </section>
    ${unread.length > 0 ? unreadTable(c, unread, words) : ''}`;
  return renderPage(c, deps, { title: t.title, section: 'mailboxes', main });
}

function unreadTable(c: AppContext, unread: readonly UnreadUidRow[], words: Words): Markup {
  const { texts } = words;
  const t = texts.quarantine;
  return html`<section class="card">
    <h2>${t.unreadTitle}</h2>
    <p class="small soft">${t.unreadLead}</p>
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">${t.captured}</th>
          <th scope="col">${t.origin}</th>
          <th scope="col">${t.problem}</th>
          <th></th>
        </tr>
      </thead>
      <tbody>
        ${unread.map(
          ({ id, address, path, uid, code, seenAt }) =>
            html`<tr>
              <td>${words.instant(seenAt)}</td>
              <td>${address} · ${path} · ${uid}</td>
              <td>${t.unreadReasons[code as keyof typeof t.unreadReasons] ?? code}</td>
              <td>
                <form class="inline" method="post" action="${paths.unreadRetry(id)}">
                  ${csrfField(c)}<button class="quiet">${texts.actions.retry}</button>
                </form>
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}
