// What a failed query means for the work that asked for it. SQLSTATE classes as in PostgreSQL's appendix A.

// 08 connection, 40 serialization and deadlock, 53 resources, 55 lock not available, 57 operator intervention (shutdown, cancel), 58 system.
const PASSING_CLASSES = new Set(['08', '40', '53', '55', '57', '58']);
const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
]);

/** True when the same work may succeed later: the database was away, busy or took another side in a deadlock. */
export function isPassingDatabaseError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && (NETWORK_CODES.has(code) || (code.length === 5 && PASSING_CLASSES.has(code.slice(0, 2))))) return true;
  // node-postgres reports a lost connection and an exhausted pool as plain errors.
  return /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(error.message);
}

/** Whether a query was asked for an id that none can have, e.g. of a link that was cut: what it names is not there. */
export function isImpossibleId(error: unknown): boolean {
  // invalid_text_representation; the message names the type whatever its language.
  return error instanceof Error && (error as { code?: unknown }).code === '22P02' && /\buuid\b/.test(error.message);
}

/** Whether a lock was not had in the time that `limitLockWait` gives. */
export function isLockTimeout(error: unknown): boolean {
  return (error as { code?: unknown }).code === '55P03'; // lock_not_available
}

/** Whether a row was to be written that a unique index has already. */
export function isTaken(error: unknown): boolean {
  return (error as { code?: unknown }).code === '23505'; // unique_violation
}

/** Whether a text was given that no column takes: a NUL, or bytes that are no characters. */
export function isImpossibleText(error: unknown): boolean {
  // character_not_in_repertoire, untranslatable_character.
  return error instanceof Error && ['22021', '22P05'].includes(String((error as { code?: unknown }).code));
}
