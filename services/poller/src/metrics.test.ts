// What the operator is told of each mailbox, and that a mailbox that is read no longer is told of no longer.
import { createMetrics } from '@quittance/runtime/metrics';
import { expect, it } from 'vitest';
import { pollerMetrics } from './metrics.ts';

it('tells the figures of each mailbox for as long as it is read', async () => {
  const metrics = createMetrics();
  const poller = pollerMetrics(metrics);
  const now = new Date('2026-03-03T10:01:00.000Z');
  const figures = { checkedAt: '2026-03-03T10:00:00.000Z', seen: 9, candidates: 4, pending: 1, bytesRead: 2_000, reconnects: 3 };
  poller.mailbox('a', figures, now);
  poller.mailbox('b', { ...figures, checkedAt: null }, now);
  const told = async (id: string) =>
    Object.fromEntries([...(await metrics.text()).matchAll(/^quittance_mailbox_(\w+)\{mailbox="(\w+)"\} (\S+)$/gm)].flatMap(([, name, of, value]) => (of === id ? [[name, Number(value)]] : []))); // prettier-ignore
  const counts = { messages_seen: 9, messages_candidates: 4, messages_pending: 1, received_bytes: 2_000, reconnects: 3 };
  expect(await told('a')).toEqual({ ...counts, last_check_seconds: 60 });
  expect(await told('b')).toEqual(counts);
  poller.mailbox('a', null, now);
  expect(await told('a')).toEqual({});
});
