// Watched folders on the page of mailboxes: what each is, what was read from it and what could not be, and the form that adds one.
import { PermanentError } from '@quittance/domain/errors';
import { fileProblemText } from '@quittance/i18n/file-problems';
import { inletTexts } from '@quittance/i18n/inlets';
import { sayAgain } from '@quittance/i18n/sentences';
import { removeInlet, type InletKind, type InletState } from '@quittance/store/inlets';
import { getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { addWatchedFolder } from '../add-watched-folder.ts';
import { forPerson, type AppContext, type AppDeps } from '../context.ts';
import { paths } from '../paths.ts';
import { ProblemError } from '../problem.ts';
import { readForm } from '../read-form.ts';
import { csrfField } from './layout.ts';
import { badge } from './parts/badges.ts';
import type { Markup } from './parts/timeline-chart.ts';
import type { Words } from './parts/words.ts';

const TYPED = 'quittance_folder';
/** A cookie holds 4 KB, and a character may take twelve bytes of them. */
const TYPED_MAX = 300;

type Deps = Pick<AppDeps, 'db' | 'clock' | 'watchFolders'>;

/** @param problem a code of what was wrong with the folder that was just entered. */
export function inletsSection(c: AppContext, deps: Deps, inlets: readonly InletState[], words: Words, problem: string | undefined): Markup {
  const t = inletTexts(words.language);
  const error = problem && (problem === 'exists' ? t.exists : (t.problems[problem] ?? problem));
  const roots = deps.watchFolders.join(', ');
  return html`<section id="inlets">
    <h2>${t.title}</h2>
    <p class="soft">${t.lead}</p>
    <div data-live="inlets">${inlets.map((inlet) => inletCard(c, inlet, words))}</div>
    ${
      deps.watchFolders.length === 0
        ? html`<p class="card small soft">${t.noneAllowed}</p>`
        : html`<form class="card stack" method="post" action="${paths.inlets()}">
            ${csrfField(c)}
            <div class="field">
              <label for="inlet-path">${t.path}</label>
              <input
                id="inlet-path"
                name="path"
                required
                maxlength="1000"
                autocomplete="off"
                value="${(problem && getCookie(c, TYPED)) || ''}"
                ${error ? html`aria-invalid="true"` : ''}
                aria-describedby="inlet-roots${error ? ' inlet-error' : ''}"
              />
              ${error ? html`<small id="inlet-error" class="error" role="alert">${error}</small>` : ''}
              <span id="inlet-roots" class="small soft">${t.allowed(roots)}</span>
            </div>
            <fieldset>
              <legend>${t.kind}</legend>
              ${(['drop', 'maildir'] as const).map(
                (kind) =>
                  html`<label class="choice"
                    ><input type="radio" name="kind" value="${kind}" ${kind === 'drop' ? 'checked' : ''} />
                    <span>${t.kinds[kind]} <span class="small soft">${t.kindNotes[kind]}</span></span></label
                  >`,
              )}
            </fieldset>
            <button class="quiet">${t.add}</button>
          </form>`
    }
  </section>`;
}

function inletCard(c: AppContext, inlet: InletState, words: Words): Markup {
  const t = inletTexts(words.language);
  return html`<section class="card" id="inlet-${inlet.id}">
    <div class="head">
      <h3>${inlet.path}</h3>
      ${inlet.problem ? badge('warn', '!', t.problem) : badge('good', '●', t.watching)}
    </div>
    <p class="small soft">
      ${t.kinds[inlet.kind]} · ${t.files(inlet.files, words.count(inlet.files))} ·
      ${inlet.checkedAt ? t.checked(words.instant(inlet.checkedAt)) : t.neverChecked}
    </p>
    <p class="small soft">${t.kindNotes[inlet.kind]}</p>
    ${inlet.problem ? html`<div class="notice bad" role="alert"><p>${t.problems[inlet.problem.code] ?? sayAgain(inlet.problem.text, words.language)}</p></div>` : ''}
    ${
      inlet.unreadable.length === 0
        ? ''
        : html`<details class="small">
            <summary>${t.unreadable(inlet.unreadable.length)}</summary>
            <ul>
              ${inlet.unreadable.map(({ name, code, text }) => html`<li>${words.labelled(name, t.problems[code] ?? fileProblemText(words.language, { code, message: text }))}</li>`)}
            </ul>
          </details>`
    }
    <form class="inline" method="post" action="${paths.inletRemove(inlet.id)}">
      ${csrfField(c)}<button class="quiet" title="${t.removeNote}">${t.remove}</button>
    </form>
  </section>`;
}

export async function inletAddAction(c: AppContext, deps: Deps): Promise<Response> {
  const form = await readForm(c);
  const kind: InletKind = form['kind'] === 'maildir' ? 'maildir' : 'drop';
  const path = (form['path'] ?? '').trim();
  const problem = await tryAdd(c, deps, path, kind);
  // For the page that comes next: what was typed stays, and no folder's name stands in an address.
  if (problem)
    setCookie(c, TYPED, path.slice(0, TYPED_MAX).toWellFormed(), {
      path: paths.mailboxes(),
      maxAge: 60,
      httpOnly: true,
      sameSite: 'Strict',
    });
  return c.redirect(`${paths.mailboxes()}${problem ? `?inlet=${problem}` : ''}#inlets`, 303);
}

async function tryAdd(c: AppContext, deps: Deps, entered: string, kind: InletKind): Promise<string | null> {
  try {
    return (await addWatchedFolder(c, deps, entered, kind)) === null ? 'exists' : null;
  } catch (error) {
    if (error instanceof PermanentError) return error.code;
    throw error;
  }
}

export async function inletRemoveAction(c: AppContext, deps: Deps): Promise<Response> {
  const removed = await forPerson(c, deps, (tx, userId) => removeInlet(tx, userId, c.req.param('id') ?? ''));
  if (!removed) throw new ProblemError('not_found');
  return c.redirect(`${paths.mailboxes()}#inlets`, 303);
}
