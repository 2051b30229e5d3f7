// What the same work costs back to back and after a rest: an exchange between two processes, and reading one mail. A live mail is work after a rest at
// each of its steps, so this says how much of its time is the machine's: `node test/bench/after-rest.ts`.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { classifyMessage } from '@quittance/classify/classify-message';
import { parseMessage } from '@quittance/mail/parse-message';

const REST_MS = 200;
const ROUNDS = { warm: 2_000, measured: 40 };

if (process.send) {
  const echo = createServer((socket) => socket.setNoDelay().pipe(socket)).listen(0, '127.0.0.1');
  await once(echo, 'listening');
  process.send((echo.address() as AddressInfo).port);
} else {
  const child = fork(import.meta.filename);
  const [port] = (await once(child, 'message')) as [number];
  const socket = connect(port, '127.0.0.1').setNoDelay();
  await report('exchange between two processes', async () => {
    socket.write('x');
    await once(socket, 'data');
  });
  let number = 0;
  await report('reading a short notice', async () => {
    classifyMessage(await parseMessage(notice((number += 1))));
  });
  child.kill();
  socket.destroy();
}

async function report(name: string, work: () => Promise<void>): Promise<void> {
  await timesOf(work, ROUNDS.warm, 0);
  const [backToBack, rested] = [await timesOf(work, ROUNDS.measured, 0), await timesOf(work, ROUNDS.measured, REST_MS)];
  const said = (times: readonly number[]): string => `${times[times.length >> 1]!.toFixed(2)} ms`;
  process.stdout.write(`${name}: ${said(backToBack)} back to back, ${said(rested)} after ${REST_MS} ms of rest (p50)\n`);
}

async function timesOf(work: () => Promise<void>, rounds: number, restMs: number): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (restMs > 0) await sleep(restMs);
    const from = performance.now();
    await work();
    times.push(performance.now() - from);
  }
  return times.sort((a, b) => a - b);
}

function notice(number: number): Buffer {
  const merchant = `Streambox${number}`;
  return Buffer.from(
    [
      `From: ${merchant} <billing@${merchant.toLowerCase()}.example>`,
      'To: camille@home.example',
      `Subject: Your ${merchant} subscription renews soon`,
      'Date: Fri, 20 Nov 2026 10:00:00 +0000',
      `Message-ID: <${merchant}@bench.example>`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      `Your ${merchant} Pro plan renews on December 20, 2026 for $23.00 per month.`,
      '',
    ].join('\r\n'),
  );
}
