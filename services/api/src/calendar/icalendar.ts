// Writes iCalendar (RFC 5545): one calendar of all-day events. Texts may come out of any mail: they are cleaned, escaped and folded here.
import { addDays, type CivilDate } from '@quittance/domain/civil-date';
import type { Instant } from '@quittance/domain/instant';

export interface CalendarEvent {
  /** The same for ever. */
  readonly uid: string;
  readonly on: CivilDate;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  readonly sequence: number;
  readonly modifiedAt: Instant;
  /** Rings on the day before. */
  readonly alarm: boolean;
}

export interface Calendar {
  readonly name: string;
  readonly language: string;
  readonly events: readonly CalendarEvent[];
}

export function writeCalendar({ name, language, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Quittance//Subscriptions//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    // RFC 7986 §5.1 and §5.7, and the names that programs knew before it.
    text('NAME', name),
    text('X-WR-CALNAME', name),
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent): string[] {
  const modified = utc(event.modifiedAt);
  return [
    'BEGIN:VEVENT',
    text('UID', event.uid),
    // Without METHOD this is when the entry was last revised (RFC 5545 §3.8.7.2): what did not change reads the same.
    `DTSTAMP:${modified}`,
    `LAST-MODIFIED:${modified}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART;VALUE=DATE:${day(event.on)}`,
    // The end is exclusive.
    `DTEND;VALUE=DATE:${day(addDays(event.on, 1))}`,
    text('SUMMARY', event.summary),
    text('DESCRIPTION', event.description),
    `URL:${event.url}`,
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    ...(event.alarm ? alarmLines(event.summary) : []),
    'END:VEVENT',
  ];
}

// All-day events begin at midnight: fifteen hours before is nine in the morning of the day before, when a person can act.
function alarmLines(summary: string): string[] {
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', text('DESCRIPTION', summary), 'TRIGGER:-PT15H', 'END:VALARM'];
}

function text(name: string, value: string): string {
  return `${name}:${escapeText(value)}`;
}

/** RFC 5545 §3.3.11; control characters have no place in a text, and half a surrogate pair is no character. */
function escapeText(value: string): string {
  return value
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');
}

const LINE_OCTETS_MAX = 75;

// RFC 5545 §3.1: at most 75 octets a line, the space of a continuation included, and no character cut in two.
function fold(line: string): string {
  if (Buffer.byteLength(line) <= LINE_OCTETS_MAX) return line;
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS_MAX) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

function day(on: CivilDate): string {
  return on.replaceAll('-', '');
}

function utc(at: Instant): string {
  return `${at.slice(0, 19).replace(/[-:]/g, '')}Z`;
}
