// What a process's exit code means (sysexits.h), and which one an error leads to.
import { PermanentError, TransientError } from '@quittance/domain/errors';

export const EXIT = { ok: 0, failed: 1, usage: 2, badData: 65, unavailable: 69, configuration: 78 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const BY_CODE: Readonly<Record<string, ExitCode>> = {
  usage: EXIT.usage,
  bad_target: EXIT.usage,
  insecure_target: EXIT.usage,
  bad_name: EXIT.usage,
  nothing_said: EXIT.usage,
  bad_configuration: EXIT.configuration,
  bad_key_file: EXIT.configuration,
  key_file_missing: EXIT.configuration,
  schema_outdated: EXIT.configuration,
  schema_newer: EXIT.configuration,
  schema_differs: EXIT.configuration,
  wrong_key_file: EXIT.configuration,
  password_required: EXIT.configuration,
  private_address_refused: EXIT.configuration,
  smtp_not_configured: EXIT.configuration,
  data_folder_unwritable: EXIT.configuration,
  data_folder_damaged: EXIT.configuration,
  data_folder_version: EXIT.configuration,
  data_folder_foreign: EXIT.configuration,
  platform_unsupported: EXIT.configuration,
  account_unusable: EXIT.configuration,
  port_not_allowed: EXIT.configuration,
  // What is typed; of dates and amounts in files, their readers speak.
  bad_date: EXIT.usage,
  bad_period: EXIT.usage,
  bad_rate: EXIT.usage,
  bad_amount: EXIT.usage,
  date_ahead: EXIT.usage,
  bad_checkpoint: EXIT.badData,
  bad_file: EXIT.badData,
  bad_mapping: EXIT.badData,
  export_damaged: EXIT.badData,
  export_too_new: EXIT.badData,
  statement_empty: EXIT.badData,
  statement_too_large: EXIT.badData,
  statement_unreadable: EXIT.badData,
  port_in_use: EXIT.unavailable,
  instance_running: EXIT.unavailable,
  disk_full: EXIT.unavailable,
  postgres_failed: EXIT.unavailable,
  database_unavailable: EXIT.unavailable,
  host_not_found: EXIT.unavailable,
};

export function exitCodeFor(error: unknown): ExitCode {
  if (error instanceof TransientError) return EXIT.unavailable;
  if (error instanceof PermanentError) return BY_CODE[error.code] ?? EXIT.failed;
  return EXIT.failed;
}
