// The same verdict again, offline: from the message, the DNS answers that were recorded and the time of arrival. Years later, with the domain
// gone, this is what anybody can still compute. A newer tool may judge otherwise; then both are told.
import type { Verdict } from '@quittance/domain/authenticity';
import { PermanentError } from '@quittance/domain/errors';
import type { Instant } from '@quittance/domain/instant';
import type { ParsedMessage } from '@quittance/domain/message';
import type { ResolveTxt } from './record-dns.ts';
import { verifyMessage } from './verify-message.ts';

export interface Recheck {
  /** `not_recorded`: the verdict is from before its basis was kept. */
  readonly outcome: 'same' | 'differs' | 'not_recorded';
  readonly again: Pick<Verdict, 'level' | 'reasons' | 'tool'> | null;
}

export async function recheckVerdict(
  recorded: Verdict,
  message: { raw: Buffer; parsed: ParsedMessage; arrivedAt: Instant },
): Promise<Recheck> {
  const { basis } = recorded;
  if (!basis) return { outcome: 'not_recorded', again: null };
  const { judgedAt, ...rest } = basis;
  const again = await verifyMessage(
    { resolveTxt: resolveFromAnswers(recorded.dns) },
    { raw: message.raw, message: message.parsed, arrivedAt: message.arrivedAt, now: judgedAt, ...rest },
  );
  const { level, reasons, tool } = again;
  const isSame = level === recorded.level && sameWords(reasons, recorded.reasons) && sameSignatures(again, recorded);
  return { outcome: isSame ? 'same' : 'differs', again: { level, reasons, tool } };
}

/** Resolves from recorded answers only; the first of a name counts. A name that was never answered fails as it did then. */
export function resolveFromAnswers(answers: Verdict['dns']): ResolveTxt {
  return (name) => {
    const answer = answers.find((entry) => entry.name === name.toLowerCase());
    if (!answer) return Promise.reject(new PermanentError('answer_not_recorded', `no recorded answer for ${name}`));
    return Promise.resolve({ rdata: answer.rdata, resolver: answer.resolver, observedAt: answer.observedAt });
  };
}

function sameWords(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, at) => word === other[at]);
}

function sameSignatures({ signatures: one }: Verdict, { signatures: other }: Verdict): boolean {
  return sameWords(
    one.map(({ domain, selector, result }) => `${domain} ${selector} ${result}`),
    other.map(({ domain, selector, result }) => `${domain} ${selector} ${result}`),
  );
}
