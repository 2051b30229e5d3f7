// Tells open pages that something of theirs changed. One LISTEN connection serves the whole process; each page subscribes for its person.
// A hint carries no data: who gets it asks again, so that a lost or doubled one does no harm.
import type { Log } from '@quittance/domain/log';
import { listen } from '@quittance/store/notifications';

export interface Changes {
  /** `onClose` is called when the service stops. @returns the function that ends the subscription. */
  subscribe(userId: string, subscriber: ChangeSubscriber): () => void;
  close(): Promise<void>;
}

export interface ChangeSubscriber {
  onChange(): void;
  onClose(): void;
}

export async function openChanges(deps: { readonly databaseUrl: string; readonly log: Log }): Promise<Changes> {
  const subscribers = new Map<string, Set<ChangeSubscriber>>();
  const listener = await listen({
    url: deps.databaseUrl,
    channels: ['change'],
    // Without a person it is the hint after a reconnect: something may have been missed by everybody.
    onHint: (_channel, userId) => {
      const sets = userId === '' ? [...subscribers.values()] : [subscribers.get(userId) ?? new Set()];
      for (const set of sets) for (const subscriber of set) subscriber.onChange();
    },
    onError: (error) => deps.log.warn({ err: error }, 'change_listener_failed'),
  });
  return {
    subscribe(userId, subscriber) {
      const set = subscribers.get(userId) ?? new Set();
      subscribers.set(userId, set.add(subscriber));
      return () => {
        set.delete(subscriber);
        if (set.size === 0 && subscribers.get(userId) === set) subscribers.delete(userId);
      };
    },
    async close() {
      for (const set of subscribers.values()) for (const subscriber of set) subscriber.onClose();
      await listener.close();
    },
  };
}
