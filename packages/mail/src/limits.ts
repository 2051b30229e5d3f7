// Every bound of the parser in one place, each with its reason. A mail is written by strangers: whatever grows with its bytes is
// capped here, and what lies beyond a cap is left out of the parsed message (the raw bytes are kept anyway). Only size and
// structure refuse a message; a refusal is a PermanentError with one of the codes
// `mail_too_big`, `mail_unparsable` and, of the pool, `mail_timeout`.

export const LIMITS = {
  /** Gmail and Microsoft 365 refuse incoming mail above 25–150 MB; subscription mail is a thousand times smaller. */
  messageBytesMax: 50 * 1024 * 1024,
  /** Header of the whole message. Real ones reach some 60 kB with long ARC chains; more lines are dropped, the body stays. */
  headerBytesMax: 256 * 1024,
  /** Header of one MIME part (the top one included, after the cut above). */
  partHeaderBytesMax: 512 * 1024,
  /** Each part costs streams and objects; a digest of a mailing list has some hundred. */
  partsMax: 500,
  /** A forward of a forward as attachment: deeper ones are listed as attachments only. */
  embeddedDepthMax: 2,
  /** An embedded message beyond this is listed, not read. */
  embeddedBytesMax: 5 * 1024 * 1024,
  /** Browsers cut HTML mail far earlier (Gmail at 102 kB). */
  htmlCharsMax: 2_000_000,
  /** Visible text handed to the classifier. */
  textCharsMax: 400_000,
  /** Hidden text is a hint only. */
  hiddenCharsMax: 20_000,
  /** The other alternative, for the cloaking check. */
  alternativeCharsMax: 100_000,
  /** Links beyond these serve nobody; a newsletter has a hundred. */
  linksMax: 2_000,
  hrefCharsMax: 2_048,
  linkTextCharsMax: 500,
  /** Table rows kept as cells, and the cells of one row. */
  rowsMax: 2_000,
  cellsMax: 24,
  cellCharsMax: 500,
  /** How far up the stack of open elements an end tag looks for its start; browsers flatten below 512. */
  elementScanMax: 512,
  /** Attributes longer than this are cut: none that we read needs more. */
  attributeCharsMax: 4_096,
  /** Rules read from `<style>`, and styles of elements remembered with a sheet. */
  styleCharsMax: 200_000,
  styleRulesMax: 5_000,
  styleCacheMax: 1_000,
  /** JSON-LD and microdata of one message (research: schema.org mails are a few kB). */
  structuredCharsMax: 65_536,
  structuredDepthMax: 16,
  structuredItemsMax: 200,
  addressesMax: 200,
  attachmentsMax: 200,
  /** Attached PDFs that are read: an invoice has one to three pages and some 100 kB. */
  pdfsMax: 2,
  pdfBytesMax: 2 * 1024 * 1024,
  pdfPagesMax: 4,
  pdfCharsMax: 20_000,
  pdfMsMax: 4_000,
  /** Below the pool's limit for a message, so that a machine under load loses the document and not the message. */
  pdfStartMsMax: 8_000,
  pdfHeapMb: 192,
  /** Text in which the forward patterns of the library are searched; they backtrack, so the input is small and its lines short. */
  forwardCharsMax: 16_000,
  forwardLineCharsMax: 300,
  /** Results of one Authentication-Results field. */
  reportedMax: 50,
  /** Such fields, and Received fields beside them: honest mail has a handful. */
  reportsMax: 10,
  hopsMax: 60,
} as const;
