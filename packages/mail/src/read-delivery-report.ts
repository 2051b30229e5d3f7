// What a bounce says (RFC 3464): whether delivery failed for good, for whom and why, and which message it was about. The text of a bounce is
// another in each server; the machine's part of it is what counts.
import type { DeliveryReport, ParsedMessage } from '@quittance/domain/message';
import { cleanLine } from './clean-text.ts';

const VALUE_CHARS_MAX = 300;
const ADDRESS = /^\s*rfc822\s*;\s*<?([^\s<>;]{1,254}@[^\s<>;]{1,254})>?\s*$/i;

/**
 * @param status content of the message/delivery-status part, bytes as Latin-1.
 * @param original the message that could not be delivered, or what came back of it.
 */
export function readDeliveryReport(status: string, original: ParsedMessage | null): DeliveryReport {
  const groups = status.replaceAll('\r\n', '\n').split(/\n[ \t]*\n/);
  const recipients = groups.map(readFields).filter((fields) => fields.has('action'));
  // One message may have reached some and not others: the failure is what is told.
  const told = recipients.find((fields) => fields.get('action') === 'failed') ?? recipients[0];
  const code = /^\d\.\d{1,3}\.\d{1,3}/.exec(told?.get('status') ?? '')?.[0] ?? null;
  return {
    hasFailed: told?.get('action') === 'failed',
    status: code,
    recipient: ADDRESS.exec(told?.get('final-recipient') ?? told?.get('original-recipient') ?? '')?.[1]?.toLowerCase() ?? null,
    original: original && {
      rfcMessageId: original.rfcMessageId,
      from: original.from,
      to: original.to,
      subject: original.subject,
      text: original.text,
    },
  };
}

function readFields(group: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of group.replaceAll(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name === '' || fields.has(name)) continue;
    const value = cleanLine(line.slice(colon + 1)).slice(0, VALUE_CHARS_MAX);
    fields.set(name, name === 'action' ? value.toLowerCase() : value);
  }
  return fields;
}
