import { expect, it } from 'vitest';
import { createLogger } from './logger.ts';

function capture(): { lines: Record<string, unknown>[]; log: ReturnType<typeof createLogger> } {
  const lines: Record<string, unknown>[] = [];
  const destination = { write: (text: string) => void lines.push(JSON.parse(text) as Record<string, unknown>) };
  return { lines, log: createLogger({ service: 'test', level: 'debug', destination }) };
}

it('writes one event name a line and keeps people out of it', () => {
  const { lines, log } = capture();
  log
    .child({ mailboxId: 'm1', address: 'anna@example.org' })
    .info({ uid: 7, message: { subject: 'Private', size: 3 } }, 'message_accepted');
  expect(lines[0]).toMatchObject({
    level: 'info',
    service: 'test',
    event: 'message_accepted',
    mailboxId: 'm1',
    uid: 7,
    address: '[private]',
  });
  expect(JSON.stringify(lines)).not.toMatch(/anna|Private"/);
});

it('keeps codes and causes of errors but no address inside their text', () => {
  const { lines, log } = capture();
  const error = Object.assign(new Error('no mailbox anna.b+x@mail.example.org here', { cause: new Error('root@host said no') }), {
    code: 'nope',
  });
  log.error({ err: error }, 'failed');
  expect(lines[0]).toMatchObject({ err: { code: 'nope', message: 'no mailbox [address] here', cause: { message: '[address] said no' } } });
  expect(JSON.stringify(lines)).not.toMatch(/anna|root@/);
});
