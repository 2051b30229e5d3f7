// The overview: what needs the person, what runs and what it costs, what comes next. First results show while a mailbox is still being read.
import { daysBetween } from '@quittance/domain/civil-date';
import { decidingQuote } from '@quittance/domain/classification';
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { Finding, FindingKind, Subscription } from '@quittance/domain/subscription';
import { explainFinding } from '@quittance/i18n/findings';
import { listMailboxes, type Mailbox } from '@quittance/store/mailboxes';
import { isOpen } from '@quittance/timeline/as-of';
import { costsOf, isRunning } from '@quittance/timeline/costs';
import { leaveDaysAhead, statedDeadline } from '@quittance/timeline/deadline';
import { namesNoContract } from '@quittance/timeline/mere-receipts';
import { renewalPrice } from '@quittance/timeline/renewal-price';
import { ownWordTexts } from '@quittance/i18n/own-word';
import { billerName } from '@quittance/i18n/format';
import { html } from 'hono/html';
import { forPerson, whoOf, type AppContext, type AppDeps } from '../context.ts';
import { paths } from '../paths.ts';
import { importCard } from './imports.ts';
import { csrfField, renderPage } from './layout.ts';
import { findingBadge, kindBadge, levelBadge, statusBadge } from './parts/badges.ts';
import { correctionForm } from './parts/correction-form.ts';
import { belongsForm } from './parts/move-form.ts';
import { spendChart } from './parts/spend-chart.ts';
import { isHistoryUnread, isScanning, readingNotices } from './parts/reading-notices.ts';
import type { Markup } from './parts/timeline-chart.ts';
import { readWords, type Words } from './parts/words.ts';
import { readOverview, type OverviewView } from './read-timeline.ts';
import { unknownPeriods, usedRate } from './costs.ts';
import { chargesByMonth } from './spending.ts';

type Deps = Pick<AppDeps, 'db' | 'clock' | 'imports'>;

const URGENCY: readonly FindingKind[] = [
  'charged_after_cancellation',
  'reactivated_unasked',
  'request_not_delivered',
  'confirmation_missing',
  'payment_failed',
  'cancel_by',
  'price_increased',
  'suspicious_message',
  'notice_missing',
  'duplicate_subscription',
  'silent_merchant',
];
const AHEAD_MAX = 8;
const SHOWN_FIRST = 6;
const PRICE_NEWS_DAYS = 45;

export async function overviewPage(c: AppContext, deps: Deps): Promise<Response> {
  const { words, timeline, mailboxes } = await forPerson(c, deps, async (tx, userId) => {
    const words = await readWords(c, tx, userId, deps);
    return {
      words,
      timeline: await readOverview(tx, userId, deps.clock.now(), words.settings.timeZone),
      mailboxes: await listMailboxes(tx, userId),
    };
  });
  const runs = deps.imports.list(whoOf(c).userId);
  const isFirst = !words.settings.setUpAt && isEmpty(timeline) && mailboxes.length === 0 && runs.length === 0;
  if (isFirst) return c.redirect(paths.welcome(), 303);
  const { texts } = words;
  const importing = runs.filter(({ state }) => state === 'running');
  const main = html`<div class="head">
      <h1>${texts.overview.title}</h1>
      <p class="soft" data-live="count">${costLine(timeline, words)}</p>
    </div>
    <div data-live="overview">${readingNotices(mailboxes, words)} ${importing.map((run) => importCard(run, words))} ${importing.length > 0 && isEmpty(timeline) ? '' : body(c, timeline, mailboxes, words)}</div>`;
  return renderPage(c, deps, { title: texts.overview.title, section: 'overview', main });
}

function body(c: AppContext, timeline: OverviewView, mailboxes: readonly Mailbox[], words: Words): Markup {
  const { texts } = words;
  if (isEmpty(timeline)) {
    return html`<div class="card">
      <p>${whyEmpty(mailboxes, words)}</p>
      <p class="row">
        <a class="button" href="${paths.addMailbox()}">${texts.mailboxes.add}</a>
        <a class="button quiet" href="${paths.imports()}">${texts.mailboxes.import}</a>
        <a class="button quiet" href="${paths.addSubscription()}">${ownWordTexts(words.language).add}</a>
      </p>
      ${isUnconnected(mailboxes) ? html`<form method="post" action="${paths.sample()}">${csrfField(c)}<button class="link">${texts.welcome.sample}</button></form>` : ''}
    </div>`;
  }
  const running = timeline.subscriptions.filter(isRunning);
  const left = timeline.subscriptions.filter((one) => one.status === 'cancelled' || one.status === 'ended');
  const unclear = timeline.subscriptions.filter((one) => one.status === 'unknown' || one.status === 'paused');
  return html`<div class="columns">
    <div>
      ${needsYou(c, timeline, { words, isScanning: mailboxes.some(isScanning) })} ${costsCard(running, timeline, words)} ${group(texts.overview.running, running, words)}
      ${group(texts.overview.unclear, unclear, words)} ${group(texts.overview.left, left, words)}
    </div>
    <div>
      ${ahead(timeline, words)}
      <p><a class="button quiet" href="${paths.addSubscription()}">${ownWordTexts(words.language).add}</a></p>
    </div>
  </div>`;
}

function isEmpty({ subscriptions, hasOtherMail }: OverviewView): boolean {
  return subscriptions.length === 0 && !hasOtherMail;
}

function isUnconnected(all: readonly Mailbox[]): boolean {
  return all.every(({ state }) => state === 'removed');
}

function whyEmpty(all: readonly Mailbox[], { texts: { overview: t } }: Words): string {
  const mailboxes = all.filter(({ state }) => state !== 'removed');
  if (isUnconnected(all)) return t.empty;
  if (mailboxes.every(({ problem, state }) => problem !== null || state === 'stopped')) return t.emptyUnreadable;
  if (mailboxes.some(isScanning)) return t.emptyReading;
  return mailboxes.some(isHistoryUnread) ? t.emptyUnread : t.emptyRead;
}

function costLine(timeline: OverviewView, words: Words): string {
  return words.texts.overview.count(timeline.subscriptions.filter(isRunning).length);
}

function needsYou(
  c: AppContext,
  timeline: OverviewView,
  { words, isScanning }: { readonly words: Words; readonly isScanning: boolean },
): Markup {
  const { texts } = words;
  const findings = timeline.subscriptions.flatMap((subscription) =>
    subscription.findings
      .filter((finding) => isOpen(finding, words.today) && isFresh(finding, words))
      .map((finding) => ({ subscription, finding })),
  );
  const { questions } = timeline;
  const entries = [
    ...findings
      .toSorted(
        (a, b) => URGENCY.indexOf(a.finding.kind) - URGENCY.indexOf(b.finding.kind) || b.finding.since.localeCompare(a.finding.since),
      )
      .map(
        ({ subscription, finding }) =>
          html`<li>
            ${findingBadge(finding.kind, texts)} <a href="${paths.subscription(subscription.id)}">${subscription.merchant.name}</a>
            <div>${explainFinding(finding, words.language)}</div>
          </li>`,
      ),
    ...questions.map((event) => question(c, event, timeline, words)),
    // Older mail may yet tell where they belong.
    ...(isScanning ? [] : timeline.unplaced.map((event) => unplaced(c, event, timeline, words))),
  ];
  const [first, rest] = [entries.slice(0, SHOWN_FIRST), entries.slice(SHOWN_FIRST)];
  return html`<section class="card" aria-labelledby="needs-you">
    <h2 id="needs-you">${texts.overview.needsYou}</h2>
    ${entries.length > 0 ? html`<ul class="list">${first}</ul>` : html`<p class="soft">${texts.overview.nothingNeeded}</p>`}
    ${rest.length > 0 ? html`<details><summary>${texts.overview.moreNeeded(rest.length)}</summary><ul class="list">${rest}</ul></details>` : ''}
  </section>`;
}

// A price that rose half a year ago stays on its subscription's page; here it would only hide what can still be acted upon.
function isFresh(finding: Finding, words: Words): boolean {
  return finding.kind !== 'price_increased' || daysBetween(finding.since, words.today) <= PRICE_NEWS_DAYS;
}

function question(c: AppContext, event: SubscriptionEvent, { suggestions }: OverviewView, words: Words): Markup {
  const { overview, kinds } = words.texts;
  const said = event.confidence < 0.5 ? overview.confirmDoubtful : overview.confirmRead;
  return html`<li>
    ${mailOf(event, words, said(kinds[event.kind]))}
    ${correctionForm(c, words, { id: event.id, kind: event.kind, decided: event.decided, corrected: false, suggestion: suggestions.get(event.id) })}
  </li>`;
}

// Those of its merchant may be meant; where it names none, any.
function unplaced(c: AppContext, event: SubscriptionEvent, { subscriptions }: OverviewView, words: Words): Markup {
  const own = subscriptions.filter(({ merchant }) => merchant.id === event.merchant?.id);
  const may = event.merchant && own.length > 0 ? own : event.merchant && namesNoContract(event) ? [] : subscriptions;
  return html`<li>${mailOf(event, words)} ${belongsForm(c, event, may, words)}</li>`;
}

function mailOf(event: SubscriptionEvent, words: Words, said = ''): Markup {
  const { texts } = words;
  const quote = decidingQuote(event.reasons);
  return html`${kindBadge(event.kind, texts)} ${event.merchant?.name ?? event.message?.fromAddress ?? ''}
    ${event.price ? html`<strong>${words.money(event.price)}</strong>` : ''}
    <span class="when">${words.date(words.dayOf(event.occurredAt))}</span>
    <div>${said} ${event.message ? html`<a href="${paths.message(event.message.sha256)}">${texts.subscription.showMessage}</a>` : ''}</div>
    ${quote ? html`<p class="quote">${quote}</p>` : ''}`;
}

function costsCard(running: readonly Subscription[], timeline: OverviewView, words: Words): Markup | string {
  const { texts } = words;
  const costs = costsOf(running, words.settings.currency, timeline.rates);
  const charges = chargesByMonth(timeline.charged, { today: words.today, own: words.settings.currency });
  if (costs.each.length === 0 && costs.unknown.length === 0 && !charges) return '';
  const monthName = new Intl.DateTimeFormat(words.language === 'fr' ? 'fr-FR' : 'en-GB', { month: 'short', timeZone: 'UTC' });
  const months = charges?.months.map(({ month, amountMinor }) => {
    const label = monthName.format(new Date(month));
    const amount = words.money({ amountMinor, currency: charges.currency });
    return { label, amountMinor, amount, said: words.labelled(label, amount) };
  });
  return html`<section class="card">
    <dl class="figures">
      <div>
        <dt class="sr">${texts.overview.running}</dt>
        <dd>
          ${words.money(costs.total.month)} <small>${texts.overview.perMonth} · ${words.money(costs.total.year)} ${texts.overview.perYear}</small>
        </dd>
      </div>
    </dl>
    <p class="small soft">
      ${costs.rates.map((rate) => html`${usedRate(rate, words)} · `)} ${costs.missing.length > 0 ? html`${ownWordTexts(words.language).missing(costs.missing.join(', '))} ` : ''}<a
        href="${paths.costs()}"
        >${ownWordTexts(words.language).costs}</a
      >
    </p>
    ${unknownPeriods(costs, words)}
    ${
      months && charges
        ? html`<p class="small soft">${texts.overview.spend(charges.currency)}${charges.others.length > 0 ? html` ${texts.overview.spendOthers(charges.others.join(', '))}` : ''}</p>
            <div class="scroll latest" tabindex="0" role="group" aria-label="${texts.overview.spend(charges.currency)}">
            ${spendChart({ title: texts.overview.spend(charges.currency), description: months.map(({ said }) => said).join(', '), months })}
          </div>`
        : ''
    }
  </section>`;
}

function group(title: string, subscriptions: readonly Subscription[], words: Words): Markup | string {
  if (subscriptions.length === 0) return '';
  const { texts } = words;
  const { overview } = texts;
  const rows = subscriptions.toSorted((a, b) => a.merchant.name.localeCompare(b.merchant.name));
  return html`<section class="card">
    <table class="stack">
      <caption>
        <h2>${title}</h2>
      </caption>
      <thead>
        <tr>
          <th scope="col">${overview.subscription}</th>
          <th scope="col">${overview.status}</th>
          <th scope="col">${overview.price}</th>
          <th scope="col">${overview.next}</th>
          <th scope="col">${overview.proof}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (one) =>
            html`<tr>
              <td>
                <a href="${paths.subscription(one.id)}"><strong>${one.merchant.name}</strong></a
                >${one.plan ? html`<span class="when">${one.plan}</span>` : ''}${one.biller ? html`<span class="when">${overview.via(billerName(one.biller))}</span>` : ''}
              </td>
              <td>${statusBadge(one.status, texts)}</td>
              <td data-label="${overview.price}">${one.price ? words.price(one.price, one.period) : ''}</td>
              <td data-label="${overview.next}">${nextDate(one, words)}</td>
              <td data-label="${overview.proof}">${one.proof ? levelBadge(one.proof.level, texts) : ''}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

function nextDate(one: Subscription, words: Words): Markup | string {
  const { overview } = words.texts;
  const over = one.status === 'cancelled' || one.status === 'ended';
  const on = over ? one.endsOn : one.renewsOn;
  if (!on || (!over && on < words.today)) return '';
  return html`<span class="when">${!over ? overview.renews : on < words.today ? overview.ended : overview.ends}</span><span class="nowrap">${words.day(on)}</span>`;
}

function ahead({ subscriptions }: OverviewView, words: Words): Markup {
  const { texts, today } = words;
  const points = subscriptions
    .flatMap((one) => {
      const over = one.status === 'ended' || one.status === 'cancelled';
      const cancelBy = over || (one.cancelBy === one.renewsOn && !statedDeadline(one)) ? null : one.cancelBy;
      const renews = one.status === 'trial' ? texts.overview.trialEnds : texts.overview.renews;
      const price = renewalPrice(one, today);
      return [
        { on: one.endsOn, label: texts.overview.ends, price: null, one },
        { on: over ? null : one.renewsOn, label: renews, price, one },
        { on: cancelBy, label: texts.overview.cancelBy, price, one },
        ...leaveDaysAhead(one, today).map(({ on, to }) => ({ on, label: texts.overview.leaveBy, price: to, one })),
      ];
    })
    .filter((point): point is typeof point & { on: string } => point.on !== null && point.on >= today)
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .slice(0, AHEAD_MAX);
  return html`<section class="card">
    <h2>${texts.overview.ahead}</h2>
    ${
      points.length > 0
        ? html`<ul class="list">
            ${points.map(({ on, label, price, one }) => html`<li><span class="when">${words.date(on)}</span><a href="${paths.subscription(one.id)}">${one.merchant.name}</a> ${label}${price ? html` · ${words.money(price)}` : ''}</li>`)}
          </ul>`
        : html`<p class="soft">${texts.overview.nothingAhead}</p>`
    }
  </section>`;
}
