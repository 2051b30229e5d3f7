// Whose mail a dressed-up message wants to be taken for: the brand that its domain imitates, or that its sender calls itself.
import type { MerchantRef } from '@quittance/domain/classification';
import type { ParsedMessage } from '@quittance/domain/message';
import { MERCHANTS, nameKey } from './alias-table.ts';
import { toRef } from './merchant-refs.ts';
import { readSender } from './read-sender.ts';
import { imitatedLabel } from './read-suspicions.ts';

/** null where no merchant of the table is meant. */
export function imitatedMerchant(message: ParsedMessage): MerchantRef | null {
  const sender = readSender(message.forwarded?.from ?? message.from);
  const label = imitatedLabel(message, sender);
  const name = nameKey(sender.name);
  const merchant =
    MERCHANTS.find(({ domains }) => label !== null && domains.some((domain) => domain.split('.')[0] === label)) ??
    MERCHANTS.find((each) => name !== '' && [each.name, ...each.aliases].some((known) => nameKey(known) === name));
  return merchant ? toRef(merchant) : null;
}
