// The part of the settings page on trusted time: the choice of authorities, what they answered, and what failed.
import { stampTexts } from '@quittance/i18n/stamps';
import { html } from 'hono/html';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import type { TimeStampsJson } from '../../v1/time-stamps.ts';
import { csrfField } from '../layout.ts';
import type { Markup } from './timeline-chart.ts';
import type { Words } from './words.ts';

export function stampsCard(c: AppContext, shown: TimeStampsJson, offered: readonly string[], words: Words): Markup {
  const t = stampTexts(words.language);
  const isOn = shown.agreed_at !== null;
  const choices = shown.authorities.filter(({ url }) => offered.includes(url));
  return html`<section class="card" id="time-stamps">
    <h2>${t.title}</h2>
    <p class="small soft">${t.lead}</p>
    <p class="small soft">${t.goesOut}</p>
    <p class="small">
      ${isOn ? t.since(words.date(words.dayOf(shown.agreed_at!))) : t.off}
      ${isOn ? (shown.anchored_at ? t.anchored(words.instant(shown.anchored_at)) : t.notAnchored) : ''}
    </p>
    ${choices.length === 0 ? html`<p class="soft">${t.none}</p>` : form(c, choices, isOn, words)}
  </section>`;
}

function form(c: AppContext, choices: TimeStampsJson['authorities'], isOn: boolean, words: Words): Markup {
  const t = stampTexts(words.language);
  return html`<form class="stack" method="post" action="${paths.timeStamps()}">
    ${csrfField(c)}
    <fieldset>
      <legend class="sr">${t.title}</legend>
      ${choices.map(
        (one) =>
          html`<label class="check">
            <input type="checkbox" name="authority" value="${one.url}" ${(isOn ? one.agreed : one.suggested) ? html`checked` : ''} />
            <span
              >${one.name}${one.qualified ? html` <span class="small soft">${t.qualified}</span>` : ''}<br />
              <span class="small soft">${one.last_stamp_at ? t.last(words.instant(one.last_stamp_at), one.stamps) : t.never}</span>
              ${one.agreed && one.problem ? html`<br /><span class="small">${t.failed(one.problem.text, words.instant(one.problem.at))} ${t.retry}</span>` : ''}
            </span>
          </label>`,
      )}
    </fieldset>
    <div class="row">
      <button class="${isOn ? 'quiet' : ''}">${isOn ? t.save : t.agree}</button>
      ${isOn ? html`<button class="quiet" formaction="${paths.timeStampsWithdraw()}">${t.withdraw}</button>` : ''}
    </div>
  </form>`;
}
