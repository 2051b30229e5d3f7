// What a path holds, by its first bytes and not by its name: people rename files, and Takeout's have names in every language.
import { open, readdir, stat } from 'node:fs/promises';
import { FILE_LIMITS } from './limits.ts';
import { isTarHeader } from './tar-header.ts';

export type SourceKind = BytesKind | 'maildir' | 'folder';
type BytesKind = 'mbox' | 'eml' | 'zip' | 'gzip' | 'tar' | 'packed' | 'unknown';

/** @throws the system's error when the path can't be read. */
export async function detectSource(path: string): Promise<SourceKind> {
  const info = await stat(path);
  if (info.isDirectory()) {
    const names = new Set(await readdir(path));
    return names.has('cur') && names.has('new') ? 'maildir' : 'folder';
  }
  if (!info.isFile()) return 'unknown';
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(FILE_LIMITS.peekBytes), 0, FILE_LIMITS.peekBytes, 0);
    return detectBytes(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** @param head the first bytes of a file. */
export function detectBytes(head: Buffer): BytesKind {
  if (head.length >= 4 && head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) return 'zip';
  if (head.subarray(0, GZIP.length).equals(GZIP)) return 'gzip';
  if (PACKERS.some((magic) => head.subarray(0, magic.length).equals(magic))) return 'packed';
  if (isTarHeader(head)) return 'tar';
  const text = head.toString('latin1').replace(/^(?:ï»¿)?[\r\n]*/, '');
  if (text.startsWith('From ')) return 'mbox';
  const message = text.replace(/^\d{1,9}[ \t]*\r?\n/, '');
  return looksLikeHeader(message) ? 'eml' : 'unknown';
}

const GZIP = Buffer.from('1f8b08', 'hex');
/** bzip2, xz, 7-Zip, RAR, Zstandard: told apart from what holds no mail, since unpacking them helps. */
const PACKERS = ['425a68', 'fd377a585a00', '377abcaf271c', '526172211a07', '28b52ffd'].map((magic) => Buffer.from(magic, 'hex'));

const KNOWN_FIELD =
  /^(?:received|from|to|subject|date|message-id|return-path|delivered-to|mime-version|content-type|x-[\w-]+|dkim-signature|arc-[\w-]+|authentication-results|reply-to|sender|cc|list-[\w-]+|status|envelope-to|references|in-reply-to)[ \t]*:/im;

/** Fields with at least one that mail has: a text file with a colon in its first line is no message. */
function looksLikeHeader(text: string): boolean {
  const header = text.split(/\r?\n\r?\n/, 1)[0]!;
  return /^[!-9;-~]{1,200}[ \t]{0,4}:/.test(header) && KNOWN_FIELD.test(header);
}
