// The process in which a message is parsed and understood (see packages/mail/src/parse-pool.ts): both take processor time in one piece, which
// the service's own loop has none of to spare while a live mail is on its way.
import { classifyMessage } from '@quittance/classify/classify-message';
import { PermanentError } from '@quittance/domain/errors';
import type { ParsedMessage } from '@quittance/domain/message';
import { parseMessage } from '@quittance/mail/parse-message';
import { serveParsing } from '@quittance/mail/serve-parsing';
import type { UnderstoodMessage } from './mail-reader.ts';
import { warmUp } from './warm-up.ts';

let hasMail = false;
serveParsing((raw) => {
  hasMail = true;
  return read(raw);
});
await warmUp(read, () => !hasMail);

async function read(raw: Buffer): Promise<UnderstoodMessage> {
  const message = await parseMessage(raw);
  return { message, classification: understand(message) };
}

// A bug in our own rules: the process is well and goes on, the message waits for an update.
function understand(message: ParsedMessage) {
  try {
    return classifyMessage(message);
  } catch (error) {
    throw new PermanentError('reading_failed', (error instanceof Error ? error.stack : undefined) ?? String(error));
  }
}
