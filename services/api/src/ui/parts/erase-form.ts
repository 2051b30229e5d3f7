// "Erase this message": folded away, says what goes and what stays, and asks for a reason, which the evidence log keeps.
import { html } from 'hono/html';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { csrfField } from '../layout.ts';
import { textField } from './form.ts';
import type { Markup } from './timeline-chart.ts';
import type { Words } from './words.ts';

export const ERASE_REASON_MAX = 500;

/** Nothing for a message that is erased already. */
export function eraseForm(
  c: AppContext,
  words: Words,
  message: { readonly sha256: string; readonly erasedAt: string | null },
): Markup | string {
  if (message.erasedAt !== null) return '';
  const t = words.texts.message;
  return html`<section class="card">
    <details>
      <summary>${t.erase}</summary>
      <p class="small">${t.eraseLead}</p>
      <form method="post" action="${paths.messageErase(message.sha256)}">
        ${csrfField(c)}${textField({ name: 'reason', label: t.eraseReason, hint: t.eraseReasonHint, required: true, autocomplete: 'off' })}
        <button class="quiet">${t.eraseForGood}</button>
      </form>
    </details>
  </section>`;
}
