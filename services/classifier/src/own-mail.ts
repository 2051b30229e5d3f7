// Whether a mail is the person's own. That it says so proves nothing: anybody may write their address into a mail's From. That it lies among their
// sent mail, where only they and their provider put mail, does.
import { isSameAddress } from '@quittance/authenticity/owner-address';
import type { ParsedMessage } from '@quittance/domain/message';
import type { StagedMessage } from '@quittance/store/outcomes';

export function isSentByOwner(message: ParsedMessage, staged: StagedMessage): boolean {
  if (!isOwnersAddress(message.from.address, staged)) return false;
  if (staged.sentFolder === 'sent') return true;
  // Gmail shows sent mail in All Mail, beside what was received; that went through its servers, and says so.
  return staged.sentFolder === 'all' && message.deliveredTo.length === 0 && message.receivedAt === null && message.reports.length === 0;
}

export function isOwnersAddress(address: string, { mailboxAddress }: StagedMessage): boolean {
  return mailboxAddress !== null && isSameAddress(address, mailboxAddress);
}
