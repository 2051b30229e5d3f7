// The words of an HTML part without its markup, for peek-message.ts: one walk from tag to tag. It hides nothing that a reader might see;
// showing too much only makes the filter read more.

const NAMED: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  rsquo: "'",
  lsquo: "'",
  euro: '€',
  pound: '£',
  yen: '¥',
  szlig: 'ß',
  oelig: 'œ',
  OElig: 'Œ',
  aelig: 'æ',
  AElig: 'Æ',
  ndash: '-',
  mdash: '-',
  shy: '',
  zwnj: '',
  zwj: '',
};
const MARKS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  cedil: '\u0327',
  ring: '\u030a',
};
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z])(acute|grave|circ|uml|tilde|cedil|ring)|([a-z]{2,8}));/gi;
/** Their content is no text. */
const SKIPPED: ReadonlySet<string> = new Set(['style', 'script']);
/** A bold letter inside a word must not cut it. */
const INLINE: ReadonlySet<string> = new Set(['b', 'i', 'em', 'strong', 'span', 'a', 'font', 'u', 'wbr']);

/** At most `charsMax` characters. A part that ends anywhere is read up to there. */
export function textOfHtml(html: string, charsMax: number): string {
  // Looking at the end of the text would put its pieces together each time.
  const pieces: string[] = [];
  let length = 0;
  let endsInSpace = false;
  for (let at = 0; at < html.length && length < charsMax;) {
    const tag = html.indexOf('<', at);
    const piece = tag === at ? '' : html.slice(at, tag < 0 ? undefined : tag).replaceAll(SPACES, ' ');
    if (piece !== '') {
      pieces.push(piece);
      length += piece.length;
      endsInSpace = piece.charCodeAt(piece.length - 1) === SPACE;
    }
    if (tag < 0) break;
    const name = nameOfTag(html, tag + 1);
    const end = endOfTag(html, tag, name);
    if (end < 0) break;
    if (!endsInSpace && !INLINE.has(name)) {
      pieces.push(' ');
      length += 1;
      endsInSpace = true;
    }
    at = end;
  }
  const text = pieces.join('');
  return (text.includes('&') ? text.replaceAll(ENTITY, decodeEntity) : text).slice(0, charsMax);
}

const SPACES = /\s+/g;
const SPACE = 0x20;
const NAME_CHARS_MAX = 10;

function nameOfTag(html: string, from: number): string {
  const start = html.charCodeAt(from) === 0x2f ? from + 1 : from;
  let end = start;
  // Letters by their codes: this runs for every tag of every newsletter.
  while (end < start + NAME_CHARS_MAX && (html.charCodeAt(end) | 32) >= 97 && (html.charCodeAt(end) | 32) <= 122) end += 1;
  return html.slice(start, end).toLowerCase();
}

/** Behind the tag at `tag`, its content included where that is no text; -1 when the part ends before it does. */
function endOfTag(html: string, tag: number, name: string): number {
  if (html.startsWith('<!--', tag)) return behind(html, '-->', tag + 4);
  const close = behind(html, '>', tag);
  if (close < 0 || !SKIPPED.has(name) || html.charCodeAt(tag + 1) === 0x2f) return close;
  const rest = html.slice(close);
  const end = rest.search(name === 'style' ? /<\/style/i : /<\/script/i);
  return end < 0 ? -1 : behind(html, '>', close + end);
}

function behind(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

function decodeEntity(
  entity: string,
  decimal: string | undefined,
  hex: string | undefined,
  letter: string | undefined,
  mark: string | undefined,
  name: string | undefined,
): string {
  if (letter !== undefined && mark !== undefined) return `${letter}${MARKS[mark.toLowerCase()]}`.normalize('NFC');
  if (name !== undefined) return NAMED[name] ?? ' ';
  const code = decimal === undefined ? Number.parseInt(hex ?? '20', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}
