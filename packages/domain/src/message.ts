// A message as the parser gives it: what a person would see, and what machines wrote around it. Everything in it is
// attacker-controlled; offsets refer to `text.body`, the visible text, and stay valid for quoting.
import type { Instant } from './instant.ts';

export interface Address {
  /** Lower-cased `local@domain`; '' when the header held none. */
  readonly address: string;
  readonly name: string;
}

export interface Link {
  /** Visible anchor text. */
  readonly text: string;
  readonly href: string;
  /** Offset of the anchor text in `VisibleText.body`, -1 when it is not in it. */
  readonly start: number;
}

export interface Zone {
  /** `body` is the writer's own text; `quoted` a quoted reply; `forwarded` the wrapped message; `footer` legal and unsubscribe text. */
  readonly kind: 'body' | 'quoted' | 'forwarded' | 'footer';
  readonly start: number;
  readonly end: number;
}

export interface VisibleText {
  /** What the reader sees, blocks separated by `\n`, table cells by ` | `. NFC, at most 400,000 characters. */
  readonly body: string;
  /** Cover `body` in order, without gaps. */
  readonly zones: readonly Zone[];
  /** Hidden text (preheader, invisible elements): a hint, never decisive. */
  readonly hidden: string;
  /** Rows of tables as cells: label | value. */
  readonly rows: readonly (readonly string[])[];
  readonly links: readonly Link[];
  /** Where `body` was read from. */
  readonly origin: 'plain' | 'html' | 'none';
  /** The other alternative's text when both parts exist, for the cloaking check; else ''. */
  readonly alternative: string;
  /** `lang` of the html element or Content-Language, lower case primary tag, or null. */
  readonly languageHint: string | null;
}

/** The inner message of a forward, as far as its header block could be read. */
export interface ForwardedMessage {
  readonly from: Address | null;
  readonly subject: string | null;
  readonly sentAt: Instant | null;
  /** Offset in `text.body` where the inner text starts. */
  readonly bodyStart: number;
}

export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  /** What an attached PDF says, lines and cells as in `VisibleText.body`; absent where none was read. */
  readonly text?: string;
  /** Why a PDF was not read: `pdf_encrypted`, `pdf_broken`, `pdf_timeout`, `pdf_too_big`. */
  readonly problem?: string;
}

/** One `method=result` of the *topmost* Authentication-Results field (RFC 8601), as written there. */
export interface ReportedResult {
  readonly authservId: string | null;
  readonly method: string;
  readonly result: string;
  /** `header.d`, `header.from` or `smtp.mailfrom` domain, lower case. */
  readonly domain: string | null;
}

/** One Authentication-Results field (RFC 8601), as written: whether it may be believed is decided in packages/authenticity. */
export interface AuthenticationReport {
  /** null where the field names nobody, as Microsoft's does. */
  readonly authservId: string | null;
  readonly results: readonly ReportedResult[];
  /** Hosts that took the message over later: `by` of the Received fields above it, lower case. */
  readonly laterHops: readonly string[];
}

/** A bounce's machine-readable part (RFC 3464), and what it is about. */
export interface DeliveryReport {
  /** For good: a report of a delay is none. */
  readonly hasFailed: boolean;
  /** Enhanced status code (RFC 3463): `5.1.1`. */
  readonly status: string | null;
  readonly recipient: string | null;
  /** The message that came back, or its header; null where the report carries neither. */
  readonly original: Pick<ParsedMessage, 'rfcMessageId' | 'from' | 'to' | 'subject' | 'text'> | null;
}

export interface ParsedMessage {
  /** Message-ID without brackets. */
  readonly rfcMessageId: string | null;
  readonly subject: string;
  readonly from: Address;
  readonly replyTo: Address | null;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  /** From Delivered-To, X-Original-To, Envelope-To: topmost first, lower case. */
  readonly deliveredTo: readonly string[];
  /** Date header. */
  readonly sentAt: Instant | null;
  /** Minutes east of UTC of the Date header. */
  readonly sentOffsetMinutes: number | null;
  /** Date of the topmost Received field; null where it has none that can be read. */
  readonly receivedAt: Instant | null;
  /** Whether it has a Received field at all: every server that takes a mail in adds one (RFC 5321 §4.4). */
  readonly isDelivered: boolean;
  readonly listId: string | null;
  readonly listUnsubscribe: boolean;
  readonly precedence: string | null;
  readonly autoSubmitted: string | null;
  readonly inReplyTo: string | null;
  /** True when our own alert header is present: such mail is never classified. */
  readonly isOwnAlert: boolean;
  /** METHOD of a text/calendar part, upper case: CANCEL, REQUEST. */
  readonly calendarMethod: string | null;
  /** True for multipart/report; delivery-status. */
  readonly isDeliveryReport: boolean;
  /** Where its machine-readable part could be read. */
  readonly deliveryReport?: DeliveryReport | null;
  /** Authentication-Results fields, topmost first. */
  readonly reports: readonly AuthenticationReport[];
  /** What the topmost of them says. */
  readonly reported: readonly ReportedResult[];
  readonly text: VisibleText;
  readonly forwarded: ForwardedMessage | null;
  readonly attachments: readonly Attachment[];
  /** Parsed JSON-LD blocks and microdata items; shapes unchecked. */
  readonly structuredData: readonly unknown[];
}

/** The address's domain, '' when there is none. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** Our own alerts carry this header and are ignored when they come back (design §5). */
export const ALERT_HEADER = 'X-Quittance-Alert';
