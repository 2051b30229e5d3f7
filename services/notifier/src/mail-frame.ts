// What all our mails have in common: the HTML around their blocks, their button, their end with the checkpoint, and escaping. Inline styles
// are what mail programs agree on; the sheet in the head turns the colours where a program honours it and the reader likes the dark.
import type { LogHead } from './log-head.ts';
import type { Language } from '@quittance/i18n/language';

export interface Checkpoint {
  readonly label: string;
  readonly note: string;
  readonly keyLabel: string;
  readonly verifierKey: string;
}

export function checkpointIn(
  head: LogHead | null,
  labels: { readonly checkpoint: string; readonly checkpointKey: string },
): Checkpoint | null {
  return head && { label: labels.checkpoint, note: head.note.trim(), keyLabel: labels.checkpointKey, verifierKey: head.verifierKey };
}

const DARK =
  '<style>:root{color-scheme:light dark}@media (prefers-color-scheme:dark){body{background:#14181d!important;color:#e8ebef!important}' +
  '.soft{color:#a9b2bd!important}.rule{border-color:#39424d!important}.link{color:#7fc9b1!important}' +
  '.doubt{background:#4d3b00!important;color:#fff0c2!important}.button{background:#7fc9b1!important;color:#10241e!important}}</style>';

export function mailDocument(input: { readonly title: string; readonly language: Language; readonly blocks: readonly string[] }): string {
  return (
    `<!doctype html><html lang="${input.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<meta name="color-scheme" content="light dark"><title>${escapeHtml(input.title)}</title>${DARK}</head>` +
    `<body style="margin:0;padding:24px;background:#ffffff;color:#1c2430;font:16px/1.5 system-ui,sans-serif">` +
    `<div style="max-width:560px;margin:0 auto">${input.blocks.join('\n')}</div></body></html>`
  );
}

export function heading(text: string): string {
  return `<h1 style="margin:0 0 12px;font-size:20px;line-height:1.3">${escapeHtml(text)}</h1>`;
}

export function doubtBlock(text: string): string {
  return `<p class="doubt" style="margin:0 0 16px;padding:8px 12px;background:#fff4d6;color:#4d3b00;border-radius:6px">${escapeHtml(text)}</p>`;
}

export function button(link: string, label: string): string {
  return (
    `<p style="margin:0 0 20px"><a href="${escapeHtml(link)}" class="button" style="display:inline-block;padding:10px 16px;background:#2f6f5e;color:#ffffff;` +
    `text-decoration:none;border-radius:6px">${escapeHtml(label)}</a></p>`
  );
}

export function endBlocks(footer: string, checkpoint: Checkpoint | null): string[] {
  const end = `<p class="soft rule" style="margin:0;padding-top:12px;border-top:1px solid #d9dee5;font-size:13px;color:#5b6472">${escapeHtml(footer)}</p>`;
  if (!checkpoint) return [end];
  const labelled = (label: string, text: string): string =>
    `<p class="soft" style="margin:12px 0 4px;font-size:13px;color:#5b6472">${escapeHtml(label)}</p>` +
    `<pre style="margin:0;font-size:12px;white-space:pre-wrap;word-break:break-all">${escapeHtml(text)}</pre>`;
  return [end, labelled(checkpoint.label, checkpoint.note), labelled(checkpoint.keyLabel, checkpoint.verifierKey)];
}

export function endText(footer: string, checkpoint: Checkpoint | null): string[] {
  return [
    `-- \n${footer}`,
    ...(checkpoint ? [`${checkpoint.label}\n\n${checkpoint.note}`, `${checkpoint.keyLabel}\n\n${checkpoint.verifierKey}`] : []),
  ];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
