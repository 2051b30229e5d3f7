// The thread that opens PDF invoices (see read-pdf.ts): text only, no scripts, no fonts, no network; the first pages, until there is enough.
// Words are put together to lines and cells by where they stand, as the text of an HTML table is.
import { parentPort } from 'node:worker_threads';
import { getDocumentProxy } from 'unpdf';
import { LIMITS } from './limits.ts';
import type { PdfAnswer, PdfRequest } from './read-pdf.ts';

interface Word {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

parentPort!.on('message', ({ id, bytes }: PdfRequest) => {
  readText(bytes).then(
    (text) => answer({ id, text }),
    (error: unknown) => answer({ id, problem: (error as Error).name === 'PasswordException' ? 'pdf_encrypted' : 'pdf_broken' }),
  );
});

answer({ ready: true });

function answer(said: PdfAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort!.postMessage(said);
}

async function readText(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocumentProxy(bytes, { disableFontFace: true, useSystemFonts: false, verbosity: 0 });
  let text = '';
  for (let number = 1; number <= Math.min(pdf.numPages, LIMITS.pdfPagesMax) && text.length < LIMITS.pdfCharsMax; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    text += `${linesOf(items.flatMap((item) => ('str' in item ? [toWord(item)] : [])))}\n`;
    page.cleanup();
  }
  await pdf.cleanup();
  return text.slice(0, LIMITS.pdfCharsMax).normalize('NFC').toWellFormed().trim();
}

function toWord(item: { str: string; transform: number[]; width: number; height: number }): Word {
  return { str: item.str, x: item.transform[4]!, y: item.transform[5]!, width: item.width, height: item.height || 10 };
}

function linesOf(words: readonly Word[]): string {
  const sorted = words.filter(({ str }) => str.trim() !== '').toSorted((a, b) => b.y - a.y || a.x - b.x);
  const lines: Word[][] = [];
  for (const word of sorted) {
    const line = lines.at(-1);
    // Half a letter's height: figures beside their label stand a little off.
    if (line && line[0]!.y - word.y <= word.height / 2) line.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => lineOf(line.toSorted((a, b) => a.x - b.x))).join('\n');
}

function lineOf(words: readonly Word[]): string {
  let text = '';
  let end = Number.NaN;
  for (const { str, x, width, height } of words) {
    const gap = x - end;
    // More than a letter and a half apart is another column.
    if (text !== '') text += gap > height * 1.5 ? ' | ' : gap > height / 10 && !text.endsWith(' ') ? ' ' : '';
    text += str.replace(/\s+/g, ' ');
    end = x + width;
  }
  return text.trim();
}
