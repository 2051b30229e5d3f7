// Whether a message was written to the owner of the mailbox. A signed mail that was sent to somebody else and is replayed names that somebody in
// the fields that its signature covers; what stands in others, anybody may have added on the way (research: evidence §1.2).
import { domainOf, type ParsedMessage } from '@quittance/domain/message';

/** `unsigned`: nothing signed says whom it is for. */
export type Addressed = 'owner' | 'other' | 'unsigned';

/**
 * null when the owner is not known. Plus-addressing counts as the owner's, and so do the dots that Gmail ignores.
 * @param covered names of the fields, in lower case, that a sound signature covers.
 */
export function addressedTo(message: ParsedMessage, owners: readonly string[], covered: ReadonlySet<string>): Addressed | null {
  if (owners.length === 0) return null;
  const namesOwner = (list: ParsedMessage['to']): boolean => {
    const named = list.map(({ address }) => plain(address));
    return owners.some((owner) => named.includes(plain(owner)));
  };
  const signed = [...(covered.has('to') ? message.to : []), ...(covered.has('cc') ? message.cc : [])].filter(({ address }) => address);
  if (signed.length > 0) return namesOwner(signed) ? 'owner' : 'other';
  // An unsigned field speaks against the message, never for it.
  const isToAnother = message.to.some(({ address }) => address) && !namesOwner(message.to);
  return isToAnother ? 'other' : 'unsigned';
}

export function isSameAddress(one: string, other: string): boolean {
  return one !== '' && plain(one) === plain(other);
}

function plain(address: string): string {
  const lower = address.toLowerCase().replace(/\+[^@]*@/, '@');
  const domain = domainOf(lower);
  if (domain !== 'gmail.com' && domain !== 'googlemail.com') return lower;
  return `${lower.slice(0, lower.lastIndexOf('@')).replaceAll('.', '')}@gmail.com`;
}
