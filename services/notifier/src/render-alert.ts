// An alert as a message: subject, plain text, HTML and a short form for push, in the person's language. Words are i18n's; here they get
// their shape.
import { alertTexts, alertWording, type AlertWording } from '@quittance/i18n/alerts';
import type { Alert } from '@quittance/domain/alert';
import type { Language } from '@quittance/i18n/language';
import { button, doubtBlock, endBlocks, endText, escapeHtml, heading, mailDocument, checkpointIn, type Checkpoint } from './mail-frame.ts';
import type { LogHead } from './log-head.ts';

export interface Message {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The sentences alone. */
  readonly short: string;
  readonly link: string | null;
}

export interface RenderInput {
  /** null for a test of the channel. */
  readonly alert: Alert | null;
  readonly language: Language;
  /** Where people reach the page; null when the operator named none. */
  readonly publicUrl: string | null;
  /** Of the person's evidence log. */
  readonly head: LogHead | null;
}

export function renderAlert(input: RenderInput): Message {
  const { alert, language } = input;
  const texts = alertTexts(language);
  const wording = alert
    ? alertWording(alert.kind, alert.data, language)
    : { ...texts.test, doubt: null, facts: [], quote: null, authenticity: null };
  const parts: Parts = {
    wording,
    open: texts.labels.open,
    colon: texts.labels.colon,
    colonAtEnd: texts.labels.colonAtEnd,
    link: linkOf(input),
    checkpoint: checkpointIn(input.head, texts.labels),
    footer: texts.labels.footer,
    language,
  };
  return {
    subject: wording.title,
    text: plainText(parts),
    html: html(parts),
    short: [wording.sentence, wording.doubt].filter(Boolean).join('\n'),
    link: parts.link,
  };
}

interface Parts {
  readonly wording: AlertWording;
  readonly open: string;
  readonly colon: string;
  readonly colonAtEnd: string;
  readonly link: string | null;
  readonly checkpoint: Checkpoint | null;
  readonly footer: string;
  readonly language: Language;
}

/** Where the alert is looked at; null when the operator named no address. */
export function linkOf({ alert, publicUrl }: Pick<RenderInput, 'alert' | 'publicUrl'>): string | null {
  if (!publicUrl) return null;
  const base = publicUrl.replace(/\/+$/, '');
  if (alert?.kind === 'mailbox_unreadable') return `${base}/mailboxes`;
  return alert?.data.subscription_id ? `${base}/subscriptions/${alert.data.subscription_id}` : `${base}/alerts`;
}

function plainText({ wording, open, colon, colonAtEnd, link, checkpoint, footer }: Parts): string {
  const blocks = [
    wording.sentence,
    wording.doubt,
    wording.facts.map((fact) => `${fact.label}${colon}${fact.value}`).join('\n'),
    wording.quote && `${wording.quote.label}${colonAtEnd}\n${quoteLines(wording.quote.text)}`,
    link && `${open}${colonAtEnd}\n${link}`,
    ...endText(footer, checkpoint),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function quoteLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${line}`)
    .join('\n');
}

function html({ wording, open, link, checkpoint, footer, language }: Parts): string {
  const rows = wording.facts.map(
    (fact) =>
      `<tr><th scope="row" align="left" class="soft" style="padding:4px 16px 4px 0;font-weight:400;color:#5b6472">${escapeHtml(fact.label)}</th>` +
      `<td style="padding:4px 0;font-weight:600">${escapeHtml(fact.value)}</td></tr>`,
  );
  const blocks = [
    heading(wording.title),
    `<p style="margin:0 0 16px">${escapeHtml(wording.sentence)}</p>`,
    wording.doubt && doubtBlock(wording.doubt),
    rows.length > 0 && `<table role="presentation" style="border-collapse:collapse;margin:0 0 16px">${rows.join('')}</table>`,
    wording.quote &&
      `<p class="soft" style="margin:0 0 4px;color:#5b6472">${escapeHtml(wording.quote.label)}</p>` +
        `<blockquote style="margin:0 0 16px;padding:2px 0 2px 12px;border-left:3px solid #2f6f5e;white-space:pre-line">${escapeHtml(wording.quote.text)}</blockquote>`,
    link && button(link, open),
    ...endBlocks(footer, checkpoint),
  ];
  return mailDocument({ title: wording.title, language, blocks: blocks.filter((block) => typeof block === 'string') });
}
