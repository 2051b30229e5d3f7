// What HTML says of each tag (element-rules.ts), gathered in one object a tag: of every start and end tag of a mail some ten such questions are asked,
// and each by name was a look-up of its own.
import {
  BLOCK,
  FORMATTING,
  IN_HEAD,
  MACHINE,
  NO_TEXT,
  RAW_TEXT,
  SCOPE,
  VOID,
  closesParagraph,
  impliedEnd,
  tagNames,
  type ImpliedEnd,
} from './element-rules.ts';
import { NameTable } from './name-table.ts';

export interface Tag {
  /** Lower case. */
  readonly name: string;
  /** Its place among the tags that HTML knows, -1 for any other. */
  readonly number: number;
  readonly isVoid: boolean;
  readonly isBlock: boolean;
  readonly isFormatting: boolean;
  readonly isScope: boolean;
  readonly isInHead: boolean;
  readonly hasNoText: boolean;
  readonly isMachine: boolean;
  readonly isRawText: boolean;
  readonly implied: ImpliedEnd | null;
  readonly paragraph: ImpliedEnd | null;
}

function describe(name: string, number: number): Tag {
  return {
    name,
    number,
    isVoid: VOID.has(name),
    isBlock: BLOCK.has(name),
    isFormatting: FORMATTING.has(name),
    isScope: SCOPE.has(name),
    isInHead: IN_HEAD.has(name),
    hasNoText: NO_TEXT.has(name),
    isMachine: MACHINE.has(name),
    isRawText: RAW_TEXT.has(name),
    implied: impliedEnd(name),
    paragraph: closesParagraph(name),
  };
}

export const TAGS: readonly Tag[] = tagNames().map(describe);
const BY_NAME = new Map(TAGS.map((tag) => [tag.name, tag]));
const TABLE = new NameTable(BY_NAME);

/** The tag whose name stands between two places of an HTML text. */
export function tagAt(html: string, start: number, end: number): Tag {
  return TABLE.find(html, start, end) ?? otherTag(html.slice(start, end).toLowerCase());
}

// Letters beyond ASCII may be small ones in ASCII.
function otherTag(name: string): Tag {
  return BY_NAME.get(name) ?? describe(name, -1);
}

export const NO_TAG: Tag = describe('', -1);
