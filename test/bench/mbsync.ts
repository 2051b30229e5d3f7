// The peer of the ingestion bench: isync's mbsync, which copies a mailbox into a Maildir. Plain connection, fsync of every message (its default), and
// no COMPRESS, since the server offers none.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '@quittance/testing/tools';

export const MBSYNC_FLAGS = 'FSync yes, TLSType None, no COMPRESS, Sync Pull, one channel, INBOX only';

/** @returns seconds, and how many messages it copied. */
export async function runMbsync(server: { port: number; user: string; password: string }): Promise<{ seconds: number; messages: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'quittance-mbsync-'));
  try {
    const mails = join(folder, 'mail');
    await mkdir(mails);
    const config = join(folder, 'mbsyncrc');
    await writeFile(config, configuration(server, folder), { mode: 0o600 });
    const startedAt = performance.now();
    const child = spawn(findProgram('mbsync') ?? 'mbsync', ['-c', config, '-q', 'bench'], { stdio: ['ignore', 'inherit', 'inherit'] });
    const [code] = (await once(child, 'exit')) as [number | null];
    const seconds = (performance.now() - startedAt) / 1000;
    if (code !== 0) throw new Error(`mbsync ended with ${code}`);
    const copied = await Promise.all(['cur', 'new'].map((part) => readdir(join(mails, 'INBOX', part))));
    return { seconds, messages: copied.flat().length };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function configuration({ port, user, password }: { port: number; user: string; password: string }, folder: string): string {
  return `FSync yes

IMAPAccount server
Host 127.0.0.1
Port ${port}
User ${user}
Pass "${password}"
SSLType None
AuthMechs LOGIN

IMAPStore far
Account server

MaildirStore near
Path ${folder}/mail/
Inbox ${folder}/mail/INBOX
SubFolders Verbatim

Channel bench
Far :far:
Near :near:
Patterns INBOX
Create Near
Sync Pull
SyncState ${folder}/state-
`;
}
