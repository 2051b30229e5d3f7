// /livez (the process answers), /readyz (what it depends on answers) and /metrics for services without a page of their own. The page's
// service uses `checkReadiness` behind its own routes.
import { createServer, type ServerResponse } from 'node:http';
import type { Metrics } from './metrics.ts';
import type { Shutdown } from './shutdown.ts';

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

/** For a service's main.ts, where the operator names a port. */
export async function serveHealth(
  config: { readonly HEALTH_HOST: string; readonly HEALTH_PORT?: number | undefined },
  shutdown: Shutdown,
  answers: Answers,
): Promise<void> {
  if (config.HEALTH_PORT === undefined) return;
  const server = createServer((request, response) => {
    answer(request.url ?? '', answers, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(config.HEALTH_PORT, config.HEALTH_HOST, resolve);
  });
  shutdown.add('health', () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    return closed;
  });
}

interface Answers {
  readonly checks: ReadinessChecks;
  readonly metrics: Metrics;
}

async function answer(url: string, { checks, metrics }: Answers, response: ServerResponse): Promise<void> {
  if (url === '/livez') {
    send(response, 200, 'text/plain', 'ok\n');
  } else if (url === '/metrics') {
    send(response, 200, metrics.contentType, await metrics.text());
  } else if (url === '/readyz') {
    const readiness = await checkReadiness(checks);
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
