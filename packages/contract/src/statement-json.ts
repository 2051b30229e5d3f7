// Bank statements as the command line and the API show them: files, what an import did, and payees with whose they are.
import type { Finding } from '@quittance/domain/subscription';
import { formatDecimal, type Money } from '@quittance/domain/money';
import { explainFinding } from '@quittance/i18n/findings';
import type { Language } from '@quittance/i18n/language';

export interface StatementJson {
  id: number;
  name: string;
  format: string;
  sha256: string;
  lines: number;
  /** Lines that no earlier file had. */
  new_lines: number;
  skipped: number;
  from: string | null;
  until: string | null;
  /** Its place in the evidence log. */
  leaf_index: number;
  imported_at: string;
}

export interface ImportedStatementJson {
  statement: StatementJson;
  /** This very file was imported before: nothing changed. */
  already: boolean;
  /** `read = new + duplicates` */
  read: number;
  new: number;
  duplicates: number;
  skipped: { position: number; reason: string; text: string }[];
  /** Lines that became charges or refunds of a subscription. */
  matched: number;
  alerts: number;
  findings: { subscription_id: string; merchant: string; kind: string; since: string; explanation: string }[];
  suggestions: SuggestionJson[];
}

export interface SuggestionJson {
  payee_key: string;
  name: string;
  period: string;
  times: number;
  last_on: string;
  amount: string;
  currency: string;
}

export interface PayeeJson {
  payee_key: string;
  /** `matched` by itself, `chosen` by the person, `none`: the person said that it is no subscription. */
  state: string;
  merchant: { id: string; name: string } | null;
  subscription_id: string | null;
  charges: number;
  last_on: string | null;
}

interface StoredStatement {
  readonly id: number;
  readonly name: string;
  readonly format: string;
  readonly sha256: string;
  readonly lines: number;
  readonly newLines: number;
  readonly skipped: number;
  readonly from: string | null;
  readonly until: string | null;
  readonly leafIndex: number;
  readonly importedAt: string;
}

export function statementJson(file: StoredStatement): StatementJson {
  return {
    id: file.id,
    name: file.name,
    format: file.format,
    sha256: file.sha256,
    lines: file.lines,
    new_lines: file.newLines,
    skipped: file.skipped,
    from: file.from,
    until: file.until,
    leaf_index: file.leafIndex,
    imported_at: file.importedAt,
  };
}

interface Suggested {
  readonly payeeKey: string;
  readonly name: string;
  readonly period: string;
  readonly times: number;
  readonly lastOn: string;
  readonly price: Money;
}

export function suggestionJson({ payeeKey, name, period, times, lastOn, price }: Suggested): SuggestionJson {
  return { payee_key: payeeKey, name, period, times, last_on: lastOn, amount: formatDecimal(price), currency: price.currency };
}

export interface Imported {
  readonly file: StoredStatement;
  readonly already: boolean;
  readonly read: number;
  readonly fresh: number;
  readonly duplicates: number;
  readonly skipped: readonly { readonly position: number; readonly reason: string; readonly text: string }[];
  readonly matched: number;
  readonly alerts: number;
  readonly findings: readonly { readonly subscriptionId: string; readonly merchant: string; readonly finding: Finding }[];
  readonly suggestions: readonly Suggested[];
}

const SKIPPED_SHOWN_MAX = 100;

export function importedStatementJson(done: Imported, language: Language): ImportedStatementJson {
  return {
    statement: statementJson(done.file),
    already: done.already,
    read: done.read,
    new: done.fresh,
    duplicates: done.duplicates,
    skipped: done.skipped.slice(0, SKIPPED_SHOWN_MAX).map(({ position, reason, text }) => ({ position, reason, text })),
    matched: done.matched,
    alerts: done.alerts,
    findings: done.findings.map(({ subscriptionId, merchant, finding }) => ({
      subscription_id: subscriptionId,
      merchant,
      kind: finding.kind,
      since: finding.since,
      explanation: explainFinding(finding, language),
    })),
    suggestions: done.suggestions.map(suggestionJson),
  };
}

export interface PayeeView {
  readonly payeeKey: string;
  readonly state: 'matched' | 'chosen' | 'none';
  readonly merchant: { readonly id: string; readonly name: string } | null;
  readonly subscriptionId: string | null;
  readonly charges: number;
  readonly lastOn: string | null;
}

export function payeeJson({ payeeKey, state, merchant, subscriptionId, charges, lastOn }: PayeeView): PayeeJson {
  return {
    payee_key: payeeKey,
    state,
    merchant: merchant && { id: merchant.id, name: merchant.name },
    subscription_id: subscriptionId,
    charges,
    last_on: lastOn,
  };
}
