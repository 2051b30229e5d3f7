// The report as other programs read it: page count, words in their order, typefaces, the original inside, what PDF/A-3 asks of the file (ISO 19005-3) as
// far as these tools can tell. No validator of PDF/A is among them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missingPrograms } from '@quittance/testing/tools';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSilence } from '../test-evidence.ts';
import { renderReport } from './render-report.ts';
import { makeReport, STORY } from './test-report.ts';

const missing = missingPrograms('pdftotext');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quittance-report-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function tool(program: string, ...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', env: { PATH: '/usr/bin:/bin' } });
  expect([program, status, stderr]).toEqual([program, 0, '']);
  return stdout;
}

function inOrder(text: string, words: readonly string[]): void {
  let at = 0;
  for (const word of words) {
    const found = text.indexOf(word, at);
    if (found < 0) expect.fail(`"${word}" does not follow in the text`);
    at = found;
  }
}

describe.skipIf(missing)(`the report as a file${missing}`, () => {
  it('holds the claim, the proof, the charges, the messages, the limits and the declaration, in this order', async () => {
    const data = makeReport();
    writeFileSync(join(folder, 'fr.pdf'), (await renderReport(data, 'fr')).alone);
    const text = tool('pdftotext', '-layout', 'fr.pdf', '-').replaceAll(/\s+/g, ' ');
    inOrder(text, [
      'a confirmé par écrit que l’abonnement StreamBox (Pro) est résilié et prend fin le 5 octobre 2026.',
      'Selon un message, 9,99 € a été prélevé le 5 novembre 2026',
      'Il ne prouve ni que',
      'Ce que dit la confirmation',
      'Article L215-1-1',
      'Chronologie',
      'Souscription',
      'Résiliation demandée',
      'Résiliation confirmée',
      'Prélevé après la fin',
      'Les messages',
      'You will not be charged again.',
      'confirmation.eml',
      'Non vérifié, et non prouvé',
      'Empreintes et place dans le journal',
      data.messages[0]!.sha256,
      'bash verify.sh',
      'Délais et codes de motif',
      '31 décembre 2026',
      'Visa 13.2',
      'Je soussigné(e), anna@example.org',
    ]);
    expect(Number(/Pages:\s+(\d+)/.exec(tool('pdfinfo', 'fr.pdf'))![1])).toBeLessThanOrEqual(10);
  });

  it('shows the clocks of a message, and says where they part', async () => {
    const data = makeReport(STORY.slice(0, 1));
    const [message] = data.messages;
    const late = { ...message!, sentAt: '2026-01-05T09:00:00.000Z', receivedAt: '2026-01-09T09:00:00.000Z', internalDate: null };
    writeFileSync(join(folder, 'clocks.pdf'), (await renderReport({ ...data, messages: [late] }, 'en')).alone);
    const text = tool('pdftotext', '-layout', 'clocks.pdf', '-').replaceAll(/\s+/g, ' ');
    inOrder(text, ['5 January 2026 at 09:00 UTC · received on 9 January 2026 at 09:00 UTC · recorded on', 'more than a day apart']);
  });

  it('says what is missing, with the folders and the gaps', async () => {
    const data = makeReport(STORY.slice(0, 3), { silences: [makeSilence().statement] });
    writeFileSync(join(folder, 'en.pdf'), (await renderReport(data, 'en')).alone);
    const text = tool('pdftotext', '-layout', 'en.pdf', '-').replaceAll(/\s+/g, ' ');
    inOrder(text, [
      'What is missing',
      'no confirmation of the cancellation of StreamBox was found',
      'INBOX (anna@example.org)',
      '2 folders were not watched.',
      'silence-1.json',
    ]);
  });

  it('is what PDF/A-3b asks for, with the original inside byte for byte', async () => {
    const data = makeReport();
    const { alone: pdf } = await renderReport(data, 'en');
    writeFileSync(join(folder, 'a.pdf'), pdf);
    const original = data.messages.find((message) => message.sha256 === data.subscription.proof?.messageSha256)!.raw;
    expect(tool('pdfdetach', '-list', 'a.pdf')).toContain('confirmation.eml');
    tool('pdfdetach', '-savefile', 'confirmation.eml', '-o', 'out.eml', 'a.pdf');
    expect(readFileSync(join(folder, 'out.eml')).equals(original)).toBe(true);

    const metadata = tool('pdfinfo', '-meta', 'a.pdf');
    expect(metadata).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(metadata).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    const info = tool('pdfinfo', 'a.pdf');
    expect(info).toMatch(/Encrypted:\s+no/);
    expect(info).toMatch(/JavaScript:\s+no/);
    expect(info).toMatch(/PDF version:\s+1\.7/);
    // §6.2.11.4: every typeface is embedded.
    const fonts = tool('pdffonts', 'a.pdf').split('\n').slice(2).filter(Boolean);
    expect(fonts.length).toBeGreaterThanOrEqual(3);
    for (const font of fonts) expect(font).toMatch(/ yes yes yes /);
    const plain = pdf.toString('latin1');
    // §6.2.3: one output intent, with its profile; §6.8: the file is associated with the document, and says how.
    expect(plain.match(/\/S \/GTS_PDFA1\b/g)).toHaveLength(1);
    expect(plain).toContain('/DestOutputProfile');
    expect(plain).toMatch(/\/AF \[/);
    expect(plain).toContain('/AFRelationship /Source');
    expect(plain).toContain('/Subtype /message#2Frfc822');
    // §6.1.3: a file identifier, and no reference to anything outside.
    expect(plain).toMatch(/\/ID \[/);
    expect(plain).not.toMatch(/\/(?:Launch|URI|SubmitForm|RichMedia|Movie|Sound)\b/);
  });
});
