// What taking in bank lines needs and tells: the words that its steps share.
import type { CivilDate } from '@quittance/domain/civil-date';
import type { Money } from '@quittance/domain/money';
import type { Finding } from '@quittance/domain/subscription';
import type { KnownMerchant } from '@quittance/statements/payee/directory';

export interface StatementDeps {
  /** The table of known services, by the names that bank lines give them. */
  readonly known: readonly KnownMerchant[];
  readonly now: Date;
}

export interface NewFinding {
  readonly subscriptionId: string;
  readonly merchant: string;
  readonly finding: Finding;
}

/** What a payee that nobody knows is paid, for the person to say whether it is a subscription. */
export interface SuggestedPayee {
  readonly payeeKey: string;
  readonly name: string;
  readonly period: string;
  readonly times: number;
  readonly lastOn: CivilDate;
  readonly price: Money;
}
