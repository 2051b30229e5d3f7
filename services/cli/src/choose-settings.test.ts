// What `mailbox add` tries for an address: what was given, else what is found, said before the password; and what it refuses.
import { findKnown } from '@quittance/discovery/find-known';
import type { Discover, FoundSettings } from '@quittance/discovery/discovery';
import { beforeEach, describe, expect, it } from 'vitest';
import { chooseSettings, type ChoosingDeps, type ChosenSettings } from './choose-settings.ts';

const GUESSED: FoundSettings = { source: 'probe', saidBy: null, host: 'mail.shop.fr', port: 993, tls: 'tls', usernames: ['anna@shop.fr', 'anna'], needsConfirmation: true }; // prettier-ignore
const discover: Discover = (address) =>
  Promise.resolve(findKnown(address) ?? { address: address.address, provider: null, found: address.domain === 'shop.fr' ? GUESSED : null });

let said: string[] = [];
beforeEach(() => void (said = []));

function choose(address: string, options: ChosenSettings = {}, deps: Partial<ChoosingDeps> = {}) {
  const base: ChoosingDeps = { json: false, language: 'en', say: (text) => said.push(text), discover, isWatched: true };
  return chooseSettings({ ...base, ...deps }, address, options);
}

describe('with a host', () => {
  it('takes what was given and asks nobody', async () => {
    const nobody = { discover: () => Promise.reject(new Error('asked')) };
    expect(await choose('anna@nas', { host: 'nas', tls: 'starttls' }, nobody)).toEqual([
      { address: 'anna@nas', host: 'nas', port: 143, tls: 'starttls', username: 'anna@nas' },
    ]);
    expect(said).toEqual([]);
  });
});

describe('without a host', () => {
  it('says server, advice and link before the password, in the language of the person', async () => {
    expect(await choose('anna@gmail.com', {}, { language: 'fr' })).toEqual([
      { address: 'anna@gmail.com', host: 'imap.gmail.com', port: 993, tls: 'tls', username: 'anna@gmail.com' },
    ]);
    expect(said.join('\n')).toMatch(/imap\.gmail\.com:993 \(connu de Quittance\)[^]*mot de passe d’application[^]*myaccount\.google\.com/);
  });

  it('is silent towards programs', async () => {
    await choose('anna@gmail.com', {}, { json: true, isWatched: false });
    expect(said).toEqual([]);
  });

  it('has a second name to try, but not beside one that was given; other options win too', async () => {
    expect((await choose('anna@free.fr')).map(({ username }) => username)).toEqual(['anna@free.fr', 'anna']);
    expect(await choose('anna@free.fr', { username: 'x', tls: 'starttls' })).toMatchObject([{ username: 'x', tls: 'starttls', port: 143 }]);
  });

  it('gives a guessed host no password that nobody watched', async () => {
    expect(await choose('anna@shop.fr')).toMatchObject([{ host: 'mail.shop.fr', username: 'anna@shop.fr' }, { username: 'anna' }]);
    expect(said.join('\n')).toContain('Is mail.shop.fr the server of your provider?');
    await expect(choose('anna@shop.fr', {}, { isWatched: false })).rejects.toMatchObject({
      code: 'host_unconfirmed',
      message: expect.stringContaining('--host mail.shop.fr') as string,
    });
  });

  it.each([
    ['anna@hotmail.fr', 'sign_in_unavailable'],
    ['anna@tuta.com', 'sign_in_unavailable'],
    ['anna@nowhere.fr', 'settings_not_found'],
    ['anna', 'usage'],
    ['anna@localhost', 'usage'],
  ])('%s ends as %s', async (address, code) => {
    await expect(choose(address)).rejects.toMatchObject({ code });
  });
});

it.each<ChosenSettings>([{ port: '0' }, { port: 'x' }, { tls: 'ssl' }])('refuses %j', async (options) => {
  await expect(choose('anna@gmail.com', options)).rejects.toMatchObject({ code: 'usage' });
});
