// What every reader of mail files gives: messages with the path they are known by, and problems that concern one file or message only.
export interface FileMessage {
  readonly kind: 'message';
  /** `mails.mbox#3`, `inbox/1.eml`, `takeout.zip/All mail.mbox#3`, `all.mbox.gz#3`. */
  readonly path: string;
  readonly raw: Buffer;
  /** In an mbox: its number, from 1, and where the next one begins, from where an interrupted reading can go on. */
  readonly mbox?: { readonly number: number; readonly nextOffset: number };
}

export interface FileProblem {
  readonly kind: 'problem';
  readonly path: string;
  /** `not_found`, `not_mail`, `file_unreadable`, `mail_too_big`, `zip_damaged`, `zip_too_dense`, `zip_encrypted`, `zip_unsupported`, `zip_nested`, `folder_too_deep` */
  readonly code: string;
  /** Without the path, which stands before it wherever it is shown. */
  readonly message: string;
}

export type FileItem = FileMessage | FileProblem;

export function problem(path: string, code: string, message: string): FileProblem {
  return { kind: 'problem', path, code, message };
}

export const notMail = (path: string): FileProblem => problem(path, 'not_mail', 'is neither mail nor an archive of mail');

export const nested = (path: string): FileProblem =>
  problem(path, 'zip_nested', 'is an archive inside an archive: unpack it and import it by itself');

/** A failed system call as a problem of that one file. Other errors are bugs and go on. */
export function problemOf(path: string, error: unknown): FileProblem {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return problem(path, 'not_found', 'does not exist');
  if (typeof code === 'string' && /^E[A-Z]/.test(code)) return problem(path, 'file_unreadable', `can't be read (${code})`);
  throw error;
}
