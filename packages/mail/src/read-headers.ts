// Header fields to the words of the domain: who, to whom, when, about what, and the marks that machines set.
import type { AddressObject, EmailAddress, HeaderValue } from 'mailparser';
import { ALERT_HEADER, type Address, type ParsedMessage } from '@quittance/domain/message';
import { cleanLine } from './clean-text.ts';
import { readHeaderDate } from './date-header.ts';
import { LIMITS } from './limits.ts';
import { readReports } from './read-authentication.ts';
import type { HeaderField } from './mime-shape.ts';
import type { MimeMessage } from './read-mime.ts';

type FromHeaders = Omit<ParsedMessage, 'text' | 'forwarded' | 'attachments' | 'structuredData' | 'calendarMethod' | 'isDeliveryReport'>;

export function readHeaders(mime: MimeMessage): FromHeaders {
  const { headers, fields } = mime;
  const value = (name: string): string | null => fieldValue(fields, name);
  const date = readHeaderDate(value('date') ?? '');
  const reports = readReports(fields);
  return {
    rfcMessageId: messageId(value('message-id')),
    subject: decoded(headers.get('subject'), value('subject')),
    from: readAddresses(headers.get('from'))[0] ?? { address: '', name: '' },
    replyTo: readAddresses(headers.get('reply-to'))[0] ?? null,
    to: readAddresses(headers.get('to')),
    cc: readAddresses(headers.get('cc')),
    deliveredTo: readDeliveredTo(fields),
    sentAt: date?.at ?? null,
    sentOffsetMinutes: date?.offsetMinutes ?? null,
    receivedAt: readReceivedAt(value('received')),
    isDelivered: value('received') !== null,
    listId: readListId(value('list-id')),
    listUnsubscribe: value('list-unsubscribe') !== null,
    precedence: token(value('precedence')),
    autoSubmitted: token(value('auto-submitted')),
    inReplyTo: messageId(value('in-reply-to')),
    isOwnAlert: value(ALERT_HEADER.toLowerCase()) !== null,
    reports,
    reported: reports[0]?.results ?? [],
  };
}

/** The topmost field of a name. */
export function fieldValue(fields: readonly HeaderField[], name: string): string | null {
  return fields.find((field) => field.name === name)?.value ?? null;
}

// A subject in raw bytes that are not UTF-8 comes out of the parser with replacement characters.
function decoded(parsed: HeaderValue | undefined, raw: string | null): string {
  const text = typeof parsed === 'string' ? parsed : '';
  const isBroken = text.includes('\uFFFD') && raw !== null && /[\u0080-\u00FF]/.test(raw) && !/=\?[^?]{1,40}\?[bq]\?/i.test(raw);
  return cleanLine(isBroken ? WINDOWS_1252.decode(Buffer.from(raw, 'latin1')) : text)
    .slice(0, 2_000)
    .toWellFormed();
}

const WINDOWS_1252 = new TextDecoder('windows-1252');

function readAddresses(value: HeaderValue | undefined): Address[] {
  const objects = [value ?? []].flat() as AddressObject[];
  const entries = objects.flatMap((object) => object.value ?? []).flatMap((entry: EmailAddress) => entry.group ?? [entry]);
  return entries
    .slice(0, LIMITS.addressesMax)
    .map(({ address, name }) => ({
      address: cleanLine(address ?? '')
        .toLowerCase()
        .slice(0, 320),
      name: cleanLine(name ?? '')
        .slice(0, 320)
        .toWellFormed(),
    }))
    .filter(({ address, name }) => address !== '' || name !== '');
}

const DELIVERED = new Set(['delivered-to', 'x-original-to', 'envelope-to']);

function readDeliveredTo(fields: readonly HeaderField[]): string[] {
  const addresses = fields
    .filter(({ name }) => DELIVERED.has(name))
    .slice(0, LIMITS.addressesMax)
    .map(({ value }) => (/<([^<>\s]{1,320})>/.exec(value)?.[1] ?? value.slice(0, 320)).trim().toLowerCase())
    .filter((address) => address.includes('@'));
  return [...new Set(addresses)];
}

function readReceivedAt(value: string | null): string | null {
  if (value === null) return null;
  return readHeaderDate(value.slice(value.lastIndexOf(';') + 1).trim())?.at ?? null;
}

function messageId(value: string | null): string | null {
  if (value === null) return null;
  const id = /<([^<>]{1,900})>/.exec(value)?.[1] ?? value.split(/\s/, 1)[0]!.slice(0, 900);
  return cleanLine(id) || null;
}

function readListId(value: string | null): string | null {
  if (value === null) return null;
  return cleanLine(/<([^<>]{1,255})>/.exec(value)?.[1] ?? value.slice(0, 255)).toLowerCase() || null;
}

/** The first word of a field, lower case: `auto-replied; owner=…` is `auto-replied`. */
function token(value: string | null): string | null {
  return value === null ? null : cleanLine(value.split(/[;\s]/, 1)[0]!).toLowerCase().slice(0, 60) || null;
}
