// A filled skeleton as raw mail in one of the layouts that senders use, so that training reads exactly what the product reads: plain text,
// simple HTML, or an HTML table with hidden preheader and a footer.
import type { FilledMail } from './fill-skeleton.ts';
import type { Random } from './random.ts';
import type { Block } from './skeletons.ts';

export type Layout = 'plain' | 'wrapped' | 'html' | 'table';
const LAYOUTS: readonly Layout[] = ['plain', 'wrapped', 'html', 'table'];

export function renderMail(mail: FilledMail, language: string, random: Random): Buffer {
  const layout = random.pick(LAYOUTS);
  const isHtml = layout === 'html' || layout === 'table';
  const text = isHtml ? htmlOf(mail, language, layout === 'table') : plainOf(mail, layout === 'wrapped');
  const head = [
    `From: ${encodedWord(mail.sender.name)} <${mail.sender.address}>`,
    'To: camille@home.example',
    `Date: ${mail.sentAt.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${random.between(1, 999_999_999)}@${mail.sender.address.split('@')[1]}>`,
    `Subject: ${encodedWord(mail.subject)}`,
    'MIME-Version: 1.0',
    `Content-Type: text/${isHtml ? 'html' : 'plain'}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
  ];
  const body = Buffer.from(text, 'utf8').toString('base64').replace(/.{76}/g, '$&\r\n');
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}\r\n`, 'utf8');
}

/** RFC 2047, in pieces of whole characters that stay below 75 bytes each. */
function encodedWord(text: string): string {
  const pieces: string[] = [];
  let piece = '';
  for (const character of text) {
    if (Buffer.byteLength(piece + character) > 42) [pieces[pieces.length], piece] = [piece, ''];
    piece += character;
  }
  return [...pieces, piece].map((one) => `=?utf-8?B?${Buffer.from(one, 'utf8').toString('base64')}?=`).join('\r\n ');
}

function plainOf({ blocks }: FilledMail, isWrapped: boolean): string {
  const parts = blocks.map((block, index) => {
    const text = block.lines.map((line) => plainLine(block, isWrapped ? wrap(line) : line)).join('\n');
    return block.kind === 'footer' && blocks[index - 1]?.kind !== 'footer' ? `-- \n${text}` : text;
  });
  return `${parts.join('\n\n')}\n`;
}

function plainLine({ kind }: Block, line: string): string {
  if (kind === 'items') return `* ${line}`;
  if (kind === 'quote') return `> ${line}`;
  if (kind === 'rows') return cellsOf(line).join(': ');
  return line;
}

function wrap(line: string): string {
  return line.replace(/(.{60,76}) /g, '$1\n');
}

function cellsOf(row: string): string[] {
  return row
    .replace(/^\|\s*|\s*\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

function htmlOf(mail: FilledMail, language: string, isTable: boolean): string {
  const body = mail.blocks.map(htmlBlock).join('\n');
  const hidden = mail.preheader && isTable ? `<div style="display:none;max-height:0">${escape(mail.preheader)}</div>` : '';
  const framed = isTable ? `${hidden}<table width="600"><tr><td style="padding:24px">${body}</td></tr></table>` : body;
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escape(mail.subject)}</title></head><body>${framed}</body></html>`;
}

function htmlBlock({ kind, lines }: Block): string {
  const escaped = lines.map(escape);
  switch (kind) {
    case 'heading':
      return `<h1>${escaped.join('<br>')}</h1>`;
    case 'items':
      return `<ul>${escaped.map((line) => `<li>${line}</li>`).join('')}</ul>`;
    case 'rows': {
      const rows = escaped.map(
        (row) =>
          `<tr>${cellsOf(row)
            .map((cell) => `<td>${cell}</td>`)
            .join('')}</tr>`,
      );
      return `<table>${rows.join('')}</table>`;
    }
    case 'quote':
      return `<blockquote type="cite">${escaped.join('<br>')}</blockquote>`;
    case 'footer':
      return `<p style="font-size:11px">${escaped.join('<br>')}</p>`;
    default:
      return `<p>${escaped.join('<br>')}</p>`;
  }
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
