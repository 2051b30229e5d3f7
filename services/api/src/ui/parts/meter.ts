// The proof meter: which elements a confirmation has, each with its words, which it lacks, and which of those the law of the person's country asks for.
import type { CivilDate } from '@quittance/domain/civil-date';
import type { ProofMeter } from '@quittance/domain/subscription';
import { missingByLaw } from '@quittance/dossier/missing-by-law';
import { startUpper } from '@quittance/i18n/format';
import { lawTexts } from '@quittance/i18n/law';
import { isFirstNameOnly } from '@quittance/timeline/proof';
import { html } from 'hono/html';
import { paths } from '../../paths.ts';
import type { Markup } from './timeline-chart.ts';
import type { Words } from './words.ts';

const ELEMENTS: readonly (readonly [keyof ProofMeter, keyof Words['texts']['subscription']['meter']])[] = [
  ['who', 'who'],
  ['contract', 'contract'],
  ['receivedAt', 'received_at'],
  ['endsOn', 'ends_on'],
  ['effects', 'effects'],
  ['noFurtherCharge', 'no_further_charge'],
];

/**
 * @param on the day of the confirmation: the law of that day counts
 * @param isDatedBySender nobody but the sender says when it came
 */
export function meter(found: ProofMeter, on: CivilDate | null, words: Words, isDatedBySender: boolean): Markup {
  const t = words.texts.subscription;
  return html`<ul class="meter">
      ${ELEMENTS.map(([key, label]) => {
        const { present, quote } = found[key];
        return html`<li class="${present ? 'yes' : 'no'}">
          <span class="sign" aria-hidden="true">${present ? '✓' : '–'}</span>
          <div>
            ${t.meter[label]}<span class="sr">: ${present ? t.present : t.missing}</span
            >${quote ? html`<div class="quote small">${quote}</div>` : ''}${key === 'who' && isFirstNameOnly(quote) ? html`<div class="small soft">${t.firstNameOnly}</div>` : ''}
          </div>
        </li>`;
      })}
    </ul>
    ${isDatedBySender ? html`<p class="small soft">${t.datedBySender}</p>` : ''}
    ${on === null ? '' : lawfulContent(found, on, words)}`;
}

// What the country's law asks a confirmation to hold, and this one does not state.
function lawfulContent(found: ProofMeter, on: CivilDate, words: Words): Markup | string {
  const law = missingByLaw(found, words.settings.country, on, words.language);
  if (!law) return '';
  return html`<p class="small">
    ${lawTexts(words.language).missingFrom(law.missing.join(', '))}
    <a href="${paths.law()}#${law.rule.id}">${startUpper(law.rule.citation[words.language])}</a>. ${words.texts.subscription.notAdvice}
  </p>`;
}
