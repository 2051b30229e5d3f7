// How a log changes its signing key: a note of three lines that names the old and the new key, signed by both. Whoever knows one key of a log
// follows the notes to all later ones. Its second line is no number, so it never passes for a checkpoint.
//
//   quittance key rotation v1
//   <verifier key before>
//   <verifier key after>
import { LedgerError } from './ledger-error.ts';
import { addSignature, openNote, splitNote, type NoteSigner } from './note.ts';

const HEAD = 'quittance key rotation v1';

export interface Rotation {
  readonly from: string;
  readonly to: string;
}

export function writeRotation(from: NoteSigner, to: NoteSigner): string {
  return addSignature(from.sign(`${HEAD}\n${from.verifierKey}\n${to.verifierKey}\n`), to);
}

/** @throws LedgerError when it is none, the keys are of different logs, or one of them did not sign it. */
export function openRotation(note: string): Rotation {
  const [head, from = '', to = '', ...rest] = splitNote(note).text.split('\n');
  if (head !== HEAD || rest.join() !== '' || nameOf(from) !== nameOf(to) || from === to) {
    throw new LedgerError('bad_note', 'the note is no change of a key');
  }
  openNote(note, [from]);
  openNote(note, [to]);
  return { from, to };
}

/** All keys of a log from `first` on, in order: each note must go on where the one before ended. @throws LedgerError. */
export function followRotations(first: string, notes: readonly string[]): string[] {
  const keys = [first];
  for (const note of notes) {
    const { from, to } = openRotation(note);
    if (from !== keys.at(-1)) throw new LedgerError('unknown_key', 'a change of the key does not go on from the key before it');
    keys.push(to);
  }
  return keys;
}

function nameOf(verifierKey: string): string {
  return verifierKey.slice(0, verifierKey.indexOf('+'));
}
