// One subscription: what it is, what needs the person, its life as a drawing and as a table, and the proof with what it states and what it lacks.
import { statementTexts } from '@quittance/i18n/statements';
import { decidingQuote, OWN_BOUNCE, OWN_REQUEST, type ReasonField } from '@quittance/domain/classification';
import { dayWithoutHour, type SubscriptionEvent } from '@quittance/domain/event';
import { isDatedBySender } from '@quittance/dossier/dated-by-sender';
import { lastRequest } from '@quittance/dossier/letter/letter-facts';
import type { OwnTerm, Proof, StatedDeadline, Subscription } from '@quittance/domain/subscription';
import { ownWordTexts } from '@quittance/i18n/own-word';
import { findInArchive, type ArchiveHit } from '@quittance/store/archive-search';
import { isOpen } from '@quittance/timeline/as-of';
import { leaveDaysAhead, statedDeadline } from '@quittance/timeline/deadline';
import { billerName } from '@quittance/i18n/format';
import { html } from 'hono/html';
import { forPerson, type AppContext, type AppDeps } from '../context.ts';
import { paths } from '../paths.ts';
import { ProblemError } from '../problem.ts';
import { renderPage } from './layout.ts';
import { findingBadge, kindBadge, levelBadge, statusBadge } from './parts/badges.ts';
import { correctionForm } from './parts/correction-form.ts';
import { letterLinks } from './letter.ts';
import { dossierLinks } from './parts/dossier-links.ts';
import { facts } from './parts/facts.ts';
import { findingCard, settledFindings } from './parts/finding-card.ts';
import { meter } from './parts/meter.ts';
import { timelineChart, type Markup } from './parts/timeline-chart.ts';
import { readWords, type Words } from './parts/words.ts';
import { silenceLink } from './silence.ts';
import { kindOf, readOne, type TimelineView } from './read-timeline.ts';

export async function subscriptionPage(c: AppContext, deps: Pick<AppDeps, 'db' | 'clock'>): Promise<Response> {
  const { words, view, proving } = await forPerson(c, deps, async (tx, userId) => {
    const words = await readWords(c, tx, userId, deps);
    const view = await readOne(tx, userId, c.req.param('id') ?? '', deps.clock.now());
    const proving = view?.subscriptions[0]?.proof?.messageSha256;
    return { words, view, proving: proving ? await findInArchive(tx, userId, proving) : null };
  });
  if (!view) throw new ProblemError('not_found');
  const subscription = view.subscriptions[0]!;
  // Asked for by an id that it had. Not for good: what is split again may have it again.
  if (subscription.id !== c.req.param('id')) return c.redirect(paths.subscription(subscription.id), 302);
  const { name } = subscription.merchant;
  const main = html`<div class="head">
      <h1>${name}${subscription.plan ? html` <span class="soft">${subscription.plan}</span>` : ''}</h1>
      ${statusBadge(subscription.status, words.texts)}
    </div>
    <div data-live="subscription">
      ${findings(c, subscription, words)} ${overviewCard(subscription, view, words)} ${chart(subscription, view, words)}
      <div class="columns">
        <div>${events(c, view, words)}</div>
        <div>${proofCard(subscription, { view, proving }, words)} ${dossierLinks(subscription.id, words.language)} ${actions(subscription, view, words)}</div>
      </div>
    </div>`;
  return renderPage(c, deps, { title: name, section: 'overview', main });
}

function actions(subscription: Subscription, view: TimelineView, words: Words): Markup[] {
  const { id, proof } = subscription;
  const events = subscription.eventIds.flatMap((one) => view.events.get(one) ?? []);
  const input = { subscription, events, corrections: view.corrections, today: words.today };
  const request = proof ? undefined : lastRequest(input);
  return [letterLinks(id, input, words.language), silenceLink(id, request ? request.occurredAt.slice(0, 10) : null, words.language)];
}

function findings(c: AppContext, subscription: Subscription, words: Words): Markup {
  const open = subscription.findings.filter((finding) => isOpen(finding, words.today));
  const settled = subscription.findings.filter((finding) => !open.includes(finding));
  return html`${open.map((finding) => findingCard(c, subscription, finding, words))}
  ${settledFindings(c, settled, subscription.aside, words)}`;
}

function overviewCard(one: Subscription, view: TimelineView, words: Words): Markup {
  const t = words.texts.subscription;
  const over = one.endsOn !== null && one.endsOn < words.today;
  const running = one.status !== 'cancelled' && one.status !== 'ended';
  return html`<section class="card">
    ${facts([
      [t.price, price(one, view, words)],
      [t.renewsOn, running && one.renewsOn ? words.date(one.renewsOn) : null],
      [t.cancelBy, running ? deadline(one, view, words) : null],
      ...leaveDaysAhead(one, words.today).map((day) => [t.leaveBy, asNamed(day, view, words)] as const),
      [over ? t.endedOn : t.endsOn, one.endsOn && words.date(one.endsOn)],
      [t.started, one.startedOn && words.date(one.startedOn)],
      [t.minimumTerm, one.minimumTermEndsOn && own(one, 'minimumTermEndsOn', words.date(one.minimumTermEndsOn), words)],
      [t.noticePeriod, one.noticePeriod && own(one, 'noticePeriod', words.period(one.noticePeriod), words)],
      [t.reference, one.reference],
      [t.biller, one.biller && billerName(one.biller)],
    ])}
    ${priceHistory(one, words)}
    <p><a class="button quiet" href="${paths.ownWord(one.id)}">${ownWordTexts(words.language).open}</a></p>
  </section>`;
}

// Where two welcomes name two prices, the one that is shown is no more sure than the other.
function price({ price, period, otherPrice: other }: Subscription, view: TimelineView, words: Words): Markup | string | null {
  if (!price) return null;
  const shown = words.price(price, period);
  if (!other) return shown;
  return html`${shown}
    <span class="small note">${words.texts.subscription.otherPrice(words.price(other.price, other.period))} ${source(other.eventId, 'amount', view, words)}</span>`;
}

// The day of a renewal can be read above; one that a mail names is shown with its words all the same.
function deadline(one: Subscription, view: TimelineView, words: Words): Markup | string | null {
  const stated = statedDeadline(one);
  if (!one.cancelBy || (!stated && one.cancelBy === one.renewsOn)) return null;
  return stated ? asNamed(stated, view, words) : words.date(one.cancelBy);
}

function asNamed(stated: Pick<StatedDeadline, 'on' | 'eventId'>, view: TimelineView, words: Words): Markup {
  return html`${words.date(stated.on)} ${source(stated.eventId, 'cancel_by', view, words)}`;
}

function source(eventId: string, of: ReasonField, view: TimelineView, words: Words): Markup {
  const told = view.events.get(eventId)?.reasons.find(({ field }) => field === of);
  return html`<a class="small" href="#event-${eventId}">${told ? html`<q>${told.quote}</q>` : ownWordTexts(words.language).evidence}</a>`;
}

function own(one: Subscription, term: OwnTerm, said: string, words: Words): Markup | string {
  return one.ownTerms.includes(term) ? html`${said} <span class="small soft">${ownWordTexts(words.language).set}</span>` : said;
}

// The price over time, where there was more than one.
function priceHistory({ prices }: Subscription, words: Words): Markup | string {
  if (prices.length < 2) return '';
  return html`<details class="small">
    <summary>${ownWordTexts(words.language).prices}</summary>
    <ul class="list">
      ${prices.toReversed().map(({ from, price, period }, index, all) => {
        const before = all[index + 1]?.price;
        const change =
          before && before.currency === price.currency
            ? words.percent((price.amountMinor - before.amountMinor) / before.amountMinor)
            : null;
        return html`<li><span class="when">${words.date(from)}</span> ${words.price(price, period)}${change ? html` <span class="soft">${change}</span>` : ''}</li>`;
      })}
    </ul>
  </details>`;
}

function chart(one: Subscription, view: TimelineView, words: Words): Markup {
  const { texts } = words;
  const t = texts.subscription;
  const dated = one.eventIds.flatMap((id) => view.events.get(id) ?? []);
  const ahead = [
    ...(one.renewsOn && one.renewsOn > words.today && one.status !== 'cancelled'
      ? [{ on: one.renewsOn, label: `${t.renewsOn} ${words.date(one.renewsOn)}` }]
      : []),
    ...(one.endsOn && one.endsOn > words.today ? [{ on: one.endsOn, label: `${t.endsOn} ${words.date(one.endsOn)}` }] : []),
  ];
  const month = new Intl.DateTimeFormat(words.language === 'fr' ? 'fr-FR' : 'en-GB', { month: 'short', timeZone: 'UTC' });
  return html`<section class="card">
    <h2>${t.timeline}</h2>
    <div class="scroll latest" tabindex="0" role="group" aria-label="${t.timeline}">
      ${timelineChart({
        title: t.timelineTitle(one.merchant.name),
        description: t.timelineDescription(dated.length),
        events: dated.map((event) => {
          const on = dayWithoutHour(event, words.settings.timeZone) ?? words.dayOf(event.occurredAt);
          return {
            kind: event.kind,
            on,
            label: words.labelled(words.date(on), texts.kinds[kindOf(event, view.corrections)]),
            certain: event.decided === 'auto' || view.corrections.has(event.id),
            href: `#event-${event.id}`,
          };
        }),
        startedOn: one.startedOn,
        endsOn: one.status === 'cancelled' || one.status === 'ended' ? one.endsOn : null,
        ahead,
        today: words.today,
        todayLabel: t.today,
        monthLabel: (on) => (on.slice(5, 7) === '01' ? on.slice(0, 4) : month.format(new Date(on))),
      })}
    </div>
  </section>`;
}

function events(c: AppContext, view: TimelineView, words: Words): Markup {
  const { texts } = words;
  const newest = [...view.events.values()].toSorted((a, b) => b.occurredAt.localeCompare(a.occurredAt) || b.seq - a.seq);
  return html`<section class="card" aria-labelledby="events">
    <h2 id="events">${texts.subscription.events}</h2>
    <ul class="list">
      ${newest.map((event) => eventEntry(c, event, view, words))}
    </ul>
  </section>`;
}

function eventEntry(c: AppContext, event: SubscriptionEvent, view: TimelineView, words: Words): Markup {
  const { texts } = words;
  const kind = kindOf(event, view.corrections);
  const corrected = view.corrections.has(event.id);
  const quote = decidingQuote(event.reasons);
  const day = dayWithoutHour(event, words.settings.timeZone);
  return html`<li id="event-${event.id}">
    <span class="when">${day ? words.date(day) : words.instant(event.occurredAt)}</span>
    ${event.reasons.some(({ rule }) => rule.startsWith(OWN_BOUNCE)) ? findingBadge('request_not_delivered', texts) : kindBadge(kind, texts)}
    ${event.reasons.some(({ rule }) => rule === OWN_REQUEST) ? html`<span class="small soft">${texts.subscription.byOwnMail}</span>` : ''}
    ${event.price ? html`<strong>${words.money(event.price)}</strong>` : ''}
    ${event.level ? levelBadge(event.level, texts) : ''}
    ${corrected ? html`<span class="small soft">${texts.subscription.corrected(texts.kinds[kind])}</span>` : event.decided === 'auto' ? '' : html`<span class="small">${texts.decided[event.decided]}</span>`}
    ${quote ? html`<p class="quote">${quote}</p>` : ''}
    <div class="small">
      ${event.message ? html`<a href="${paths.message(event.message.sha256)}">${texts.subscription.showMessage}</a>` : ''}
      ${event.bankLine ? html`<a href="${paths.statements()}">${statementTexts(words.language).citedLine(event.bankLine.fileName, event.bankLine.position)}</a>` : ''}
    </div>
    ${event.source === 'person' ? html`<span class="small soft">${ownWordTexts(words.language).yourWord}</span>` : correctionForm(c, words, { id: event.id, kind, decided: event.decided, corrected, suggestion: view.suggestions.get(event.id) })}
  </li>`;
}

interface Proving {
  readonly view: TimelineView;
  /** The message of the confirmation. */
  readonly proving: ArchiveHit | null;
}

function proofCard(one: Subscription, kept: Proving, words: Words): Markup | string {
  const t = words.texts.subscription;
  if (one.proof) return proof(one.proof, kept, words);
  if (one.status === 'cancel_requested')
    return html`<section class="card">
      <h2>${t.proof}</h2>
      <p>${t.noProofRequested}</p>
    </section>`;
  return html`<section class="card">
    <h2>${t.proof}</h2>
    <p class="soft">${t.noProof}</p>
  </section>`;
}

function proof(found: Proof, { view, proving }: Proving, words: Words): Markup {
  const { texts } = words;
  const t = texts.subscription;
  const event = view.events.get(found.eventId);
  const bySender = event !== undefined && proving !== null && isDatedBySender({ ...proving, occurredAt: event.occurredAt });
  return html`<section class="card">
    <h2>${t.proof}</h2>
    ${event ? html`<p><strong>${t.proofFrom(words.date(words.dayOf(event.occurredAt)))}${found.level === 'D' ? `, ${t.proofUnverified}` : ''}</strong></p>` : ''}
    <p>${levelBadge(found.level, texts)} <span class="small">${texts.levels[found.level].long}</span></p>
    ${meter(found.meter, event ? words.dayOf(event.occurredAt) : null, words, bySender)}
    <p class="small soft">${t.proofLimits}${found.level === 'D' ? html` ${t.proofWeak}` : ''}</p>
    ${found.messageSha256 ? html`<p class="small"><a href="${paths.message(found.messageSha256)}">${t.showMessage}</a></p>` : ''}
  </section>`;
}
