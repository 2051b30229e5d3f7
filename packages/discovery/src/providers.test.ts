// The provider table as data: whole, without contradictions, with words in both languages wherever a person must do something first.
import { describe, expect, it } from 'vitest';
import { isPublicHostName } from './mail-address.ts';
import type { Provider } from './provider.ts';
import { PROVIDERS } from './providers.ts';

const faults: Record<string, (provider: Provider) => boolean> = {
  'can be recognised': ({ domains, mxSuffixes = [] }) => domains.length + mxSuffixes.length === 0,
  'names domains in lower case': ({ domains, mxSuffixes = [] }) =>
    [...domains, ...mxSuffixes].some((name) => !/^[a-z0-9.-]+\.[a-z]+$/.test(name)),
  'is read from a public server over TLS on 993, but for a bridge on this machine': ({ server, signIn }) =>
    signIn === 'none' ? server !== null : signIn === 'bridge' ? server?.host !== '127.0.0.1' : !server || !isPublicHostName(server.host) || server.port !== 993 || server.tls !== 'tls', // prettier-ignore
  'says in both languages what to do first': ({ signIn, hint }) =>
    signIn !== 'password' && !(hint && hint.en.length > 20 && hint.fr.length > 20),
  'has the page where its app password is made': ({ signIn, link }) => signIn === 'app_password' && link?.does !== 'make_app_password',
  'links over https': ({ link }) => link !== undefined && new URL(link.url).protocol !== 'https:',
  'has no hint in one language only': ({ hint }) => hint !== undefined && (hint.en === hint.fr || hint.en === '' || hint.fr === ''),
};

const BROKEN: Provider = { id: 'x', name: 'X', domains: [], server: null, username: 'address', signIn: 'app_password', link: { url: 'http://x', does: 'read_more' }, hint: { en: '', fr: '' } }; // prettier-ignore

describe('every provider', () => {
  it.each(Object.entries(faults))('%s', (name, isFaulty) => {
    const broken = name.includes('lower case') ? { ...BROKEN, domains: ['X.COM'] } : BROKEN;
    expect(isFaulty(broken), 'the rule must see a broken entry').toBe(true);
    expect(PROVIDERS.filter(isFaulty).map(({ id }) => id)).toEqual([]);
  });

  it('is named once, and no domain or exchanger belongs to two', () => {
    for (const names of [
      PROVIDERS.map(({ id }) => id),
      PROVIDERS.flatMap(({ domains }) => domains),
      PROVIDERS.flatMap(({ mxSuffixes = [] }) => mxSuffixes),
    ]) {
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    }
  });
});
