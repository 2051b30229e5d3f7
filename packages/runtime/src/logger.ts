// Logs for the operator: one JSON object a line on stderr (or a given stream), one event name per line, ids as fields. What people
// wrote or who they are never gets out: fields that hold it are blanked, and addresses inside error messages too.
import { pino, type DestinationStream, type Level, type LevelWithSilent, type Logger } from 'pino';
import type { Log } from '@quittance/domain/log';

export interface LoggerOptions {
  /** Name of the service, as the field `service`. */
  readonly service: string;
  readonly level: LevelWithSilent;
  /** stderr when unset. */
  readonly destination?: DestinationStream;
}

// What a mail says, who is in it, and what opens a door.
const PRIVATE = new Set(
  `subject body text html raw quote snippet address addresses from to cc bcc recipient sender username target password credential token
   secret authorization cookie signInLink`.split(/\s+/),
);
const DEPTH_MAX = 5;
const TEXT_MAX = 4_000;
const ADDRESS = /[^\s@<>"'(),;:/]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}/g;

export function createLogger(options: LoggerOptions): Log {
  const logger = pino(
    {
      level: options.level,
      base: { service: options.service, pid: process.pid },
      messageKey: 'event',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      // Errors are plain objects by then; pino's own serializer would mix their causes into their messages.
      serializers: { err: (error: unknown) => error },
    },
    options.destination ?? pino.destination({ dest: 2, sync: true }),
  );
  return cleaned(logger);
}

// Cleaning happens before pino sees the fields: it would turn errors into text, and it formats a child's fields with no hook.
function cleaned(logger: Logger): Log {
  const write = (level: Level) => (fields: object, event: string) => {
    if (logger.isLevelEnabled(level)) logger[level](clean(fields, 0), event);
  };
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    fatal: write('fatal'),
    child: (fields) => cleaned(logger.child(clean(fields, 0) as object)),
  };
}

function clean(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return maskAddresses(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth >= DEPTH_MAX) return '…';
  if (value instanceof Error) return cleanError(value, depth);
  if (ArrayBuffer.isView(value)) return `(${value.byteLength} bytes)`;
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => clean(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, PRIVATE.has(key) && item !== null ? '[private]' : clean(item, depth + 1)]),
  );
}

function cleanError(error: Error, depth: number): Record<string, unknown> {
  const code = (error as { code?: unknown }).code;
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    message: maskAddresses(error.message),
    stack: maskAddresses(error.stack ?? ''),
    ...(error.cause === undefined ? {} : { cause: clean(error.cause, depth + 1) }),
  };
}

function maskAddresses(text: string): string {
  return text.slice(0, TEXT_MAX).replace(ADDRESS, '[address]');
}
