// One time limit for all DNS questions of a message. Each signature asks for a key of its own, one after the other, and a hostile mail may
// carry dozens that lead to silent servers: an alert must not wait for them. What came too late makes the verdict `pending`.
import type { ResolveTxt } from './record-dns.ts';

/** The time runs from the first question. Answers at hand count even when it is over. */
export async function withDnsBudget<T>(resolveTxt: ResolveTxt, budgetMs: number, work: (resolveTxt: ResolveTxt) => Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  late.promise.catch(() => {}); // Nobody may be asking at that moment.
  let timer: NodeJS.Timeout | undefined;
  // By way of setImmediate: answers that arrived while this thread was busy are taken in first.
  const end = (): void => void setImmediate(() => late.reject(timedOut()));
  try {
    return await work((name) => {
      timer ??= setTimeout(end, budgetMs);
      return Promise.race([resolveTxt(name), late.promise]);
    });
  } finally {
    clearTimeout(timer);
  }
}

// The code of node:dns for it.
function timedOut(): Error {
  return Object.assign(new Error('DNS did not answer in time'), { code: 'ETIMEOUT' });
}
