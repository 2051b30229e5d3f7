import { expect, it } from 'vitest';
import { diagnose } from './diagnose.ts';

it.each([
  ['PANIC:  could not write to file "pg_wal/xlogtemp.31": No space left on device', 'disk_full'],
  ['FATAL:  could not open log file: Permission denied', 'data_folder_unwritable'],
  ['FATAL:  data directory "/d" has wrong ownership', 'data_folder_unwritable'],
  ['PANIC:  could not locate a valid checkpoint record at 0/1', 'data_folder_damaged'],
  ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', 'postgres_failed'],
])('%s', (said, code) => {
  expect(() => diagnose('/c', `LOG:  starting\n${said}\nLOG:  database system is shut down\n`)).toThrow(
    expect.objectContaining({ code }) as Error,
  );
});

it('tries again when another process was quicker or took the port', () => {
  expect(diagnose('/c', 'FATAL:  lock file "postmaster.pid" already exists')).toBeNull();
  expect(diagnose('/c', 'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use')).toBeNull();
});
