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
import type { KeptReading, Reading } from './read-message.ts';

export type Verify = (input: VerifyInput) => Promise<Verdict>;

export interface Verification {
  readonly clocks: Clocks;
  readonly verdict: Verdict;
}

export interface VerifiedReading extends HeededReading, Verification {}

type VerifyDeps = { readonly db: Database; readonly verify: Verify; readonly clock: Clock; readonly hurry?: AbortSignal };

/** By content id, of those to be kept. */
export async function verifyKept(deps: VerifyDeps, userId: string, readings: readonly Reading[]): Promise<Map<number, Verification>> {
  const kept = readings.filter((reading) => reading.kind === 'keep');
  const groups = Map.groupBy(kept, (reading) => reading.classification.merchant?.id ?? '');
  const known = listKnownSigners(deps.db, userId, [...groups.keys()].filter(Boolean));
  known.catch(() => {}); // Whoever is verified hears of it.
  const verified = await Promise.all([...groups].map(([id, group]) => verifyGroup(deps, group, signersOf(known, id))));
  return new Map(verified.flat());
}

async function signersOf(known: Promise<ReadonlyMap<string, readonly string[]>>, merchantId: string): Promise<readonly string[]> {
  return (await known).get(merchantId) ?? [];
}

async function verifyGroup(
  deps: VerifyDeps,
  group: readonly KeptReading[],
  known: Promise<readonly string[]>,
): Promise<(readonly [number, Verification])[]> {
  known.catch(() => {}); // In a hurry there may be nobody to hear of it.
  const { merchant } = group[0]!.classification;
  const signers = new Set(curatedDomains(merchant));
  const verified: (readonly [number, Verification])[] = [];
  for (const { reading, clocks } of inOrderOfArrival(group)) {
    if (deps.hurry?.aborted) break;
    const sofar = [...signers];
    const knownSigners = known.then((earlier) => [...new Set([...earlier, ...sofar])]);
    knownSigners.catch(() => {}); // The same.
    const verdict = await deps.verify(toInput(reading, clocks, knownSigners, deps.clock));
    verified.push([reading.contentId, { clocks, verdict }]);
    if (merchant && (verdict.level === 'A' || verdict.level === 'B')) {
      for (const signature of verdict.signatures) if (signature.result === 'pass' && signature.aligned) signers.add(signature.domain);
    }
  }
  return verified;
}

/** A merchant of the curated table has a short id; one that was only seen is named after its own domain, which proves nothing. */
export function curatedDomains(merchant: Pick<MerchantRef, 'id' | 'domains'> | null): readonly string[] {
  return merchant && !merchant.id.includes('.') ? merchant.domains : [];
}

function inOrderOfArrival(group: readonly KeptReading[]): { reading: KeptReading; clocks: Clocks }[] {
  return group
    .map((reading) => ({ reading, clocks: clocksOf(reading) }))
    .sort((a, b) => (arrivedAt(a.clocks) < arrivedAt(b.clocks) ? -1 : 1));
}

function clocksOf({ parsed, staged }: KeptReading): Clocks {
  return { sentAt: parsed.sentAt, receivedAt: parsed.receivedAt, internalDate: staged.internalDate, capturedAt: staged.capturedAt };
}

function toInput(reading: KeptReading, clocks: Clocks, knownSigners: Promise<readonly string[]>, clock: Clock): VerifyInput {
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
