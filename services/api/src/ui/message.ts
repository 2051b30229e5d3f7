// One message as evidence: its text with the words that decided, its four clocks, how far it can be relied on, and its place in the log. The
// sender's own design is shown only in a closed frame under its own policy.
import type { Verdict } from '@quittance/domain/authenticity';
import { domainOf } from '@quittance/domain/message';
import { findInArchive, type ArchiveHit } from '@quittance/store/archive-search';
import type { SubscriptionEvent } from '@quittance/domain/event';
import { isDatedBySender } from '@quittance/dossier/dated-by-sender';
import { dossierTexts } from '@quittance/i18n/dossier';
import { listCorrections, listEvents } from '@quittance/store/events';
import { getMessageEvidence, type MessageEvidence } from '@quittance/store/message-evidence';
import { listSubscriptions } from '@quittance/store/subscriptions';
import { stampTexts } from '@quittance/i18n/stamps';
import { proofMeter } from '@quittance/timeline/proof';
import { html } from 'hono/html';
import { forPerson, type AppContext, type AppDeps } from '../context.ts';
import { paths } from '../paths.ts';
import { ProblemError } from '../problem.ts';
import { readChoice } from '../read-query.ts';
import { readRawMessage } from '../v1/messages.ts';
import { highlight } from './highlight.ts';
import { renderPage } from './layout.ts';
import type { MailView } from './mail-view.ts';
import { kindBadge, levelBadge } from './parts/badges.ts';
import { correctionForm } from './parts/correction-form.ts';
import { eraseForm } from './parts/erase-form.ts';
import { facts } from './parts/facts.ts';
import { moveForm } from './parts/move-form.ts';
import { meter } from './parts/meter.ts';
import type { Markup } from './parts/timeline-chart.ts';
import { readWords, type Words } from './parts/words.ts';

type Deps = Pick<AppDeps, 'db' | 'vault' | 'clock' | 'mailViews'>;

const LINKS_MAX = 40;

export async function messagePage(c: AppContext, deps: Deps): Promise<Response> {
  const sha256 = c.req.param('sha256') ?? '';
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new ProblemError('not_found');
  const { words, hit, evidence, corrected, subscriptions, event } = await forPerson(c, deps, async (tx, userId) => {
    const words = await readWords(c, tx, userId, deps);
    const hit = await findInArchive(tx, userId, sha256);
    if (!hit) throw new ProblemError('not_found');
    const corrected = hit.event ? (await listCorrections(tx, userId, { eventIds: [hit.event.id] })).length > 0 : false;
    const subscriptions = await listSubscriptions(tx, userId);
    const event = isConfirmation(hit) ? (await listEvents(tx, userId, { eventIds: [hit.event!.id] }))[0] : undefined;
    return { words, hit, evidence: await getMessageEvidence(tx, userId, hit.id), corrected, subscriptions, event };
  });
  const view = hit.erasedAt ? null : await deps.mailViews.prepare(await readRawMessage(c, deps, sha256));
  const { texts } = words;
  const title = hit.erasedAt ? texts.message.erasedTitle : hit.subject || texts.none;
  const main = html`<h1>${title}</h1>
    ${hit.erasedAt ? '' : html`<p class="soft">${texts.message.from} <strong>${hit.fromName}</strong> &lt;${hit.fromAddress}&gt; · ${words.instant(hit.datedAt)}</p>`}
    <div class="columns">
      <div>
        ${readAs(c, hit, evidence, corrected, words)} ${hit.event ? moveForm(c, hit.event, subscriptions, words) : ''}
        ${view ? text(c, view, evidence, words) : html`<div class="card"><p>${texts.message.erased} ${texts.message.erasedOn(words.instant(hit.erasedAt!))}</p></div>`}
      </div>
      <div>
        ${event ? statedIn(event, hit, words) : ''} ${authenticity(hit, evidence.verdict, words)} ${clocks(hit, words)} ${proofOfKeeping(hit, evidence, words)}
        ${view ? links(view, words) : ''} ${eraseForm(c, words, hit)}
      </div>
    </div>`;
  return renderPage(c, deps, { title, section: 'archive', main });
}

// Whatever the person calls it, and also where another confirmation is the better proof.
function isConfirmation({ event, erasedAt }: ArchiveHit): boolean {
  return event?.kind === 'cancellation_confirmed' && erasedAt === null;
}

function statedIn(event: SubscriptionEvent, hit: ArchiveHit, words: Words): Markup {
  return html`<section class="card">
    <h2>${dossierTexts(words.language).report.meter.heading}</h2>
    ${meter(proofMeter(event), words.dayOf(event.occurredAt), words, isDatedBySender({ ...hit, occurredAt: event.occurredAt }))}
  </section>`;
}

function readAs(c: AppContext, hit: ArchiveHit, evidence: MessageEvidence, corrected: boolean, words: Words): Markup | string {
  const { texts } = words;
  const { event } = hit;
  if (!event) return '';
  return html`<section class="card">
    <h2>${texts.message.readAs}</h2>
    <p>
      ${kindBadge(event.kind, texts)} ${event.merchantName ?? ''}
      ${event.amountMinor !== null && event.currency ? html`<strong>${words.money({ amountMinor: event.amountMinor, currency: event.currency })}</strong>` : ''}
      ${corrected ? html`<span class="small soft">${texts.subscription.corrected(texts.kinds[event.kind])}</span>` : event.decided === 'auto' ? '' : texts.decided[event.decided]}
    </p>
    ${
      evidence.reasons.length > 0
        ? html`<p class="small soft">${texts.message.because}</p>
            <dl class="reasons">${distinct(evidence.reasons).map((reason) => html`<dt>${texts.message.field[reason.field]}</dt><dd>${reason.quote}</dd>`)}</dl>`
        : ''
    }
    ${event.subscriptionId ? html`<p><a href="${paths.subscription(event.subscriptionId)}">${texts.message.subscription(event.merchantName ?? '')}</a></p>` : ''}
    ${correctionForm(c, words, { id: event.id, kind: event.kind, decided: event.decided, corrected })}
  </section>`;
}

/** Several rules may have heard the same words: they are shown once. */
function distinct(reasons: MessageEvidence['reasons']): MessageEvidence['reasons'] {
  return [...new Map(reasons.map((reason) => [`${reason.field} ${reason.quote}`, reason])).values()];
}

function text(c: AppContext, view: MailView, evidence: MessageEvidence, words: Words): Markup {
  const t = words.texts.message;
  const { body } = view.message.text;
  const asHtml = view.hasHtml && readChoice(c, 'view', ['html', 'text']) === 'html';
  const spans = evidence.reasons
    .filter((reason) => reason.zone === 'body')
    .map((reason) => ({ start: reason.start, end: reason.end, title: t.field[reason.field] }));
  const here = c.req.path;
  const tabs = view.hasHtml
    ? html`<p class="tabs small">
        <a href="${here}" ${asHtml ? '' : html`aria-current="true"`}>${t.text}</a>
        <a href="${here}?view=html" ${asHtml ? html`aria-current="true"` : ''}>${t.html}</a>
      </p>`
    : '';
  return html`<section class="card">
    <h2>${asHtml ? t.html : t.text}</h2>
    ${tabs}
    ${
      asHtml
        ? html`<p class="small soft">${t.htmlNote}</p>
            <iframe class="mail" sandbox title="${t.frameTitle}" src="${paths.messageHtml(c.req.param('sha256') ?? '')}"></iframe>`
        : body
          ? html`<div class="mailtext" tabindex="0" role="document" lang="${view.message.text.languageHint ?? ''}">${highlight(body, spans)}</div>`
          : html`<p class="soft">${t.noText}</p>`
    }
  </section>`;
}

function authenticity(hit: ArchiveHit, verdict: (Verdict & { readonly madeAt: string }) | null, words: Words): Markup {
  const { texts } = words;
  const t = texts.message;
  const reasons = texts.levelReasons as Readonly<Record<string, string>>;
  return html`<section class="card">
    <h2>${t.authenticity}</h2>
    ${
      hit.level
        ? html`<p>${levelBadge(hit.level, texts)}</p>
            <p>${texts.levels[hit.level].long}</p>`
        : ''
    }
    ${verdict?.pending ? html`<p class="small">${t.pending}</p>` : ''}
    ${
      verdict
        ? html`<ul class="small">
            ${verdict.reasons.map((code) => html`<li>${reasons[code] ?? texts.levelReasonOther(code)}</li>`)}${verdict.signatures.map((signature) => html`<li>${t.signature(signature.domain, signature.result)}</li>`)}
          </ul>`
        : ''
    }
  </section>`;
}

function clocks(hit: ArchiveHit, words: Words): Markup {
  const t = words.texts.message;
  const at = (instant: string | null): string => (instant ? words.instant(instant) : words.texts.none);
  return html`<section class="card">
    <h2>${t.clocks}</h2>
    <p class="small soft">${t.clocksLead}</p>
    ${facts([
      [t.sentAt, at(hit.sentAt)],
      [t.receivedAt, at(hit.receivedAt)],
      [t.internalDate, at(hit.internalDate)],
      [t.capturedAt, at(hit.capturedAt)],
    ])}
  </section>`;
}

function proofOfKeeping(hit: ArchiveHit, { origin, log }: MessageEvidence, words: Words): Markup {
  const t = words.texts.message;
  const stamps = stampTexts(words.language).message;
  return html`<section class="card">
    <h2>${t.evidence}</h2>
    ${facts([
      [t.sha256, html`<span class="hash">${hit.sha256}</span>`],
      [t.size, t.bytes(words.count(hit.sizeBytes))],
      [t.origin, origin.kind === 'imap' ? t.originImap(origin.path, origin.host) : t.originImport(origin.path)],
      [t.logPosition, log && t.logEntry(log.leafIndex + 1, log.size)],
      [
        stamps.checkpoint,
        log && (log.checkpoint ? stamps.checkpointOf(log.checkpoint.size, words.instant(log.checkpoint.madeAt)) : stamps.notSealed),
      ],
      [stamps.time, log && timeOf(log.anchor, words)],
    ])}
    <p class="small soft">${t.logLead}</p>
    ${hit.erasedAt ? '' : html`<p><a class="button quiet" href="${paths.messageRaw(hit.sha256)}" download>${words.texts.actions.download}</a></p>`}
  </section>`;
}

function timeOf(anchor: NonNullable<MessageEvidence['log']>['anchor'], words: Words): Markup | string {
  const t = stampTexts(words.language).message;
  if (!anchor) return t.chained;
  if (!anchor.stamped) return t.anchored;
  return html`${anchor.stamped.stamps.map(({ genAt, signer }) => html`${t.stamped(words.instant(genAt), commonName(signer))}<br />`)}`;
}

function commonName(subject: string): string {
  return /(?:^|, )CN=([^,]+)/.exec(subject)?.[1] ?? subject;
}

// Where links lead, by domain; they are shown as text, so that nobody follows one by accident.
function links(view: MailView, words: Words): Markup | string {
  const t = words.texts.message;
  const shown = view.message.text.links.filter((link) => /^https?:/i.test(link.href)).slice(0, LINKS_MAX);
  if (shown.length === 0) return '';
  return html`<section class="card">
    <details>
      <summary>${t.links} (${shown.length})</summary>
      <p class="small soft">${t.linksLead}</p>
      <ul class="small">
        ${shown.map((link) => html`<li>${link.text || words.texts.none} → <strong>${hostOf(link.href)}</strong><br /><span class="hash">${link.href.slice(0, 300)}</span></li>`)}
      </ul>
    </details>
  </section>`;
}

function hostOf(href: string): string {
  return URL.canParse(href) ? new URL(href).hostname : domainOf(href);
}
