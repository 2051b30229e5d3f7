// A parsed message from the few things a test cares about; everything else is what a plain, unremarkable mail has.
import type { ParsedMessage, VisibleText, Zone } from '@quittance/domain/message';

export interface MessageParts extends Partial<Omit<ParsedMessage, 'text' | 'from'>> {
  /** The visible text; one `body` zone unless `zones` says otherwise. */
  readonly body?: string;
  readonly from?: string | ParsedMessage['from'];
  readonly zones?: readonly Zone[];
  readonly text?: Partial<VisibleText>;
}

export function buildMessage(parts: MessageParts = {}): ParsedMessage {
  const { body = '', from = 'billing@service.example', zones, text, ...rest } = parts;
  return {
    rfcMessageId: 'test@service.example',
    subject: '',
    from: typeof from === 'string' ? { address: from, name: '' } : from,
    replyTo: null,
    to: [{ address: 'camille@home.example', name: '' }],
    cc: [],
    deliveredTo: [],
    sentAt: '2026-04-02T08:00:00.000Z',
    sentOffsetMinutes: 0,
    receivedAt: '2026-04-02T08:00:02.000Z',
    isDelivered: true,
    listId: null,
    listUnsubscribe: false,
    precedence: null,
    autoSubmitted: null,
    inReplyTo: null,
    isOwnAlert: false,
    calendarMethod: null,
    isDeliveryReport: false,
    reports: [],
    reported: [],
    forwarded: null,
    attachments: [],
    structuredData: [],
    ...rest,
    text: {
      body,
      zones: zones ?? [{ kind: 'body', start: 0, end: body.length }],
      hidden: '',
      rows: [],
      links: [],
      origin: 'plain',
      alternative: '',
      languageHint: null,
      ...text,
    },
  };
}
