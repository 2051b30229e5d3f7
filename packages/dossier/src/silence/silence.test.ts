// The statement of silence hides nothing: every instant of the period is either in an interval or in a gap, and one that says otherwise is refused.
import { canonicalJson, type JsonValue } from '@quittance/ledger/canonical-json';
import { gapsOf } from '@quittance/verifier/coverage';
import { BundleError } from '@quittance/verifier/problems';
import { readSilence, type Silence } from '@quittance/verifier/silence';
import { verifyBundle } from '@quittance/verifier/verify-bundle';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildBundle } from '../build-bundle.ts';
import { makeEvidence, makeSilence, SIGNER } from '../test-evidence.ts';
import { awaitedSilences } from './awaited-silences.ts';
import { describeSilence } from './describe-silence.ts';
import { sealSilence } from './seal-silence.ts';
import { makeReport, STORY } from '../report/test-report.ts';

const minute = fc.integer({ min: 0, max: 500 });
const instant = (minutes: number) => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString();

it('leaves no instant unaccounted for', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(minute, minute)), fc.tuple(minute, minute), (spans, ends) => {
      const [from, until] = ends.toSorted((a, b) => a - b) as [number, number];
      const sorted = spans.map((span) => span.toSorted((a, b) => a - b) as [number, number]);
      const gaps = gapsOf(
        sorted.map(([a, b]) => ({ from: instant(a), until: instant(b) })),
        { from: instant(from), until: instant(until) },
      );
      for (let at = from + 0.5; at < until; at += 1) {
        const watched = sorted.some(([a, b]) => a < at && at < b);
        const inGap = gaps.some((gap) => gap.from <= instant(at) && instant(at) <= gap.until);
        expect(inGap).toBe(!watched);
      }
      expect(gaps.every((gap) => gap.from < gap.until)).toBe(true);
    }),
  );
});

it('is sorted, cut to the period, and read back', () => {
  const { bytes, statement } = makeSilence();
  const [inbox] = statement.mailboxes[0]!.folders;
  expect(inbox!.intervals.map((one) => one.from)).toEqual(['2026-11-03T10:00:00.000Z', '2026-11-11T20:00:00.000Z']);
  expect(inbox!.gaps).toEqual([{ from: '2026-11-10T08:00:00.000Z', until: '2026-11-11T20:00:00.000Z' }]);
  expect(readSilence(bytes)).toEqual(statement);
});

it('is refused when a gap is hidden, though it is signed', async () => {
  const { statement } = makeSilence();
  const [mailbox] = statement.mailboxes;
  const hidden = (change: Partial<Silence>): Silence => ({ ...statement, ...change });
  const folder = mailbox!.folders[0]!;
  const withFolder = (change: object): Silence => hidden({ mailboxes: [{ ...mailbox!, folders: [{ ...folder, ...change }] }] });
  const wrong = [
    withFolder({ gaps: [] }),
    withFolder({ intervals: [{ ...folder.intervals[0]!, from: '2026-01-01T00:00:00.000Z' }] }),
    hidden({ from: 'yesterday' }),
    hidden({ log: { ...statement.log, origin: 'another.example/log' } }),
  ];
  const evidence = await makeEvidence();
  for (const one of wrong) {
    const bundle = await buildBundle({ evidence, report: null, silences: [sealSilence(one, SIGNER)], language: 'en', signer: SIGNER });
    const problem = await verifyBundle(bundle).then(
      () => 'holds',
      (error: unknown) => (error instanceof BundleError ? error.problem : 'broke'),
    );
    expect(problem).toBe('silence_form');
  }
  expect(readSilence(Buffer.from(`${canonicalJson(statement as unknown as JsonValue)}\n`))).toBeNull();
});

it('is made for a request that nobody confirmed and for a notice that did not come', () => {
  const now = '2026-11-23T09:00:00.000Z';
  const { subscription, events, corrections } = makeReport(STORY.slice(0, 3));
  expect(awaitedSilences(subscription, events, corrections, now)).toEqual([
    { awaited: 'confirmation', from: '2026-09-20T08:00:00.000Z', until: now },
  ]);
  const confirmed = makeReport();
  expect(awaitedSilences(confirmed.subscription, confirmed.events, corrections, now)).toEqual([]);
  const values = { window_from: '2026-06-01', window_until: '2026-08-01' };
  const finding = { kind: 'notice_missing' as const, since: '2026-08-02', until: null, eventId: null, values };
  expect(awaitedSilences({ ...confirmed.subscription, findings: [finding] }, confirmed.events, corrections, now)).toEqual([
    { awaited: 'notice', from: '2026-06-01T00:00:00.000Z', until: '2026-08-01T23:59:59.999Z' },
  ]);
});

it('says in words what was watched, and what it can not show where nothing was', () => {
  const { statement } = makeSilence();
  const words = describeSilence(statement, 'fr', (at) => at.slice(0, 10));
  expect(words.sentence).toBe(
    'Du 2026-11-03 au 2026-11-23, aucune confirmation de la résiliation de StreamBox n’a été trouvée dans les dossiers de messagerie surveillés.',
  );
  expect(words.rows).toEqual([
    ['INBOX (anna@example.org)', 'du 2026-11-03 au 2026-11-23', 'du 2026-11-10 au 2026-11-11'],
    ['Junk (anna@example.org)', '–', 'tout le temps'],
  ]);
  expect(words.notes.join(' ')).toContain('2 dossiers n’étaient pas surveillés.');
  expect(describeSilence({ ...statement, mailboxes: [] }, 'en', (at) => at).sentence).toContain('can not be shown');
});
