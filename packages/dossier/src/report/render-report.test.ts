// The report as a file: PDF/A-3b, deterministic, within what a bank takes, with the original inside. And the claim, which says no more than
// the messages bear.
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { dossierTexts } from '@quittance/i18n/dossier';
import { renderReport } from './render-report.ts';
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

describe('the claim', () => {
  it('names the confirmation, its end, the charge after it and how authentic it is', () => {
    expect(claimOf()).toEqual({
      sentence:
        'On 21 September 2026 at 08:30 UTC, streambox.example confirmed in writing that the subscription StreamBox (Pro) is cancelled and ends on 5 October 2026.',
      further: [
        '€9.99 was charged on 5 November 2026, after that end.',
        'Authenticity of the confirmation: level A. Signed by the merchant’s own domain, unchanged, key archived.',
      ],
    });
    expect(claimOf(makeReport(), 'fr').sentence).toContain(
      'a confirmé par écrit que l’abonnement StreamBox (Pro) est résilié et prend fin le 5 octobre 2026.',
    );
  });

  it('says that a confirmation is missing, in words that claim no cancellation', () => {
    const requested = claimOf(makeReport(STORY.slice(0, 3)));
    expect(requested.sentence).toBe(
      'On 20 September 2026 at 08:00 UTC, a request to cancel the subscription StreamBox (Pro) was acknowledged. ' +
        'No confirmation of the cancellation was found in the mail up to 23 November 2026.',
    );
    expect(claimOf(makeReport(STORY.slice(0, 2))).sentence).toBe(
      'No confirmed cancellation of the subscription StreamBox (Pro) was found in the mail up to 23 November 2026.',
    );
  });

  it('does not say that the merchant confirmed where nobody can tell who wrote', () => {
    const { subscription, ...data } = makeReport();
    const claim = claimOf({ ...data, subscription: { ...subscription, proof: { ...subscription.proof!, level: 'D' } } });
    expect(claim.sentence).toMatch(/^A message of 21 September 2026 at 08:30 UTC that names streambox\.example as its sender says/);
    expect(claim.further.at(-1)).toContain('level D. Not verifiable');
  });

  it('does not rely on what was not read with certainty', () => {
    const story = STORY.slice(0, 4).map((entry) =>
      entry.kind === 'cancellation_confirmed' ? { ...entry, decided: 'probable' as const } : entry,
    );
    const { sentence, further } = claimOf(makeReport(story));
    expect(sentence).toContain('No confirmation of the cancellation was found');
    expect(further).toEqual(['A message may be a confirmation but was not read with certainty, and is not relied upon here.']);
  });
});

describe('the file', () => {
  it('is PDF/A-3b with the original confirmation inside, and the same each time', async () => {
    const data = makeReport();
    const pdf = await renderReport(data, 'fr');
    expect(await renderReport(data, 'fr')).toEqual(pdf);
    const streams = streamsOf(pdf);
    const metadata = streams.find((stream) => stream.includes('<pdfaid:part>'))!.toString();
    expect(metadata).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(metadata).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    const confirmation = data.messages.find((message) => message.sha256 === data.subscription.proof?.messageSha256)!;
    expect(streams.some((stream) => stream.equals(confirmation.raw))).toBe(true);
    expect(pdf.toString('latin1')).toContain('/AFRelationship /Source');
    expect(pdf.includes('/Encoding /WinAnsiEncoding')).toBe(false);
  });

  it('stays within ten pages and two megabytes for a life of ten years, the rest in the annex', async () => {
    const text = 'A line of some length, as mails have them, that goes on to the end of the line.\n'.repeat(80);
    const years = Array.from({ length: 240 }, (_, index) => ({
      kind: index % 2 ? ('renewal_charged' as const) : ('renewal_notice' as const),
      at: new Date(Date.UTC(2016, 0, 5) + index * 15 * 86_400_000).toISOString(),
      quote: 'Your subscription renews, and this is the sentence that says so at some length, as merchants like it',
    }));
    const story = [...years, ...STORY.slice(2)].map((entry) => ({ ...entry, text }));
    const data = makeReport(story);
    const pdf = await renderReport(data, 'en');
    expect(pdf.length).toBeLessThan(2_000_000);
    const annex = await renderReport({ ...data, events: data.events.slice(-20), messages: data.messages.slice(-6) }, 'en');
    expect(pagesOf(annex)).toBeLessThanOrEqual(10);
    expect(pagesOf(pdf)).toBeGreaterThan(pagesOf(annex));
  });

  it('names a confirmation that is too large to be attached, and leaves it in the bundle', async () => {
    const data = makeReport();
    const messages = data.messages.map((message) => ({ ...message, raw: Buffer.alloc(3_000_000, 'x') }));
    const pdf = await renderReport({ ...data, messages }, 'en');
    expect(pdf.length).toBeLessThan(2_000_000);
    expect(pdf.toString('latin1')).not.toContain('/EmbeddedFile');
  });

  it('takes hostile words: controls, marks of direction, scripts that the typeface lacks, words without end', async () => {
    const hostile = `\u202Egnp.exe\u0000\u0007 \uD83D\uDE00 漢字 ${'x'.repeat(5000)}`;
    const data = makeReport(STORY.map((entry) => ({ ...entry, quote: hostile, text: hostile })));
    expect((await renderReport(data, 'en')).length).toBeGreaterThan(10_000);
  });
});
