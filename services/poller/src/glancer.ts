// Looks at beginnings of messages in a thread of its own. A thousand looks take half a second; on the service's own loop, nothing else
// (a mail that arrives, its alert, a page) would happen meanwhile. Never throws: what could not be looked at is to be read.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Glance } from '@quittance/classify/prefilter/pass-over';
import { glanceAt } from './glance-at.ts';

export interface Beginning {
  readonly bytes: Buffer;
  /** Whether the bytes are all of the message. */
  readonly isWhole: boolean;
}

export interface Glancer {
  /** In the order given; `letterChars` as for `glance`. */
  look(beginnings: readonly Beginning[], letterChars: number): Promise<Glance[]>;
  close(): Promise<void>;
}

export interface GlanceRequest {
  readonly id: number;
  /** One after the other, and room for more. */
  readonly bytes: Uint8Array;
  /** Where each ends. */
  readonly ends: Uint32Array;
  readonly whole: Uint8Array;
  readonly letterChars: number;
}

export interface GlanceAnswer {
  readonly id: number;
  readonly seen: readonly Glance[];
  /** The request's room, to be used again: new memory of half a megabyte costs several times what is done with it. */
  readonly bytes: Uint8Array;
}

interface Thread {
  readonly worker: Worker;
  /** What each request's answer is given to; the oldest is under way. */
  readonly waiting: Map<number, (seen: readonly Glance[] | null) => void>;
  /** Rooms that came back. */
  readonly free: Uint8Array[];
  timer: NodeJS.Timeout;
}

/** The thread takes as long to start as a thousand looks: where it does not run, fewer than this are had sooner without it. */
const FEW = 50;
/** Without the thread, the loop gets a turn after so many: about two milliseconds. */
const AT_A_TURN = 8;
/** A package of a megabyte takes 50 ms; a thread that starts on a loaded machine, seconds. */
const ANSWER_MS = 60_000;
/** Bytes: of the usual package, 64 beginnings of 8 KB. */
const ROOM = 512 * 1024;
/** The packages of one range are all under way at a time, where the server is quicker than the thread. */
const ROOMS_MAX = 16;
const IDLE_MS = 30_000;
/** It holds the rules of nine languages and one package; what V8 would let it gather otherwise counts for the whole service. */
const HEAP = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 12 };
const WORKER_URL = new URL('./glance-worker.ts', import.meta.url);

/** @param options for tests: another thread, less patience. */
export function createGlancer(options: { readonly workerUrl?: URL; readonly answerMs?: number } = {}): Glancer {
  const { workerUrl = WORKER_URL, answerMs = ANSWER_MS } = options;
  let thread: Thread | null = null;
  let lastId = 0;

  const end = (over: Thread): Promise<unknown> => {
    if (thread === over) thread = null;
    clearTimeout(over.timer);
    for (const give of over.waiting.values()) give(null);
    over.waiting.clear();
    return over.worker.terminate();
  };

  /** Gives the thread its time for the next answer, or to be of use again. */
  const wind = (running: Thread): void => {
    clearTimeout(running.timer);
    running.timer = setTimeout(() => void end(running), running.waiting.size > 0 ? answerMs : IDLE_MS).unref();
  };

  const begin = (): Thread | null => {
    let worker: Worker;
    try {
      worker = new Worker(workerUrl, { resourceLimits: HEAP });
    } catch {
      return null; // No room for another thread just now: the looks are had without it.
    }
    worker.unref();
    const begun: Thread = { worker, waiting: new Map(), free: [], timer: setTimeout(() => {}, 0) };
    worker.on('message', ({ id, seen, bytes }: GlanceAnswer) => {
      begun.waiting.get(id)?.(seen);
      begun.waiting.delete(id);
      if (bytes.length === ROOM && begun.free.length < ROOMS_MAX) begun.free.push(bytes);
      wind(begun);
    });
    // Whatever ended it: what waited is read, and the next look begins another one.
    worker.on('error', () => void end(begun));
    worker.on('exit', () => void end(begun));
    return begun;
  };

  return {
    async look(beginnings, letterChars) {
      const running = thread ?? (beginnings.length < FEW ? null : begin());
      if (!running) return lookHere(beginnings, letterChars);
      thread = running;
      const { promise, resolve } = Promise.withResolvers<readonly Glance[] | null>();
      const request = toRequest((lastId += 1), running.free, beginnings, letterChars);
      running.waiting.set(request.id, resolve);
      if (running.waiting.size === 1) wind(running);
      running.worker.postMessage(request, [request.bytes.buffer as ArrayBuffer]);
      const seen = await promise;
      return seen?.length === beginnings.length ? [...seen] : beginnings.map(() => 'read');
    },
    async close() {
      if (thread) await end(thread);
    },
  };
}

async function lookHere(beginnings: readonly Beginning[], letterChars: number): Promise<Glance[]> {
  const seen: Glance[] = [];
  for (const { bytes, isWhole } of beginnings) {
    seen.push(glanceAt(bytes, isWhole, letterChars));
    if (seen.length % AT_A_TURN === 0) await nextTurn();
  }
  return seen;
}

function toRequest(id: number, free: Uint8Array[], beginnings: readonly Beginning[], letterChars: number): GlanceRequest {
  const length = beginnings.reduce((sum, one) => sum + one.bytes.length, 0);
  const bytes = length > ROOM ? new Uint8Array(length) : (free.pop() ?? new Uint8Array(ROOM));
  const ends = new Uint32Array(beginnings.length);
  let at = 0;
  for (const [index, one] of beginnings.entries()) {
    bytes.set(one.bytes, at);
    at += one.bytes.length;
    ends[index] = at;
  }
  return { id, bytes, ends, whole: Uint8Array.from(beginnings, (one) => (one.isWhole ? 1 : 0)), letterChars };
}
