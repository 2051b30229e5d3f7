// Tries mailbox settings for a page or the API: private targets are refused unless the operator allowed them, and whatever fails is an answer.
import { testConnection } from '@quittance/imap/test-connection';
import { resolveOutboundAll } from '@quittance/runtime/outbound';
import type { TestMailbox } from './context.ts';

export function createTestMailbox(options: { readonly allowPrivateHosts: readonly string[] }): TestMailbox {
  return ({ settings, credential }) => {
    // OAuth mailboxes are made by their own sign-in, which is the test.
    if (credential.kind !== 'password') return Promise.resolve({ ok: false, code: 'credential_refused', text: '' });
    return testConnection({
      settings,
      auth: () => Promise.resolve({ user: settings.username, pass: credential.password }),
      resolveHost: (host) => resolveOutboundAll(host, options),
    });
  };
}
