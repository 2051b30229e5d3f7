// GET /api/v1/stream: server-sent events. `change` says that something of the person's is new; its data is a counter, and the page asks again
// for what it shows. A browser that reconnects gets one `change` at once, for what it missed.
import { readUserSettings } from '@quittance/store/user-settings';
import { streamSSE } from 'hono/streaming';
import { forPerson, whoOf, type AppContext, type AppDeps } from '../context.ts';

// Below the minute after which proxies close silent connections.
const HEARTBEAT_MS = 25_000;
const RETRY_MS = 2_000;
/** Per person and process: a forgotten loop of tabs must not eat all connections. */
const STREAMS_MAX = 50;

export function createStream(deps: Pick<AppDeps, 'changes' | 'db' | 'log'>) {
  const open = new Map<string, number>();
  return async (c: AppContext): Promise<Response> => {
    const { userId } = whoOf(c);
    // Fails here, as a problem, and not inside the stream when the person is gone.
    await forPerson(c, deps, readUserSettings);
    // Counted and taken in one go: several pages that open at the same moment are several.
    const count = open.get(userId) ?? 0;
    if (count >= STREAMS_MAX) return c.body(null, 204); // Tells an EventSource to stop trying.
    open.set(userId, count + 1);
    c.header('X-Accel-Buffering', 'no');
    const resumed = c.req.header('Last-Event-ID') !== undefined;
    return streamSSE(c, async (stream) => {
      const wake = createWake();
      const unsubscribe = deps.changes.subscribe(userId, { onChange: wake.wake, onClose: wake.end });
      stream.onAbort(wake.end);
      const heartbeat = setInterval(() => void stream.write(': still here\n\n'), HEARTBEAT_MS);
      try {
        await stream.writeSSE({ event: resumed ? 'change' : 'hello', data: '0', id: '0', retry: RETRY_MS });
        for (let id = 1; await wake.next(); id += 1) await stream.writeSSE({ event: 'change', data: String(id), id: String(id) });
      } finally {
        clearInterval(heartbeat);
        unsubscribe();
        open.set(userId, open.get(userId)! - 1);
        if (open.get(userId) === 0) open.delete(userId);
      }
    });
  };
}

// Many hints while one is being written make one more event, not many.
function createWake() {
  let pending = false;
  let ended = false;
  let resolve: (() => void) | null = null;
  const poke = (): void => {
    resolve?.();
    resolve = null;
  };
  return {
    wake: (): void => {
      pending = true;
      poke();
    },
    end: (): void => {
      ended = true;
      poke();
    },
    next: async (): Promise<boolean> => {
      if (!pending && !ended) await new Promise<void>((done) => (resolve = done));
      pending = false;
      return !ended;
    },
  };
}
