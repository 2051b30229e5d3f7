// Folders as providers really name them, through LIST of a server that does not say what they are for: the library's table and ours together.
import { startScriptedImap, type ScriptedImapServer } from '@quittance/testing/imap-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectMailbox } from './connect-mailbox.ts';
import type { ImapConnection } from './connection.ts';
import { listFolders, type SpecialUse } from './list-folders.ts';

let server: ScriptedImapServer;
let connection: ImapConnection;

beforeAll(async () => {
  server = await startScriptedImap();
  connection = await connectMailbox({
    settings: { address: 'ana@example.org', host: '127.0.0.1', port: server.port, tls: 'none', username: 'ana' },
    auth: async () => ({ user: 'ana', pass: 'secret' }),
    resolveHost: async () => [{ address: '127.0.0.1', family: 4 }],
  });
});
afterAll(async () => {
  await connection.logout();
  await server.close();
});

/** As the server writes them: names beyond ASCII in its own alphabet (RFC 3501 §5.1.3). */
async function usesOf(paths: readonly string[]): Promise<Record<string, SpecialUse | null>> {
  server.folders.clear();
  for (const path of ['INBOX', ...paths]) server.addFolder(encodeUtf7(path));
  const listed = await listFolders(connection);
  return Object.fromEntries(listed.filter(({ path }) => path !== 'INBOX').map(({ path, specialUse }) => [path, specialUse]));
}

function encodeUtf7(name: string): string {
  const encode = (text: string): string =>
    `&${Buffer.from(text, 'utf16le').swap16().toString('base64').replace(/=+$/, '').replaceAll('/', ',')}-`;
  return name.replaceAll('&', '&-').replace(/[^\x20-\x7e]+/g, encode);
}

type Uses = Readonly<Partial<Record<SpecialUse, string>>>;
const PROVIDERS: readonly (readonly [string, Uses])[] = [
  ['Orange, La Poste', { sent: 'OUTBOX', drafts: 'DRAFT', junk: 'QUARANTAINE', trash: 'TRASH' }],
  ['Free, SFR, Zimbra', { sent: 'Sent', drafts: 'Drafts', junk: 'Junk', trash: 'Trash' }],
  ['GMX, web.de', { sent: 'Gesendet', drafts: 'Entwürfe', junk: 'Spamverdacht', trash: 'Papierkorb' }],
  ['T-Online, Posteo', { sent: 'INBOX.Sent', drafts: 'INBOX.Drafts', junk: 'INBOX.Spam', trash: 'INBOX.Trash', archive: 'INBOX.Archive' }],
  ['Yahoo, AOL', { sent: 'Sent', drafts: 'Draft', junk: 'Bulk', trash: 'Trash', archive: 'Archive' }],
  ['iCloud', { sent: 'Sent Messages', drafts: 'Drafts', junk: 'Junk', trash: 'Deleted Messages', archive: 'Archive' }],
  ['Outlook, English', { sent: 'Sent Items', drafts: 'Drafts', junk: 'Junk Email', trash: 'Deleted Items', archive: 'Archive' }],
  [
    'Outlook, French',
    { sent: 'Éléments envoyés', drafts: 'Brouillons', junk: 'Courrier indésirable', trash: 'Éléments supprimés', archive: 'Archives' },
  ],
  [
    'Outlook, German',
    { sent: 'Gesendete Elemente', drafts: 'Entwürfe', junk: 'Junk-E-Mail', trash: 'Gelöschte Elemente', archive: 'Archiv' },
  ],
  [
    'Outlook, Spanish',
    { sent: 'Elementos enviados', drafts: 'Borradores', junk: 'Correo no deseado', trash: 'Elementos eliminados', archive: 'Archivo' },
  ],
  [
    'Outlook, Italian',
    { sent: 'Posta inviata', drafts: 'Bozze', junk: 'Posta indesiderata', trash: 'Posta eliminata', archive: 'Archivio' },
  ],
  [
    'Outlook, Portuguese',
    { sent: 'Itens Enviados', drafts: 'Rascunhos', junk: 'Lixo Eletrônico', trash: 'Itens Excluídos', archive: 'Arquivo' },
  ],
  [
    'Outlook, Dutch',
    { sent: 'Verzonden items', drafts: 'Concepten', junk: 'Ongewenste e-mail', trash: 'Verwijderde items', archive: 'Archief' },
  ],
  [
    'Outlook, Polish',
    { sent: 'Elementy wysłane', drafts: 'Wersje robocze', junk: 'Wiadomości-śmieci', trash: 'Elementy usunięte', archive: 'Archiwum' },
  ],
  [
    'Outlook, Japanese',
    { sent: '送信済みアイテム', drafts: '下書き', junk: '迷惑メール', trash: '削除済みアイテム', archive: 'アーカイブ' },
  ],
  ['Thunderbird, French', { sent: 'Envoyés', drafts: 'Brouillons', junk: 'Indésirables', trash: 'Corbeille', archive: 'Archives' }],
  ['French, by hand', { sent: 'Courrier envoyé', drafts: 'Brouillon', junk: 'Courriers indésirables', trash: 'Messages supprimés' }],
];

describe('what folders are for', () => {
  it.each(PROVIDERS)('%s', async (_name, uses) => {
    const expected = Object.fromEntries(Object.entries(uses).map(([use, path]) => [path, use]));
    expect(await usesOf(Object.keys(expected))).toEqual(expected);
  });

  it('a name says nothing where another folder has that use, nor deep within other folders', async () => {
    expect(await usesOf(['Sent', 'OUTBOX', 'Work.Bulk', 'Bulk', 'Bulk orders', 'Brouillon de roman'])).toEqual({
      Sent: 'sent',
      OUTBOX: null,
      Bulk: 'junk',
      'Work.Bulk': null,
      'Bulk orders': null,
      'Brouillon de roman': null,
    });
  });

  it('the server’s word goes before any name', async () => {
    server.capabilities = 'IMAP4rev1 IDLE SPECIAL-USE';
    server.folders.clear();
    server.addFolder('INBOX');
    server.addFolder('Resiliations', '\\HasNoChildren \\Sent');
    server.addFolder('OUTBOX');
    const other = await connectMailbox({
      settings: { address: 'ana@example.org', host: '127.0.0.1', port: server.port, tls: 'none', username: 'ana' },
      auth: async () => ({ user: 'ana', pass: 'secret' }),
      resolveHost: async () => [{ address: '127.0.0.1', family: 4 }],
    });
    const listed = await listFolders(other);
    await other.logout();
    const uses = Object.fromEntries(listed.map(({ path, specialUse }) => [path, specialUse]));
    expect(uses).toEqual({ INBOX: 'inbox', OUTBOX: null, Resiliations: 'sent' });
  });
});
