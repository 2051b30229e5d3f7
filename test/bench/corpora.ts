// The labelled mails that guard against losses: our own in test/corpus, and the collected ones beside the repository where they are present.
import { resolve } from 'node:path';

export const BASELINE_FILE = resolve(import.meta.dirname, '../corpus/baseline.json');

export const CORPORA = [
  { name: 'near-miss', folder: resolve(import.meta.dirname, '../corpus/near-miss') },
  { name: 'labelled', folder: resolve(import.meta.dirname, '../corpus/labelled') },
  { name: 'unread', folder: resolve(import.meta.dirname, '../corpus/unread') },
  { name: 'shared', folder: resolve(import.meta.dirname, '../../../shared/corpus/dev') },
] as const;
