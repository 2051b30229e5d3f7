// An alert as a message: subject, plain text, HTML and a short form for push, in the person's language. Words are i18n's; here they get
// their shape. Everything that comes out of a mail is escaped.
import { alertTexts, alertWording, type AlertWording } from '@quittance/i18n/alerts';
import type { Alert } from '@quittance/domain/alert';
import type { Language } from '@quittance/i18n/language';

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
  /** The newest signed checkpoint of the person's evidence log. */
  readonly checkpoint: string | null;
}

export function renderAlert(input: RenderInput): Message {
  const { alert, language } = input;
  const texts = alertTexts(language);
  const wording = alert ? alertWording(alert.kind, alert.data, language) : { ...texts.test, doubt: null, facts: [], quote: null };
  const parts: Parts = {
    wording,
    open: texts.labels.open,
    link: linkOf(input),
    checkpoint: input.checkpoint === null ? null : { label: texts.labels.checkpoint, note: input.checkpoint },
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
  readonly link: string | null;
  readonly checkpoint: { readonly label: string; readonly note: string } | null;
  readonly footer: string;
  readonly language: Language;
}

function linkOf({ alert, publicUrl }: RenderInput): string | null {
  if (!publicUrl) return null;
  const base = publicUrl.replace(/\/+$/, '');
  if (alert?.kind === 'mailbox_unreadable') return `${base}/mailboxes`;
  return alert?.data.subscription_id ? `${base}/subscriptions/${alert.data.subscription_id}` : `${base}/alerts`;
}

function plainText({ wording, open, link, checkpoint, footer }: Parts): string {
  const blocks = [
    wording.sentence,
    wording.doubt,
    wording.facts.map((fact) => `${fact.label}: ${fact.value}`).join('\n'),
    wording.quote && `${wording.quote.label}:\n${quoteLines(wording.quote.text)}`,
    link && `${open}:\n${link}`,
    `-- \n${footer}`,
    checkpoint && `${checkpoint.label}\n\n${checkpoint.note.trim()}`,
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function quoteLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${line}`)
    .join('\n');
}

// Tables and inline styles are what mail programs agree on. Colours come with a background each, so that dark modes may turn both.
function html({ wording, open, link, checkpoint, footer, language }: Parts): string {
  const rows = wording.facts.map(
    (fact) =>
      `<tr><th scope="row" align="left" style="padding:4px 16px 4px 0;font-weight:400;color:#5b6472">${escape(fact.label)}</th>` +
      `<td style="padding:4px 0;font-weight:600">${escape(fact.value)}</td></tr>`,
  );
  const blocks = [
    `<h1 style="margin:0 0 12px;font-size:20px;line-height:1.3">${escape(wording.title)}</h1>`,
    `<p style="margin:0 0 16px">${escape(wording.sentence)}</p>`,
    wording.doubt &&
      `<p style="margin:0 0 16px;padding:8px 12px;background:#fff4d6;color:#4d3b00;border-radius:6px">${escape(wording.doubt)}</p>`,
    rows.length > 0 && `<table role="presentation" style="border-collapse:collapse;margin:0 0 16px">${rows.join('')}</table>`,
    wording.quote &&
      `<p style="margin:0 0 4px;color:#5b6472">${escape(wording.quote.label)}</p>` +
        `<blockquote style="margin:0 0 16px;padding:2px 0 2px 12px;border-left:3px solid #2f6f5e;white-space:pre-line">${escape(wording.quote.text)}</blockquote>`,
    link &&
      `<p style="margin:0 0 20px"><a href="${escape(link)}" style="display:inline-block;padding:10px 16px;background:#2f6f5e;color:#ffffff;` +
        `text-decoration:none;border-radius:6px">${escape(open)}</a></p>`,
    `<p style="margin:0;padding-top:12px;border-top:1px solid #d9dee5;font-size:13px;color:#5b6472">${escape(footer)}</p>`,
    checkpoint &&
      `<p style="margin:12px 0 4px;font-size:13px;color:#5b6472">${escape(checkpoint.label)}</p>` +
        `<pre style="margin:0;font-size:12px;white-space:pre-wrap;word-break:break-all">${escape(checkpoint.note.trim())}</pre>`,
  ];
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<meta name="color-scheme" content="light dark"><title>${escape(wording.title)}</title></head>` +
    `<body style="margin:0;padding:24px;background:#ffffff;color:#1c2430;font:16px/1.5 system-ui,sans-serif">` +
    `<div style="max-width:560px;margin:0 auto">${blocks.filter(Boolean).join('\n')}</div></body></html>`
  );
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
