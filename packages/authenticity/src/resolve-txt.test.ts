import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, expect, it } from 'vitest';
import { createResolveTxt } from './resolve-txt.ts';

const clock = { now: () => new Date('2026-11-20T09:00:00Z') };
const open: Socket[] = [];
afterEach(() => open.splice(0).forEach((socket) => socket.close()));

/** Says of names of `known.example` that they have no text record, and nothing of all others. */
async function startDns(): Promise<{ servers: string[]; asked: () => number }> {
  const socket = createSocket('udp4');
  open.push(socket);
  let asked = 0;
  socket.on('message', (query, from) => {
    asked += 1;
    if (!query.includes('known')) return;
    query.writeUInt16BE(0x8180, 2);
    query.fill(0, 6, 12);
    query.writeUInt16BE(0, 6);
    socket.send(query, from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { servers: [`127.0.0.1:${socket.address().port}`], asked: () => asked };
}

const names = (count: number, of: string): string[] => Array.from({ length: count }, (_, at) => `s${at}.${of}`);

it('takes the machine for offline after six silences in a row, and asks nobody for a while', async () => {
  const { servers, asked } = await startDns();
  const resolveTxt = createResolveTxt({ servers, timeoutMs: 300, clock });
  const answers = await Promise.allSettled(names(6, 'silent.example').map(resolveTxt));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 'rejected'));
  const before = asked();
  await expect(resolveTxt('known.example')).rejects.toThrow('DNS has been silent');
  expect(asked()).toBe(before);
});

it('does not where another name was answered meanwhile', async () => {
  const { servers } = await startDns();
  const resolveTxt = createResolveTxt({ servers, timeoutMs: 300, clock });
  const silent = Promise.allSettled(names(8, 'silent.example').map(resolveTxt));
  expect((await resolveTxt('s.known.example')).rdata).toEqual([]);
  await silent;
  expect((await resolveTxt('t.known.example')).rdata).toEqual([]);
});
