// Names, order and limits of what is in a bundle (docs/formats/bundle.md). Whoever writes a bundle and whoever verifies one reads them here;
// verify.sh has the same in shell.
import { PermanentError } from '@quittance/domain/errors';

export const MIMETYPE = 'application/vnd.etsi.asic-e+zip';

export const FILE = {
  mimetype: 'mimetype',
  readme: 'README.txt',
  report: 'report.pdf',
  script: 'verify.sh',
  sums: 'SHA256SUMS',
  seal: 'SHA256SUMS.note',
  checkpoint: 'checkpoint.note',
  keyPem: 'keys/archive.pub.pem',
  key: 'keys/archive.vkey',
} as const;

/** Every bundle has these. `report.pdf` may be missing. */
export const REQUIRED_FILES: readonly string[] = Object.values(FILE).filter((name) => name !== FILE.report);

/** The list of hashes and its signature can't be in the list. */
export const UNLISTED_FILES: readonly string[] = [FILE.sums, FILE.seal];

export const MESSAGE_FILE = {
  raw: 'message.eml',
  manifest: 'manifest.json',
  salt: 'salt.bin',
  proof: 'archive.tlog-proof',
  dns: 'dns.json',
} as const;

const MESSAGE_NAME =
  /^messages\/(\d{2,3})\/(?:message\.eml|manifest\.json|salt\.bin|archive\.tlog-proof|dns\.json|dkim-[1-9]-(?:header\.bin|sig\.bin|key\.pem)|verdict-[1-9](?:\.json|\.tlog-proof))$/;

/** Messages 01 to 99, then 100 to 999. */
export function messageFolder(index: number): string {
  return `messages/${String(index + 1).padStart(2, '0')}`;
}

export function isKnownName(name: string): boolean {
  return MESSAGE_NAME.test(name) || REQUIRED_FILES.includes(name) || name === FILE.report;
}

export const LIMITS = {
  /** A subscription over ten years, paid monthly, with a notice before each payment, has some 250 messages. */
  messages: 999,
  /** 999 messages with all that may belong to them, and the frame. */
  files: 60_000,
  /** Mail servers accept messages up to 50 MB; a dossier of more than this could not be sent on anyway. */
  bundleBytes: 500_000_000,
  dkimParts: 9,
  verdicts: 9,
} as const;

/** The ZIP's order: `mimetype` first (EN 319 162-1 §A.1), the rest by name as bytes. */
export function inBundleOrder(names: readonly string[]): string[] {
  const rest = names.filter((name) => name !== FILE.mimetype).toSorted(byBytes);
  return [...names.filter((name) => name === FILE.mimetype), ...rest];
}

/** As `LC_ALL=C sort`; names here are ASCII. */
export function byBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A bundle that is not what it should be: `code` for programs, the first bad file, and what is wrong in words. */
export class BundleError extends PermanentError {
  readonly file: string;

  constructor(code: BundleErrorCode, file: string, message: string) {
    super(code, message);
    this.file = file;
  }
}

export type BundleErrorCode =
  | 'bad_zip'
  | 'too_big'
  | 'bad_name'
  | 'missing_file'
  | 'unknown_file'
  | 'changed'
  | 'bad_signature'
  | 'bad_proof'
  | 'bad_commitment'
  | 'bad_manifest'
  | 'bad_dkim'
  | 'other_key';
