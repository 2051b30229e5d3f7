// What style sheets and inline styles say that may hide something: display, visibility, opacity, sizes of nothing, off-screen positions, clipping,
// colours. Plain rules only (one selector of tag, class, id); a rule under a condition (@media) is not taken, since it holds for some readers only.
import { LIMITS } from './limits.ts';

type Aspect = 'display' | 'opacity' | 'size' | 'place' | 'mso' | 'colour' | 'visibility' | 'font';
interface Setting {
  readonly hides: boolean;
  readonly important: boolean;
}
export type Settings = Partial<Record<Aspect, Setting>>;

export const NOTHING: Settings = {};
const RELEVANT = /none|hidden|collapse|opacity|font|mso-hide|left|right|top|indent|clip|scale|height|width|color|display|visib/i;

/** By selector. */
export type Rules = ReadonlyMap<string, Settings>;
export const NO_RULES: Rules = new Map();

/** Whether a text of CSS has a word in it that can hide something. */
export function isRelevant(css: string): boolean {
  return RELEVANT.test(css);
}

export function cascade(under: Settings, over: Settings): Settings {
  if (over === NOTHING) return under;
  if (under === NOTHING) return over;
  const merged: Settings = { ...under };
  for (const aspect of Object.keys(over) as Aspect[]) {
    const next = over[aspect]!;
    if (next.important || !merged[aspect]?.important) merged[aspect] = next;
  }
  return merged;
}

// One pass over the sheet: `selectors { declarations }`, with at-rules that hold for everybody opened up and the others skipped.
/** @param before of the sheets that stand before it. */
export function readRules(css: string, before: Rules): Rules {
  const rules = new Map(before);
  const text = withoutComments(css);
  let at = 0;
  while (at < text.length && rules.size < LIMITS.styleRulesMax) {
    const open = text.indexOf('{', at);
    if (open < 0) break;
    const head = text.slice(at, open).trim();
    if (head.includes('@')) {
      const name = head.slice(head.lastIndexOf('@')).toLowerCase();
      // Its rules are read as if they stood outside; the brace that closes it is dropped with the next head.
      at = holdsForEverybody(name) ? open + 1 : endOfBlock(text, open);
      continue;
    }
    const close = text.indexOf('}', open);
    const end = close < 0 ? text.length : close;
    addRule(head.replaceAll('}', ''), text.slice(open + 1, end), rules);
    at = end + 1;
  }
  return rules;
}

function withoutComments(css: string): string {
  let text = '';
  let at = 0;
  for (;;) {
    const open = css.indexOf('/*', at);
    if (open < 0) return text + css.slice(at).replaceAll('<!--', ' ').replaceAll('-->', ' ');
    text += css.slice(at, open);
    const close = css.indexOf('*/', open + 2);
    if (close < 0) return text;
    at = close + 2;
  }
}

function holdsForEverybody(atRule: string): boolean {
  return /^@media\s+(?:all|screen|only screen)?\s*$/.test(atRule) || /^@(?:supports|layer)\b/.test(atRule);
}

function endOfBlock(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x7b) depth++;
    else if (code === 0x7d && --depth === 0) return i + 1;
  }
  return text.length;
}

const SIMPLE_SELECTOR = /^(?:\*|[a-z][a-z0-9]*|[a-z][a-z0-9]*[.#][\w-]+|[.#][\w-]+)$/i;

function addRule(selectors: string, body: string, rules: Map<string, Settings>): void {
  if (!isRelevant(body)) return;
  const settings = readDeclarations(body);
  if (settings === NOTHING) return;
  for (const part of selectors.slice(0, 2_000).split(',')) {
    const selector = part.trim();
    if (!SIMPLE_SELECTOR.test(selector)) continue;
    const dot = selector.search(/[.#]/);
    const key = dot < 0 ? selector.toLowerCase() : selector.slice(0, dot).toLowerCase() + selector.slice(dot);
    rules.set(key, cascade(rules.get(key) ?? NOTHING, settings));
  }
}

/** `a: b; c: d` to what it hides. */
export function readDeclarations(css: string): Settings {
  const values = new Map<string, { value: string; important: boolean }>();
  for (const declaration of css.slice(0, LIMITS.attributeCharsMax).split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const raw = declaration
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    const important = raw.endsWith('!important') || raw.endsWith('! important');
    const value = important ? raw.slice(0, raw.lastIndexOf('!')).trim() : raw;
    values.set(declaration.slice(0, colon).trim().toLowerCase(), { value, important });
  }
  const found: Settings = {};
  const set = (aspect: Aspect, name: string, hides: (value: string) => boolean): void => {
    const declared = values.get(name);
    if (declared) found[aspect] = { hides: hides(declared.value) || (found[aspect]?.hides ?? false), important: declared.important };
  };
  set('display', 'display', (value) => value === 'none');
  set('visibility', 'visibility', (value) => value === 'hidden' || value === 'collapse');
  set('opacity', 'opacity', (value) => Number.parseFloat(value) <= 0.05);
  set('mso', 'mso-hide', (value) => value === 'all');
  set('font', 'font', (value) => /(?:^|\s)0(?:px|pt|em|%)?(?:[\s/]|$)/.test(value));
  // A relative size of nothing is nothing: such a value neither hides nor shows.
  if (!isRelative(values.get('font-size')?.value ?? '')) set('font', 'font-size', (value) => isNothing(value, 1));
  readSize(values, found);
  readPlace(values, found);
  const colour = values.get('color')?.value;
  const ground = values.get('background-color')?.value ?? values.get('background')?.value;
  if (colour && colour !== 'inherit') {
    const hides = colour === 'transparent' || normalColour(colour) === normalColour(ground ?? '');
    found.colour = { hides, important: values.get('color')!.important };
  }
  return Object.keys(found).length > 0 ? found : NOTHING;
}

type Values = Map<string, { value: string; important: boolean }>;

// A box of nothing hides what is in it only where it does not overflow.
function readSize(values: Values, found: Settings): void {
  const clipped = ['overflow', 'overflow-x', 'overflow-y'].some((name) => /hidden|clip/.test(values.get(name)?.value ?? ''));
  if (!clipped) return;
  const hides = ['height', 'max-height', 'width', 'max-width'].some((name) => isNothing(values.get(name)?.value ?? 'auto', 1));
  found.size = { hides, important: false };
}

function readPlace(values: Values, found: Settings): void {
  const far = ['left', 'right', 'top', 'bottom', 'text-indent', 'margin-left', 'margin-top'].some((name) => {
    const value = values.get(name)?.value ?? '';
    const moved = name === 'text-indent' || name.startsWith('margin') || /absolute|fixed/.test(values.get('position')?.value ?? '');
    return moved && isFarOut(value);
  });
  const clip = values.get('clip')?.value ?? '';
  const clipped = /^rect\((?:\s*[01](?:px)?[\s,]*){4}\)$/.test(clip) || /inset\((?:50|100)%/.test(values.get('clip-path')?.value ?? '');
  const scaled = /scale[xy]?\(\s*0(?:\.0+)?\s*[,)]/.test(values.get('transform')?.value ?? '');
  if (far || clipped || scaled) found.place = { hides: true, important: false };
}

/** A length of at most `max` pixels or points. */
function isNothing(value: string, max: number): boolean {
  const match = /^(\d{0,6}(?:\.\d{1,6})?)\s*(px|pt|em|rem|%|vw|vh)?$/.exec(value);
  if (!match || match[1] === '') return false;
  const size = Number(match[1]);
  return match[2] === 'px' || match[2] === 'pt' ? size <= max : size === 0;
}

function isRelative(size: string): boolean {
  return /^(?:\d*\.)?\d*[1-9]\d*(?:em|%)$|^(?:inherit|larger|smaller)$/.test(size.slice(0, 20));
}

function isFarOut(value: string): boolean {
  const match = /^-(\d{1,7}(?:\.\d{1,6})?)\s*(px|pt|em|rem|%|vw|vh)?$/.exec(value);
  if (!match) return false;
  const size = Number(match[1]);
  return match[2] === 'em' || match[2] === 'rem' || match[2] === '%' || match[2] === 'vw' || match[2] === 'vh' ? size >= 100 : size >= 500;
}

function normalColour(colour: string): string {
  const named = ({ white: '#ffffff', black: '#000000' } as Record<string, string>)[colour] ?? colour;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(named);
  return short ? `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}` : named;
}
