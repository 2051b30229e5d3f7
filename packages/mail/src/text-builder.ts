// Puts visible text together as a reader sees it: white space collapsed, blocks on lines of their own, table cells separated by ` | `, and
// rows of label and value kept as cells. Knows nothing of tags; the walker says where blocks, rows and cells begin and end.
import { cleanText, collapseSpaces } from './clean-text.ts';
import { LIMITS } from './limits.ts';

/** What stands between two tags as a rule: a line's end, and the space in front of the next. */
const BLANK = /^[ \t\r\n]+$/;

type Separator = '' | ' ' | ' | ' | '\n';

interface Row {
  /** Offset of the row's first text, -1 until there is some. */
  start: number;
  /** null once the row holds another table: it is layout then, not label and value. */
  cells: { start: number; end: number }[] | null;
  /** The next text belongs to a new cell. */
  isCellNew: boolean;
  /** The current cell has a line break in it. */
  isBroken: boolean;
}

export class TextBuilder {
  readonly rows: string[][] = [];
  readonly #parts: string[] = [];
  readonly #open: Row[] = [];
  #length = 0;
  #pending: Separator = '';

  get length(): number {
    return this.#length;
  }

  get isFull(): boolean {
    return this.#length >= LIMITS.textCharsMax;
  }

  toString(): string {
    return this.#parts.join('');
  }

  /** @returns the offset at which the text was put, or -1 when there was nothing to see in it. */
  text(raw: string, isPreformatted = false): number {
    if (this.isFull) return -1;
    if (!isPreformatted && BLANK.test(raw)) {
      if (this.#pending === '') this.#pending = ' ';
      return -1;
    }
    const clean = cleanText(raw);
    if (isPreformatted && clean.includes('\n')) return this.#lines(clean);
    const text = collapseSpaces(clean);
    const leads = text.startsWith(' ');
    if (leads && this.#pending === '') this.#pending = ' ';
    if (text === '' || text === ' ') return -1;
    const trails = text.endsWith(' ');
    this.#separate();
    const at = this.#length;
    this.#append(text.slice(leads ? 1 : 0, trails ? -1 : undefined));
    this.#markCell(at);
    if (trails) this.#pending = ' ';
    return at;
  }

  breakLine(): void {
    // A break at the start of a cell moves nothing: the cell's text still stands beside its label.
    if (this.#pending !== ' | ') this.#pending = '\n';
  }

  openTable(): void {
    for (let i = this.#open.length - 1; i >= 0 && this.#open[i]!.cells; i--) this.#open[i]!.cells = null;
    this.#pending = '\n';
  }

  openRow(): void {
    this.#pending = '\n';
    this.#open.push({ start: -1, cells: [], isCellNew: true, isBroken: false });
  }

  openCell(): void {
    const row = this.#open.at(-1);
    if (!row) return;
    row.isCellNew = true;
    // Columns of layout hold several lines; only cells of one line are read across.
    if (row.cells && row.start >= 0) this.#pending = row.isBroken ? '\n' : ' | ';
  }

  closeRow(): void {
    const row = this.#open.pop();
    this.#pending = '\n';
    if (!row?.cells || row.cells.length < 2 || this.rows.length >= LIMITS.rowsMax) return;
    const text = this.from(row.start);
    this.rows.push(
      row.cells.map(({ start, end }) => {
        const cell = text.slice(start - row.start, end - row.start).replaceAll('\n', ' ');
        return cell.slice(0, LIMITS.cellCharsMax).toWellFormed();
      }),
    );
  }

  #lines(text: string): number {
    let first = -1;
    for (const line of text.split(/\r?\n/)) {
      const at = this.text(line);
      if (first < 0) first = at;
      this.breakLine();
    }
    return first;
  }

  #markCell(at: number): void {
    const row = this.#open.at(-1);
    if (!row?.cells) return;
    if (row.start < 0) row.start = at;
    const last = row.cells.at(-1);
    if (row.isCellNew && row.cells.length < LIMITS.cellsMax) row.cells.push({ start: at, end: this.#length });
    else if (last) last.end = this.#length;
    if (row.isCellNew) row.isBroken = false;
    row.isCellNew = false;
  }

  #separate(): void {
    const pending = this.#pending;
    this.#pending = '';
    if (this.#length === 0 || pending === '') return;
    const row = this.#open.at(-1);
    if (pending === '\n' && row && row.start >= 0) row.isBroken = true;
    this.#append(pending);
  }

  /** The text from an offset on. Joins the last parts only, since rows and links are short. */
  from(start: number): string {
    let length = 0;
    let part = this.#parts.length;
    while (part > 0 && this.#length - length > start) length += this.#parts[--part]!.length;
    return this.#parts
      .slice(part)
      .join('')
      .slice(start - (this.#length - length));
  }

  #append(text: string): void {
    const room = LIMITS.textCharsMax - this.#length;
    const part = text.length > room ? text.slice(0, room).toWellFormed() : text;
    this.#parts.push(part);
    this.#length += part.length;
  }
}
