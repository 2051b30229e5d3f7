// A name as people recognise it again: without case, accents and marks. Two merchants with one key may be the same one, told of by two senders.

/** `Télé Loisirs+` as `tele-loisirs`; '' where the name has no letter and no figure. */
export function nameKey(name: string): string {
  const folded = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).join('-').slice(0, 80);
}
