// How one mailbox is read: which folders, and whether its history is read whole. The choice is the person's; what Quittance would choose by
// itself is what they see before they touch anything.
import { READINGS, type Reading } from '@quittance/domain/mailbox';
import { setFolderChoices } from '@quittance/store/folder-choices';
import { listFolders, type Folder } from '@quittance/store/folders';
import { getMailbox, type Mailbox } from '@quittance/store/mailboxes';
import { countPassedOver, setReading } from '@quittance/store/passed-over';
import { html } from 'hono/html';
import { forPerson, type AppContext, type AppDeps } from '../context.ts';
import { paths } from '../paths.ts';
import { ProblemError } from '../problem.ts';
import { readFields } from '../read-form.ts';
import { csrfField, renderPage } from './layout.ts';
import type { Markup } from './parts/timeline-chart.ts';
import { readWords, type Words } from './parts/words.ts';

type Deps = Pick<AppDeps, 'db' | 'clock'>;

export async function mailboxReadingPage(c: AppContext, deps: Deps): Promise<Response> {
  const { words, mailbox, folders, passedOver } = await forPerson(c, deps, async (tx, userId) => {
    const mailbox = await getMailbox(tx, userId, c.req.param('id') ?? '');
    if (!mailbox) throw new ProblemError('not_found');
    const folders = (await listFolders(tx, mailbox.id)).filter((folder) => folder.listed || folder.checkedAt !== null);
    return { words: await readWords(c, tx, userId, deps), mailbox, folders, passedOver: await countPassedOver(tx, mailbox.id) };
  });
  const t = words.texts.reading;
  const main = html`<p class="small"><a href="${paths.mailboxes()}">${words.texts.mailboxes.title}</a></p>
    <h1>${t.title(mailbox.address)}</h1>
    ${c.req.query('saved') === undefined ? '' : html`<div class="notice good" role="status"><p>${t.saved}</p></div>`}
    <form method="post" action="${paths.mailboxReading(mailbox.id)}">
      ${csrfField(c)} ${historyChoice(mailbox, passedOver, words)} ${folderChoice(folders, words)}
      <div class="row">
        <button>${t.save}</button>
        ${folders.some((folder) => folder.choice !== null) ? html`<button class="quiet" name="automatic" value="1">${t.automatic}</button>` : ''}
      </div>
    </form>`;
  return renderPage(c, deps, { title: t.title(mailbox.address), section: 'mailboxes', main });
}

function historyChoice(mailbox: Mailbox, passedOver: number, words: Words): Markup {
  const t = words.texts.reading;
  return html`<fieldset class="card">
    <legend>${t.history}</legend>
    <p class="small soft">${t.historyLead}</p>
    ${READINGS.map(
      (reading) =>
        html`<label class="choice">
          <input type="radio" name="reading" value="${reading}" ${reading === mailbox.reading ? 'checked' : ''} />
          <span>${t.readings[reading].name} <span class="small soft">${t.readings[reading].note}</span></span>
        </label>`,
    )}
    ${passedOver > 0 ? html`<p class="small">${t.passedOver(passedOver, words.count(passedOver))}</p>` : ''}
  </fieldset>`;
}

function folderChoice(folders: readonly Folder[], words: Words): Markup {
  const t = words.texts.reading;
  if (folders.length === 0) return html`<p class="card soft">${t.noFolders}</p>`;
  return html`<fieldset class="card">
    <legend>${t.folders}</legend>
    <p class="small soft">${t.foldersLead}</p>
    ${folders.map(
      (folder) =>
        html`<label class="choice">
          <input type="checkbox" name="folder" value="${folder.id}" ${folder.wanted ? 'checked' : ''} />
          <input type="hidden" name="shown" value="${folder.id}" />
          <span>
            ${folder.path}
            <span class="small soft">${[useOf(folder, words), stateOf(folder, words)].filter(Boolean).join(' · ')}</span>
          </span>
        </label>`,
    )}
  </fieldset>`;
}

function useOf(folder: Folder, words: Words): string {
  const { uses } = words.texts.reading;
  return uses[(folder.specialUse ?? '') as keyof typeof uses] ?? '';
}

function stateOf(folder: Folder, words: Words): string {
  const t = words.texts.reading;
  if (!folder.listed) return t.vanished;
  if (folder.failures > 0) return t.refused;
  return folder.wanted && folder.checkedAt ? words.texts.mailboxes.checked(words.instant(folder.checkedAt)) : '';
}

export async function mailboxReadingAction(c: AppContext, deps: Deps): Promise<Response> {
  const all = await readFields(c);
  const [reading] = all('reading');
  if (!isReading(reading)) throw new ProblemError('invalid_request');
  const mailboxId = c.req.param('id') ?? '';
  await forPerson(c, deps, async (tx, userId) => {
    const mailbox = await getMailbox(tx, userId, mailboxId);
    if (!mailbox) throw new ProblemError('not_found');
    const folders = await listFolders(tx, mailboxId);
    const choices = choicesOf(folders, all('automatic').length > 0 ? null : all('folder'), new Set(all('shown')));
    if (choices.size > 0) await setFolderChoices(tx, userId, mailboxId, choices);
    if (reading !== mailbox.reading) await setReading(tx, userId, mailboxId, reading);
  });
  return c.redirect(`${paths.mailboxReading(mailboxId)}?saved=1`, 303);
}

/** Only what the person changed becomes their word; a folder that appeared meanwhile was not before their eyes. */
function choicesOf(folders: readonly Folder[], checked: readonly string[] | null, shown: ReadonlySet<string>): Map<string, boolean | null> {
  const changed = folders.filter(({ id, wanted, choice }) =>
    checked === null ? choice !== null : shown.has(id) && checked.includes(id) !== wanted,
  );
  return new Map(changed.map(({ id, wanted }) => [id, checked === null ? null : !wanted]));
}

function isReading(value: unknown): value is Reading {
  return (READINGS as readonly unknown[]).includes(value);
}
