// The part of the settings page about the evidence log: its newest signed head and its key, to keep elsewhere, and the answer to whoever holds an
// older head.
import type { HeldAnswer } from '@quittance/store/held-checkpoint';
import { html } from 'hono/html';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { csrfField } from '../layout.ts';
import type { Markup } from './timeline-chart.ts';
import type { Words } from './words.ts';

export interface LogHeadShown {
  /** null while the log is empty. */
  readonly head: { readonly note: string; readonly verifierKey: string } | null;
  /** To the head that was sent with the form; `unreadable` for what is none of this log. */
  readonly answer?: HeldAnswer | 'unreadable' | undefined;
}

export function logHeadCard(c: AppContext, { head, answer }: LogHeadShown, words: Words): Markup {
  const t = words.texts.settings;
  if (!head)
    return html`<section class="card">
      <h2>${t.checkpoint}</h2>
      <p class="soft">${t.checkpointNone}</p>
    </section>`;
  return html`<section class="card" id="log">
    <h2>${t.checkpoint}</h2>
    <p class="small soft">${t.checkpointLead}</p>
    <pre class="code">${head.note}</pre>
    <p class="small soft">${t.checkpointKey}</p>
    <pre class="code">${head.verifierKey}</pre>
    ${answer === undefined ? '' : answered(answer, words)}
    <form class="stack" method="post" action="${paths.heldCheckpoint()}#log">
      ${csrfField(c)}
      <label for="held">${t.held}</label>
      <textarea id="held" class="letter" name="checkpoint" rows="5" required maxlength="100000" aria-describedby="held-hint"></textarea>
      <small id="held-hint" class="soft">${t.heldHint}</small>
      <button class="quiet">${t.heldButton}</button>
    </form>
  </section>`;
}

function answered(answer: HeldAnswer | 'unreadable', words: Words): Markup {
  const t = words.texts.settings.heldAnswers;
  if (answer === 'unreadable') return html`<div class="notice warn" role="alert"><p>${t.unreadable}</p></div>`;
  const { outcome, from, to, proof } = answer;
  if (outcome !== 'grew') return html`<div class="notice bad" role="alert"><p>${t[outcome](from, to)}</p></div>`;
  return html`<div class="notice good" role="status">
    <p>${t.grew(from, to)}</p>
    ${
      proof.length > 0
        ? html`<details>
          <summary>${t.proof}</summary>
          <pre class="code">${proof.join('\n')}</pre>
        </details>`
        : ''
    }
  </div>`;
}
