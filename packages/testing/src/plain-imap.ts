// The other side's hands on a mailbox: a plain IMAP client for tests that delivers, moves and looks at flags beside the poller, on any server.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface PlainImap {
  append(folder: string, raw: Buffer | string, receivedAt?: Date): Promise<void>;
  /** One command without its tag. @returns everything answered. @throws when the answer is not OK. */
  run(command: string): Promise<string>;
  uids(folder: string): Promise<number[]>;
  /** Flags of every message but \Recent, which no client can help. */
  flags(folder: string): Promise<string[]>;
  close(): void;
}

const ANSWER_MS_MAX = 60_000;

export async function openPlainImap(port: number, user: string, password: string): Promise<PlainImap> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'data');
  let count = 0;
  const run = async (command: string, literal?: Buffer): Promise<string> => {
    count += 1;
    const tag = `t${count}`;
    const answered = answerOf(socket, tag, command);
    socket.write(literal ? Buffer.concat([Buffer.from(`${tag} ${command}\r\n`), literal, Buffer.from('\r\n')]) : `${tag} ${command}\r\n`);
    return answered;
  };
  await run(`LOGIN "${user}" "${password}"`);
  return {
    run,
    async append(folder, raw, receivedAt) {
      const bytes = Buffer.from(raw);
      const date = receivedAt ? ` "${imapDate(receivedAt)}"` : '';
      await run(`APPEND "${folder}"${date} {${bytes.length}+}`, bytes);
    },
    async uids(folder) {
      await run(`EXAMINE "${folder}"`);
      const found = /^\* SEARCH([ \d]*)/m.exec(await run('UID SEARCH ALL'))?.[1] ?? '';
      return found.split(' ').filter(Boolean).map(Number);
    },
    async flags(folder) {
      await run(`EXAMINE "${folder}"`);
      const rows = [...(await run('UID FETCH 1:* (FLAGS)')).matchAll(/FETCH \([^\r]*?FLAGS \(([^)]*)\)/g)];
      return rows.map((row) => row[1]!.replace('\\Recent', '').trim());
    },
    close: () => void socket.destroy(),
  };
}

function answerOf(socket: Socket, tag: string, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => done(new Error(`no answer to ${command.slice(0, 60)}`)), ANSWER_MS_MAX);
    const done = (error: Error | null): void => {
      clearTimeout(timer);
      socket.off('data', onData);
      socket.off('close', onClose);
      if (error) reject(error);
      else resolve(said);
    };
    const onClose = (): void => done(new Error(`the server hung up on ${command.slice(0, 60)}`));
    const onData = (chunk: Buffer): void => {
      said += chunk.toString('latin1');
      const end = new RegExp(`^${tag} (OK|NO|BAD)[^\\r]*\\r\\n`, 'm').exec(said);
      if (end) done(end[1] === 'OK' ? null : new Error(`${command.slice(0, 60)}: ${end[0].trim()}`));
    };
    socket.on('data', onData);
    socket.on('close', onClose);
  });
}

function imapDate(date: Date): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) (\S+)/.exec(date.toUTCString())!;
  return `${day}-${month}-${year} ${time} +0000`;
}
