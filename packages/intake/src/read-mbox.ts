// An mbox file as messages, from its start or from where an interrupted reading stood.
import { createReadStream } from 'node:fs';
import { problem, problemOf, type FileItem } from './file-item.ts';
import { FILE_LIMITS } from './limits.ts';
import { splitMbox } from './split-mbox.ts';

export interface MboxPosition {
  readonly offset: number;
  /** Messages before it. */
  readonly messages: number;
}

export async function* readMbox(path: string, from: MboxPosition = { offset: 0, messages: 0 }): AsyncGenerator<FileItem> {
  const stream = createReadStream(path, { start: from.offset, highWaterMark: FILE_LIMITS.readBytes });
  try {
    yield* mboxItems(path, stream as AsyncIterable<Buffer>, from);
  } catch (error) {
    yield problemOf(path, error);
  } finally {
    stream.destroy();
  }
}

/** Numbers the messages from 1, as `path#n`. */
export async function* mboxItems(
  path: string,
  chunks: AsyncIterable<Buffer>,
  from: MboxPosition = { offset: 0, messages: 0 },
): AsyncGenerator<FileItem> {
  let number = from.messages;
  for await (const { raw, end } of splitMbox(chunks, from.offset)) {
    number++;
    const name = `${path}#${number}`;
    if (raw === null) yield problem(name, 'mail_too_big', `is bigger than ${FILE_LIMITS.messageBytesMax} bytes and was passed over`);
    else yield { kind: 'message', path: name, raw, mbox: { number, nextOffset: end } };
  }
}
