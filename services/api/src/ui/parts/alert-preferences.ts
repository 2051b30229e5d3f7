// The part of the alerts page where a person says what is sent and when, and what its form does.
import { ALERT_KINDS } from '@quittance/domain/alert';
import {
  DEFAULT_ALERT_PREFERENCES,
  DIGESTS,
  LEAD_DAYS,
  LEAD_KINDS,
  type AlertPreferences,
  type Digest,
  type LeadDays,
  type LeadKind,
} from '@quittance/domain/alert-preferences';
import { preferenceTexts } from '@quittance/i18n/preferences';
import { html } from 'hono/html';
import type { AppContext } from '../../context.ts';
import { readFields } from '../../read-form.ts';
import { paths } from '../../paths.ts';
import { preferencesSchema } from '../../v1/alert-preferences.ts';
import { csrfField } from '../layout.ts';
import { selectField } from './form.ts';
import type { Markup } from './timeline-chart.ts';
import type { Words } from './words.ts';

/** @param refused what was sent and can't be kept, shown again instead of what is kept. */
export function preferencesCard(c: AppContext, kept: AlertPreferences, words: Words, refused?: SentPreferences): Markup {
  const t = preferenceTexts(words.language).alerts;
  const preferences = refused?.preferences ?? kept;
  const errorAt = (part: PreferencePart): string | undefined => (refused?.wrong.has(part) ? t.refused[part] : undefined);
  const quietError = errorAt('quiet');
  const { quietHours } = preferences;
  // A digest that is none can't be shown as chosen: what holds until now is.
  const digest = errorAt('digest') ? kept.digest : preferences.digest;
  const saved = !refused && c.req.query('saved') !== undefined;
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
        ${LEAD_KINDS.map((kind) => leadRow(kind, preferences, t))} ${errorLine('leads-error', errorAt('leads'))}
      </fieldset>
      <fieldset>
        <legend>${t.quiet}</legend>
        <div class="row">
          ${timeField('quiet_from', t.quietFrom, quietHours?.from, quietError)} ${timeField('quiet_until', t.quietUntil, quietHours?.until, quietError)}
        </div>
        ${errorLine('quiet-error', quietError)}
        <small id="quiet-hint" class="soft">${t.quietHint(words.settings.timeZone)}</small>
      </fieldset>
      <div>
        ${selectField({ name: 'digest', label: t.digest, value: digest, options: DIGESTS.map((one) => [one, t.digests[one]] as const), error: errorAt('digest') })}
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

function errorLine(id: string, error: string | undefined): Markup | string {
  return error ? html`<div class="field"><small id="${id}" class="error" role="alert">${error}</small></div>` : '';
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

type PreferencePart = 'leads' | 'quiet' | 'digest';

export interface SentPreferences {
  /** Quiet hours as they were typed; days and a digest that are none are left out. */
  readonly preferences: AlertPreferences;
  readonly wrong: ReadonlySet<PreferencePart>;
}

export async function readPreferencesForm(c: AppContext): Promise<SentPreferences> {
  const all = await readFields(c);
  const [from = '', until = ''] = [all('quiet_from')[0], all('quiet_until')[0]];
  const quietHours = from === '' && until === '' ? null : { from, until };
  const digest = all('digest')[0];
  const days = Object.fromEntries(LEAD_KINDS.map((kind) => [kind, all(`lead_${kind}`)])) as Record<LeadKind, string[]>;
  const chosen = (kind: LeadKind): LeadDays[] => LEAD_DAYS.filter((one) => days[kind].includes(String(one)));
  const isLead = (day: string): boolean => LEAD_DAYS.some((one) => String(one) === day);
  const wrong = new Set<PreferencePart>();
  if (!LEAD_KINDS.every((kind) => days[kind].every(isLead))) wrong.add('leads');
  if (!preferencesSchema.shape.quiet_hours.safeParse(quietHours).success) wrong.add('quiet');
  if (!isDigest(digest)) wrong.add('digest');
  const preferences = {
    mutedKinds: ALERT_KINDS.filter((kind) => !all('kinds').includes(kind)),
    leadDays: { renewal_notice: chosen('renewal_notice'), trial_ending: chosen('trial_ending'), cancel_by: chosen('cancel_by') },
    quietHours,
    digest: isDigest(digest) ? digest : DEFAULT_ALERT_PREFERENCES.digest,
  };
  return { preferences, wrong };
}

function isDigest(text: string | undefined): text is Digest {
  return DIGESTS.some((one) => one === text);
}
