// The hand-written mails and their labels agree: one line a mail, valid values, enough of each, and every mail can be read. It says nothing
// about how well they are understood: test/bench measures that.
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCivilDate } from '@quittance/domain/civil-date';
import { EVENT_KINDS } from '@quittance/domain/event-kind';
import { parseMessage } from '@quittance/mail/parse-message';

interface LabelLine {
  readonly file: string;
  readonly label: string;
  readonly alt_label?: string;
  readonly lang: string;
  readonly source: string;
  readonly merchant: string | null;
  readonly plan: string | null;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly period: string | null;
  readonly next_renewal_date: string | null;
  readonly effective_end_date: string | null;
  readonly hard_negative: boolean;
  readonly note?: string;
}

const LABELS: readonly string[] = [...EVENT_KINDS, 'other'];
const PERIODS = ['day', 'week', '2 weeks', '4 weeks', 'month', '3 months', 'quarter', '6 months', 'year', '2 years'];
const FIELDS = ['merchant', 'plan', 'amount', 'currency', 'period', 'next_renewal_date', 'effective_end_date'] as const;
const KEYS = ['file', 'label', 'lang', 'source', ...FIELDS, 'hard_negative'];

const sets = [
  {
    name: 'near-miss',
    least: { en: 80, fr: 70, de: 12, es: 12, it: 12, pt: 12, nl: 12, pl: 15, ja: 15 },
    mails: 240,
    // A third says something after all, the rest nothing.
    others: [0.55, 0.72],
  },
  {
    name: 'labelled',
    least: { en: 60, fr: 60, de: 12, es: 12, it: 12, pt: 12, nl: 12, pl: 12, ja: 12 },
    mails: 220,
    others: [0.25, 0.4],
  },
  {
    name: 'unread',
    least: { en: 30, fr: 15, de: 4, es: 4, it: 3, pt: 2, nl: 1, pl: 1, ja: 1 },
    // Half of a set; what has no mail in it is in the other half.
    without: ['refund', 'reactivated'],
    mails: 80,
    others: [0.1, 0.25],
  },
  {
    name: 'confirmations',
    least: { en: 16, fr: 16, de: 8, es: 8, it: 8, pt: 8, nl: 8, pl: 8, ja: 8 },
    only: ['cancellation_confirmed'],
    mails: 88,
    others: [-0.01, 0.01],
  },
  {
    name: 'lookalikes',
    least: { en: 32, fr: 32, de: 7, es: 7, it: 7, pt: 6, nl: 7, pl: 6, ja: 6 },
    mails: 110,
    // Three in four are about no subscription.
    others: [0.7, 0.8],
  },
  {
    name: 'deceptive',
    least: { en: 26, fr: 26, de: 26, es: 26, it: 26, pt: 26, nl: 26, pl: 26, ja: 26 },
    without: ['trial_started', 'trial_ending', 'price_change'],
    mails: 234,
    others: [0.35, 0.5],
  },
].map((set) => {
  const folder = join(import.meta.dirname, set.name);
  const text = readFileSync(join(folder, 'labels.jsonl'), 'utf8');
  return {
    ...set,
    folder,
    lines: text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as LabelLine),
    files: globSync('*', { cwd: join(folder, 'messages') }).sort(),
  };
});

function isDay(text: string): boolean {
  try {
    return parseCivilDate(text) === text;
  } catch {
    return false;
  }
}

/** What is wrong with one line, in words; empty when nothing is. */
function slips(line: LabelLine, set: string, languages: readonly string[]): string[] {
  const wrong: [string, boolean][] = [
    ['a key is missing', KEYS.some((key) => !(key in line))],
    ['a key is unknown', Object.keys(line).some((key) => ![...KEYS, 'alt_label', 'note'].includes(key))],
    ['label', !LABELS.includes(line.label)],
    ['alt_label', line.alt_label !== undefined && (!LABELS.includes(line.alt_label) || line.alt_label === line.label)],
    ['lang', !languages.includes(line.lang)],
    ['source', !new RegExp(`^${set}:[a-z0-9-]+$`).test(line.source)],
    ['amount', line.amount !== null && !(typeof line.amount === 'number' && line.amount > 0)],
    ['currency', line.currency !== null && !/^[A-Z]{3}$/.test(line.currency)],
    ['an amount has a currency, and the reverse', (line.amount === null) !== (line.currency === null)],
    ['period', line.period !== null && !PERIODS.includes(line.period)],
    ['next_renewal_date', line.next_renewal_date !== null && !isDay(line.next_renewal_date)],
    ['effective_end_date', line.effective_end_date !== null && !isDay(line.effective_end_date)],
    ['an event names its merchant', line.label !== 'other' && !line.merchant],
    ['other has no fields', line.label === 'other' && FIELDS.some((field) => line[field] !== null)],
    ['hard_negative', typeof line.hard_negative !== 'boolean' || (line.hard_negative && line.label !== 'other')],
    ['every near miss that is none is hard', set === 'near-miss' && line.hard_negative !== (line.label === 'other')],
  ];
  return wrong.filter(([, broken]) => broken).map(([what]) => `${line.file}: ${what}`);
}

it('sees a wrong line', () => {
  const [line] = sets[0]!.lines;
  const broken = { ...line!, label: 'cancelled', lang: 'eo', amount: -1, period: 'monthly', effective_end_date: '2025-02-30' };
  expect(slips(broken as LabelLine, 'near-miss', ['en'])).toHaveLength(9);
});

describe.each(sets)('$name', ({ name, folder, lines, files, least, mails, others, only = LABELS, without = [] }) => {
  it('has one line for each mail, and the reverse', () => {
    expect(lines.map((line) => line.file).sort()).toEqual(files);
    expect(new Set(files).size).toBe(lines.length);
  });

  it('has valid lines', () => {
    expect(lines.flatMap((line) => slips(line, name, Object.keys(least)))).toEqual([]);
  });

  it('is large enough, in every language and of every kind', () => {
    const of = (lang: string): number => lines.filter((line) => line.lang === lang).length;
    expect(lines.length).toBeGreaterThanOrEqual(mails);
    expect(Object.entries(least).filter(([lang, count]) => of(lang) < count)).toEqual([]);
    expect(only.filter((label) => !lines.some((line) => line.label === label)).toSorted()).toEqual(without.toSorted());
    const share = lines.filter((line) => line.label === 'other').length / lines.length;
    expect(share).toBeGreaterThan(others[0]!);
    expect(share).toBeLessThan(others[1]!);
  });

  it('can be read, every mail', async () => {
    for (const file of files) {
      const message = await parseMessage(readFileSync(join(folder, 'messages', file)));
      const text = `${message.subject}\n${message.text.body}`;
      expect(message.subject, basename(file)).not.toBe('');
      expect(message.text.body.length, basename(file)).toBeGreaterThan(30);
      expect(message.from.address, basename(file)).toContain('@');
      expect(message.sentAt, basename(file)).not.toBeNull();
      expect(text, basename(file)).not.toMatch(/\uFFFD|=\?[\w-]+\?[BQ]\?/i);
    }
  });
});
