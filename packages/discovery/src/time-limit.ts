// Bounds one way of asking: what fails or takes too long counts as no answer, and its connection is ended.

export async function withinLimit<T>(limitMs: number, noAnswer: T, ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const { promise: tooLate, resolve } = Promise.withResolvers<T>();
  const timer = setTimeout(() => {
    controller.abort(new Error('no answer in time'));
    resolve(noAnswer);
  }, limitMs);
  try {
    // A refused address, a missing name, a broken connection: the next way of asking follows.
    return await Promise.race([ask(controller.signal).catch(() => noAnswer), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
