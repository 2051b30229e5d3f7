// PDF invoices made by pdfkit and attached to a mail: text in lines and cells, and every way in which a document is left unread.
import { mailWithPdf, makePdf } from '@quittance/testing/pdf-mail';
import { beforeAll, expect, it, vi } from 'vitest';
import { LIMITS } from './limits.ts';
import { parseMessage } from './parse-message.ts';
import { readPdf } from './read-pdf.ts';

const INVOICE = [
  [
    ['Facture F-2026-118', 72, 72],
    ['Total TTC', 72, 120],
    ['12,99 €', 400, 121],
    ['Prochain prélèvement', 72, 140],
    ['3 juin 2026', 400, 140],
  ],
] as const;

// The thread is started once: on a machine under load that takes longer than a document may.
beforeAll(async () => {
  const pdf = await makePdf(INVOICE);
  await vi.waitFor(async () => expect(await readPdf(pdf, 60_000)).toHaveProperty('text'), 60_000);
}, 60_000);

it('reads lines and cells, and keeps them out of the visible text', async () => {
  const message = await parseMessage(mailWithPdf(await makePdf(INVOICE)));
  expect(message.attachments[0]!.text).toBe('Facture F-2026-118\nTotal TTC | 12,99 €\nProchain prélèvement | 3 juin 2026');
  expect(message.text.body).toBe('Voir la facture.');
});

it('leaves what it can not or may not read, with the reason', { timeout: 70_000 }, async () => {
  const problemOf = async (pdf: Buffer) => (await parseMessage(mailWithPdf(pdf))).attachments[0]!.problem;
  const pdf = await makePdf(INVOICE);
  expect(await problemOf(await makePdf(INVOICE, { userPassword: 'secret', ownerPassword: 'other' }))).toBe('pdf_encrypted');
  expect(await problemOf(Buffer.from('no document at all'))).toBe('pdf_broken');
  expect(await problemOf(Buffer.from('%PDF-1.7\nbroken'))).toBe('pdf_broken');
  expect(await problemOf(Buffer.concat([pdf, Buffer.alloc(LIMITS.pdfBytesMax)]))).toBe('pdf_too_big');
  // It takes sixty milliseconds and more; a short one may be there before a timer is looked at.
  const heavy = await makePdf([...Array(4)].map(() => [...Array(4_000).keys()].map((at) => ['12,99 €', at % 500, at % 700] as const)));
  expect(await readPdf(heavy, 1)).toEqual({ problem: 'pdf_timeout' });
  // And the next one is read again.
  await expect.poll(() => readPdf(pdf, 60_000), { timeout: 60_000 }).toMatchObject({ text: expect.stringContaining('12,99 €') });
});

it('stops after the first pages and characters', async () => {
  const page = (number: number) => [[`page ${number}`, 72, 72]] as const;
  const text = await readPdf(await makePdf([1, 2, 3, 4, 5, 6].map(page)));
  expect(text).toEqual({ text: 'page 1\npage 2\npage 3\npage 4' });
  const long = [...Array(60).keys()].map((line) => ['x'.repeat(900), 1, line * 12] as const);
  expect(((await readPdf(await makePdf([long]))) as { text: string }).text.length).toBeLessThanOrEqual(LIMITS.pdfCharsMax);
});
