// The sheet that the report is written on: PDF/A-3b with embedded typefaces, headings, paragraphs, tables, page numbers. Knows pdfkit, and
// nothing of dossiers. Greyscale, so that a fax or a bank's scanner loses nothing.
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';

export interface PageOptions {
  readonly title: string;
  readonly subject: string;
  readonly language: string;
  /** The only date in the file. */
  readonly date: Date;
}

export interface TableColumn {
  readonly heading: string;
  readonly width: number;
  readonly font?: Face;
}

export type Face = 'regular' | 'bold' | 'mono';

const INK = '#1a1a1a';
const SOFT = '#555555';
const RULE = '#bbbbbb';
const FILL = '#f0f0f0';
const MARGIN = 54;
const FOOT = 34;
const A4 = { width: 595.28, height: 841.89 };
export const WIDTH = A4.width - 2 * MARGIN;
const BOTTOM = A4.height - MARGIN;

const require = createRequire(import.meta.url);
const FACES: Readonly<Record<Face, string>> = {
  regular: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
  mono: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf'),
};

export class Sheet {
  readonly #doc: PDFKit.PDFDocument;
  readonly #date: Date;
  readonly #isFrench: boolean;
  #annexStart: number | null = null;

  constructor({ title, subject, language, date }: PageOptions) {
    this.#date = date;
    this.#isFrench = language === 'fr';
    this.#doc = new PDFDocument({
      size: 'A4',
      margin: MARGIN,
      subset: 'PDF/A-3b',
      pdfVersion: '1.7',
      lang: language,
      displayTitle: true,
      bufferPages: true,
      font: FACES.regular,
      info: { Title: title, Subject: subject, Creator: 'Quittance', Producer: 'Quittance', CreationDate: date, ModDate: date },
    });
    this.#set('regular', 10);
  }

  /** Pages so far. */
  get pages(): number {
    return this.#doc.bufferedPageRange().count;
  }

  /** Those before the annex. */
  get mainPages(): number {
    return this.#annexStart ?? this.pages;
  }

  title(text: string): void {
    this.#set('bold', 18).text(this.#clean(text), MARGIN, this.#doc.y, { width: WIDTH });
    this.gap(2);
  }

  heading(text: string): void {
    this.#room(70);
    this.gap(10);
    this.#set('bold', 12.5).text(this.#clean(text), MARGIN, this.#doc.y, { width: WIDTH });
    const y = this.#doc.y + 2;
    this.#doc
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + WIDTH, y)
      .lineWidth(0.6)
      .strokeColor(RULE)
      .stroke();
    this.gap(7);
  }

  paragraph(text: string, options: { soft?: boolean; bold?: boolean; size?: number; font?: Face } = {}): void {
    const size = options.size ?? 10;
    this.#set(options.font ?? (options.bold ? 'bold' : 'regular'), size, options.soft ? SOFT : INK);
    this.#doc.text(this.#clean(text), MARGIN, this.#doc.y, { width: WIDTH, lineGap: 1.5 });
    this.gap(3);
  }

  bullets(items: readonly string[]): void {
    for (const item of items) {
      const clean = this.#clean(item);
      this.#set('regular', 9.5);
      this.#room(this.#doc.heightOfString(clean, { width: WIDTH - 14, lineGap: 1 }));
      const y = this.#doc.y;
      this.#doc.text('•', MARGIN + 2, y, { lineBreak: false });
      this.#doc.text(clean, MARGIN + 14, y, { width: WIDTH - 14, lineGap: 1 });
      this.gap(2.5);
    }
  }

  /** A framed box: what the reader must see first. */
  box(sentence: string, further: readonly string[]): void {
    const inner = WIDTH - 24;
    const [first, rest] = [this.#clean(sentence), further.map((text) => this.#clean(text)).join('\n')];
    this.#set('bold', 12.5);
    const top = this.#doc.heightOfString(first, { width: inner, lineGap: 2 });
    this.#set('regular', 10);
    const below = rest ? this.#doc.heightOfString(rest, { width: inner, lineGap: 2, paragraphGap: 3 }) + 8 : 0;
    const y = this.#doc.y;
    this.#doc.rect(MARGIN, y, WIDTH, top + below + 22).fillAndStroke(FILL, INK);
    this.#set('bold', 12.5).text(first, MARGIN + 12, y + 11, { width: inner, lineGap: 2 });
    if (rest) this.#set('regular', 10).text(rest, MARGIN + 12, y + 19 + top, { width: inner, lineGap: 2, paragraphGap: 3 });
    this.#doc.y = y + top + below + 22;
    this.gap(6);
  }

  /** Rows break over pages as a whole, and the headings stand on each. */
  table(columns: readonly TableColumn[], rows: readonly (readonly string[])[], size = 8.5): void {
    const headings = columns.map((column) => column.heading);
    const hasHead = headings.some(Boolean);
    if (hasHead) this.#row(columns, headings, size, true);
    for (const row of rows) {
      if (this.#doc.y + this.#rowHeight(columns, row, size) > BOTTOM) {
        this.#doc.addPage();
        if (hasHead) this.#row(columns, headings, size, true);
      }
      this.#row(columns, row, size, false);
    }
    this.gap(6);
  }

  /** What comes next begins on a new page unless this much of it fits. */
  keep(points: number): void {
    this.#room(points);
  }

  gap(points: number): void {
    this.#doc.y += points;
  }

  /** What follows is the annex, with page numbers of its own. */
  startAnnex(): void {
    this.#annexStart = this.pages;
    this.#doc.addPage();
  }

  attach(name: string, bytes: Buffer, description: string): void {
    const options = {
      name,
      type: 'message/rfc822',
      description,
      creationDate: this.#date,
      modifiedDate: this.#date,
      relationship: 'Source',
    };
    this.#doc.file(bytes, options);
  }

  /** Writes the page numbers and gives the file. */
  async finish(label: (page: number, pages: number, inAnnex: boolean) => string, footer: string): Promise<Buffer> {
    const main = this.mainPages;
    for (let index = 0; index < this.pages; index += 1) {
      this.#doc.switchToPage(index);
      // Below the margin pdfkit would begin a new page.
      this.#doc.page.margins.bottom = 0;
      const inAnnex = index >= main;
      const text = label(inAnnex ? index - main + 1 : index + 1, inAnnex ? this.pages - main : main, inAnnex);
      this.#set('regular', 7.5, SOFT);
      this.#doc.text(this.#clean(footer), MARGIN, A4.height - FOOT, { width: WIDTH - 110, height: 10, ellipsis: true, lineBreak: false });
      this.#doc.text(text, MARGIN + WIDTH - 110, A4.height - FOOT, { width: 110, align: 'right', lineBreak: false });
    }
    this.#doc.end();
    return buffer(this.#doc);
  }

  #set(font: Face, size: number, color = INK): PDFKit.PDFDocument {
    // By path: a registered name of the default typeface would be opened anew each time.
    return this.#doc.font(FACES[font]).fontSize(size).fillColor(color);
  }

  #room(height: number): void {
    if (this.#doc.y + height > BOTTOM) this.#doc.addPage();
  }

  #rowHeight(columns: readonly TableColumn[], cells: readonly string[], size: number): number {
    const heights = columns.map((column, at) => {
      this.#set(column.font ?? 'regular', size);
      return this.#doc.heightOfString(this.#clean(cells[at] ?? '') || ' ', { width: column.width - 8 });
    });
    return Math.max(...heights) + 6;
  }

  #row(columns: readonly TableColumn[], cells: readonly string[], size: number, isHead: boolean): void {
    const height = this.#rowHeight(columns, cells, size);
    const y = this.#doc.y;
    if (isHead) this.#doc.rect(MARGIN, y, WIDTH, height).fill(FILL);
    let x = MARGIN;
    columns.forEach((column, at) => {
      this.#set(isHead ? 'bold' : (column.font ?? 'regular'), size);
      this.#doc.text(this.#clean(cells[at] ?? ''), x + 4, y + 3, { width: column.width - 8, height: height - 3 });
      x += column.width;
    });
    this.#doc
      .moveTo(MARGIN, y + height)
      .lineTo(MARGIN + WIDTH, y + height)
      .lineWidth(0.4)
      .strokeColor(RULE)
      .stroke();
    this.#doc.y = y + height;
  }

  // PDF/A forbids glyphs that the typeface lacks; control characters and marks of direction could make a line read differently.
  #clean(text: string): string {
    const { font } = (this.#doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })._font;
    // French sets its double punctuation off by a space at which no line may break.
    const spaced = this.#isFrench ? text.replaceAll(/ (?=[;:!?»](?:\s|$))/g, '\u00A0').replaceAll('« ', '«\u00A0') : text;
    const plain = spaced
      .normalize('NFC')
      .replaceAll('\t', ' ')
      .replaceAll(/[^\P{C}\n]/gu, '');
    return Array.from(plain, (character) =>
      character === '\n' || font.hasGlyphForCodePoint(character.codePointAt(0)!) ? character : '\uFFFD',
    ).join('');
  }
}
