// Whether a message names the owner of the mailbox among those it is for: a signed mail that was sent to somebody else and replayed does not.
import { domainOf, type ParsedMessage } from '@quittance/domain/message';

/** null when it can't be told. Plus-addressing counts as the owner's, and so do the dots that Gmail ignores. */
export function isAddressedTo(message: ParsedMessage, owners: readonly string[]): boolean | null {
  if (owners.length === 0) return null;
  const named = [...message.to, ...message.cc].map(({ address }) => plain(address)).filter(Boolean);
  if (named.length === 0) return null;
  return owners.some((owner) => named.includes(plain(owner)));
}

function plain(address: string): string {
  const lower = address.toLowerCase().replace(/\+[^@]*@/, '@');
  const domain = domainOf(lower);
  if (domain !== 'gmail.com' && domain !== 'googlemail.com') return lower;
  return `${lower.slice(0, lower.lastIndexOf('@')).replaceAll('.', '')}@gmail.com`;
}
