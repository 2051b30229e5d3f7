// The process in which a stored mail is prepared for showing: parsing and rewriting hostile HTML happen here, under the limits of the pool that
// owns it (mail-view.ts).
import { parseMessage } from '@quittance/mail/parse-message';
import { readMailHtml } from '@quittance/mail/read-mail-html';
import { serveParsing } from '@quittance/mail/serve-parsing';
import type { MailView } from './mail-view.ts';
import { renderMailHtml, renderMailText } from './render-mail-html.ts';

serveParsing(async (raw): Promise<MailView> => {
  const message = await parseMessage(raw);
  const { html, images } = await readMailHtml(raw);
  return { message, hasHtml: html !== '', html: html === '' ? renderMailText(message.text.body) : renderMailHtml(html, images) };
});
