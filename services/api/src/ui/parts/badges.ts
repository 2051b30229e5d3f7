// Small labels with a sign and a word: status of a subscription, kind of an event, level of a message. Colour only repeats them.
import type { Level } from '@quittance/domain/authenticity';
import type { EventKind, MessageKind } from '@quittance/domain/event-kind';
import type { FindingKind, SubscriptionStatus } from '@quittance/domain/subscription';
import type { ScreenTexts } from '@quittance/i18n/screens.en';
import { html } from 'hono/html';
import type { Markup } from './timeline-chart.ts';

type Tone = 'good' | 'warn' | 'bad' | 'info' | '';

const STATUS: Readonly<Record<SubscriptionStatus, readonly [Tone, string]>> = {
  trial: ['info', '◔'],
  active: ['good', '●'],
  past_due: ['bad', '!'],
  paused: ['info', '❙❙'],
  cancel_requested: ['warn', '…'],
  cancelled: ['good', '✓'],
  ended: ['', '■'],
  unknown: ['', '?'],
};

const LEVEL: Readonly<Record<Level, readonly [Tone, string]>> = {
  A: ['good', '✓'],
  B: ['good', '✓'],
  C: ['info', '◌'],
  D: ['', '?'],
  R: ['bad', '⚠'],
};

const KIND_TONE: Partial<Record<EventKind, Tone>> = {
  cancellation_confirmed: 'good',
  cancellation_requested: 'warn',
  renewal_notice: 'warn',
  trial_ending: 'warn',
  payment_failed: 'bad',
  price_change: 'info',
};

const URGENT: readonly FindingKind[] = ['charged_after_cancellation', 'reactivated_unasked', 'suspicious_message', 'payment_failed'];

export function statusBadge(status: SubscriptionStatus, texts: ScreenTexts): Markup {
  const [tone, sign] = STATUS[status];
  return badge(tone, sign, texts.statuses[status]);
}

/** The letter comes with its word, and the sentence as a tooltip. */
export function levelBadge(level: Level, texts: ScreenTexts): Markup {
  const [tone, sign] = LEVEL[level];
  return html`<span class="badge ${tone}" title="${texts.levels[level].long}"
    ><span aria-hidden="true">${sign}</span>${level} · ${texts.levels[level].short}</span
  >`;
}

export function kindBadge(kind: MessageKind, texts: ScreenTexts): Markup {
  return html`<span class="badge ${kind === 'other' ? '' : (KIND_TONE[kind] ?? '')}">${texts.kinds[kind]}</span>`;
}

export function findingBadge(kind: FindingKind, texts: ScreenTexts): Markup {
  return badge(URGENT.includes(kind) ? 'bad' : 'warn', '!', texts.findings[kind]);
}

export function badge(tone: Tone, sign: string, label: string): Markup {
  return html`<span class="badge ${tone}"><span aria-hidden="true">${sign}</span>${label}</span>`;
}
