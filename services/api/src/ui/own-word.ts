// What a person says themselves of one subscription: cancelled by hand, terms, merged, split, renamed; and all that they said of it, to be undone.
// Also the page that adds a subscription of which no mail tells.
import type { CivilDate } from '@quittance/domain/civil-date';
import { CANCELLED_BY, type Act } from '@quittance/domain/hand';
import { formatDecimal } from '@quittance/domain/money';
import type { Subscription } from '@quittance/domain/subscription';
import type { OwnWordTexts } from '@quittance/i18n/own-word.en';
import { ownWordTexts } from '@quittance/i18n/own-word';
import { listActs, type ListedAct } from '@quittance/store/hand';
import { listSubscriptions } from '@quittance/store/subscriptions';
import { html } from 'hono/html';
import { forPerson, type AppContext, type AppDeps } from '../context.ts';
import { paths } from '../paths.ts';
import { ProblemError } from '../problem.ts';
import { csrfField, renderPage } from './layout.ts';
import { selectField, textField } from './parts/form.ts';
import { errorOf, termFields, type Refusal, type TermValues } from './parts/own-word-forms.ts';
import type { Markup } from './parts/timeline-chart.ts';
import { readWords, type Words } from './parts/words.ts';
import { kindOf, readOne, type TimelineView } from './read-timeline.ts';

type Deps = Pick<AppDeps, 'db' | 'clock'>;

/**
 * @param problem why the form that was sent was refused.
 * @param sent what was typed into the form of a cancellation.
 */
export async function ownWordPage(
  c: AppContext,
  deps: Deps,
  id = c.req.param('id') ?? '',
  problem: Refusal | null = null,
  sent: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const read = await forPerson(c, deps, async (tx, userId) => ({
    words: await readWords(c, tx, userId, deps),
    view: await readOne(tx, userId, id, deps.clock.now()),
    acts: await listActs(tx, userId),
    others: await listSubscriptions(tx, userId),
  }));
  const { words, view, acts } = read;
  if (!view) throw new ProblemError('not_found');
  const one = view.subscriptions[0]!;
  if (one.id !== id && !problem) return c.redirect(paths.ownWord(one.id), 302);
  const t = ownWordTexts(words.language);
  const others = read.others
    .filter((other) => other.id !== one.id)
    .map((other) => [other.id, [other.merchant.name, other.plan].filter(Boolean).join(' · ')] as const);
  const main = html`<h1>${t.title(one.merchant.name)}</h1>
    <p class="lead">${t.lead}</p>
    <p><a href="${paths.subscription(one.id)}">${t.back}</a></p>
    ${problem ? html`<div class="notice bad" role="alert"><p>${problem.text}</p></div>` : ''}
    <div class="columns even">
      <div>${cancelledCard(c, one, { sent, problem }, t, words)} ${saidCard(c, one, acts, t, words)}</div>
      <div>
        ${termsCard(c, one, { sent, problem }, t, words)} ${renameCard(c, one, { sent, problem }, t)} ${mergeCard(c, one, others, t)} ${splitCard(c, one, view, t, words)}
      </div>
    </div>`;
  return renderPage(c, deps, { title: t.title(one.merchant.name), section: 'overview', main }, problem ? 422 : 200);
}

/** What was sent, and why it was refused. */
interface Refused {
  readonly sent: Readonly<Record<string, string>>;
  readonly problem: Refusal | null;
}

export async function addSubscriptionPage(
  c: AppContext,
  deps: Deps,
  sent: Readonly<Record<string, string>> = {},
  problem: Refusal | null = null,
): Promise<Response> {
  const words = await forPerson(c, deps, (tx, userId) => readWords(c, tx, userId, deps));
  const t = ownWordTexts(words.language);
  const main = html`<div class="narrow">
    <h1>${t.add}</h1>
    <p class="lead">${t.addLead}</p>
    ${problem ? html`<div class="notice bad" role="alert"><p>${problem.text}</p></div>` : ''}
    <form class="card stack" method="post" action="${paths.addSubscription()}">
      ${csrfField(c)} ${textField({ name: 'merchant', label: t.merchant, required: true, value: sent['merchant'] ?? '', maxlength: 200, error: errorOf(problem, 'bad_name') })}
      <div class="row">
        ${textField({ name: 'plan', label: t.plan, value: sent['plan'] ?? '', maxlength: 200 })}
        ${textField({ name: 'started_on', label: t.startedOn, type: 'date', required: true, value: sent['started_on'] ?? words.today })}
      </div>
      ${termFields(t, words, sent, problem)} ${textField({ name: 'reference', label: t.reference, value: sent['reference'] ?? '', maxlength: 200 })}
      <button>${words.texts.actions.add}</button>
    </form>
  </div>`;
  return renderPage(c, deps, { title: t.add, section: 'overview', main }, problem ? 422 : 200);
}

function cancelledCard(c: AppContext, one: Subscription, { sent, problem }: Refused, t: OwnWordTexts, words: Words): Markup {
  return html`<section class="card">
    <h2>${t.cancelled}</h2>
    <p class="small soft">${t.cancelledLead}</p>
    <form class="stack" method="post" enctype="multipart/form-data" action="${paths.cancellations()}">
      ${csrfField(c)}<input type="hidden" name="subscription" value="${one.id}" />
      <div class="row">
        ${textField({ name: 'on', label: t.on, type: 'date', required: true, value: sent['on'] ?? words.today, error: errorOf(problem, 'date_ahead') })}
        ${selectField({ name: 'by', label: t.by, value: sent['by'] ?? 'web', options: CANCELLED_BY.map((way) => [way, t.ways[way]] as const) })}
      </div>
      <label class="check"><input type="checkbox" name="confirmed" value="true" ${sent['confirmed'] ? 'checked' : ''} /> ${t.confirmed}</label>
      ${textField({ name: 'ends_on', label: t.endsOn, type: 'date', value: sent['ends_on'] ?? '' })}
      ${textField({ name: 'note', label: t.note, value: sent['note'] ?? '', maxlength: 2_000 })}
      <div class="field"><label for="file">${t.file}</label><input id="file" type="file" name="file" /></div>
      <button>${words.texts.actions.save}</button>
    </form>
  </section>`;
}

function termsCard(c: AppContext, one: Subscription, { sent, problem }: Refused, t: OwnWordTexts, words: Words): Markup {
  return html`<section class="card">
    <h2>${t.terms}</h2>
    <p class="small soft">${t.termsLead}</p>
    <form class="stack" method="post" action="${paths.terms(one.id)}">
      ${csrfField(c)} ${termFields(t, words, { ...termValues(one), ...sent }, problem)}
      <button>${words.texts.actions.save}</button>
    </form>
  </section>`;
}

/** The terms as the form shows them, by which a change is told. */
export function termValues({
  price,
  period,
  renewsOn,
  noticePeriod,
  minimumTermEndsOn,
}: Pick<Subscription, 'price' | 'period' | 'renewsOn' | 'noticePeriod' | 'minimumTermEndsOn'>): Required<TermValues> {
  return {
    amount: price ? formatDecimal(price) : '',
    currency: price?.currency ?? '',
    period: period ?? '',
    renews_on: renewsOn ?? '',
    notice_period: noticePeriod ?? '',
    minimum_term_ends_on: minimumTermEndsOn ?? '',
  };
}

function renameCard(c: AppContext, one: Subscription, { sent, problem }: Refused, t: OwnWordTexts): Markup {
  return html`<section class="card">
    <h2>${t.rename}</h2>
    <form class="stack" method="post" action="${paths.rename(one.id)}">
      ${csrfField(c)} ${textField({ name: 'name', label: t.name, required: true, value: sent['name'] ?? one.merchant.name, maxlength: 200, error: errorOf(problem, 'bad_name') })}
      <button class="quiet">${t.rename}</button>
    </form>
  </section>`;
}

function mergeCard(c: AppContext, one: Subscription, others: readonly (readonly [string, string])[], t: OwnWordTexts): Markup {
  return html`<section class="card">
    <h2>${t.merge}</h2>
    <p class="small soft">${others.length === 0 ? t.mergeNone : t.mergeLead}</p>
    ${
      others.length === 0
        ? ''
        : html`<form class="stack" method="post" action="${paths.merge(one.id)}">
            ${csrfField(c)} ${selectField({ name: 'other', label: t.other, value: '', options: others })}
            <button class="quiet">${t.merge}</button>
          </form>`
    }
  </section>`;
}

function splitCard(c: AppContext, one: Subscription, view: TimelineView, t: OwnWordTexts, words: Words): Markup | string {
  if (one.eventIds.length < 2) return '';
  return html`<section class="card">
    <h2>${t.split}</h2>
    <p class="small soft">${t.splitLead}</p>
    <form class="stack" method="post" action="${paths.split(one.id)}">
      ${csrfField(c)}
      <fieldset>
        <legend class="sr">${t.splitLead}</legend>
        ${one.eventIds.flatMap((eventId) => {
          const event = view.events.get(eventId);
          if (!event) return [];
          const said = `${words.day(words.dayOf(event.occurredAt))} ${words.texts.kinds[kindOf(event, view.corrections)]}`;
          return html`<label class="check"
            ><input type="checkbox" name="event" value="${eventId}" /> ${said}${event.price ? ` · ${words.money(event.price)}` : ''}</label
          >`;
        })}
      </fieldset>
      <button class="quiet">${t.split}</button>
    </form>
  </section>`;
}

function saidCard(c: AppContext, one: Subscription, acts: readonly ListedAct[], t: OwnWordTexts, words: Words): Markup {
  const own = acts.filter(({ act, eventId }) => isAbout(act, eventId, one)).toReversed();
  return html`<section class="card">
    <h2>${t.said}</h2>
    ${own.length === 0 ? html`<p class="soft">${t.nothingSaid}</p>` : ''}
    <ul class="list">
      ${own.map(
        (each) =>
          html`<li>
            <span class="when">${words.instant(each.madeAt)}</span> ${t.acts[each.act.kind]} ${detailOf(each.act, t, words)}
            ${each.undone ? html`<span class="small soft">${t.undone}</span>` : ''}
            ${each.file ? keptFile(c, each.id, each.file, t, words) : ''}
            ${each.undone ? '' : undoForm(c, each.id, t)}
          </li>`,
      )}
    </ul>
  </section>`;
}

function keptFile(c: AppContext, actId: string, file: NonNullable<ListedAct['file']>, t: OwnWordTexts, words: Words): Markup {
  const hash = html`<span class="soft">SHA-256 ${file.sha256.slice(0, 16)}…</span>`;
  if (file.erasedAt) return html`<div class="small soft">${t.fileErased(words.instant(file.erasedAt))} ${hash}</div>`;
  const { eraseReason, eraseReasonHint, eraseForGood } = words.texts.message;
  return html`<div class="small"><a href="${paths.actFile(actId)}" download>${t.download(file.name)}</a> ${hash}</div>
    <details class="small">
      <summary>${t.eraseFile}</summary>
      <p>${t.eraseFileLead}</p>
      <form class="stack" method="post" action="${paths.actFileErase(actId)}">
        ${csrfField(c)}<input type="hidden" name="next" value="${c.req.path}" />
        <label for="erase-${actId}">${eraseReason}</label>
        <input id="erase-${actId}" name="reason" required pattern=".*\\S.*" maxlength="500" autocomplete="off" aria-describedby="erase-hint-${actId}" />
        <small id="erase-hint-${actId}">${eraseReasonHint}</small>
        <button class="quiet">${eraseForGood}</button>
      </form>
    </details>`;
}

export function undoForm(c: AppContext, actId: string, t: OwnWordTexts): Markup {
  return html`<form class="inline" method="post" action="${paths.actUndo(actId)}">
    ${csrfField(c)}<input type="hidden" name="next" value="${c.req.method === 'GET' ? c.req.path : paths.home()}" />
    <button class="link">${t.undo}</button>
  </form>`;
}

function isAbout(act: Act, eventId: string | null, { eventIds, merchant, id }: Subscription): boolean {
  const has = (ids: readonly string[]): boolean => ids.some((each) => eventIds.includes(each));
  switch (act.kind) {
    case 'cancellation_stated':
    case 'terms_set':
      return has(act.of);
    case 'subscription_added':
      return eventId !== null && has([eventId]);
    case 'merged':
      return has(act.one) || has(act.other);
    case 'split':
      return has(act.events) || has(act.rest);
    case 'begun':
    case 'left_out':
      return has([act.event]);
    case 'moved':
      return has([act.event]) || has(act.to);
    case 'merchant_renamed':
      return act.merchant === merchant.id;
    case 'rate_set':
      return false;
    case 'finding_snoozed':
    case 'finding_dismissed':
      return [id, ...eventIds].some((each) => act.finding.includes(each));
  }
}

function detailOf(act: Act, t: OwnWordTexts, words: Words): string {
  const day = (on: CivilDate | null): string => (on ? words.date(on) : '');
  switch (act.kind) {
    case 'cancellation_stated':
      return [t.saidOn(day(act.on), t.ways[act.by]), act.note].filter(Boolean).join(' · ');
    case 'merchant_renamed':
      return act.name;
    case 'finding_snoozed':
      return `${words.texts.findings[act.what]} (${t.asideUntil(day(act.until))})`;
    case 'finding_dismissed':
      return `${words.texts.findings[act.what]} (${act.reason})`;
    case 'terms_set':
      return termsSaid(act.terms, t, words);
    case 'subscription_added':
    case 'merged':
    case 'split':
    case 'begun':
    case 'left_out':
    case 'moved':
    case 'rate_set':
      return '';
  }
}

function termsSaid(
  { noticePeriod, minimumTermEndsOn, renewsOn, price, period }: Extract<Act, { kind: 'terms_set' }>['terms'],
  t: OwnWordTexts,
  words: Words,
): string {
  return [
    noticePeriod === undefined ? null : `${t.noticePeriod} ${noticePeriod ? words.period(noticePeriod) : '–'}`,
    minimumTermEndsOn === undefined ? null : `${t.minimumTerm} ${minimumTermEndsOn ? words.date(minimumTermEndsOn) : '–'}`,
    renewsOn === undefined ? null : `${t.renewsOn} ${renewsOn ? words.date(renewsOn) : '–'}`,
    price === undefined ? null : `${t.amount} ${price ? words.money(price) : '–'}`,
    period === undefined ? null : `${t.period} ${period ? words.period(period) : '–'}`,
  ]
    .filter((said) => said !== null)
    .join(' · ');
}
