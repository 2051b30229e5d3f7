// A TCP proxy that misbehaves on demand, and writes down what the client sent: put between the poller and a real server, it shows both
// that connections may die anywhere and that only reading commands were ever sent.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface FaultProxy {
  readonly port: number;
  /** Everything clients sent, as text (plain connections only). */
  readonly sent: string;
  readonly connections: number;
  /** Connections of clients that are open now. */
  readonly open: number;
  /** From the server, as it came over the wire. */
  readonly receivedBytes: number;
  /** `refuse` ends new connections at once; `cut` ends the connection after `cutAfterBytes` more bytes from the server; `blackhole` swallows both ways. */
  mode: 'pass' | 'refuse' | 'cut' | 'blackhole';
  cutAfterBytes: number;
  /** Each piece from the server comes so much later. */
  delayMs: number;
  /** From the moment a connection's client has sent what this matches, its server's answers wait until `release`. */
  holdWhen: RegExp | null;
  release(): void;
  /** `half`: the server's side says that it sends nothing more, and goes on listening. */
  kill(how: 'rst' | 'fin' | 'half'): void;
  close(): Promise<void>;
}

export async function startFaultProxy(targetPort: number): Promise<FaultProxy> {
  const pairs = new Set<readonly [Socket, Socket]>();
  const sent: Buffer[] = [];
  let connections = 0;
  let receivedBytes = 0;
  const listener = createServer((client) => {
    connections += 1;
    client.on('error', () => {});
    if (proxy.mode === 'refuse') return void client.destroy();
    const server = connect(targetPort, '127.0.0.1');
    const pair = [client, server] as const;
    pairs.add(pair);
    server.on('error', () => client.destroy());
    let said = '';
    client.on('data', (chunk) => {
      sent.push(chunk);
      said += chunk.toString('latin1');
      if (proxy.holdWhen?.test(said)) server.pause();
      if (proxy.mode !== 'blackhole') server.write(chunk);
    });
    server.on('data', (chunk) => {
      receivedBytes += chunk.length;
      if (proxy.mode === 'blackhole') return;
      if (proxy.mode === 'cut') {
        client.write(chunk.subarray(0, Math.max(0, proxy.cutAfterBytes)));
        proxy.cutAfterBytes -= chunk.length;
        if (proxy.cutAfterBytes > 0) return;
        proxy.mode = 'pass';
        client.resetAndDestroy();
        server.destroy();
        return;
      }
      if (proxy.delayMs === 0) client.write(chunk);
      else {
        server.pause();
        setTimeout(() => {
          client.write(chunk);
          server.resume();
        }, proxy.delayMs);
      }
    });
    client.on('close', () => {
      server.destroy();
      pairs.delete(pair);
    });
    server.on('close', () => client.end());
  }).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const proxy: FaultProxy = {
    port: (listener.address() as AddressInfo).port,
    get sent() {
      return Buffer.concat(sent).toString('latin1');
    },
    get receivedBytes() {
      return receivedBytes;
    },
    get connections() {
      return connections;
    },
    get open() {
      return pairs.size;
    },
    mode: 'pass',
    cutAfterBytes: 0,
    delayMs: 0,
    holdWhen: null,
    release() {
      proxy.holdWhen = null;
      for (const [, server] of pairs) server.resume();
    },
    kill(how) {
      for (const [client, server] of pairs) {
        if (how === 'rst') client.resetAndDestroy();
        else client.end();
        if (how !== 'half') server.destroy();
      }
    },
    async close() {
      for (const [client, server] of pairs) {
        client.destroy();
        server.destroy();
      }
      listener.close();
      await once(listener, 'close');
    },
  };
  return proxy;
}
