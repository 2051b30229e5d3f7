// Which elements of a mail CSS keeps from the reader, by the mail's sheets and the elements' own styles (read-css.ts). A sender's mails have the
// same sheet and the same styles on their elements, mail after mail: they are read once in the life of the process, as far as there is room.
import { detached } from '@quittance/domain/detached';
import { LIMITS } from './limits.ts';
import { NOTHING, NO_RULES, cascade, isRelevant, readDeclarations, readRules, type Rules, type Settings } from './read-css.ts';

/** What one style says; undefined where it says nothing. */
export interface HidingStyle {
  /** Takes the element and all in it away. */
  readonly gone?: boolean;
  /** Can be undone by a descendant. */
  readonly invisible?: boolean;
  /** Font size of nothing; a descendant with an absolute size is visible again. */
  readonly tiny?: boolean;
  /** Written in the colour of its ground; a descendant with a colour of its own is visible again. */
  readonly blended?: boolean;
}

export interface StyleSheet {
  /** The style of an element by its tag, id, classes and inline style. */
  styleOf(tag: string, id: string, classes: string, inline: string): HidingStyle;
  add(css: string): void;
}

export function createStyleSheet(): StyleSheet {
  let sheet = NO_SHEET;
  const settingsOf = recentInline();
  let charsLeft: number = LIMITS.styleCharsMax;
  return {
    add(css) {
      const part = css.slice(0, Math.max(charsLeft, 0));
      charsLeft -= part.length;
      if (!isRelevant(part)) return;
      sheet = sheet === NO_SHEET ? sheetOf(part) : new Sheet(readRules(part, sheet.rules));
    },
    styleOf(tag, id, classes, inline) {
      return sheet.styleOf(tag, id, classes, inline === '' ? NOTHING : settingsOf(inline));
    },
  };
}

/** Rules, and what they came to for the elements met so far. */
class Sheet {
  readonly rules: Rules;
  /** By tag, id and classes, and by what the element's own style says. */
  readonly #known = new Map<string, Map<Settings, HidingStyle>>();
  #count = 0;

  constructor(rules: Rules) {
    this.rules = rules;
  }

  styleOf(tag: string, id: string, classes: string, own: Settings): HidingStyle {
    const key = id === '' && classes === '' ? tag : `${tag}\n${id}\n${classes}`;
    return this.#known.get(key)?.get(own) ?? this.#remember(key, own, this.#read(tag, id, classes, own));
  }

  #remember(key: string, own: Settings, style: HidingStyle): HidingStyle {
    if (key.length > KEY_CHARS_MAX) return style;
    if (this.#count >= LIMITS.styleCacheMax) {
      this.#known.clear();
      this.#count = 0;
    }
    const styles = this.#known.get(key);
    if (styles === undefined) this.#known.set(detached(key), new Map([[own, style]]));
    else styles.set(own, style);
    this.#count += 1;
    return style;
  }

  #read(tag: string, id: string, classes: string, own: Settings): HidingStyle {
    let settings = NOTHING;
    for (const key of this.rules.size > 0 ? selectorsFor(tag, id, classes) : []) {
      const rule = this.rules.get(key);
      if (rule) settings = cascade(settings, rule);
    }
    settings = cascade(settings, own);
    return settings === NOTHING ? NOTHING_STYLE : toStyle(settings, tag);
  }
}

const KEY_CHARS_MAX = 200;
const NO_SHEET = new Sheet(NO_RULES);
const SHEETS = { entriesMax: 32, charsMax: 64 * 1024 };
const INLINE = { entriesMax: 4_000, charsMax: 400 };
const sheetsRead = new Map<string, Sheet>();
const inlineRead = new Map<string, Settings>();

function sheetOf(css: string): Sheet {
  return remembered(sheetsRead, SHEETS, css, (own) => new Sheet(readRules(own, NO_RULES)));
}

function inlineSettings(css: string): Settings {
  return remembered(inlineRead, INLINE, css, (own) => (isRelevant(own) ? readDeclarations(own) : NOTHING));
}

/** The last few styles are the next few: a long one is compared more quickly than it is hashed. */
const RECENT = 4;

function recentInline(): (css: string) => Settings {
  const styles: string[] = [];
  const settings: Settings[] = [];
  let oldest = 0;
  return (css) => {
    for (let at = 0; at < styles.length; at += 1) if (styles[at] === css) return settings[at]!;
    styles[oldest] = css;
    const read = (settings[oldest] = inlineSettings(css));
    oldest = (oldest + 1) % RECENT;
    return read;
  };
}

function remembered<T>(memory: Map<string, T>, limits: typeof SHEETS, css: string, read: (css: string) => T): T {
  const known = memory.get(css);
  if (known !== undefined) return known;
  if (css.length > limits.charsMax) return read(css);
  const own = detached(css);
  const made = read(own);
  if (memory.size >= limits.entriesMax) memory.clear();
  memory.set(own, made);
  return made;
}

const NOTHING_STYLE: HidingStyle = {};

function toStyle(settings: Settings, tag: string): HidingStyle {
  const { display, opacity, size, place, mso, colour, visibility, font } = settings;
  // Buttons are drawn twice: for Outlook in a comment, for everybody else as a link that Outlook must not show.
  const msoHides = mso?.hides && tag !== 'a';
  return {
    gone: msoHides || [display, opacity, size, place].some((setting) => setting?.hides),
    ...(visibility && { invisible: visibility.hides }),
    ...(font && { tiny: font.hides }),
    ...(colour && { blended: colour.hides }),
  };
}

function* selectorsFor(tag: string, id: string, classes: string): Generator<string> {
  yield '*';
  yield tag;
  for (const name of classes ? classes.split(/\s+/, 20) : []) {
    yield `.${name}`;
    yield `${tag}.${name}`;
  }
  if (id) {
    yield `#${id}`;
    yield `${tag}#${id}`;
  }
}
