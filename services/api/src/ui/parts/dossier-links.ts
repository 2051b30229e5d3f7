// The buttons that give a subscription's dossier: the report for reading, the bundle for checking.
import { dossierTexts } from '@quittance/i18n/dossier';
import type { Language } from '@quittance/i18n/language';
import { verifyingTexts } from '@quittance/i18n/verifying';
import { html } from 'hono/html';
import { paths } from '../../paths.ts';
import type { Markup } from './timeline-chart.ts';

export function dossierLinks(subscriptionId: string, language: Language): Markup {
  const t = dossierTexts(language).links;
  const { linkLead, link } = verifyingTexts(language).page;
  return html`<section class="card" aria-labelledby="dossier">
    <h2 id="dossier">${t.title}</h2>
    <p>${t.lead}</p>
    <div class="row">
      <a class="button" href="${paths.dossier(subscriptionId, 'pdf', language)}" download>${t.pdf}</a>
      <a class="button" href="${paths.dossier(subscriptionId, 'asice', language)}" download>${t.bundle}</a>
    </div>
    <p class="small">${linkLead} <a href="${paths.verify()}">${link}</a></p>
  </section>`;
}
