// For what is remembered of a mail beyond the mail. A piece cut from a long text keeps the whole of it in memory: three thousand remembered styles
// and words held 130 MB of mails that were long done with.

/** V8 copies what is cut shorter than this (SlicedString::kMinLength). */
const CUT_MIN = 13;

/** The same text as a string of its own. */
export function detached(text: string): string {
  if (text.length < CUT_MIN) return text;
  return JSON.parse(JSON.stringify(text)) as string;
}
