// A wait that ends with its time, with its signal or with the first of some events, and leaves no listener behind: connections and sessions live for
// weeks. It tells nobody which it was: whoever waits looks anew.

/** Calls `wake` when something happens. @returns the function that stops it. */
export type Subscribe = (wake: () => void) => () => void;

export async function restUntil(ms: number, signal: AbortSignal, ...events: readonly Subscribe[]): Promise<void> {
  if (signal.aborted) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const wake = (): void => resolve();
  const timer = setTimeout(wake, ms);
  const stops = events.map((subscribe) => subscribe(wake));
  signal.addEventListener('abort', wake, { once: true });
  await promise;
  clearTimeout(timer);
  signal.removeEventListener('abort', wake);
  for (const stop of stops) stop();
}
