import { PermanentError, TransientError } from '@quittance/domain/errors';
import { expect, it } from 'vitest';
import type { AppContext } from './context.ts';
import { describeProblem } from './problem.ts';

const french = { get: () => 'fr' } as unknown as AppContext;
const failed = (code: string): Error => Object.assign(new Error('x'), { code });

it.each([
  ['a database that is away', failed('ECONNREFUSED')],
  ['a deadlock that went the other way', failed('40P01')],
  ['a connection that was lost', new Error('Connection terminated unexpectedly')],
  ['what says of itself that it may go later', new TransientError('dns_timeout', 'x')],
])('asks to come back later for %s', (_, error) => {
  expect(describeProblem(error, french)).toMatchObject({ code: 'unavailable', status: 503, retryAfterSeconds: 5 });
});

it('says that it was a name that could not be looked up', () => {
  const error = new TransientError('host_not_found', 'nas.lan could not be looked up just now.');
  const problem = describeProblem(error, french);
  expect(problem).toMatchObject({ code: 'unavailable', status: 503, reason: 'host_not_found' });
  expect(problem.detail).toContain('n’a pas pu être recherché à l’instant');
  // A page leaves out what is an error's own English.
  expect(problem.isThrown).toBeUndefined();
});

it.each([
  ['a bug', new TypeError('x is not a function'), 'internal', 500],
  ['a constraint that nobody foresaw', failed('23514'), 'internal', 500],
  ['a mail that nobody can read', new PermanentError('mail_timeout', 'x'), 'message_unreadable', 422],
])('knows %s for what it is', (_, error, code, status) => {
  expect(describeProblem(error, french)).toMatchObject({ code, status });
});
