// The ways to ask, against servers on this machine: an https server and an IMAP server with certificates for invented names, and a DNS server.
// Slow, large, redirecting and lying ones are no answer, within the limit.
import { execFileSync } from 'node:child_process';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo, Socket as NetSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askNetwork, type NetworkOptions } from './ask-network.ts';
import { createDiscovery } from './create-discovery.ts';
import type { Asking } from './discover.ts';
import { parseAddress } from './mail-address.ts';

const LIMIT_MS = 400;
const XML =
  '<clientConfig><emailProvider id="shop.fr"><domain>shop.fr</domain><incomingServer type="imap"><hostname>imap.shop.fr</hostname>' +
  '<port>993</port><socketType>SSL</socketType></incomingServer></emailProvider></clientConfig>';
const GREETINGS: Record<string, string | null> = {
  'imap.shop.fr': '* OK ready\r\n',
  'mail.shop.fr': '220 smtp ready\r\n',
  'silent.shop.fr': null,
};

let folder: string;
let https: Server;
let imap: TlsServer;
let dns: Socket;
let test: NonNullable<NetworkOptions['test']>;
let asking: Asking;
let dnsServer: string;
const paths: string[] = [];
const heard: string[] = [];
const sockets = new Set<NetSocket>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quittance-discovery-'));
  const names = ['autoconfig.shop.fr', 'shop.fr', ...Object.keys(GREETINGS)].map((name) => `DNS:${name}`).join(',');
  execFileSync(
    'openssl',
    // prettier-ignore
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=discovery test',
      '-addext', `subjectAltName=${names}`, '-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')],
    { stdio: 'ignore' },
  );
  const [key, cert] = await Promise.all([readFile(join(folder, 'key.pem'), 'utf8'), readFile(join(folder, 'cert.pem'), 'utf8')]);
  https = createServer({ key, cert }, (request, response) => {
    const { pathname } = new URL(request.url!, 'https://shop.fr');
    paths.push(pathname);
    if (pathname === '/moved') return response.writeHead(302, { Location: '/mail/config-v1.1.xml' }).end();
    if (pathname === '/huge') return response.end('x'.repeat(200_000));
    if (pathname === '/slow') return response.write('<clientConfig>');
    if (pathname.endsWith('config-v1.1.xml')) return response.end(XML);
    return response.writeHead(404).end();
  });
  imap = createTlsServer({ key, cert }, (socket) => {
    sockets.add(socket);
    const greeting = GREETINGS[(socket as { servername?: string }).servername ?? ''];
    if (greeting) socket.write(greeting);
    socket.setEncoding('latin1');
    socket.on('error', () => {});
    socket.on('data', (line: string) => {
      heard.push(...line.trimEnd().split('\r\n'));
      if (line.startsWith('a CAPABILITY')) socket.write('* CAPABILITY IMAP4rev1 IDLE\r\na OK done\r\n');
    });
  });
  dns = createSocket('udp4');
  dns.on('message', (query, from) => {
    const answer = dnsAnswer(query);
    if (answer) dns.send(answer, from.port, from.address);
  });
  await Promise.all([https.listen(0, '127.0.0.1'), imap.listen(0, '127.0.0.1')].map((server) => once(server, 'listening')));
  dns.bind(0, '127.0.0.1');
  await once(dns, 'listening');
  test = {
    ca: cert,
    httpsPort: (https.address() as AddressInfo).port,
    imapPort: (imap.address() as AddressInfo).port,
    resolve: (host) =>
      host === 'gone.shop.fr' ? Promise.reject(new Error('no such host')) : Promise.resolve({ address: '127.0.0.1', family: 4 }),
    limitMs: LIMIT_MS,
  };
  dnsServer = `127.0.0.1:${dns.address().port}`;
  asking = askNetwork({ allowPrivateHosts: [], dnsServers: [dnsServer], test });
});

afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  https?.closeAllConnections();
  https?.close();
  imap?.close();
  dns?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a file', () => {
  const file = (url: string) => asking.file(new URL(url));

  it('comes over https with a certificate for the name', async () => {
    expect(await file('https://shop.fr/mail/config-v1.1.xml')).toBe(XML);
    expect(await file('https://other.fr/mail/config-v1.1.xml'), 'a certificate for another name').toBeNull();
    const withoutCa = askNetwork({ allowPrivateHosts: [], test: { ...test, ca: '' } });
    expect(await withoutCa.file(new URL('https://shop.fr/mail/config-v1.1.xml')), 'an unknown authority').toBeNull();
  });

  it.each([
    'https://shop.fr/moved',
    'https://shop.fr/huge',
    'https://shop.fr/none',
    'https://gone.shop.fr/x',
    'http://shop.fr/mail/config-v1.1.xml',
    'https://127.0.0.1/mail/config-v1.1.xml',
  ])('is not taken from %s', async (url) => expect(await file(url)).toBeNull());

  it('is given up when it takes too long', async () => {
    const started = performance.now();
    expect(await file('https://shop.fr/slow')).toBeNull();
    expect(performance.now() - started).toBeLessThan(10 * LIMIT_MS);
    expect(paths).toContain('/slow');
    expect(
      paths.filter((path) => path === '/mail/config-v1.1.xml'),
      'the redirect was not followed',
    ).toHaveLength(1);
  });

  it('is not asked for where the name leads to a private address', async () => {
    const { resolve: _, ...rest } = test;
    const guarded = askNetwork({ allowPrivateHosts: [], test: rest });
    expect(await guarded.file(new URL('https://localhost/mail/config-v1.1.xml'))).toBeNull();
    expect(await guarded.isAllowed('localhost')).toBe(false);
    expect(await askNetwork({ allowPrivateHosts: ['localhost'] }).isAllowed('localhost')).toBe(true);
  });
});

describe('a probe', () => {
  it('sees an IMAP server and tells it nothing', async () => {
    expect(await asking.answersImap('imap.shop.fr')).toBe(true);
    await expect.poll(() => heard).toEqual(['a CAPABILITY', 'b LOGOUT']);
  });

  it.each(['mail.shop.fr', 'silent.shop.fr', 'stranger.fr', 'gone.shop.fr'])('sees none at %s', async (host) => {
    expect(await asking.answersImap(host)).toBe(false);
  });
});

describe('DNS', () => {
  it('gives exchangers by preference and services; a silent server is no answer', async () => {
    expect(await asking.mailExchangers('shop.fr')).toEqual(['mx1.shop.fr', 'mx2.shop.fr']);
    expect(await asking.srvRecords('_imaps._tcp.shop.fr')).toMatchObject([{ target: 'imap.shop.fr', port: 993, priority: 5, weight: 7 }]);
    expect(await asking.mailExchangers('silent.fr')).toEqual([]);
  });
});

it('finds a domain of its own from end to end', async () => {
  const discover = createDiscovery({ allowPrivateHosts: [], dnsServers: [dnsServer], test });
  expect((await discover(parseAddress('anna@shop.fr')!)).found).toMatchObject({
    source: 'autoconfig',
    host: 'imap.shop.fr',
    needsConfirmation: false,
  });
});

/** Two exchangers in the wrong order for MX, one record for SRV (RFC 1035 §4.1, RFC 2782); nothing for names under silent.fr. */
function dnsAnswer(query: Buffer): Buffer | null {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at]!; length > 0; length = query[at]!) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  if (labels.join('.').endsWith('silent.fr')) return null;
  const type = query.readUInt16BE(at + 1);
  const records = type === 15 ? [[20, 'mx2.shop.fr'], [10, 'MX1.shop.fr']].map(([priority, name]) => Buffer.concat([u16(priority as number), encodeName(name as string)])) : [Buffer.concat([u16(5), u16(7), u16(993), encodeName('imap.shop.fr')])]; // prettier-ignore
  const answers = records.map((data) => Buffer.concat([u16(0xc00c), u16(type), u16(1), u16(0), u16(60), u16(data.length), data]));
  const head = Buffer.concat([query.subarray(0, 2), u16(0x8180), u16(1), u16(records.length), u16(0), u16(0)]);
  return Buffer.concat([head, query.subarray(12, at + 5), ...answers]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function encodeName(name: string): Buffer {
  return Buffer.from(`${name.split('.').map((label) => String.fromCharCode(label.length) + label).join('')}\0`, 'latin1'); // prettier-ignore
}
