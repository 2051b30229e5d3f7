// How many open pages of one person are told of changes.
import { createTestDatabase } from '@quittance/testing/database';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createTestApp, ORIGIN, type Person, type TestApp } from '../test-app.ts';

const STREAMS_MAX = 50;

let app: TestApp;
let ana: Person;
beforeAll(async () => {
  app = await createTestApp(await createTestDatabase());
  ana = await app.addPerson('ana@example.org');
});
afterAll(() => app.close());

const open = async (): Promise<Response> => app.app.request(`${ORIGIN}/api/v1/stream`, { headers: { Cookie: ana.cookie } });
const openMany = (count: number): Promise<Response[]> => Promise.all(Array.from({ length: count }, open));
const leave = async (answers: readonly Response[]): Promise<void> => {
  for (const { body } of answers) await body?.cancel();
};
const streaming = (answers: readonly Response[]): number => answers.filter(({ status }) => status === 200).length;

it('is bounded also where all pages are opened at the same moment, and begins anew when they were left', async () => {
  const first = await openMany(STREAMS_MAX + 2);
  expect(streaming(first)).toBe(STREAMS_MAX);
  expect((await open()).status).toBe(204);
  await leave(first);
  await vi.waitFor(async () => {
    const again = await openMany(STREAMS_MAX + 1);
    await leave(again);
    expect(streaming(again)).toBe(STREAMS_MAX);
  });
});
