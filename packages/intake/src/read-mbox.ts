// An mbox file as messages, from its start or from where an interrupted reading stood.
import { createReadStream } from 'node:fs';
import { problem, problemOf, type FileItem } from './file-item.ts';
import { FILE_LIMITS } from './limits.ts';
import { splitMbox } from './split-mbox.ts';

export interface MboxPosition {
  readonly offset: number;
  /** Messages before it. */
  readonly messages: number;
  /** How the rest is to be read depends on all that stands before it, which is split again and passed over. */
  readonly fromStart?: boolean;
}

export async function* readMbox(path: string, from: MboxPosition = { offset: 0, messages: 0 }): AsyncGenerator<FileItem> {
  const stream = createReadStream(path, { start: startOf(from), highWaterMark: FILE_LIMITS.readBytes });
  try {
    yield* mboxItems(path, stream as AsyncIterable<Buffer>, from);
  } catch (error) {
    yield problemOf(path, error);
  } finally {
    stream.destroy();
  }
}

const startOf = (from: MboxPosition): number => (from.fromStart ? 0 : from.offset);

/** Numbers the messages from 1, as `path#n`. @param chunks from that position on, or from the start of the file where it says so. */
export async function* mboxItems(
  path: string,
  chunks: AsyncIterable<Buffer>,
  from: MboxPosition = { offset: 0, messages: 0 },
): AsyncGenerator<FileItem> {
  let number = from.messages;
  for await (const { raw, end } of splitMbox(chunks, startOf(from))) {
    if (end <= from.offset) continue;
    number++;
    const name = `${path}#${number}`;
    if (raw === null) yield problem(name, 'mail_too_big', `is bigger than ${FILE_LIMITS.messageBytesMax} bytes and was passed over`);
    else yield { kind: 'message', path: name, raw, mbox: { number, nextOffset: end } };
  }
}
