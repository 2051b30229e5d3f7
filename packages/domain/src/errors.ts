// The error model of every package. Expected outcomes are values, never errors; what is thrown is one of three things:
// something that may work later (transient), something that never will (permanent), or a bug (invariant).

/** May succeed when tried again, after `retryAfterMs` at the earliest where it is known. */
export class TransientError extends Error {
  readonly code: string;
  readonly retryAfterMs: number | undefined;

  constructor(code: string, message: string, options: { cause?: unknown; retryAfterMs?: number } = {}) {
    super(message, { cause: options.cause });
    this.name = 'TransientError';
    this.code = code;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** Will fail the same way each time. `code` is for programs (`lower_snake`), the message says what to do. */
export class PermanentError extends Error {
  readonly code: string;

  constructor(code: string, message: string, options: { cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'PermanentError';
    this.code = code;
  }
}

/** A bug, not an operating error: the work at hand fails loudly, nothing goes on with a broken assumption. */
export class InvariantError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InvariantError';
  }
}

export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}

/** For the `default` of an exhaustive `switch`. */
export function unreachable(value: never): never {
  throw new InvariantError(`unexpected value ${JSON.stringify(value)}`);
}
