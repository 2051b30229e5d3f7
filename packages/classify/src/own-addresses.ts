// Whose addresses a mail may name without speaking of anybody else. Used by find-evidence.ts' guards and by other-person.ts.
import { domainOf, type ParsedMessage } from '@quittance/domain/message';

/** Addresses (and `@domain`s) a notice may name without speaking of a third party. */
export function ownAddresses(message: ParsedMessage): Set<string> {
  const people = [...message.to, ...message.cc].map((address) => address.address);
  const senders = [message.from.address, message.replyTo?.address ?? ''].filter(Boolean);
  return new Set([...people, ...message.deliveredTo, ...senders.map((address) => `@${domainOf(address)}`)]);
}
