// What bank-reader.ts asks of its process, as the one buffer that a parse pool hands over: the length of the question, the question as JSON, the file.

export type BankTask =
  | { readonly kind: 'read'; readonly currency: string; readonly mapping?: unknown }
  | { readonly kind: 'preview'; readonly currency: string };

const LENGTH_BYTES = 4;

export function packTask(task: BankTask, file: Uint8Array): Buffer {
  const question = Buffer.from(JSON.stringify(task));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(question.length);
  return Buffer.concat([length, question, file]);
}

export function unpackTask(packed: Buffer): { readonly task: BankTask; readonly file: Buffer } {
  const start = LENGTH_BYTES + packed.readUInt32BE();
  return { task: JSON.parse(packed.toString('utf8', LENGTH_BYTES, start)) as BankTask, file: packed.subarray(start) };
}
