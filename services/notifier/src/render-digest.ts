// Several alerts in one mail: title, sentence, quoted words, level and link of each, in the order in which they came due. One alone looks as it always does.
import { alertTexts, alertWording, type AlertWording } from '@quittance/i18n/alerts';
import { preferenceTexts } from '@quittance/i18n/preferences';
import type { Alert } from '@quittance/domain/alert';
import { checkpointIn, button, doubtBlock, endBlocks, endText, escapeHtml, heading, mailDocument } from './mail-frame.ts';
import { linkOf, renderAlert, type Message, type RenderInput } from './render-alert.ts';

export interface RenderDigestInput extends Omit<RenderInput, 'alert'> {
  readonly alerts: readonly Alert[];
}

/** More is not read in a mail; the rest stands on the page. */
const SHOWN_MAX = 50;

export function renderDigest(input: RenderDigestInput): Message {
  const { alerts, language, publicUrl } = input;
  if (alerts.length === 1) return renderAlert({ ...input, alert: alerts[0]! });
  const { labels } = alertTexts(language);
  const t = preferenceTexts(language).digest;
  const shown = alerts.slice(0, SHOWN_MAX).map((alert) => ({
    wording: alertWording(alert.kind, alert.data, language),
    link: linkOf({ alert, publicUrl }),
  }));
  const link = linkOf({ alert: null, publicUrl });
  const more = alerts.length > SHOWN_MAX ? t.more(alerts.length - SHOWN_MAX) : null;
  const checkpoint = checkpointIn(input.head, labels);
  const title = `Quittance${labels.colon}${t.title(alerts.length)}`;
  const text = [
    t.lead(alerts.length),
    ...shown.map((one) =>
      [`* ${one.wording.title}`, one.wording.sentence, one.wording.doubt, ...wordsOf(one.wording), one.link].filter(Boolean).join('\n  '),
    ),
    more,
    link && `${labels.open}${labels.colonAtEnd}\n${link}`,
    ...endText(labels.footer, checkpoint),
  ];
  const html = [
    heading(t.title(alerts.length)),
    `<p style="margin:0 0 16px">${escapeHtml(t.lead(alerts.length))}</p>`,
    ...shown.map(
      ({ wording, link: own }) =>
        `<div style="margin:0 0 16px;padding:0 0 0 12px;border-left:3px solid #2f6f5e"><h2 style="margin:0 0 4px;font-size:16px">` +
        (own
          ? `<a href="${escapeHtml(own)}" class="link" style="color:#14594a">${escapeHtml(wording.title)}</a>`
          : escapeHtml(wording.title)) +
        `</h2><p style="margin:0 0 8px">${escapeHtml(wording.sentence)}</p>${wording.doubt ? doubtBlock(wording.doubt) : ''}` +
        (wording.quote
          ? `<p style="margin:0 0 8px">${escapeHtml(wording.quote.label)}${labels.colon}<q>${escapeHtml(wording.quote.text)}</q></p>`
          : '') +
        (wording.authenticity
          ? `<p class="soft" style="margin:0;font-size:13px;color:#5b6472">${escapeHtml(wording.authenticity)}</p>`
          : '') +
        `</div>`,
    ),
    more && `<p style="margin:0 0 16px">${escapeHtml(more)}</p>`,
    link && button(link, labels.open),
    ...endBlocks(labels.footer, checkpoint),
  ];
  return {
    subject: title,
    text: `${text.filter(Boolean).join('\n\n')}\n`,
    html: mailDocument({ title, language, blocks: html.filter((block) => typeof block === 'string') }),
    short: shown.map((one) => one.wording.title).join('\n'),
    link,
  };
}

// On one line each, so that the list stays one.
function wordsOf({ quote, authenticity }: AlertWording): (string | null)[] {
  return [quote && `> ${quote.text.replace(/\s+/g, ' ')}`, authenticity];
}
