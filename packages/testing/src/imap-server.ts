// A small scripted IMAP server for the quirks of real ones. It keeps folders in memory and answers as a plain IMAP4rev1 server would;
// `script` may answer any command differently: refuse it, leave rows out, cut the connection inside a literal.
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface ScriptedMessage {
  readonly uid: number;
  readonly raw: Buffer;
  readonly internalDate: Date;
}

export interface ScriptedFolder {
  uidValidity: number | null;
  uidNext: number;
  /** What is said instead of it when the folder is opened. */
  saysUidNext?: number;
  messages: ScriptedMessage[];
  attributes: string;
}

interface ScriptedCommand {
  readonly tag: string;
  /** `UID FETCH`, `EXAMINE`, … upper case. */
  readonly verb: string;
  readonly args: string;
  readonly folder: ScriptedFolder | null;
  readonly socket: Socket;
}

/** The whole answer with CRLFs; null drops the connection (after what was written to the socket); undefined: answer as usual. */
export type Script = (command: ScriptedCommand) => string | null | undefined;

export interface ScriptedImapServer {
  readonly port: number;
  readonly folders: Map<string, ScriptedFolder>;
  /** Every command received, without tags. */
  readonly commands: string[];
  script: Script;
  capabilities: string;
  /** Told of each IDLE that begins. */
  onIdle: () => void;
  readonly idling: number;
  /** Open connections. */
  readonly connections: number;
  readonly logins: number;
  addFolder(path: string, attributes?: string): ScriptedFolder;
  deliver(path: string, raw: string | Buffer, options?: { internalDate?: Date; announce?: boolean }): number;
  expunge(path: string, uid: number): void;
  /** `text` (if any) and then the end of every connection. */
  dropAll(how: 'fin' | 'rst', text?: string): void;
  close(): Promise<void>;
}

interface Session {
  selected: string | null;
  idleTag: string | null;
}

export async function startScriptedImap(): Promise<ScriptedImapServer> {
  const sessions = new Map<Socket, Session>();
  const listener = createServer((socket) => {
    const session: Session = { selected: null, idleTag: null };
    sessions.set(socket, session);
    socket.on('error', () => {});
    socket.on('close', () => sessions.delete(socket));
    socket.write('* OK ready\r\n');
    let buffered = '';
    socket.on('data', (chunk) => {
      buffered += chunk.toString('latin1');
      for (let end = buffered.indexOf('\r\n'); end >= 0; end = buffered.indexOf('\r\n')) {
        const line = buffered.slice(0, end);
        buffered = buffered.slice(end + 2);
        answer(server, socket, session, line);
      }
    });
  }).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  let logins = 0;
  const server: ScriptedImapServer & { countLogin(): void } = {
    port: (listener.address() as AddressInfo).port,
    folders: new Map(),
    commands: [],
    script: () => undefined,
    capabilities: 'IMAP4rev1 IDLE',
    onIdle: () => {},
    countLogin: () => void (logins += 1),
    get logins() {
      return logins;
    },
    get connections() {
      return sessions.size;
    },
    get idling() {
      return [...sessions.values()].filter((session) => session.idleTag !== null).length;
    },
    addFolder(path, attributes = '\\HasNoChildren') {
      const folder: ScriptedFolder = { uidValidity: 1, uidNext: 1, messages: [], attributes };
      server.folders.set(path, folder);
      return folder;
    },
    deliver(path, raw, options = {}) {
      const folder = server.folders.get(path)!;
      const uid = folder.uidNext;
      folder.uidNext += 1;
      folder.messages.push({ uid, raw: Buffer.from(raw), internalDate: options.internalDate ?? new Date() });
      if (options.announce ?? true) tellSelected(path, `* ${folder.messages.length} EXISTS\r\n`);
      return uid;
    },
    expunge(path, uid) {
      const folder = server.folders.get(path)!;
      const index = folder.messages.findIndex((message) => message.uid === uid);
      if (index < 0) return;
      folder.messages.splice(index, 1);
      tellSelected(path, `* ${index + 1} EXPUNGE\r\n`);
    },
    dropAll(how, text) {
      for (const socket of sessions.keys()) {
        if (text) socket.write(text);
        if (how === 'rst') socket.resetAndDestroy();
        else socket.end();
      }
    },
    async close() {
      for (const socket of sessions.keys()) socket.destroy();
      listener.close();
      await once(listener, 'close');
    },
  };
  function tellSelected(path: string, text: string): void {
    for (const [socket, session] of sessions) if (session.selected === path) socket.write(text);
  }
  server.addFolder('INBOX');
  return server;
}

function answer(server: ScriptedImapServer & { countLogin?(): void }, socket: Socket, session: Session, line: string): void {
  if (line.toUpperCase() === 'DONE') {
    socket.write(`${session.idleTag} OK done\r\n`);
    session.idleTag = null;
    return;
  }
  const [, tag = '', verb = '', args = ''] = /^(\S+) ((?:UID )?\S+) ?(.*)$/i.exec(line) ?? [];
  const folder = session.selected === null ? null : (server.folders.get(session.selected) ?? null);
  const command = { tag, verb: verb.toUpperCase(), args, folder, socket };
  server.commands.push(`${command.verb} ${isSignIn(command.verb) ? '' : args}`.trim());
  const scripted = server.script(command);
  if (scripted === null) {
    socket.destroy();
    return;
  }
  if (isSignIn(command.verb) && scripted === undefined) server.countLogin?.();
  if (command.verb === 'IDLE' && scripted === undefined) {
    session.idleTag = tag;
    socket.write('+ idling\r\n');
    server.onIdle();
    return;
  }
  socket.write(Buffer.from(scripted ?? usual(server, session, command), 'latin1'));
  if (command.verb === 'LOGOUT') socket.end();
}

function usual(server: ScriptedImapServer, session: Session, command: ScriptedCommand): string {
  const { tag, verb, args, folder } = command;
  const ok = `${tag} OK done\r\n`;
  switch (verb) {
    case 'CAPABILITY':
      return `* CAPABILITY ${server.capabilities}\r\n${ok}`;
    case 'LOGIN':
    case 'AUTHENTICATE':
    case 'NOOP':
    case 'ENABLE':
      return ok;
    case 'LOGOUT':
      return `* BYE bye\r\n${ok}`;
    case 'LIST': {
      const wanted = unquote(args.split(' ').at(-1) ?? '');
      const rows = [...server.folders].filter(([path]) => wanted === '*' || wanted === path || wanted === '%');
      return rows.map(([path, one]) => `* LIST (${one.attributes}) "." "${path}"\r\n`).join('') + ok;
    }
    case 'LSUB':
      return ok;
    case 'STATUS': {
      const path = unquote(/^("[^"]*"|\S+)/.exec(args)?.[1] ?? '');
      const one = server.folders.get(path);
      if (!one) return `${tag} NO [NONEXISTENT] no such folder\r\n`;
      const validity = one.uidValidity === null ? '' : ` UIDVALIDITY ${one.uidValidity}`;
      return `* STATUS "${path}" (UIDNEXT ${one.uidNext}${validity})\r\n${ok}`;
    }
    case 'EXAMINE': {
      const path = unquote(args);
      const one = server.folders.get(path);
      if (!one) return `${tag} NO [NONEXISTENT] no such folder\r\n`;
      session.selected = path;
      const epoch =
        one.uidValidity === null
          ? ''
          : `* OK [UIDVALIDITY ${one.uidValidity}] ok\r\n* OK [UIDNEXT ${one.saysUidNext ?? one.uidNext}] ok\r\n`;
      return `* FLAGS (\\Seen)\r\n* ${one.messages.length} EXISTS\r\n* 0 RECENT\r\n${epoch}${tag} OK [READ-ONLY] done\r\n`;
    }
    case 'UID SEARCH':
      return `* SEARCH${inSet(folder, args.replace(/^UID /, ''))
        .map((message) => ` ${message.uid}`)
        .join('')}\r\n${ok}`;
    case 'UID FETCH': {
      const [set = '', ...items] = args.split(' ');
      return inSet(folder, set)
        .map((message) => fetchRow(folder!, message, items.join(' ')))
        .join('') + ok; // prettier-ignore
    }
    default:
      return `${tag} BAD unknown command\r\n`;
  }
}

/** One row of a FETCH, as the usual answer has it. */
export function fetchRow(folder: ScriptedFolder, message: ScriptedMessage, items: string): string {
  const parts = [`UID ${message.uid}`];
  if (items.includes('RFC822.SIZE')) parts.push(`RFC822.SIZE ${message.raw.length}`);
  if (items.includes('INTERNALDATE')) parts.push(`INTERNALDATE "${imapDate(message.internalDate)}"`);
  const text = message.raw.toString('latin1');
  const partial = /BODY\.PEEK\[\](?:<(\d+)\.(\d+)>)?/.exec(items);
  if (partial) {
    const [, from, count] = partial;
    const part = from === undefined ? text : text.slice(Number(from), Number(from) + Number(count));
    parts.push(`BODY[]${from === undefined ? '' : `<${from}>`} {${part.length}}\r\n${part}`);
  }
  if (items.includes('BODY.PEEK[HEADER]')) {
    const headers = text.slice(0, text.indexOf('\r\n\r\n') + 4);
    parts.push(`BODY[HEADER]<0> {${headers.length}}\r\n${headers}`);
  }
  return `* ${folder.messages.indexOf(message) + 1} FETCH (${parts.join(' ')})\r\n`;
}

/** As RFC 3501 has it: `n:*` above the last UID means the last message. */
function inSet(folder: ScriptedFolder | null, set: string): ScriptedMessage[] {
  const messages = folder?.messages ?? [];
  const last = messages.at(-1)?.uid ?? 0;
  const ranges = set.split(',').map((range) => {
    const [from = '', to = from] = range.split(':');
    const ends = [from, to].map((end) => (end === '*' ? last : Number(end)));
    return [Math.min(...ends), Math.max(...ends)] as const;
  });
  return messages.filter(({ uid }) => ranges.some(([from, to]) => uid >= from && uid <= to));
}

const isSignIn = (verb: string): boolean => verb === 'LOGIN' || verb === 'AUTHENTICATE';
const unquote = (text: string): string => text.replace(/^"(.*)"$/, '$1');

function imapDate(date: Date): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) (\S+)/.exec(date.toUTCString())!;
  return `${day}-${month}-${year} ${time} +0000`;
}
