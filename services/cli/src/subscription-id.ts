// The id of a subscription as a person types it.
import { PermanentError } from '@quittance/domain/errors';

/** @throws PermanentError `usage`. */
export function assertSubscriptionId(text: string): void {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) {
    throw new PermanentError('usage', `"${text}" is not the id of a subscription: "quittance timeline --json" shows them.`);
  }
}
