// Tells open pages that something of theirs changed. One LISTEN connection serves the whole process; each page subscribes for its person.
// A hint carries no data: who gets it asks again, so that a doubled one does no harm. One may be lost with the process that was to send it: now and then
// every page asks without one.
import type { Log } from '@quittance/domain/log';
import { listen } from '@quittance/store/notifications';

export interface Changes {
  /** `onClose` is called when the service stops. @returns the function that ends the subscription. */
  subscribe(userId: string, subscriber: ChangeSubscriber): () => void;
  close(): Promise<void>;
}

interface ChangeSubscriber {
  onChange(): void;
  onClose(): void;
}

/** A page that stands open is never older, whatever became of the hints. */
const STALE_MS_MAX = 60_000;

export interface ChangesDeps {
  readonly databaseUrl: string;
  readonly log: Log;
  readonly staleMsMax?: number;
}

export async function openChanges(deps: ChangesDeps): Promise<Changes> {
  const subscribers = new Map<string, Set<ChangeSubscriber>>();
  const tellAll = (): void => {
    for (const set of subscribers.values()) for (const subscriber of set) subscriber.onChange();
  };
  const listener = await listen({
    url: deps.databaseUrl,
    channels: ['change'],
    // Without a person it is the hint after a reconnect: something may have been missed by everybody.
    onHint: (_channel, userId) => {
      if (userId === '') tellAll();
      else for (const subscriber of subscribers.get(userId) ?? []) subscriber.onChange();
    },
    onError: (error) => deps.log.warn({ err: error }, 'change_listener_failed'),
  });
  const asking = setInterval(tellAll, deps.staleMsMax ?? STALE_MS_MAX).unref();
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
      clearInterval(asking);
      for (const set of subscribers.values()) for (const subscriber of set) subscriber.onClose();
      await listener.close();
    },
  };
}
