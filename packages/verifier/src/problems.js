// What can be wrong with a bundle. A problem has a name, which packages/i18n puts into words, and a code, by which programs tell its class.
// Part of the verifier that runs in the browser as well as in `quittance verify`: plain JavaScript, no imports from outside this folder.

/**
 * @typedef {'bad_zip' | 'too_big' | 'bad_name' | 'missing_file' | 'unknown_file' | 'changed' | 'bad_signature' | 'bad_proof' | 'bad_manifest'
 *   | 'bad_dkim' | 'bad_time_stamp' | 'bad_statement' | 'other_key'} ProblemCode
 */

/** Problem → code. */
export const PROBLEMS = /** @type {const} */ ({
  zip_too_big: 'too_big',
  zip_too_many: 'too_big',
  zip_end: 'bad_zip',
  zip_count: 'bad_zip',
  zip_cut: 'bad_zip',
  zip_compressed: 'bad_zip',
  zip_entry: 'bad_zip',
  zip_beyond: 'bad_zip',
  zip_headers: 'bad_zip',
  zip_between: 'bad_zip',
  zip_order: 'bad_zip',
  zip_crc: 'changed',
  name_unknown: 'bad_name',
  name_twice: 'bad_name',
  missing: 'missing_file',
  mimetype: 'changed',
  key_form: 'bad_signature',
  key_id: 'bad_signature',
  key_pem: 'changed',
  key_other: 'other_key',
  note_form: 'bad_signature',
  note_unsigned: 'bad_signature',
  note_signature: 'bad_signature',
  seal_form: 'bad_signature',
  seal_other_list: 'changed',
  seal_changed: 'changed',
  seal_missing: 'missing_file',
  seal_list_form: 'changed',
  head_form: 'bad_signature',
  head_other_log: 'bad_signature',
  too_many_messages: 'too_big',
  numbering: 'unknown_file',
  unreferenced: 'unknown_file',
  manifest_form: 'bad_manifest',
  manifest_kind: 'bad_manifest',
  other_message: 'changed',
  salt: 'changed',
  dns: 'changed',
  proof_form: 'bad_proof',
  proof_other_head: 'bad_proof',
  proof_root: 'bad_proof',
  dkim: 'bad_dkim',
  silence_other: 'bad_signature',
  silence_form: 'bad_statement',
  anchor_numbering: 'unknown_file',
  growth: 'bad_proof',
  anchor_root: 'bad_proof',
  root_form: 'bad_time_stamp',
  token: 'bad_time_stamp',
  rotation: 'bad_signature',
});

/** @typedef {keyof typeof PROBLEMS} Problem */

/** The first thing in a bundle that is not as it should be, with the file it was found in ('' for the container). */
export class BundleError extends Error {
  /**
   * @param {Problem} problem
   * @param {string} [file]
   */
  constructor(problem, file = '') {
    super(`${problem}: ${file || 'the file itself'}`);
    this.name = 'BundleError';
    this.problem = problem;
    this.file = file;
    /** @type {ProblemCode} */
    this.code = PROBLEMS[problem];
  }
}
