// The two sign-ins of a terminal, against a provider over HTTP.
import { startOAuthServer, type OAuthServer } from '@quittance/testing/oauth-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signIn } from './sign-in.ts';
import { wordsIn } from './words.ts';

let provider: OAuthServer;
beforeAll(async () => {
  provider = await startOAuthServer();
});
afterAll(() => provider.stop());

const clients = () => ({ google: provider.client('google'), microsoft: provider.client('microsoft') });
const GRANT = { accessToken: expect.stringMatching(/^\w+$/), refreshToken: expect.stringMatching(/^\w+$/) };

it('sends a browser to Google, which sends it back to this machine', async () => {
  const pages: Promise<string>[] = [];
  // The person opens the address that was printed.
  const say = (text: string): void => void pages.push(fetch(/http\S+/.exec(text)![0]).then((page) => page.text()));
  await expect(signIn({ clients: clients(), words: wordsIn('fr'), say }, 'google', 'ana@gmail.com')).resolves.toMatchObject(GRANT);
  expect(await Promise.all(pages)).toEqual([`${wordsIn('fr').signInBack}\n`]);
});

it('waits until the code was typed at Microsoft', async () => {
  const say = (text: string): void => provider.typeCode(/: (\w+)\n/.exec(text)![1]!);
  await expect(signIn({ clients: clients(), words: wordsIn('en'), say }, 'microsoft', 'ana@outlook.com')).resolves.toMatchObject(GRANT);
});

it.each<[string, string]>([
  ['yahoo', 'usage'],
  ['google', 'oauth_not_configured'],
])('says what is wrong with --oauth %s', async (wanted, code) => {
  await expect(signIn({ clients: {}, words: wordsIn('en'), say: () => {} }, wanted, 'a@b.example')).rejects.toMatchObject({ code });
});

it('takes no for an answer', async () => {
  provider.account = null;
  const say = (text: string): void => void fetch(/http\S+/.exec(text)![0]);
  await expect(signIn({ clients: clients(), words: wordsIn('en'), say }, 'google', 'ana@gmail.com')).rejects.toMatchObject({
    code: 'consent_ended',
  });
});
