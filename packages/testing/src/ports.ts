// Ports for servers of tests, and the moment from which they answer.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';

const COMES_UP_MS_MAX = 30_000;

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** @throws with what the process complained about. */
export async function waitForGreeting(port: number, child: ChildProcess, name: string): Promise<void> {
  const deadline = Date.now() + COMES_UP_MS_MAX;
  let complaints = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  while (Date.now() < deadline && child.exitCode === null) {
    if (await greets(port)) return;
  }
  throw new Error(`${name} did not come up: ${complaints}`);
}

function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const done = (result: boolean): void => {
      socket.destroy();
      setTimeout(() => resolve(result), result ? 0 : 50);
    };
    socket.once('data', () => done(true));
    socket.once('error', () => done(false));
    socket.once('close', () => done(false));
  });
}
