// The labelled mails an accuracy run reads: a folder with messages/*.eml and labels.jsonl, or the sample mailbox that comes with the project.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sampleLetters, sampleMailbox } from '@quittance/sample/sample-mailbox';

export interface LabelledMail {
  readonly file: string;
  readonly raw: Buffer;
  readonly label: string;
  readonly altLabel: string | null;
  readonly language: string;
  /** Where the text comes from; results are split by it, never by message. */
  readonly source: string;
  readonly isHardNegative: boolean;
  /** Fields the text states, in our words; a name left out is not judged. */
  readonly fields: Readonly<Record<string, string | null>>;
}

interface LabelLine {
  readonly file: string;
  readonly label: string;
  readonly alt_label?: string | null;
  readonly lang: string;
  readonly source: string;
  readonly hard_negative?: boolean;
  readonly merchant?: string | null;
  readonly plan?: string | null;
  readonly amount?: number | null;
  readonly currency?: string | null;
  readonly period?: string | null;
  readonly next_renewal_date?: string | null;
  readonly effective_end_date?: string | null;
}

export async function readCorpus(folder: string): Promise<LabelledMail[]> {
  const lines = (await readFile(join(folder, 'labels.jsonl'), 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return Promise.all(lines.map((line) => readMail(folder, JSON.parse(line) as LabelLine)));
}

/** Self-written, so good for regressions and not for claims. */
export function readSample(): LabelledMail[] {
  const anchor = '2026-11-23';
  const mails = sampleMailbox(anchor);
  return sampleLetters(anchor).map((letter, index) => ({
    file: letter.name,
    raw: mails[index]!.raw,
    label: letter.kind,
    altLabel: null,
    language: letter.name.endsWith('-fr') ? 'fr' : 'mixed',
    source: `sample:${letter.name.split('-')[0]!}`,
    isHardNegative: letter.kind === 'other',
    fields: {},
  }));
}

/** Two halves by the hash of the repository: errors are read in `read` only, so that `measured` stays unseen. */
export function halfOf(mail: LabelledMail): 'read' | 'measured' {
  const repository = mail.source.split(':')[0]!;
  return Number.parseInt(createHash('sha256').update(repository).digest('hex').slice(0, 8), 16) % 2 === 0 ? 'read' : 'measured';
}

const PERIODS: Readonly<Record<string, string>> = {
  day: 'P1D',
  week: 'P1W',
  month: 'P1M',
  quarter: 'P3M',
  year: 'P1Y',
  '2 weeks': 'P2W',
  '4 weeks': 'P4W',
  '3 months': 'P3M',
  '6 months': 'P6M',
  '2 years': 'P2Y',
};

async function readMail(folder: string, line: LabelLine): Promise<LabelledMail> {
  const text = (value: string | null | undefined) => value ?? null;
  return {
    file: line.file,
    raw: await readFile(join(folder, 'messages', line.file)),
    label: line.label,
    altLabel: line.alt_label ?? null,
    language: line.lang,
    source: line.source,
    isHardNegative: line.hard_negative ?? false,
    fields: {
      merchant: text(line.merchant),
      plan: text(line.plan),
      amount: line.amount === null || line.amount === undefined ? null : String(line.amount),
      currency: text(line.currency),
      period: line.period ? (PERIODS[line.period] ?? line.period) : null,
      renews_on: text(line.next_renewal_date),
      ends_on: text(line.effective_end_date),
    },
  };
}
