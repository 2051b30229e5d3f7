// What a refusal of a token endpoint means for the mailbox: wait, ask the person, or ask the operator.
import { expect, it } from 'vitest';
import { readGrant } from './token-endpoint.ts';

const thrownBy = (body: Record<string, unknown>): unknown => {
  try {
    return readGrant({ ok: false, body });
  } catch (error) {
    return error;
  }
};

it.each([
  ['invalid_grant', { code: 'consent_ended', name: 'PermanentError' }],
  ['interaction_required', { code: 'consent_ended', name: 'PermanentError' }],
  ['invalid_client', { code: 'oauth_refused', name: 'PermanentError' }],
  ['temporarily_unavailable', { code: 'oauth_unreachable', name: 'TransientError' }],
  ['server_error', { code: 'oauth_unreachable', name: 'TransientError' }],
  ['rate_limit_exceeded', { code: 'oauth_unreachable', name: 'TransientError' }],
])('takes %s for what it is', (error, expected) => {
  expect(thrownBy({ error })).toMatchObject(expected);
});

it('stops nothing over an answer that names no error', () => {
  expect(thrownBy({ error: { status: 'UNAVAILABLE' } })).toMatchObject({ code: 'oauth_unreachable', name: 'TransientError' });
  expect(thrownBy({})).toMatchObject({ code: 'oauth_unreachable', name: 'TransientError' });
});
