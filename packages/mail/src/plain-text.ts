// A text/plain part to visible text: clean characters, no trailing spaces, bare addresses as links. `format=flowed` was undone by the MIME
// parser; lines that a mailer broke at a fixed width are joined here, by putting a space where the break was, so that offsets stay.
import type { Link, Zone } from '@quittance/domain/message';
import { cleanText } from './clean-text.ts';
import { LIMITS } from './limits.ts';
import { splitLines, type Line } from './text-lines.ts';

export function readPlainText(text: string): string {
  const clean = cleanText(text.slice(0, LIMITS.textCharsMax * 2)).replaceAll('\r', '');
  const lines = clean.split('\n').map((line) => line.trimEnd().replaceAll('\t', ' '));
  let body = '';
  let blanks = 0;
  for (const line of lines) {
    blanks = line === '' ? blanks + 1 : 0;
    if (blanks > 1 || (body === '' && line === '')) continue;
    body += body === '' ? line : `\n${line}`;
    if (body.length > LIMITS.textCharsMax) break;
  }
  return body.slice(0, LIMITS.textCharsMax).toWellFormed().trimEnd();
}

const URL_SHAPE = /\bhttps?:\/\/[^\s<>"'`|\\^{}]{4,2048}/gi;

/** Addresses written out in the text; the reader sees where they lead. */
export function findPlainLinks(body: string): Link[] {
  const links: Link[] = [];
  for (const match of body.matchAll(URL_SHAPE)) {
    if (links.length >= LIMITS.linksMax) break;
    const href = match[0].replace(/[.,;:!?)\]*_]{1,8}$/, '');
    links.push({ text: href, href, start: match.index });
  }
  return links;
}

// Where mailers break lines: below, lines are short for other reasons; above, nobody broke them.
const WIDTH_MIN = 50;
const WIDTH_MAX = 100;

/** Joins broken lines inside zones. A line was broken when the next line's first word would not have fitted. */
export function joinBrokenLines(body: string, zones: readonly Zone[]): string {
  const pieces: string[] = [];
  for (const zone of zones) {
    const lines = splitLines(body, zone.start, zone.end);
    const width = lines.reduce((most, { text }) => (/\S\s+\S/.test(text) ? Math.max(most, text.length) : most), 0);
    if (width < WIDTH_MIN || width > WIDTH_MAX) {
      pieces.push(body.slice(zone.start, zone.end));
      continue;
    }
    lines.forEach((line, i) => {
      const next = lines[i + 1];
      pieces.push(line.text);
      if (line.end < zone.end) pieces.push(next && isBrokenBefore(line, next, width) ? ' ' : '\n');
    });
  }
  return pieces.join('');
}

function isBrokenBefore(line: Line, next: Line, width: number): boolean {
  if (line.text === '' || !/^[\p{L}\p{N}("'«„“€$£]/u.test(next.text) || line.text.endsWith(':')) return false;
  const space = next.text.indexOf(' ');
  return line.text.length + 1 + (space < 0 ? next.text.length : space) > width;
}
