// A text as lines with their offsets, for everything that looks at a mail line by line.

export interface Line {
  readonly text: string;
  readonly start: number;
  /** Offset of the line break, or of the text's end. */
  readonly end: number;
}

export function splitLines(text: string, from = 0, to = text.length): Line[] {
  const lines: Line[] = [];
  let start = from;
  while (start < to) {
    const found = text.indexOf('\n', start);
    const end = found < 0 || found > to ? to : found;
    lines.push({ text: text.slice(start, end), start, end });
    start = end + 1;
  }
  return lines;
}
