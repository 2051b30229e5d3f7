// Tries mailbox settings for a page or the API: private targets are refused unless the operator allowed them, and whatever fails is an answer.
import { testConnection } from '@quittance/imap/test-connection';
import { resolveOutboundAll } from '@quittance/runtime/outbound';
import type { TestMailbox } from './context.ts';

export function createTestMailbox(options: { readonly allowPrivateHosts: readonly string[] }): TestMailbox {
  return ({ settings, auth }) => {
    const user = settings.username;
    return testConnection({
      settings,
      auth: () => Promise.resolve('password' in auth ? { user, pass: auth.password } : { user, accessToken: auth.accessToken }),
      resolveHost: (host) => resolveOutboundAll(host, options),
    });
  };
}
