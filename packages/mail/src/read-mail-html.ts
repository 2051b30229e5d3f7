// What a person who wants to see a mail as it was sent needs: its HTML part and the pictures that it carries along (`cid:`), within limits.
// Untrusted like everything here: whoever shows it cleans it first. Other attachments are let go.
import { MailParser, type AttachmentStream } from 'mailparser';
import { LIMITS } from './limits.ts';
import { readMime } from './read-mime.ts';

interface InlineImage {
  readonly contentType: string;
  readonly bytes: Buffer;
}

export interface MailHtml {
  /** '' when the message has no HTML part. */
  readonly html: string;
  /** By Content-ID without brackets. */
  readonly images: ReadonlyMap<string, InlineImage>;
}

/** Logos and icons; photographs of a newsletter stay below these. */
const IMAGES_MAX = 40;
const IMAGE_BYTES_MAX = 1024 * 1024;
const IMAGES_BYTES_MAX = 6 * 1024 * 1024;
/** Pictures that no browser runs anything of; SVG is not among them. */
const IMAGE_TYPES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** @throws PermanentError `mail_too_big` or `mail_unparsable`. */
export async function readMailHtml(raw: Buffer): Promise<MailHtml> {
  const { html } = await readMime(raw);
  const bounded = html.join('').slice(0, LIMITS.htmlCharsMax);
  return { html: bounded, images: /\bcid:/i.test(bounded) ? await readImages(raw) : new Map() };
}

function readImages(raw: Buffer): Promise<Map<string, InlineImage>> {
  const images = new Map<string, InlineImage>();
  let total = 0;
  return new Promise((resolve) => {
    const parser = new MailParser({
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipImageLinks: true,
      checksumAlgo: false,
      maxHeadSize: LIMITS.partHeaderBytesMax,
      maxChildNodes: LIMITS.partsMax,
    });
    // What was collected before the parser gave up is still worth showing.
    parser.on('error', () => resolve(images));
    parser.on('end', () => resolve(images));
    parser.on('data', (item) => {
      if (item.type !== 'attachment') return;
      collectImage(item, (id, image) => {
        total += image.bytes.length;
        if (images.size < IMAGES_MAX && total <= IMAGES_BYTES_MAX) images.set(id, image);
      });
    });
    parser.end(raw);
  });
}

function collectImage(item: AttachmentStream, keep: (id: string, image: InlineImage) => void): void {
  const contentType = item.contentType.toLowerCase();
  const id = item.cid ?? '';
  const wanted = id !== '' && IMAGE_TYPES.has(contentType);
  const chunks: Buffer[] = [];
  let size = 0;
  item.content.on('error', () => item.release?.()); // The picture is left out; the mail is readable without it.
  item.content.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (wanted && size <= IMAGE_BYTES_MAX) chunks.push(chunk);
  });
  item.content.on('end', () => {
    if (wanted && size <= IMAGE_BYTES_MAX) keep(id, { contentType, bytes: Buffer.concat(chunks) });
    item.release?.();
  });
}
