// What HTML says about its elements (WHATWG HTML, "tree construction"), as far as it decides where an element ends: without that a
// hidden `<p>` that nobody closed would swallow the visible text after it, or the other way round.

export const VOID = new Set('area base br col embed hr img input link meta param source track wbr keygen'.split(' '));

/** Start and end a line of their own. */
export const BLOCK = new Set(
  `address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5
   h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre section select summary table tbody tfoot thead
   tr ul caption textarea iframe object video audio`.split(/\s+/),
);

/** Not text for a reader. */
export const NO_TEXT = new Set(
  'script style title template head noembed noframes iframe object svg math canvas audio video datalist'.split(' '),
);

/** Text for machines: not even a hint. */
export const MACHINE = new Set('script style template iframe object svg math noembed noframes'.split(' '));

/** An ampersand in these is one: no entities. */
export const RAW_TEXT = new Set('script style iframe noembed noframes xmp plaintext'.split(' '));

/** What may stand in the head; any other start tag ends it. */
export const IN_HEAD = new Set('html head base link meta title style script noscript template'.split(' '));

/** An end tag of a formatting element closes it across blocks; others stop at a block. */
export const FORMATTING = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));

/** No end tag inside closes anything outside of these. */
export const SCOPE = new Set('td th caption table html template object'.split(' '));

export type ImpliedEnd = readonly [closes: ReadonlySet<string>, until: ReadonlySet<string>];

/** A start tag closes an open one of these names, up to the nearest boundary. */
const IMPLIED = new Map<string, ImpliedEnd>(
  Object.entries({
    td: [new Set(['td', 'th']), new Set(['tr', 'table'])],
    th: [new Set(['td', 'th']), new Set(['tr', 'table'])],
    tr: [new Set(['tr']), new Set(['table'])],
    tbody: [new Set(['tbody', 'thead', 'tfoot']), new Set(['table'])],
    tfoot: [new Set(['tbody', 'thead', 'tfoot']), new Set(['table'])],
    thead: [new Set(['tbody', 'thead', 'tfoot']), new Set(['table'])],
    li: [new Set(['li']), new Set(['ul', 'ol', 'menu', 'table', 'td', 'th'])],
    dd: [new Set(['dd', 'dt']), new Set(['dl', 'table', 'td', 'th'])],
    dt: [new Set(['dd', 'dt']), new Set(['dl', 'table', 'td', 'th'])],
    option: [new Set(['option']), new Set(['select', 'datalist'])],
    body: [new Set(['head']), new Set()],
    a: [new Set(['a']), new Set(['td', 'th', 'table'])],
  }),
);

const CLOSES_P = new Set(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul li dd dt'.split(
    ' ',
  ),
);
const P_RULE: ImpliedEnd = [new Set(['p']), SCOPE];

/** Which open elements a start tag closes first, or null. */
export function impliedEnd(tag: string): ImpliedEnd | null {
  return IMPLIED.get(tag) ?? null;
}

export function closesParagraph(tag: string): ImpliedEnd | null {
  return CLOSES_P.has(tag) ? P_RULE : null;
}

const OUT_OF_CELL = new Set('tr table tbody thead tfoot body html'.split(' '));

/** Whether an end tag ends something outside of this boundary. */
export function closesAcross(tag: string, scope: string): boolean {
  return scope === 'td' || scope === 'th' || scope === 'caption' ? OUT_OF_CELL.has(tag) : tag === 'body' || tag === 'html';
}

/** Every tag that has a rule here, and what else mail is made of. */
export function tagNames(): string[] {
  const ruled = [VOID, BLOCK, NO_TEXT, MACHINE, RAW_TEXT, IN_HEAD, FORMATTING, SCOPE, CLOSES_P, IMPLIED.keys()];
  return [...new Set([...ruled.flatMap((names) => [...names]), 'span', 'sub', 'sup', 'abbr', 'label', 'button', 'picture', 'col'])];
}
