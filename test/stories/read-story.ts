// The form of a .story file: a mailbox and what must be true of it. Plain text, so that whoever knows subscriptions can write one.
//
//   # what the story is about                        --- 2026-03-14 10:05 | Name <address> | Subject
//   country: FR    language: fr                      @lang: de  @auth: pass|fail|none  @arrives: 2026-03-20
//   now: 2026-04-15    read: live|backfill           @again: 2026-04-14, …  @every: P1W  @copies: Folder, …
//   owner: me@fastmail.com                           Body with {day}, {next} (one @every later) and {n}.
//
// After `=== expect`, a line a fact; all subscriptions, findings and alerts are listed, and what is not listed must not be:
//   sub NAME | plan=… | status=… | renews_on=…       the keys given are compared, `-` stands for none
//     ends_on=…                                      one more key of the same, in a line of its own
//   finding KIND NAME | since=…     alert KIND NAME | count=…     may finding|alert KIND NAME     absent sub NAME, absent alert KIND NAME
// A line that ends with ` ! known-miss: reason` is known not to hold, and the test says so as soon as it does.
import type { Period } from '@quittance/domain/period';

export interface StoryMail {
  readonly on: string;
  readonly time: string;
  readonly from: string;
  readonly subject: string;
  readonly body: string;
  readonly language: string;
  readonly auth: 'pass' | 'fail' | 'none';
  readonly arrivesOn: string;
  readonly folders: readonly string[];
  /** Counts the mails made from one text. */
  readonly turn: number;
  readonly every: Period;
}

export interface Expectation {
  readonly what: 'sub' | 'finding' | 'alert';
  readonly must: 'be' | 'may' | 'absent';
  /** Of findings and alerts. */
  readonly kind: string | null;
  readonly merchant: string;
  readonly values: ReadonlyMap<string, string>;
  /** Of a key in a line of its own: index of the line of its subscription. */
  readonly of: number | null;
  readonly knownMiss: string | null;
  readonly line: string;
}

export interface Story {
  readonly title: string;
  readonly country: string;
  readonly now: string;
  readonly read: 'live' | 'backfill';
  readonly owner: string;
  readonly mails: readonly StoryMail[];
  readonly expected: readonly Expectation[];
}

export function readStory(text: string): Story {
  const [told = '', expect = ''] = text.split(/^=== expect\n/m);
  const [head = '', ...mails] = told.split(/^--- /m);
  const header = readFields(head, /^(\w+): (.+)$/gm);
  const read = header.get('read') ?? 'live';
  if (read !== 'live' && read !== 'backfill') throw new Error(`read: live or backfill, not ${read}`);
  return {
    title: /^# (.+)$/m.exec(head)?.[1] ?? '',
    country: required(header, 'country'),
    now: required(header, 'now'),
    read,
    owner: header.get('owner') ?? 'me@fastmail.com',
    mails: mails.flatMap((mail) => readMails(mail, required(header, 'language'))),
    expected: readExpected(expect),
  };
}

function readMails(text: string, language: string): StoryMail[] {
  const [, on, time, from, subject] = /^(\S+) (\d\d:\d\d) \| (.+?) \| (.+)\n/.exec(text) ?? [];
  if (!on || !time || !from || !subject) throw new Error(`no mail: ${text.slice(0, 80)}`);
  const rest = text.slice(text.indexOf('\n') + 1);
  const options = readFields(rest, /^@(\w+): (.+)$/gm);
  const auth = options.get('auth') ?? 'pass';
  if (auth !== 'pass' && auth !== 'fail' && auth !== 'none') throw new Error(`@auth: pass, fail or none, not ${auth}`);
  return [on, ...list(options.get('again'))].map((day, turn) => ({
    on: day,
    time,
    from,
    subject,
    body: rest.replace(/^@.*\n/gm, '').trim(),
    language: options.get('lang') ?? language,
    auth,
    arrivesOn: options.get('arrives') ?? day,
    folders: ['INBOX', ...list(options.get('copies'))],
    turn,
    every: options.get('every') ?? 'P1M',
  }));
}

function readExpected(text: string): Expectation[] {
  const expected: Expectation[] = [];
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const [fact = '', knownMiss = null] = line.split(' ! known-miss: ');
    if (line.startsWith('  ')) {
      const of = expected.findLastIndex((one) => one.what === 'sub' && one.of === null);
      expected.push({ ...expected[of]!, values: readValues([fact]), of, knownMiss, line: `${expected[of]!.merchant}: ${line.trim()}` });
      continue;
    }
    const [subject = '', ...values] = fact.split(' | ');
    const [, must, what, kind, merchant] = /^(?:(may|absent) )?(?:(sub)|(?:finding|alert) (\w+)) (.+)$/.exec(subject.trim()) ?? [];
    if (!merchant) throw new Error(`no expectation: ${line}`);
    expected.push({
      what: what === 'sub' ? 'sub' : /\bfinding /.test(subject) ? 'finding' : 'alert',
      must: must === 'may' || must === 'absent' ? must : 'be',
      kind: kind ?? null,
      merchant,
      values: readValues(values),
      of: null,
      knownMiss,
      line: line.trim(),
    });
  }
  return expected;
}

function readValues(texts: readonly string[]): Map<string, string> {
  return new Map(texts.map((text) => [text.slice(0, text.indexOf('=')).trim(), text.slice(text.indexOf('=') + 1).trim()]));
}

function readFields(text: string, pattern: RegExp): Map<string, string> {
  return new Map(Array.from(text.matchAll(pattern), ([, name, value]) => [name!, value!.trim()]));
}

function required(header: ReadonlyMap<string, string>, name: string): string {
  const value = header.get(name);
  if (!value) throw new Error(`the story's header has no ${name}`);
  return value;
}

function list(text: string | undefined): string[] {
  return text ? text.split(',').map((one) => one.trim()) : [];
}
