// The labelled mails that guard against losses: our own in test/corpus, and the collected ones beside the repository where they are present.
import { resolve } from 'node:path';

export const BASELINE_FILE = resolve(import.meta.dirname, '../corpus/baseline.json');

interface Corpus {
  readonly name: string;
  readonly folder: string;
  /** Made to deceive: a false automatic cancellation is held to the committed count instead of none. */
  readonly isDeceptive?: boolean;
}

export const CORPORA: readonly Corpus[] = [
  { name: 'near-miss', folder: resolve(import.meta.dirname, '../corpus/near-miss') },
  { name: 'labelled', folder: resolve(import.meta.dirname, '../corpus/labelled') },
  { name: 'unread', folder: resolve(import.meta.dirname, '../corpus/unread') },
  { name: 'confirmations', folder: resolve(import.meta.dirname, '../corpus/confirmations') },
  { name: 'deceptive', folder: resolve(import.meta.dirname, '../corpus/deceptive'), isDeceptive: true },
  { name: 'lookalikes', folder: resolve(import.meta.dirname, '../corpus/lookalikes') },
  { name: 'shared', folder: resolve(import.meta.dirname, '../../../shared/corpus/dev') },
];
