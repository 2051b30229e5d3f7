// Discovery as decisions: forty addresses that our own data answers, and what is made of a domain's own statements, hostile ones among them.
// Nothing is sent: the ways to ask are given.
import { describe, expect, it } from 'vitest';
import { autoconfigUrls, discover, type Asking } from './discover.ts';
import { parseAddress, type MailAddress } from './mail-address.ts';
import type { SrvRecord } from './rank-answers.ts';

const NOBODY: Asking = {
  mailExchangers: () => Promise.resolve([]),
  srvRecords: () => Promise.resolve([]),
  file: () => Promise.resolve(null),
  isAllowed: () => Promise.resolve(true),
  answersImap: () => Promise.resolve(false),
};
const UNREACHABLE: Asking = Object.fromEntries(
  Object.keys(NOBODY).map((name) => [name, () => Promise.reject(new Error(`${name} was asked`))]),
) as unknown as Asking;

const at = (text: string): MailAddress => parseAddress(text)!;

// address | host:port | user names in order | how people sign in
const KNOWN = `
anna@gmail.com              | imap.gmail.com:993          | anna@gmail.com               | app_password
anna@googlemail.com         | imap.gmail.com:993          | anna@googlemail.com          | app_password
Anna.B@Gmail.com            | imap.gmail.com:993          | Anna.B@Gmail.com             | app_password
anna@outlook.com            | outlook.office365.com:993   | anna@outlook.com             | oauth
anna@hotmail.fr             | outlook.office365.com:993   | anna@hotmail.fr              | oauth
anna@live.co.uk             | outlook.office365.com:993   | anna@live.co.uk              | oauth
anna@msn.com                | outlook.office365.com:993   | anna@msn.com                 | oauth
anna@yahoo.fr               | imap.mail.yahoo.com:993     | anna@yahoo.fr                | app_password
anna@ymail.com              | imap.mail.yahoo.com:993     | anna@ymail.com               | app_password
anna@cox.net                | imap.mail.yahoo.com:993     | anna@cox.net                 | app_password
anna@aol.com                | imap.aol.com:993            | anna@aol.com                 | app_password
anna@compuserve.com         | imap.aol.com:993            | anna@compuserve.com          | app_password
anna@icloud.com             | imap.mail.me.com:993        | anna@icloud.com, anna        | app_password
anna@me.com                 | imap.mail.me.com:993        | anna@me.com, anna            | app_password
anna@proton.me              | 127.0.0.1:1143              | anna@proton.me               | bridge
anna@tuta.com               | -                           | -                            | none
anna@hey.com                | -                           | -                            | none
anna@fastmail.com           | imap.fastmail.com:993       | anna@fastmail.com            | app_password
anna@gmx.de                 | imap.gmx.net:993            | anna@gmx.de                  | password
anna@gmx.com                | imap.gmx.com:993            | anna@gmx.com                 | password
anna@mail.com               | imap.mail.com:993           | anna@mail.com                | password
anna@web.de                 | imap.web.de:993             | anna@web.de, anna            | password
anna@t-online.de            | secureimap.t-online.de:993  | anna@t-online.de             | app_password
anna@zohomail.eu            | imap.zoho.eu:993            | anna@zohomail.eu             | password
anna@orange.fr              | imap.orange.fr:993          | anna@orange.fr               | password
anna@wanadoo.fr             | imap.orange.fr:993          | anna@wanadoo.fr              | password
anna@free.fr                | imap.free.fr:993            | anna@free.fr, anna           | password
anna@sfr.fr                 | imap.sfr.fr:993             | anna@sfr.fr                  | password
anna@neuf.fr                | imap.sfr.fr:993             | anna@neuf.fr                 | password
anna@bbox.fr                | imap4.bbox.fr:993           | anna@bbox.fr                 | password
anna@laposte.net            | imap.laposte.net:993        | anna@laposte.net, anna       | password
anna@ik.me                  | mail.infomaniak.com:993     | anna@ik.me                   | app_password
anna@posteo.de              | posteo.de:993               | anna@posteo.de               | password
anna@mailbox.org            | imap.mailbox.org:993        | anna@mailbox.org             | password
anna@mail.ru                | imap.mail.ru:993            | anna@mail.ru                 | app_password
anna@yandex.com             | imap.yandex.com:993         | anna@yandex.com              | app_password
anna@qq.com                 | imap.qq.com:993             | anna@qq.com                  | app_password
anna@163.com                | imap.163.com:993            | anna@163.com                 | app_password
anna@bluewin.ch             | imaps.bluewin.ch:993        | anna@bluewin.ch              | ?
anna@bell.net               | imap.bell.net:993           | anna@bell.net                | ?
anna@bol.com.br             | imap.bol.com.br:993         | anna@bol.com.br, anna        | ?
anna@btinternet.com         | mail.btinternet.com:993     | anna@btinternet.com          | ?
`;

describe('without asking anybody', () => {
  it.each(
    KNOWN.trim()
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim())),
  )('%s', async (address, server, usernames, signIn) => {
    const { found, provider } = await discover(UNREACHABLE, at(address));
    expect(found ? `${found.host}:${found.port}` : '-').toBe(server);
    expect(found?.usernames.join(', ') ?? '-').toBe(usernames);
    expect(provider?.signIn ?? '?').toBe(signIn);
    expect(found?.needsConfirmation ?? false).toBe(false);
  });
});

// exchanger of anna@shop.fr's domain | host | how people sign in
const BY_EXCHANGER = `
aspmx.l.google.com                        | imap.gmail.com        | app_password
shop-fr.mail.protection.outlook.com       | outlook.office365.com | oauth
shop-fr.n-v1.mx.microsoft                 | outlook.office365.com | oauth
mx1.mail.ovh.net                          | ssl0.ovh.net          | password
spool.mail.gandi.net                      | mail.gandi.net        | password
mx00.ionos.fr                             | imap.ionos.fr         | password
mx00.kundenserver.de                      | imap.ionos.de         | password
in1-smtp.messagingengine.com              | imap.fastmail.com     | app_password
mx01.mail.icloud.com                      | imap.mail.me.com      | app_password
mail.protonmail.ch                        | 127.0.0.1             | bridge
mx.zoho.eu                                | imappro.zoho.eu       | password
mta-gw.infomaniak.ch                      | mail.infomaniak.com   | app_password
mx1.simply.com                            | -                     | -
notgoogle.com                             | -                     | -
`;

describe('by the mail exchanger', () => {
  it.each(
    BY_EXCHANGER.trim()
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim())),
  )('%s', async (exchanger, host, signIn) => {
    const asking = { ...NOBODY, mailExchangers: () => Promise.resolve([exchanger]) };
    const { found, provider } = await discover(asking, at('anna@shop.fr'));
    expect([found?.host ?? '-', provider?.signIn ?? '-']).toEqual([host, signIn]);
    if (found)
      expect(found).toMatchObject({ source: 'mx', saidBy: exchanger, usernames: expect.arrayContaining(['anna@shop.fr']) as string[] });
  });

  it('believes a known provider more than a file, which web hosts serve for every domain', async () => {
    const asking = { ...UNREACHABLE, mailExchangers: () => Promise.resolve(['aspmx.l.google.com']) };
    expect((await discover(asking, at('anna@shop.fr'))).found?.host).toBe('imap.gmail.com');
  });

  it('knows the bundled list by it, after what the domain says', async () => {
    const asking = { ...NOBODY, mailExchangers: () => Promise.resolve(['mx3.mail.bell.net']) };
    expect((await discover(asking, at('anna@shop.fr'))).found).toMatchObject({ host: 'imap.bell.net', source: 'mx' });
    const srvRecords = (name: string) => Promise.resolve(name.startsWith('_imaps') ? [srv('imap.shop.fr')] : []);
    expect((await discover({ ...asking, srvRecords }, at('anna@shop.fr'))).found?.host).toBe('imap.shop.fr');
  });
});

const srv = (target: string, rest: Partial<SrvRecord> = {}): SrvRecord => ({ target, port: 993, priority: 0, weight: 1, ...rest });

function config(
  parts: { domain?: string; host?: string; port?: string; socket?: string; user?: string; auth?: string; before?: string } = {},
): string {
  const {
    domain = 'shop.fr',
    host = 'imap.shop.fr',
    port = '993',
    socket = 'SSL',
    user = '%EMAILADDRESS%',
    auth = 'password-cleartext',
  } = parts;
  return `<?xml version="1.0"?>${parts.before ?? ''}<clientConfig version="1.1"><emailProvider id="${domain}"><domain>${domain}</domain>
    <incomingServer type="pop3"><hostname>pop.shop.fr</hostname><port>995</port><socketType>SSL</socketType></incomingServer>
    <incomingServer type="imap"><hostname>${host}</hostname><port>${port}</port><socketType>${socket}</socketType>
    <username>${user}</username><authentication>${auth}</authentication></incomingServer></emailProvider></clientConfig>`;
}

async function withFile(xml: string, address = 'anna@shop.fr') {
  return discover({ ...NOBODY, file: (url) => Promise.resolve(url.hostname.startsWith('autoconfig.') ? xml : null) }, at(address));
}

describe('by an autoconfig file', () => {
  it('takes the server it names, with its own form of user name', async () => {
    expect((await withFile(config())).found).toEqual({
      source: 'autoconfig',
      saidBy: 'autoconfig.shop.fr',
      host: 'imap.shop.fr',
      port: 993,
      tls: 'tls',
      usernames: ['anna@shop.fr'],
      needsConfirmation: false,
    });
    expect((await withFile(config({ user: '%EMAILLOCALPART%' }))).found?.usernames).toEqual(['anna', 'anna@shop.fr']);
    expect((await withFile(config({ domain: '%EMAILDOMAIN%', host: 'mail.%EMAILDOMAIN%' }))).found?.host).toBe('mail.shop.fr');
    expect((await withFile(config({ port: '143', socket: 'STARTTLS' }))).found).toMatchObject({ port: 143, tls: 'starttls' });
  });

  it('wants the host to be seen first when it lies elsewhere, and knows whose it is', async () => {
    expect((await withFile(config({ host: 'mail.hosting.example.com' }))).found?.needsConfirmation).toBe(true);
    expect((await withFile(config({ host: 'imap.shop.fr.evil.com' }))).found?.needsConfirmation).toBe(true);
    expect((await withFile(config({ host: 'imap.fastmail.com' }))).provider?.id).toBe('fastmail');
  });

  const bomb = `<!DOCTYPE x [<!ENTITY a "${'x'.repeat(1000)}">${'<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'.repeat(20)}]>`;
  it.each<[string, string]>([
    ['names this machine', config({ host: 'localhost' })],
    ['names a loopback address', config({ host: '127.0.0.1' })],
    ['names an address in another spelling', config({ host: '0x7f.1' })],
    ['names an address of IPv6', config({ host: '[::1]' })],
    ['names a host of the local network', config({ host: 'nas.lan' })],
    ['names the metadata service', config({ host: '169.254.169.254' })],
    ['names a single word', config({ host: 'intranet' })],
    ['hides a path in the host', config({ host: 'imap.shop.fr/..' })],
    ['hides a port in the host', config({ host: 'imap.shop.fr:25' })],
    ['names the port of SSH', config({ port: '22' })],
    ['names a database', config({ port: '5432' })],
    ['mixes port and encryption', config({ port: '143', socket: 'SSL' })],
    ['has no encryption', config({ port: '143', socket: 'plain' })],
    ['is about another domain', config({ domain: 'other.fr' })],
    ['wants no password', config({ auth: 'OAuth2' })],
    ['holds an entity bomb', config({ before: bomb })],
    ['reads a file by an entity', config({ before: '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>', host: '&f;' })],
    ['uses an undeclared entity', config({ host: 'imap&#46;shop&#46;fr' })],
    ['breaks lines in the user name', config({ user: 'anna\r\nA1 LOGOUT' })],
    ['leaves a placeholder open', config({ user: '%REALNAME%' })],
    ['is larger than any real one', config() + ' '.repeat(70_000)],
    ['nests without end', '<clientConfig>'.repeat(4_000)],
    ['reaches for the prototype', config().replaceAll('clientConfig', '__proto__')],
    ['is no XML', 'PK\u0003\u0004 not at all'],
    ['is a web page', '<!doctype html><html><body>Parked</body></html>'],
    ['is empty', ''],
  ])('refuses a file that %s', async (_what, xml) => {
    expect((await withFile(xml)).found).toBeNull();
  });

  it('goes on to the next answer when a host leads to a private address', async () => {
    const asking: Asking = {
      ...NOBODY,
      file: () => Promise.resolve(config({ host: 'rebind.shop.fr' })),
      srvRecords: () => Promise.resolve([srv('imap.shop.fr')]),
      isAllowed: (host) => Promise.resolve(host !== 'rebind.shop.fr'),
    };
    expect((await discover(asking, at('anna@shop.fr'))).found).toMatchObject({ source: 'srv', host: 'imap.shop.fr' });
  });

  it('asks over https only, and only hosts of the own domain', () => {
    expect(autoconfigUrls(at('anna+x@shop.fr')).map(String)).toEqual([
      'https://autoconfig.shop.fr/mail/config-v1.1.xml?emailaddress=anna%2Bx%40shop.fr',
      'https://shop.fr/.well-known/autoconfig/mail/config-v1.1.xml',
    ]);
  });
});

describe('by SRV records', () => {
  const bySrv = async (records: { imaps?: SrvRecord[]; imap?: SrvRecord[] }) => {
    const srvRecords = (name: string) => Promise.resolve((name === '_imaps._tcp.shop.fr' ? records.imaps : records.imap) ?? []);
    return (await discover({ ...NOBODY, srvRecords }, at('anna@shop.fr'))).found;
  };

  it('takes the record with the lowest priority, TLS before STARTTLS', async () => {
    const imaps = [srv('b.shop.fr', { priority: 20 }), srv('A.shop.fr.', { priority: 10 }), srv('c.shop.fr', { priority: 10, weight: 0 })];
    expect(await bySrv({ imaps, imap: [srv('d.shop.fr', { port: 143 })] })).toMatchObject({
      source: 'srv',
      host: 'a.shop.fr',
      port: 993,
      tls: 'tls',
      usernames: ['anna@shop.fr', 'anna'],
      needsConfirmation: false,
    });
    expect(await bySrv({ imap: [srv('d.shop.fr', { port: 143 })] })).toMatchObject({ tls: 'starttls', port: 143 });
    expect(await bySrv({ imaps: [srv('imap.elsewhere.com')] })).toMatchObject({ needsConfirmation: true });
  });

  it.each<[string, SrvRecord]>([
    ['says that there is no such service', srv('.')],
    ['names another port', srv('imap.shop.fr', { port: 8443 })],
    ['names this machine', srv('localhost')],
    ['names an address', srv('10.0.0.1')],
  ])('refuses a record that %s', async (_what, record) => {
    expect(await bySrv({ imaps: [record] })).toBeNull();
  });
});

describe('by trying the usual names', () => {
  it('proposes what answers as IMAP, and never without asking the person', async () => {
    const tried: string[] = [];
    const answersImap = (host: string) => Promise.resolve(tried.push(host) > 0 && host === 'mail.shop.fr');
    const { found } = await discover({ ...NOBODY, answersImap }, at('anna@shop.fr'));
    expect(tried).toEqual(['imap.shop.fr', 'mail.shop.fr']);
    expect(found).toMatchObject({ source: 'probe', host: 'mail.shop.fr', port: 993, tls: 'tls', needsConfirmation: true });
  });

  it('finds nothing where nothing answers', async () => {
    expect(await discover(NOBODY, at('anna@shop.fr'))).toEqual({ address: 'anna@shop.fr', provider: null, found: null });
  });
});

describe('an address', () => {
  it.each([
    'anna',
    'anna@',
    '@shop.fr',
    'anna@shop',
    'anna@127.0.0.1',
    'anna@[::1]',
    'anna@shop.fr:80',
    'anna@shop.fr/x',
    'anna@sh op.fr',
    'a\r\nb@shop.fr',
    'anna@0x7f.1',
    `${'a'.repeat(65)}@shop.fr`,
  ])('is not %j', (text) => expect(parseAddress(text)).toBeNull());

  it('keeps what was typed and knows its domain in ASCII', () => {
    expect(parseAddress('  Zoé@Bücher.de ')).toEqual({ address: 'Zoé@Bücher.de', localPart: 'Zoé', domain: 'xn--bcher-kva.de' });
  });
});
