// The report as a file: PDF/A-3b, deterministic, within what a bank takes, with the original inside. And the claim, which says no more than
// the messages bear.
import { randomBytes } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { OWN_REQUEST } from '@quittance/domain/classification';
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { EventKind } from '@quittance/domain/event-kind';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dossierTexts } from '@quittance/i18n/dossier';
import { makeSilence } from '../test-evidence.ts';
import { toldAt } from './add-timeline.ts';
import { BYTES_MAX, PAGES_MAX, renderReport } from './render-report.ts';
import { stateClaim } from './state-claim.ts';
import { makeReport, STORY } from './test-report.ts';

const claimOf = (data = makeReport(), language: 'en' | 'fr' = 'en') => stateClaim(data, dossierTexts(language).report, language);

/** The contents of all streams, inflated. */
function streamsOf(pdf: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    if (pdf.subarray(at - 3, at).toString() === 'end') continue;
    const bytes = pdf.subarray(at + 7, pdf.indexOf('\nendstream', at));
    try {
      found.push(inflateSync(bytes));
    } catch {
      found.push(bytes); // Some streams, as the metadata, are not deflated.
    }
  }
  return found;
}

const pagesOf = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b/g)!.length;

/** A statement about many folders, each with many gaps. */
function manyFolders({ folders, gaps, path }: { folders: number; gaps: number; path: string }) {
  const { statement } = makeSilence();
  const [mailbox] = statement.mailboxes;
  const [folder] = mailbox!.folders;
  const gap = { from: statement.from, until: statement.until };
  const many = Array.from({ length: folders }, () => ({ ...folder!, path, gaps: Array.from({ length: gaps }, () => gap) }));
  return { ...statement, mailboxes: [{ ...mailbox!, folders: many }] };
}

it('tells an hour of a mail, and only the day of what a bank booked or a person says', () => {
  const [mail] = makeReport().events;
  const event = { ...mail!, message: null, level: null, occurredAt: '2026-11-27T12:00:00.000Z' };
  const bankLine = {
    lineId: 1,
    fileSha256: 'aa',
    account: '',
    fileName: 'a.csv',
    position: 1,
    bookedOn: '2026-11-27',
    text: 'STREAMBOX',
    payeeKey: 'streambox',
  };
  const person = { ...event, source: 'person' as const };
  // "Today", said in Paris before UTC's day began.
  const early = { ...person, occurredAt: '2026-12-04T23:30:00.000Z' };
  const told = [mail!, { ...event, source: 'bank' as const, bankLine }, person, early].map((one) => toldAt(one, 'Europe/Paris'));
  expect(told).toEqual(['2026-01-05 09:00', '2026-11-27', '2026-11-27', '2026-12-05']);
});

describe('the claim', () => {
  it('names the confirmation, its end, the charge after it and how authentic it is', () => {
    expect(claimOf()).toEqual({
      sentence:
        'On 21 September 2026 at 08:30 UTC, streambox.example confirmed in writing that the subscription StreamBox (Pro) is cancelled and ends on 5 October 2026.',
      further: [
        'According to a message, €9.99 was charged on 5 November 2026; the subscription was to end on 5 October 2026.',
        'Authenticity of the confirmation: level A. Signed by the domain that it names as its sender, which is known as the merchant’s or signed its mail before; unchanged, key archived.',
      ],
    });
    expect(claimOf(makeReport(), 'fr').sentence).toContain(
      'a confirmé par écrit que l’abonnement StreamBox (Pro) est résilié et prend fin le 5 octobre 2026.',
    );
  });

  it('says where only its sender says when the confirmation came', () => {
    const report = makeReport();
    const clocks = (change: Partial<(typeof report.messages)[number]>) =>
      claimOf({ ...report, messages: report.messages.map((message) => ({ ...message, ...change })) }).further.at(-1);
    const moved = '2026-11-20T08:00:00.000Z';
    expect(clocks({ receivedAt: null, internalDate: moved })).toContain('the date given is the one that the sender wrote in it');
    expect(clocks({ receivedAt: null, internalDate: null })).toContain('no server noted');
    for (const known of [{}, { internalDate: moved }, { receivedAt: null }]) expect(clocks(known)).toContain('level A');
    const put = { ...report, messages: report.messages.map((message) => ({ ...message, receivedAt: null, internalDate: moved })) };
    expect(claimOf(put, 'fr').further.at(-1)).toContain('celle que l’expéditeur y a écrite');
  });

  it('says that a confirmation is missing, in words that claim no cancellation', () => {
    const asked = makeReport(STORY.slice(0, 3));
    const askedBy = (change: Partial<SubscriptionEvent>): string =>
      claimOf({
        ...asked,
        events: asked.events.map((event) => (event.kind === 'cancellation_requested' ? { ...event, ...change } : event)),
      }).sentence;
    const quote = { quote: 'I cancel', field: 'kind', zone: 'body', start: 0, end: 8 } as const;
    expect(askedBy({ reasons: [{ rule: OWN_REQUEST, ...quote }] })).toContain(
      'the owner of the mailbox asked by e-mail for the cancellation',
    );
    expect(askedBy({ source: 'person', message: null, level: null, reasons: [{ rule: 'person.phone', ...quote }] })).toContain(
      'The owner of the mailbox states that they cancelled the subscription StreamBox (Pro) on 20 September 2026.',
    );
    const requested = claimOf(makeReport(STORY.slice(0, 3)));
    expect(requested.sentence).toBe(
      'On 20 September 2026 at 08:00 UTC, a request to cancel the subscription StreamBox (Pro) was acknowledged. ' +
        'Among the messages read up to 23 November 2026, no confirmation of the cancellation was found.',
    );
    expect(claimOf(makeReport(STORY.slice(0, 2))).sentence).toBe(
      'Among the messages read up to 23 November 2026, no confirmed cancellation of the subscription StreamBox (Pro) was found.',
    );
  });

  it('does not say that the merchant confirmed where nobody can tell who wrote', () => {
    const { subscription, ...data } = makeReport();
    const claim = claimOf({ ...data, subscription: { ...subscription, proof: { ...subscription.proof!, level: 'D' } } });
    expect(claim.sentence).toMatch(/^A message of 21 September 2026 at 08:30 UTC that names streambox\.example as its sender says/);
    expect(claim.further.at(-1)).toContain('level D. Not verifiable, for the reason that the report names.');
  });

  it('does not rely on what was not read with certainty', () => {
    const story = STORY.slice(0, 4).map((entry) =>
      entry.kind === 'cancellation_confirmed' ? { ...entry, decided: 'probable' as const } : entry,
    );
    const { sentence, further } = claimOf(makeReport(story));
    expect(sentence).toContain('no confirmation of the cancellation was found');
    expect(further).toEqual(['A message may be a confirmation but was not read with certainty, and is not relied upon here.']);
  });
});

describe('the file', () => {
  it('is PDF/A-3b with the original confirmation inside, and the same each time', async () => {
    const data = makeReport();
    const { alone: pdf, whole } = await renderReport(data, 'fr');
    expect(whole).toBe(pdf);
    expect((await renderReport(data, 'fr')).alone).toEqual(pdf);
    const streams = streamsOf(pdf);
    const metadata = streams.find((stream) => stream.includes('<pdfaid:part>'))!.toString();
    expect(metadata).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(metadata).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    const confirmation = data.messages.find((message) => message.sha256 === data.subscription.proof?.messageSha256)!;
    expect(streams.some((stream) => stream.equals(confirmation.raw))).toBe(true);
    expect(pdf.toString('latin1')).toContain('/AFRelationship /Source');
    expect(pdf.includes('/Encoding /WinAnsiEncoding')).toBe(false);
  });

  it('stays within ten pages and two megabytes for a life of ten years, the rest in the annex of the bundle’s', async () => {
    const text = 'A line of some length, as mails have them, that goes on to the end of the line.\n'.repeat(80);
    const years = Array.from({ length: 240 }, (_, index) => ({
      kind: index % 2 ? ('renewal_charged' as const) : ('renewal_notice' as const),
      at: new Date(Date.UTC(2016, 0, 5) + index * 15 * 86_400_000).toISOString(),
      quote: 'Your subscription renews, and this is the sentence that says so at some length, as merchants like it',
    }));
    const story = [...years, ...STORY.slice(2)].map((entry) => ({ ...entry, text }));
    const { alone, whole } = await renderReport(makeReport(story), 'en');
    expect(pagesOf(alone)).toBeLessThanOrEqual(PAGES_MAX);
    expect(pagesOf(whole)).toBeGreaterThan(pagesOf(alone));
    expect(Math.max(alone.length, whole.length)).toBeLessThanOrEqual(BYTES_MAX);
  });

  it('stays within them whatever strangers write, and however much of it', { timeout: 120_000 }, async () => {
    const word = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
    const long = fc.tuple(word, fc.integer({ min: 1, max: 100 })).map(([piece, times]) => piece.repeat(times));
    const kind = fc.constantFrom<EventKind>('renewal_charged', 'cancellation_requested', 'signup', 'refund', 'price_change');
    const entry = fc.record({ kind, quote: long, text: fc.oneof(long, fc.constant('x\n'.repeat(400))) });
    const silence = fc.record({ folders: fc.integer({ min: 0, max: 12 }), gaps: fc.integer({ min: 0, max: 12 }), path: long });
    await fc.assert(
      fc.asyncProperty(
        fc.array(entry, { size: 'max', maxLength: 12 }),
        fc.array(silence, { maxLength: 9 }),
        long,
        fc.integer({ min: 0, max: 1_500_000 }),
        async (entries, silences, name, originalBytes) => {
          const at = (index: number) => new Date(Date.UTC(2026, 10, 6) + index * 3_600_000).toISOString();
          const story = [...STORY.slice(0, 4), ...entries.map((one, index) => ({ ...one, at: at(index) }))];
          const data = makeReport(story, { owner: name, silences: silences.map(manyFolders) });
          const merchant = { ...data.subscription.merchant, name };
          const messages = data.messages.map((one) => ({ ...one, from: name, to: name, subject: name, raw: randomBytes(originalBytes) }));
          const { alone, whole } = await renderReport({ ...data, messages, subscription: { ...data.subscription, merchant } }, 'fr');
          expect(pagesOf(alone)).toBeLessThanOrEqual(PAGES_MAX);
          expect(Math.max(alone.length, whole.length)).toBeLessThanOrEqual(BYTES_MAX);
        },
      ),
      { numRuns: 3 },
    );
  });

  it('names a confirmation that is too large to be attached, and leaves it in the bundle', async () => {
    const data = makeReport();
    const messages = data.messages.map((message) => ({ ...message, raw: Buffer.alloc(3_000_000, 'x') }));
    const { alone: pdf } = await renderReport({ ...data, messages }, 'en');
    expect(pdf.length).toBeLessThan(2_000_000);
    expect(pdf.toString('latin1')).not.toContain('/EmbeddedFile');
  });

  it('takes hostile words: controls, marks of direction, scripts that the typeface lacks, words without end', async () => {
    const hostile = `\u202Egnp.exe\u0000\u0007 \uD83D\uDE00 漢字 ${'x'.repeat(5000)}`;
    const data = makeReport(STORY.map((entry) => ({ ...entry, quote: hostile, text: hostile })));
    expect((await renderReport(data, 'en')).alone.length).toBeGreaterThan(10_000);
  });
});
