// Authenticity of the messages to keep. Whoever signed a merchant's mail before may be relied on again, so messages of one merchant are
// judged in the order of their arrival, each knowing the signers of those before it; merchants are judged side by side. DNS may take its time:
// in a hurry, messages not yet judged are left out.
import type { VerifyInput } from '@quittance/authenticity/verify-message';
import type { Verdict } from '@quittance/domain/authenticity';
import type { MerchantRef } from '@quittance/domain/classification';
import type { Clock } from '@quittance/domain/instant';
import type { Database } from '@quittance/store/database';
import { listKnownSigners } from '@quittance/store/verdicts';
import { arrivedAt, type Clocks } from './best-clock.ts';
import type { HeededReading } from './heed-corrections.ts';
import type { Reading } from './read-message.ts';

export type Verify = (input: VerifyInput) => Promise<Verdict>;

export interface VerifiedReading extends HeededReading {
  readonly clocks: Clocks;
  readonly verdict: Verdict;
}

/** By merchant. What a person said of a mail changes what it means and never whose it is, so this can be asked before it is heeded. */
export function knownSigners(db: Database, userId: string, readings: readonly Reading[]): Promise<Map<string, string[]>> {
  const merchantIds = readings.flatMap((reading) => (reading.kind === 'keep' ? (reading.classification.merchant?.id ?? []) : []));
  return listKnownSigners(db, userId, [...new Set(merchantIds)]);
}

/** @param known of `knownSigners`. */
export async function verifyMessages(
  deps: { verify: Verify; clock: Clock; hurry?: AbortSignal },
  readings: readonly HeededReading[],
  known: ReadonlyMap<string, readonly string[]>,
): Promise<VerifiedReading[]> {
  const groups = Map.groupBy(readings, (reading) => reading.classification.merchant?.id ?? '');
  const verified = await Promise.all([...groups].map(([id, group]) => verifyGroup(deps, group, known.get(id) ?? [])));
  return verified.flat();
}

async function verifyGroup(
  deps: { verify: Verify; clock: Clock; hurry?: AbortSignal },
  group: readonly HeededReading[],
  known: readonly string[],
): Promise<VerifiedReading[]> {
  const signers = new Set([...known, ...curatedDomains(group[0]!.classification.merchant)]);
  const isNamed = group[0]!.classification.merchant !== null;
  const verified: VerifiedReading[] = [];
  for (const { reading, clocks } of inOrderOfArrival(group)) {
    if (deps.hurry?.aborted) break;
    const verdict = await deps.verify(toInput(reading, clocks, [...signers], deps.clock));
    verified.push({ ...reading, clocks, verdict });
    if (isNamed && (verdict.level === 'A' || verdict.level === 'B')) {
      for (const signature of verdict.signatures) if (signature.result === 'pass' && signature.aligned) signers.add(signature.domain);
    }
  }
  return verified;
}

/** A merchant of the curated table has a short id; one that was only seen is named after its own domain, which proves nothing. */
export function curatedDomains(merchant: Pick<MerchantRef, 'id' | 'domains'> | null): readonly string[] {
  return merchant && !merchant.id.includes('.') ? merchant.domains : [];
}

function inOrderOfArrival(group: readonly HeededReading[]): { reading: HeededReading; clocks: Clocks }[] {
  return group
    .map((reading) => ({ reading, clocks: clocksOf(reading) }))
    .sort((a, b) => (arrivedAt(a.clocks) < arrivedAt(b.clocks) ? -1 : 1));
}

function clocksOf({ parsed, staged }: HeededReading): Clocks {
  return { sentAt: parsed.sentAt, receivedAt: parsed.receivedAt, internalDate: staged.internalDate, capturedAt: staged.capturedAt };
}

function toInput(reading: HeededReading, clocks: Clocks, knownSigners: readonly string[], clock: Clock): VerifyInput {
  const { staged } = reading;
  return {
    raw: reading.raw,
    message: reading.parsed,
    arrivedAt: arrivedAt(clocks),
    now: clock.now().toISOString(),
    ownerAddresses: staged.mailboxAddress ? [staged.mailboxAddress.toLowerCase()] : [],
    providerHost: staged.mailboxHost,
    knownSigners,
    suspicions: reading.classification.suspicions,
    ...(reading.isOwnSent && { isOwnSent: true }),
  };
}
