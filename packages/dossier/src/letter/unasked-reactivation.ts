// A reactivation that nobody asked for and that still stands: the subscription was not cancelled again since.
import type { Finding, Subscription } from '@quittance/domain/subscription';

export function unaskedReactivation({ findings }: Pick<Subscription, 'findings'>): Finding | null {
  return findings.find(({ kind, until }) => kind === 'reactivated_unasked' && until === null) ?? null;
}
