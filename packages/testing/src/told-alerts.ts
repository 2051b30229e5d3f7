// The alerts that a person was told of, kept as the store keeps them (packages/store/src/alerts.ts, whose test compares the two).
import type { AlertData, NewAlert } from '@quittance/domain/alert';
import { addDays } from '@quittance/domain/civil-date';

/** Whether an alert of the same thing left nothing to be told. */
export function isToldBy(told: AlertData, { amount, currency, cancel_by, reason }: AlertData): boolean {
  if (told.reason === 'probable' && reason !== 'probable') return false;
  const isSamePrice = told.amount === amount && told.currency === currency;
  return isSamePrice && told.cancel_by !== null && cancel_by !== null && dayTold(told) <= cancel_by;
}

// "Cancel before the renewal" is a day earlier.
function dayTold({ cancel_by, cancel_by_stated, renews_on }: AlertData): string {
  return !cancel_by_stated && cancel_by === renews_on ? addDays(cancel_by!, -1) : cancel_by!;
}

export class ToldAlerts<T extends NewAlert> {
  readonly #told = new Map<string, T>();

  /** @returns false when it was told already. */
  add(alert: T): boolean {
    const isTold = alert.sameAs?.some((key) => this.#told.has(key) && isToldBy(this.#told.get(key)!.data, alert.data));
    if (isTold || this.#told.has(alert.dedupeKey) || alert.unless?.some((key) => this.#told.has(key))) return false;
    this.#told.set(alert.dedupeKey, alert);
    return true;
  }

  get(key: string): T | undefined {
    return this.#told.get(key);
  }

  all(): readonly T[] {
    return [...this.#told.values()];
  }
}
