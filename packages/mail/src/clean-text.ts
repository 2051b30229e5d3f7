// Characters that a reader can't see, taken out of what the reader sees: "can\u200Bcel" is read as "cancel". Also what a database
// refuses: NUL and lone surrogates. Used for every string that leaves the parser.

// Soft hyphen, joiners, Hangul and Mongolian fillers, zero-width and bidirectional marks, variation selectors, byte order mark, tags.
const INVISIBLE =
  // oxlint-disable-next-line no-misleading-character-class -- single characters are meant, not sequences
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\u{E0000}-\u{E0FFF}]/gu;
// oxlint-disable-next-line no-control-regex -- taking them out is the point
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;
const BEYOND_ASCII = /[^\t\n\r -~]/;
const SPACES = /[\s\u2800]+/g;
const UNEVEN = /[^\S ]|  |\u2800/;

/** Visible characters only, NFC. Line breaks and spaces stay as they are. */
export function cleanText(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text;
  return text.toWellFormed().replace(CONTROL, '').replace(INVISIBLE, '').normalize('NFC');
}

/** One line: every run of white space becomes one space; no-break spaces between digits stay, since they group numbers. */
export function collapseSpaces(text: string): string {
  if (!UNEVEN.test(text)) return text;
  return text.replace(SPACES, (run, at: number) => {
    if (run.length > 1 || run === ' ') return ' ';
    return /[\u00A0\u2009\u202F]/.test(run) && isDigit(text, at - 1) && isDigit(text, at + 1) ? run : ' ';
  });
}

/** A header value or a name: clean, one line, trimmed. */
export function cleanLine(text: string): string {
  return collapseSpaces(cleanText(text)).trim();
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}
