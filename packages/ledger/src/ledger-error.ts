// What verification refuses, by code. Everything verified here comes from outside and is under an opponent's control.

export type LedgerErrorCode =
  | 'bad_leaf'
  | 'bad_note'
  | 'bad_key'
  | 'bad_proof'
  | 'unknown_key'
  | 'wrong_signature'
  | 'wrong_origin'
  | 'wrong_root'
  | 'wrong_commitment'
  | 'not_consistent'
  | 'not_canonical';

export class LedgerError extends Error {
  readonly code: LedgerErrorCode;

  constructor(code: LedgerErrorCode, message: string) {
    super(message);
    this.name = 'LedgerError';
    this.code = code;
  }
}
