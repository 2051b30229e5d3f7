// The thread in which hostile mail is parsed (see parse-pool.ts). Answers each message with the parsed one or with a code.
import { parentPort } from 'node:worker_threads';
import { invariant, PermanentError } from '@quittance/domain/errors';
import type { ParsedMessage } from '@quittance/domain/message';
import { parseMessage } from './parse-message.ts';

export interface ParseRequest {
  readonly id: number;
  readonly raw: Uint8Array;
}

export type ParseAnswer =
  | { readonly id: number; readonly message: ParsedMessage }
  | { readonly id: number; readonly code: string; readonly problem: string };

invariant(parentPort, 'parse-worker.ts runs as a worker thread only');
const port = parentPort;

port.on('message', (request: ParseRequest) => {
  const raw = Buffer.from(request.raw.buffer, request.raw.byteOffset, request.raw.byteLength);
  parseMessage(raw).then(
    (message) => port.postMessage({ id: request.id, message } satisfies ParseAnswer),
    (error: unknown) => {
      if (!(error instanceof PermanentError)) throw error;
      port.postMessage({ id: request.id, code: error.code, problem: error.message } satisfies ParseAnswer);
    },
  );
});
