// The part of the alerts page where a person says what is sent and when, and what its form does.
import { ALERT_KINDS } from '@quittance/domain/alert';
import { DIGESTS, LEAD_DAYS, LEAD_KINDS, type AlertPreferences, type LeadKind } from '@quittance/domain/alert-preferences';
import { preferenceTexts } from '@quittance/i18n/preferences';
import { html } from 'hono/html';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { fromJson, preferencesSchema } from '../../v1/alert-preferences.ts';
import { csrfField } from '../layout.ts';
import { selectField } from './form.ts';
import type { Markup } from './timeline-chart.ts';
import type { Words } from './words.ts';

/** @param wrong what was sent and can't be kept, shown again instead of what is kept. */
export function preferencesCard(c: AppContext, kept: AlertPreferences, words: Words, wrong?: AlertPreferences): Markup {
  const t = preferenceTexts(words.language).alerts;
  const preferences = wrong ?? kept;
  const error = wrong && t.badQuiet;
  const { quietHours, digest } = preferences;
  const saved = !error && c.req.query('saved') !== undefined;
  return html`<section class="card" id="preferences">
    <h2>${t.title}</h2>
    <p class="small soft">${t.lead}</p>
    ${saved ? html`<div class="notice good" role="status"><p>${t.saved}</p></div>` : ''}
    <form class="stack" method="post" action="${paths.alertPreferences()}">
      ${csrfField(c)}
      <fieldset>
        <legend>${t.told}</legend>
        ${ALERT_KINDS.map((kind) => html`<div>${check('kinds', kind, t.kinds[kind], !preferences.mutedKinds.includes(kind))}</div>`)}
      </fieldset>
      <fieldset>
        <legend>${t.remind}</legend>
        <small class="soft">${t.remindHint}</small>
        ${LEAD_KINDS.map((kind) => leadRow(kind, preferences, t))}
      </fieldset>
      <fieldset>
        <legend>${t.quiet}</legend>
        <div class="row">
          ${timeField('quiet_from', t.quietFrom, quietHours?.from, error)} ${timeField('quiet_until', t.quietUntil, quietHours?.until, error)}
        </div>
        ${error ? html`<div class="field"><small id="quiet-error" class="error" role="alert">${error}</small></div>` : ''}
        <small id="quiet-hint" class="soft">${t.quietHint(words.settings.timeZone)}</small>
      </fieldset>
      <div>
        ${selectField({ name: 'digest', label: t.digest, value: digest, options: DIGESTS.map((one) => [one, t.digests[one]] as const) })}
        <small class="soft">${t.digestHint}</small>
      </div>
      <button>${t.save}</button>
    </form>
  </section>`;
}

function leadRow(kind: LeadKind, { leadDays }: AlertPreferences, t: ReturnType<typeof preferenceTexts>['alerts']): Markup {
  const chosen: readonly number[] = leadDays[kind];
  return html`<div role="group" class="leads" aria-label="${t.leads[kind]}">
    <div class="small">${t.leads[kind]}</div>
    <div class="row">${LEAD_DAYS.map((days) => check(`lead_${kind}`, String(days), t.days(days), chosen.includes(days)))}</div>
  </div>`;
}

function check(name: string, value: string, label: string, checked: boolean): Markup {
  return html`<label class="small"
    ><input type="checkbox" name="${name}" value="${value}" ${checked ? html`checked` : ''} /> ${label}</label
  >`;
}

function timeField(name: string, label: string, value: string | undefined, error: string | undefined): Markup {
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      type="time"
      value="${value ?? ''}"
      ${error ? html`aria-invalid="true"` : ''}
      aria-describedby="${error ? 'quiet-error quiet-hint' : 'quiet-hint'}"
    />
  </div>`;
}

export interface SentPreferences {
  readonly preferences: AlertPreferences;
  /** Quiet hours that are none, which the form can't keep from being typed. */
  readonly isWrong: boolean;
}

/** What the form says, quiet hours as they were typed; null when it was tampered with. */
export async function readPreferencesForm(c: AppContext): Promise<SentPreferences | null> {
  const form = await c.req.parseBody({ all: true });
  const all = (name: string): string[] => [form[name] ?? []].flat().filter((value) => typeof value === 'string');
  const [from = '', until = ''] = [all('quiet_from')[0], all('quiet_until')[0]];
  const rest = {
    kinds: Object.fromEntries(ALERT_KINDS.map((kind) => [kind, all('kinds').includes(kind)])),
    lead_days: Object.fromEntries(LEAD_KINDS.map((kind) => [kind, all(`lead_${kind}`).map(Number)])),
    digest: all('digest')[0],
  };
  const typed = from === '' && until === '' ? null : { from, until };
  const whole = preferencesSchema.safeParse({ ...rest, quiet_hours: typed });
  if (whole.success) return { preferences: fromJson(whole.data), isWrong: false };
  const others = preferencesSchema.safeParse({ ...rest, quiet_hours: null });
  return others.success ? { preferences: { ...fromJson(others.data), quietHours: typed }, isWrong: true } : null;
}
