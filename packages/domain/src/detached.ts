// For what is remembered of a mail beyond the mail. A piece cut from a long text keeps the whole of it in memory: three thousand remembered styles
// and words held 130 MB of mails that were long done with.

/** The same text as a string of its own. */
export function detached(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
