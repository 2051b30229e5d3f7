import { expect, it, onTestFinished, vi } from 'vitest';
import { refuseUnsafeTarget, resolveOutbound } from './outbound.ts';

const answers = (...list: string[]) => ({
  lookup: () => Promise.resolve(list.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))),
});
const resolve = (host: string, allow: string[], ...list: string[]) =>
  resolveOutbound(host, { allowPrivateHosts: allow, ...answers(...list) });

it.each([
  '127.0.0.1',
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '169.254.169.254',
  '172.31.255.255',
  '192.168.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  'fc00::1',
  'fd12::1',
  'fe80::1',
  'fe80::1%eth0',
  'ff02::1',
])('refuses %s', async (address) => {
  await expect(resolve('mail.example', [], address)).rejects.toMatchObject({ code: 'private_address_refused' });
});

it('refuses when any one answer is private, and literals and brackets as well', async () => {
  await expect(resolve('mail.example', [], '93.184.216.34', '10.0.0.1')).rejects.toMatchObject({ code: 'private_address_refused' });
  await expect(resolve('[::1]', [])).rejects.toMatchObject({ code: 'private_address_refused' });
  await expect(resolve('127.0.0.1', [])).rejects.toMatchObject({ code: 'private_address_refused' });
});

it('gives a checked answer, IPv4 first', async () => {
  expect(await resolve('mail.example', [], '2606:2800::1', '93.184.216.34')).toEqual({ address: '93.184.216.34', family: 4 });
  expect(await resolve('mail.example', [], '93.184.216.34', '2606:2800::1')).toEqual({ address: '93.184.216.34', family: 4 });
  expect(await resolve('2606:2800::1', [])).toEqual({ address: '2606:2800::1', family: 6 });
});

it('lets through what the operator named: a host, an address, a network', async () => {
  expect(await resolve('nas.lan', ['NAS.lan'], '192.168.1.9')).toMatchObject({ address: '192.168.1.9' });
  expect(await resolve('x.example', ['192.168.1.0/24'], '192.168.1.9')).toMatchObject({ address: '192.168.1.9' });
  expect(await resolve('127.0.0.1', ['127.0.0.1'])).toMatchObject({ address: '127.0.0.1' });
  await expect(resolve('x.example', ['192.168.1.0/24', 'nas.lan'], '192.168.2.9')).rejects.toMatchObject({
    code: 'private_address_refused',
  });
});

it('tells a name that does not exist from a resolver that fails', async () => {
  const failing = (code: string) => ({ allowPrivateHosts: [], lookup: () => Promise.reject(Object.assign(new Error(code), { code })) });
  await expect(resolveOutbound('nope.example', failing('ENOTFOUND'))).rejects.toMatchObject({
    name: 'PermanentError',
    code: 'host_not_found',
  });
  await expect(resolveOutbound('nope.example', failing('EAI_AGAIN'))).rejects.toMatchObject({
    name: 'TransientError',
    code: 'host_not_found',
  });
});

it('lets a URL go unencrypted only to hosts that the operator named', async () => {
  const check = (url: string, allowPrivateHosts: string[], ...addresses: string[]) =>
    refuseUnsafeTarget(url, { allowPrivateHosts, lookup: () => Promise.resolve(addresses.map((address) => ({ address, family: 4 }))) });
  for (const [url, allowed] of [
    ['http://nas.lan/x', ['nas.lan']],
    ['http://NAS.lan./x', ['nas.lan']],
    ['http://other.lan/x', ['10.0.0.0/8']],
    ['http://127.0.0.1:9/x', ['127.0.0.1']],
    ['http://[::1]:9/x', ['[::1]']],
    ['https://outside.example/x', []],
  ] as const)
    await expect(check(url, [...allowed], url.includes('outside') ? '93.184.216.34' : '10.0.0.1'), url).resolves.toBeUndefined();
  for (const allowed of [[], ['nas.lan'], ['10.0.0.0/8']])
    await expect(check('http://outside.example/x', allowed, '93.184.216.34'), allowed.join()).rejects.toMatchObject({
      code: 'insecure_target',
      message: expect.stringContaining('http://outside.example would get alerts in the clear') as string,
    });
  await expect(check('http://both.example/x', ['10.0.0.0/8'], '10.0.0.1', '93.184.216.34')).rejects.toMatchObject({
    code: 'insecure_target',
  });
});

it('says of a URL at once that it leads into a private network, and nothing of what can not be looked up', async () => {
  const check = (url: string, allowPrivateHosts: string[] = [], address = '10.0.0.1') =>
    refuseUnsafeTarget(url, { allowPrivateHosts, lookup: () => Promise.resolve([{ address, family: 4 }]) });
  for (const url of ['http://127.0.0.1:9/x', 'http://[::1]/x', 'http://2130706433/x', 'https://inside.example/x']) {
    await expect(check(url), url).rejects.toMatchObject({ code: 'private_address_refused' });
  }
  await expect(check('https://inside.example/x', ['10.0.0.0/8'])).resolves.toBeUndefined();
  await expect(check('https://outside.example/x', [], '93.184.216.34')).resolves.toBeUndefined();
  await expect(check('no url')).resolves.toBeUndefined();
  const gone = () => Promise.reject(Object.assign(new Error('ENOTFOUND'), { code: 'ENOTFOUND' }));
  const unknown = refuseUnsafeTarget('http://gone.example/x', { allowPrivateHosts: ['10.0.0.0/8'], lookup: gone });
  await expect(unknown).rejects.toMatchObject({ code: 'insecure_target' });
  await expect(refuseUnsafeTarget('https://gone.example/x', { allowPrivateHosts: [], lookup: gone })).resolves.toBeUndefined();
});

it('says of an unencrypted target whose addresses did not come that it can not be looked up now, where they might be among those named', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const failing = () => Promise.reject(Object.assign(new Error('EAI_AGAIN'), { code: 'EAI_AGAIN' }));
  for (const lookup of [() => new Promise<never>(() => {}), failing]) {
    const check = async (url: string, ...allowPrivateHosts: string[]) => {
      const refused = refuseUnsafeTarget(url, { allowPrivateHosts, lookup }).catch((error: unknown) => error);
      await vi.advanceTimersByTimeAsync(3_000);
      return refused;
    };
    expect(await check('http://nas.lan/x', '10.0.0.0/8')).toMatchObject({
      name: 'TransientError',
      code: 'host_not_found',
      message: 'nas.lan could not be looked up just now.',
    });
    expect(await check('http://nas.lan/x', 'other.lan')).toMatchObject({ code: 'insecure_target' });
    expect(await check('http://nas.lan/x', 'nas.lan', '10.0.0.0/8')).toBeUndefined();
    expect(await check('https://nas.lan/x', '10.0.0.0/8')).toBeUndefined();
  }
});
