// Tells a friend's forwarded notice ("look, I did it!") from the person's own: the wrapped mail's header block names to whom it went.
import type { ParsedMessage } from '@quittance/domain/message';

/** Header lines stand right above the inner text. */
const HEADER_CHARS = 1500;
// Not only at a line's start: parsers rejoin header lines that a mail client wrapped.
const TO_LINE = /(?:^|[\s>*])(?:to|à|a|an|para|aan|per|destinataire)\*?\s{0,3}:([^\n]{0,400})/gimu;
const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g;

/** True when the inner mail was sent to somebody else and somebody else forwarded it. */
export function isForeignForward(message: ParsedMessage, ownAddresses: ReadonlySet<string>): boolean {
  if (!message.forwarded || ownAddresses.has(message.from.address)) return false;
  const { bodyStart } = message.forwarded;
  const head = message.text.body.slice(Math.max(0, bodyStart - HEADER_CHARS), bodyStart);
  const addresses = [...head.matchAll(TO_LINE)].flatMap((line) => line[1]!.toLowerCase().match(ADDRESS) ?? []);
  return addresses.length > 0 && !addresses.some((address) => ownAddresses.has(address));
}
