// /livez (the process answers), /readyz (what it depends on answers) and /metrics for services without a page of their own. The page's
// service uses `checkReadiness` behind its own routes.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RunningService } from '@quittance/domain/service';
import type { Metrics } from './metrics.ts';

/** Each rejects when the thing it names is not usable. */
export type ReadinessChecks = Readonly<Record<string, () => Promise<unknown>>>;

export interface Readiness {
  readonly ready: boolean;
  readonly checks: Readonly<Record<string, 'ok' | 'failed' | 'timeout'>>;
}

const CHECK_TIMEOUT_MS = 3_000;

export async function checkReadiness(checks: ReadinessChecks): Promise<Readiness> {
  const results = await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await runCheck(check)] as const));
  return { ready: results.every(([, result]) => result === 'ok'), checks: Object.fromEntries(results) };
}

export async function startHealthServer(options: {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly checks: ReadinessChecks;
  readonly metrics?: Metrics;
}): Promise<RunningService & { readonly port: number }> {
  const server = createServer((request, response) => {
    answer(request.url ?? '', options, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, options.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(url: string, options: { checks: ReadinessChecks; metrics?: Metrics }, response: ServerResponse): Promise<void> {
  if (url === '/livez') {
    send(response, 200, 'text/plain', 'ok\n');
  } else if (url === '/metrics' && options.metrics) {
    send(response, 200, options.metrics.contentType, await options.metrics.text());
  } else if (url === '/readyz') {
    const readiness = await checkReadiness(options.checks);
    send(response, readiness.ready ? 200 : 503, 'application/json', `${JSON.stringify(readiness)}\n`);
  } else {
    send(response, 404, 'text/plain', 'not found\n');
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

async function runCheck(check: () => Promise<unknown>): Promise<'ok' | 'failed' | 'timeout'> {
  const { promise, resolve } = Promise.withResolvers<'timeout'>();
  const timer = setTimeout(() => resolve('timeout'), CHECK_TIMEOUT_MS);
  try {
    return await Promise.race([
      check().then(
        () => 'ok' as const,
        () => 'failed' as const,
      ),
      promise,
    ]);
  } finally {
    clearTimeout(timer);
  }
}
