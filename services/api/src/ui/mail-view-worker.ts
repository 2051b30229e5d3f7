// The thread in which a stored mail is prepared for showing: parsing and rewriting hostile HTML happen here, under the limits of the pool that
// owns the thread (mail-view.ts). Speaks the pool's protocol: one message in, one answer out.
import { parentPort } from 'node:worker_threads';
import { invariant, PermanentError } from '@quittance/domain/errors';
import { parseMessage } from '@quittance/mail/parse-message';
import { readMailHtml } from '@quittance/mail/read-mail-html';
import type { MailView } from './mail-view.ts';
import { renderMailHtml, renderMailText } from './render-mail-html.ts';

invariant(parentPort, 'mail-view-worker.ts runs as a worker thread only');
const port = parentPort;

port.on('message', (request: { readonly id: number; readonly raw: Uint8Array }) => {
  const raw = Buffer.from(request.raw.buffer, request.raw.byteOffset, request.raw.byteLength);
  prepare(raw).then(
    (message) => port.postMessage({ id: request.id, message }),
    (error: unknown) => {
      if (!(error instanceof PermanentError)) throw error;
      port.postMessage({ id: request.id, code: error.code, problem: error.message });
    },
  );
});

async function prepare(raw: Buffer): Promise<MailView> {
  const message = await parseMessage(raw);
  const { html, images } = await readMailHtml(raw);
  return { message, hasHtml: html !== '', html: html === '' ? renderMailText(message.text.body) : renderMailHtml(html, images) };
}
