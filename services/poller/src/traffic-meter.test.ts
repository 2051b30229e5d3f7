// Every byte is told once, also those of a connection that closed between two looks.
import { expect, it } from 'vitest';
import { createTrafficMeter } from './traffic-meter.ts';

it('tells what came since it was asked last', async () => {
  const meter = createTrafficMeter();
  const closing = Promise.withResolvers<void>();
  const live = { receivedBytes: 100, closed: closing.promise };
  const history = { receivedBytes: 10, closed: new Promise<void>(() => {}) };
  meter.add('a', live, 'live');
  meter.add('a', history, 'history');
  expect(meter.take('a')).toEqual({ bytes: 110, signIns: 1 });
  expect(meter.take('a')).toEqual({ bytes: 0, signIns: 0 });
  live.receivedBytes = 150;
  closing.resolve();
  await closing.promise;
  history.receivedBytes = 15;
  await Promise.resolve();
  expect(meter.take('a')).toEqual({ bytes: 55, signIns: 0 });
  expect(meter.take('b')).toEqual({ bytes: 0, signIns: 0 });
});
