// Tokens of an authority on this machine (`openssl ts`): a good one is kept, and whatever else comes is told apart and refused. openssl agrees.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveOutbound } from '@quittance/runtime/outbound';
import { startAuthority, type Behaviour, type TestAuthority } from '@quittance/testing/time-stamp-authority';
import { missingPrograms } from '@quittance/testing/tools';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestToken, type RequestDeps } from './request-token.ts';
import { TokenError, verifyToken } from './verify-token.ts';

const missing = missingPrograms('openssl');
const data = Buffer.from('quittance.local/anchor/0123456789abcdef\n3\nroot\n');

describe.skipIf(missing)(`a time-stamp authority${missing}`, () => {
  let authority: TestAuthority;
  beforeAll(async () => {
    authority = await startAuthority();
  });
  afterAll(() => authority.stop());

  const deps = (more: Partial<RequestDeps> = {}): RequestDeps => ({
    resolveHost: (host) => resolveOutbound(host, { allowPrivateHosts: ['127.0.0.1'] }),
    clock: { now: () => new Date() },
    roots: [authority.root],
    timeoutMs: 20_000,
    ...more,
  });
  const ask = (behaviour: Behaviour, more: Partial<RequestDeps> = {}) => {
    authority.behaviour = behaviour;
    return requestToken(deps(more), authority.url, data);
  };

  it('gives a token that verifies here and with openssl, also when its certificate has expired by then', async () => {
    const token = await ask('good');
    expect(token).toMatchObject({ policy: '1.3.6.1.4.1.99999.1', signer: 'O=Test, CN=Test Time Stamping signer', root: authority.root });
    expect(verifyToken(token.token, { data, roots: [token.root], onlyRoots: true })).toMatchObject({ genAt: token.genAt });
    const folder = mkdtempSync(join(tmpdir(), 'quittance-token-'));
    try {
      writeFileSync(join(folder, 'data'), data);
      writeFileSync(join(folder, 'token'), token.token);
      writeFileSync(join(folder, 'root'), token.root);
      const at = String(Date.parse(token.genAt) / 1000);
      const args = ['ts', '-verify', '-data', 'data', '-in', 'token', '-CAfile', 'root', '-attime', at];
      expect(spawnSync('openssl', args, { cwd: folder, encoding: 'utf8' })).toMatchObject({ status: 0 });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('asks for the policy that the address names, and takes no other', async () => {
    authority.behaviour = 'good';
    expect(await requestToken(deps(), `${authority.url}#policy=1.2.3.4.5`, data)).toMatchObject({ policy: '1.2.3.4.5' });
    await expect(requestToken(deps(), `${authority.url}#policy=1.2.3.4.6`, data)).rejects.toMatchObject({ code: 'refused' });
  });

  const refusals: [Behaviour, string][] = [
    ['failing', 'authority_failed'],
    ['refusing', 'refused'],
    ['garbage', 'no_token'],
    ['endless', 'authority_unreachable'],
    ['redirecting', 'redirect_refused'],
    ['wrong_nonce', 'wrong_nonce'],
    ['wrong_imprint', 'wrong_imprint'],
    ['expired_certificate', 'expired_certificate'],
    ['wrong_purpose', 'not_for_time_stamping'],
    ['foreign_root', 'untrusted_certificate'],
  ];
  it.each(refusals)('that is %s is refused as %s', async (behaviour, code) => {
    await expect(ask(behaviour)).rejects.toMatchObject({ code });
  });

  it('that is slow is left after its time', async () => {
    await expect(ask('silent', { timeoutMs: 150 })).rejects.toMatchObject({ code: 'authority_slow' });
  });

  it('is not trusted by its own word, nor by a clock far from ours, nor reached at a private address', async () => {
    await expect(ask('good', { roots: [] })).rejects.toMatchObject({ code: 'untrusted_certificate' });
    const clock = { now: () => new Date(Date.now() + 3_600_000) };
    await expect(ask('good', { clock })).rejects.toMatchObject({ code: 'implausible_time' });
    const resolveHost = (host: string) => resolveOutbound(host, { allowPrivateHosts: [] });
    await expect(ask('good', { resolveHost })).rejects.toMatchObject({ code: 'private_address_refused' });
  });

  it('gives tokens of which no byte that counts can be changed', async () => {
    const { token, root, ...stated } = await ask('good');
    const expected = { data, roots: [root], onlyRoots: true };
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const changed = Buffer.from(token);
        changed[at]! ^= mask;
        try {
          // What is not signed (a status, a certificate that is not needed) may change; what the token says may not.
          expect(verifyToken(changed, expected)).toMatchObject({ genAt: stated.genAt, policy: stated.policy, signer: stated.signer });
        } catch (error) {
          expect(error).toBeInstanceOf(TokenError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
