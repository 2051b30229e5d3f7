// Small PDF documents made by pdfkit, and mails that carry one: invoices for tests.
import PDFDocument from 'pdfkit';

/** Pages of words at points from the page's upper left corner. */
export function makePdf(
  pages: readonly (readonly (readonly [text: string, x: number, y: number])[])[],
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Buffer> {
  return new Promise((resolve) => {
    const pdf = new PDFDocument({ autoFirstPage: false, ...options });
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    for (const words of pages) {
      pdf.addPage();
      for (const [text, x, y] of words) pdf.fontSize(11).text(text, x, y, { lineBreak: false });
    }
    pdf.end();
  });
}

/** A French mail that leaves everything to its attachment. */
export function mailWithPdf(pdf: Buffer): Buffer {
  const head = 'From: a@shop.example\r\nSubject: Facture\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n';
  const text = '--b\r\nContent-Type: text/plain\r\n\r\nVoir la facture.\r\n';
  const file = `--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="facture.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n`;
  return Buffer.from(`${head}${text}${file}${pdf.toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n--b--\r\n`);
}
