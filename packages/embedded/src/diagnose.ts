// Reads in PostgreSQL's log why a server did not start, and says it in words a person can act upon.
import { PermanentError } from '@quittance/domain/errors';
import { damaged, folderProblem } from './place.ts';

/** null when trying again makes sense: another process started the server, or took the port. @throws PermanentError else. */
export function diagnose(cluster: string, said: string): null {
  if (/lock file .* already exists|could not bind|Address already in use/.test(said)) return null;
  if (/No space left on device|Disk quota exceeded/.test(said)) throw folderProblem(cluster, problem(said, 'ENOSPC'));
  if (/Read-only file system/.test(said)) throw folderProblem(cluster, problem(said, 'EROFS'));
  if (/has wrong ownership|has invalid permissions|Permission denied/.test(said)) throw folderProblem(cluster, problem(said, 'EACCES'));
  const what = lastProblem(said);
  if (
    /PANIC|pg_control|checkpoint record|invalid data in|could not open (file|directory)|not a valid data directory|required WAL directory/.test(
      said,
    )
  ) {
    throw damaged(cluster, what);
  }
  throw new PermanentError('postgres_failed', `PostgreSQL did not start: ${what}. Its log is ${cluster}/log.`);
}

function problem(said: string, code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(lastProblem(said)), { code });
}

function lastProblem(said: string): string {
  const lines = said.trim().split('\n');
  const line = lines.findLast((text) => /PANIC|FATAL|ERROR/.test(text)) ?? lines.at(-1) ?? '';
  return line.replace(/^.*?(PANIC|FATAL|ERROR):\s+/, '').slice(0, 300);
}
