// A real HTTP receiver that keeps what it is sent: webhooks and ntfy topics alike. A test may have it answer badly, slowly or never.
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { waitUntil } from './smtp-sink.ts';

export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface WebhookSink {
  readonly url: string;
  readonly port: number;
  /** Every request that was answered or is waiting for its answer, repetitions included. */
  readonly requests: readonly ReceivedRequest[];
  /** By idempotency key (`webhook-id`): what a receiver that honours it acts upon. */
  distinct(): ReceivedRequest[];
  /** Set it to make trouble. A promise that never resolves keeps the sender waiting. */
  answer: (request: ReceivedRequest) => HttpAnswer | Promise<HttpAnswer>;
  /** Resolves when so many requests came in. */
  waitFor(count: number, timeoutMs?: number): Promise<readonly ReceivedRequest[]>;
  stop(): Promise<void>;
}

export async function startWebhookSink(options: { port?: number } = {}): Promise<WebhookSink> {
  const requests: ReceivedRequest[] = [];
  const waiting = new Set<() => void>();
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming;
      const request = { method, path: url, headers, body: Buffer.concat(chunks).toString() };
      requests.push(request);
      for (const check of waiting) check();
      void Promise.resolve(sink.answer(request)).then((answer) => response.writeHead(answer.status, answer.headers).end());
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const sink: WebhookSink = {
    url: `http://127.0.0.1:${port}`,
    port,
    requests,
    distinct: () => [...new Map(requests.map((one) => [idOf(one), one])).values()],
    answer: () => ({ status: 204 }),
    waitFor: (count, timeoutMs = 10_000) =>
      waitUntil(waiting, () => requests.length >= count, timeoutMs, `${count} requests`).then(() => requests),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return sink;
}

function idOf(request: ReceivedRequest): string {
  return String(request.headers['webhook-id'] ?? request.headers['x-sequence-id'] ?? '');
}
