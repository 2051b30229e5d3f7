// PostgreSQL takes neither U+0000 in text nor lone surrogates in jsonb; mail headers and bodies hold both. What a person could not see
// anyway goes, and the exact bytes are in the evidence.

export function storableText(text: string): string {
  return (text.includes('\0') ? text.replaceAll('\0', '') : text).toWellFormed();
}

/** JSON for a jsonb column, from a value whose strings come out of a message. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => (typeof member === 'string' ? storableText(member) : member));
}
