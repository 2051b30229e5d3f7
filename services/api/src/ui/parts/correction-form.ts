// "This is …": the person's word on what a mail was read as. One click confirms what is only probable.
import { EVENT_KINDS, type MessageKind } from '@quittance/domain/event-kind';
import type { Decision } from '@quittance/domain/classification';
import { html } from 'hono/html';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { csrfField } from '../layout.ts';
import { options } from './form.ts';
import { OWN_WORD, type StoredSuggestion } from '@quittance/store/suggestions';
import type { Markup } from './timeline-chart.ts';
import type { Words } from './words.ts';

export interface Correctable {
  readonly id: string;
  readonly kind: MessageKind;
  readonly decided: Decision;
  /** The person has spoken already. */
  readonly corrected: boolean;
  /** Of a local model; shown while the question is open. */
  readonly suggestion?: StoredSuggestion | undefined;
}

export function correctionForm(c: AppContext, words: Words, event: Correctable): Markup {
  const { texts } = words;
  const asks = event.decided !== 'auto' && !event.corrected;
  const kinds = [...EVENT_KINDS, 'other'] as const;
  const correct = html`<form class="inline" method="post" action="${paths.correction(event.id)}">
    ${csrfField(c)}<input type="hidden" name="next" value="${c.req.path}" />
    <label class="sr" for="kind-${event.id}">${texts.subscription.correctTitle}</label>
    <select id="kind-${event.id}" name="kind">
      ${options(
        kinds.map((kind) => [kind, texts.kinds[kind]] as const),
        event.kind,
      )}
    </select>
    <button class="quiet">${texts.actions.save}</button>
  </form>`;
  if (!asks)
    return html`<details class="small">
      <summary>${texts.actions.correct}</summary>
      ${correct}
    </details>`;
  return html`${suggested(words, event)}
    <form class="inline" method="post" action="${paths.correction(event.id)}">
      ${csrfField(c)}<input type="hidden" name="next" value="${c.req.path}" />
      <button name="kind" value="${event.kind}">${texts.actions.confirm}</button>
      ${event.suggestion && event.suggestion.kind !== event.kind ? html`<button name="kind" value="${event.suggestion.kind}" class="quiet">${texts.kinds[event.suggestion.kind]}</button>` : ''}
    </form>
    <details class="small">
      <summary>${texts.actions.correct}</summary>
      ${correct}
    </details>`;
}

// A model's word, named as such, with the words of the mail it rests on.
function suggested({ texts }: Words, { suggestion }: Correctable): Markup | string {
  if (!suggestion) return '';
  if (suggestion.model === OWN_WORD) return html`<p class="small soft">${texts.subscription.saidOfAlike(texts.kinds[suggestion.kind])}</p>`;
  return html`<p class="small soft">${texts.subscription.suggested(texts.kinds[suggestion.kind], suggestion.model)} <q>${suggestion.quote}</q></p>`;
}
