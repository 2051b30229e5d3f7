// Where what stands in an export, and what it is known by.
export const EXPORT_FORMAT = 'quittance-export';
export const EXPORT_VERSION = 1;
/** The first file of the archive. */
export const HEAD_FILE = 'quittance-export.json';

export const DATA = {
  messages: 'data/messages.jsonl',
  events: 'data/events.jsonl',
  corrections: 'data/corrections.jsonl',
  acts: 'data/acts.jsonl',
  statementFiles: 'data/statement-files.jsonl',
  statementLines: 'data/statement-lines.jsonl',
  payees: 'data/payees.jsonl',
  alerts: 'data/alerts.jsonl',
} as const;

export interface ExportHead {
  readonly format: typeof EXPORT_FORMAT;
  readonly version: number;
  readonly made_at: string;
  readonly user_id: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly alert_preferences: object;
}

export const emlPath = (sha256: string): string => `messages/${sha256}.eml`;
export const actFilePath = (actId: string): string => `acts/${actId}`;
