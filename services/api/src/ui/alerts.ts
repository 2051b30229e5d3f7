// Alerts and where they go: the list with what became of each delivery, channels with a test, and the form that adds one.
import type { Alert, AlertKind } from '@quittance/domain/alert';
import { alertWording, channelProblemText, receiversWords } from '@quittance/i18n/alerts';
import { preferenceTexts } from '@quittance/i18n/preferences';
import { readAlertPreferences } from '@quittance/store/alert-preferences';
import { listAlerts } from '@quittance/store/alerts';
import { listChannels, type AlertChannel } from '@quittance/store/channels';
import { readMailOut, withMailOut } from '@quittance/store/mail-out';
import { ensurePushKey } from '@quittance/store/push-keys';
import { listDeliveries, listProvenChannels, type Delivery } from '@quittance/store/deliveries';
import { html } from 'hono/html';
import { forPerson, type AppContext, type AppDeps } from '../context.ts';
import { paths } from '../paths.ts';
import { pushCard, targetOf } from './parts/push-card.ts';
import { csrfField, renderPage } from './layout.ts';
import { preferencesCard, type SentPreferences } from './parts/alert-preferences.ts';
import { badge } from './parts/badges.ts';
import { selectField, textField } from './parts/form.ts';
import type { Markup } from './parts/timeline-chart.ts';
import { readWords, type Words } from './parts/words.ts';

const SHOWN = 50;
/** What a letter, with the proof, can answer. */
const WITH_LETTERS: ReadonlySet<AlertKind> = new Set(['charged_after_cancellation', 'confirmation_missing', 'reactivated_unasked']);

export interface ChannelForm {
  readonly kind: string;
  readonly target: string;
  readonly error?: string | undefined;
  readonly refusedPreferences?: SentPreferences | undefined;
  /** Told once, right after a webhook was added. */
  readonly secret?: string | null | undefined;
}

export async function alertsPage(c: AppContext, deps: Pick<AppDeps, 'db' | 'clock' | 'vault'>, form?: ChannelForm): Promise<Response> {
  const { words, alerts, channels, proven, deliveries, preferences } = await forPerson(c, deps, async (tx, userId) => {
    const alerts = await listAlerts(tx, userId, { limit: SHOWN });
    const deliveries = await listDeliveries(
      tx,
      userId,
      alerts.map((alert) => alert.id),
    );
    return {
      words: await readWords(c, tx, userId, deps),
      alerts,
      channels: await listChannels(tx, userId),
      proven: await listProvenChannels(tx, userId),
      deliveries,
      preferences: await readAlertPreferences(tx, userId),
    };
  });
  const mail = await readMailOut(deps.db);
  const seen = channels.map((channel) => withMailOut(channel, mail));
  const vapid = await ensurePushKey(deps.db, deps.vault);
  const t = words.texts.alerts;
  const byAlert = Map.groupBy(deliveries, (delivery) => delivery.alertId);
  const fresh = alerts.some((alert) => !alert.seenAt);
  const main = html`<div class="head">
      <h1>${t.title}</h1>
      <div data-live="seen-all">
        ${fresh ? html`<form class="inline" method="post" action="${paths.alertsSeen()}">${csrfField(c)}<button class="quiet">${t.seenAll}</button></form>` : ''}
      </div>
    </div>
    <div class="columns">
      <section class="card" data-live="alerts" aria-live="polite">
        ${
          alerts.length > 0
            ? html`<ul class="list">
                ${alerts.map((alert) => entry(alert, byAlert.get(alert.id) ?? [], words))}
              </ul>`
            : html`<p class="soft">${t.none}</p>`
        }
      </section>
      <div>${channelsCard(c, seen, proven, words)} ${addCard(c, words, form)} ${pushCard(c, vapid, words)} ${preferencesCard(c, preferences, words, form?.refusedPreferences)}</div>
    </div>`;
  return renderPage(c, deps, { title: t.title, section: 'alerts', main }, form?.error || form?.refusedPreferences ? 422 : 200);
}

function entry(alert: Alert, deliveries: readonly Delivery[], words: Words): Markup {
  const t = words.texts.alerts;
  const wording = alertWording(alert.kind, alert.data, words.language);
  const { subscription_id: subscription, message_sha256: message } = alert.data;
  return html`<li>
    <span class="when">${words.instant(alert.createdAt)} ${alert.seenAt ? '' : badge('info', '●', t.fresh)}</span>
    <strong>${subscription ? html`<a href="${paths.subscription(subscription)}">${wording.title}</a>` : wording.title}</strong>
    <div>${wording.sentence}</div>
    ${wording.doubt ? html`<p class="small">${wording.doubt}</p>` : ''}
    ${wording.quote ? html`<p class="quote small">${wording.quote.text}</p>` : ''}
    ${wording.authenticity ? html`<p class="small soft">${wording.authenticity}</p>` : ''}
    <p class="small row">
      ${message ? html`<a href="${paths.message(message)}">${words.texts.subscription.showMessage}</a>` : ''} ${nextStep(alert, words)}
    </p>
    ${deliveries.map((delivery) => html`<div class="small soft">${words.labelled(`${t.kinds[delivery.channelKind]} ${delivery.target}`, outcome(delivery, words))}</div>`)}
  </li>`;
}

// Where what can be done about it is.
function nextStep({ kind, data: { subscription_id: subscription } }: Alert, words: Words): Markup | string {
  const t = words.texts.alerts;
  if (kind === 'mailbox_unreadable') return html`<a href="${paths.mailboxes()}">${t.toMailboxes}</a>`;
  if (!subscription || !WITH_LETTERS.has(kind)) return '';
  return html`<a href="${paths.subscription(subscription)}#letters">${t.toLetters}</a>`;
}

function outcome(delivery: Delivery, words: Words): string {
  const t = words.texts.alerts;
  if (delivery.state === 'delivered' && delivery.settledAt) return t.delivered(words.instant(delivery.settledAt));
  if (delivery.state === 'due' && delivery.waitsFor) {
    return preferenceTexts(words.language).alerts.waits[delivery.waitsFor](words.instant(delivery.nextTryAt));
  }
  const problem = delivery.problem ? ` (${channelProblemText(delivery.problem.code, words.language)})` : '';
  return (delivery.state === 'due' ? t.waiting : t.failed) + problem;
}

// What the other side answered, as it did.
function heard(problem: NonNullable<AlertChannel['problem']>): Markup | string {
  const said = receiversWords(problem);
  return said && html`<span class="soft">${said}</span>`;
}

// Nobody knows of a channel that it works before something arrived there.
function stateOf(channel: AlertChannel, proven: ReadonlySet<string>, t: Words['texts']['alerts']): Markup {
  if (channel.problem) return badge('bad', '!', t.failed);
  return proven.has(channel.id) ? badge('good', '✓', t.works) : badge('', '?', t.untried);
}

function channelsCard(c: AppContext, channels: readonly AlertChannel[], proven: ReadonlySet<string>, words: Words): Markup {
  const { texts } = words;
  const t = texts.alerts;
  return html`<section class="card" data-live="channels">
    <h2>${t.channels}</h2>
    <p class="small soft">${t.channelsLead}</p>
    ${channels.length === 0 ? html`<p class="soft">${t.noChannel}</p>` : ''}
    <ul class="list">
      ${channels.map(
        (channel) =>
          html`<li>
            <strong>${t.kinds[channel.kind]}</strong> ${stateOf(channel, proven, t)}
            <div>${targetOf(channel)}</div>
            ${channel.problem ? html`<p class="small">${channelProblemText(channel.problem.code, words.language)} ${heard(channel.problem)}</p>` : ''}
            <form class="inline" method="post" action="${paths.channelTest(channel.id)}">
              ${csrfField(c)}<button class="quiet">${texts.actions.test}</button
              ><button class="quiet" formaction="${paths.channelRemove(channel.id)}">${texts.actions.remove}</button>
            </form>
          </li>`,
      )}
    </ul>
  </section>`;
}

function addCard(c: AppContext, words: Words, form?: ChannelForm): Markup {
  const { texts } = words;
  const t = texts.alerts;
  const secret = form?.secret
    ? html`<div class="notice good" role="status">
        <p>${t.secretOnce}</p>
        <pre class="code">${form.secret}</pre>
      </div>`
    : '';
  const kinds = (['email', 'webhook', 'ntfy'] as const).map((kind) => [kind, t.kinds[kind]] as const);
  return html`<section class="card">
    ${secret}
    <form class="stack" method="post" action="${paths.channels()}">
      ${csrfField(c)} ${selectField({ name: 'kind', label: t.kind, value: form?.error ? form.kind : 'email', options: kinds })}
      ${textField({ name: 'target', label: t.targetLabel, value: form?.error ? form.target : '', required: true, hint: t.targetHint, error: form?.error })}
      <button>${texts.actions.add}</button>
    </form>
  </section>`;
}
