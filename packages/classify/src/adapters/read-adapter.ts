// Reads the rows that a known sender's mails always have, by the labels of sender-adapters.ts: "Next billing date | 3 May 2026", "Plan: Duo", or
// a label with its value in the line below. A slot beats what is read from sentences; kind and merchant are none of its business.
import type { CivilDate } from '@quittance/domain/civil-date';
import { daysBetween } from '@quittance/domain/civil-date';
import type { ParsedMessage } from '@quittance/domain/message';
import type { Money } from '@quittance/domain/money';
import { findDates } from '../dates/find-dates.ts';
import { decideOrder, resolveDate } from '../dates/resolve-dates.ts';
import type { Place, SourceText } from '../extract-text.ts';
import { foldText } from '../fold-text.ts';
import { findMoney } from '../money/find-money.ts';
import { isPlanWord } from '../merchants/plan-words.ts';
import { readDomain } from '../merchants/read-sender.ts';
import { SENDER_ADAPTERS, type SenderAdapter, type SlotName } from './sender-adapters.ts';

export interface SlotValue<T> extends Place {
  readonly value: T;
  readonly rule: string;
}

export interface AdapterSlots {
  readonly plan: SlotValue<string> | null;
  readonly amount: SlotValue<Money> | null;
  readonly renewsOn: SlotValue<CivilDate> | null;
  readonly endsOn: SlotValue<CivilDate> | null;
  readonly reference: SlotValue<string> | null;
}

export interface AdapterHints {
  readonly language: string;
  readonly tld: string;
  readonly today: CivilDate | null;
}

const LINES_MAX = 300;
const LINE_CHARS_MAX = 200;
const PLAN_CHARS_MAX = 60;

/** null when the sender has no adapter. */
export function readAdapter(message: ParsedMessage, body: SourceText, hints: AdapterHints): AdapterSlots | null {
  const { registrable, publicDomain } = readDomain((message.forwarded?.from ?? message.from).address);
  const adapter = byDomain().get(registrable) ?? byDomain().get(publicDomain);
  if (adapter === undefined) return null;
  const rows = rowsOf(body);
  const slot = <T>(name: SlotName, read: (place: Place) => T | null): SlotValue<T> | null => {
    for (const label of adapter.slots[name] ?? []) {
      for (const place of rows.get(label) ?? []) {
        const value = read(place);
        if (value !== null) return { ...place, value, rule: `adapter.${adapter.id}` };
      }
    }
    return null;
  };
  return {
    plan: slot('plan', planAt),
    amount: slot('amount', (place) => amountAt(place, hints)),
    renewsOn: slot('renews_on', (place) => dateAt(place, hints)),
    endsOn: slot('ends_on', (place) => dateAt(place, hints)),
    reference: slot('reference', referenceAt),
  };
}

let domains: ReadonlyMap<string, SenderAdapter> | null = null;

function byDomain(): ReadonlyMap<string, SenderAdapter> {
  domains ??= new Map(SENDER_ADAPTERS.flatMap((adapter) => adapter.domains.map((domain) => [domain, adapter] as const)));
  return domains;
}

/** The places of the values by their folded label. */
function rowsOf(body: SourceText): Map<string, Place[]> {
  const rows = new Map<string, Place[]>();
  const { folded } = body.text;
  let waiting: string | null = null;
  let start = body.from;
  for (let count = 0; start < folded.length && count < LINES_MAX; count += 1) {
    const newline = folded.indexOf('\n', start);
    const end = newline === -1 ? folded.length : newline;
    const line = folded.slice(start, Math.min(end, start + LINE_CHARS_MAX));
    const at = /^([^|:]{2,45}?) ?(?: \| |: ?| ?\uff1a ?)(?=\S)/.exec(line);
    if (body.isAside(start)) waiting = null;
    else if (at !== null) add(rows, labelOf(at[1]!), place(body, start + at[0].length, start + line.length));
    else if (waiting !== null && line.trim() !== '') add(rows, waiting, place(body, start, start + line.length));
    if (line.trim() !== '') waiting = at === null && line.length <= 45 ? labelOf(line) : null;
    start = end + 1;
  }
  return rows;
}

function labelOf(text: string): string {
  return text.replace(/^[\s*>\u2022-]+|[\s:*]+$/g, '');
}

function add(rows: Map<string, Place[]>, label: string, value: Place): void {
  rows.set(label, [...(rows.get(label) ?? []), value].slice(0, 4));
}

// The first cell only.
function place(source: SourceText, start: number, end: number): Place {
  const cell = source.text.folded.slice(start, end).split(' | ', 1)[0]!;
  return { source, start, end: start + cell.trimEnd().length };
}

function verbatim({ source, start, end }: Place): string {
  return source.text.original.slice(source.text.toOriginal(start), source.text.toOriginal(end)).trim();
}

function planAt(at: Place): string | null {
  // "Perso - site.example": what it is for is no part of its name.
  const text = withoutRhythm(verbatim(at)).replace(/\s+[-–—]\s+(?:[\p{L}\d-]+\.)+\p{L}{2,}$/u, '');
  const isName = text.length >= 2 && text.length <= PLAN_CHARS_MAX && /\p{L}/u.test(text) && !/https?:|[@!?]|\. /u.test(text);
  return isName && !/\d{4}/.test(text) ? text : null;
}

// "Duo (monthly)": the rhythm is a field of its own. "Photography (20 GB)" is called so.
function withoutRhythm(text: string): string {
  const inner = /\s*[(\uff08]([^()\uff08\uff09]{2,30})[)\uff09]$/u.exec(text);
  if (inner === null) return text;
  const words = foldText(inner[1]!).folded.split(/[\s-]+/);
  return words.some(isPlanWord) ? text.slice(0, inner.index) : text;
}

function amountAt(at: Place, hints: AdapterHints): Money | null {
  const [found] = findMoney(foldText(verbatim(at)), hints);
  return found && found.money.amountMinor > 0 ? found.money : null;
}

function dateAt(at: Place, { language, tld, today }: AdapterHints): CivilDate | null {
  const dates = findDates(foldText(verbatim(at)), language);
  const [first] = dates;
  if (first === undefined) return null;
  const date = resolveDate(first, decideOrder(dates, { language, tld, currency: '', today }), today, 1);
  // What lies behind is no next charge and no end to come.
  return date !== null && (today === null || daysBetween(today, date) >= 0) ? date : null;
}

function referenceAt(at: Place): string | null {
  const text = verbatim(at);
  return /^[\p{L}\d][\p{L}\d ._/#-]{2,39}$/u.test(text) && /\d/.test(text) ? text : null;
}
