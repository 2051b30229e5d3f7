// The letters of one subscription, read from the store: which fit, and one of them written. Run it inside `asUser`.
import type { Clock } from '@quittance/domain/instant';
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { Language } from '@quittance/i18n/language';
import { formatInstant } from '@quittance/i18n/format';
import type { Tx } from '@quittance/store/database';
import { listCorrections, listEvents } from '@quittance/store/events';
import { readViewpoint } from '@quittance/store/hand';
import { findSubscription } from '@quittance/store/find-subscription';
import { latestCheckpoint } from '@quittance/store/log';
import { readUserSettings } from '@quittance/store/user-settings';
import { asOf } from '@quittance/timeline/as-of';
import { fold } from '@quittance/timeline/fold';
import { awaitedSilences } from '../silence/awaited-silences.ts';
import { describeSilence } from '../silence/describe-silence.ts';
import { readSilence } from '../silence/read-silence.ts';
import { watchedOf } from '../silence/state-silence.ts';
import type { LetterInput } from './letter-facts.ts';
import { writeLetter, type Letter, type LetterKind } from './write-letter.ts';

/** null when the person has no such subscription. */
export async function readLetterInput(tx: Tx, clock: Clock, userId: string, subscriptionId: string): Promise<LetterInput | null> {
  const folded = await findSubscription(tx, fold, userId, subscriptionId);
  if (!folded) return null;
  const stored = new Map((await listEvents(tx, userId, { eventIds: folded.eventIds })).map((event) => [event.id, event]));
  const corrections = await listCorrections(tx, userId, { eventIds: folded.eventIds });
  const ofMerchant = await listEvents(tx, userId, { merchantIds: [folded.merchant.id] });
  const owner = await readUserSettings(tx, userId);
  const viewpoint = await readViewpoint(tx, userId, clock.now());
  return {
    subscription: asOf(folded, viewpoint),
    events: folded.eventIds.flatMap((id) => stored.get(id) ?? []),
    doubted: await withoutWord(
      tx,
      userId,
      ofMerchant.filter(({ id, decided }) => decided !== 'auto' && !stored.has(id)),
    ),
    // Oldest first, so the latest word stays.
    corrections: new Map(corrections.map((correction) => [correction.eventId, correction.kind])),
    owner,
    today: viewpoint.today,
  };
}

// What the person has said a word on is read with doubt no more.
async function withoutWord(tx: Tx, userId: string, events: readonly SubscriptionEvent[]): Promise<SubscriptionEvent[]> {
  const said = await listCorrections(tx, userId, { eventIds: events.map(({ id }) => id) });
  return events.filter(({ id }) => !said.some(({ eventId }) => eventId === id));
}

/** null when the timeline does not bear this letter. */
export async function letterOf(
  tx: Tx,
  clock: Clock,
  userId: string,
  input: LetterInput,
  kind: LetterKind,
  language: Language,
): Promise<Letter | null> {
  const silence = kind === 'confirmation_request' ? await silenceSentence(tx, clock, userId, input, language) : null;
  return writeLetter(input, kind, language, silence);
}

// Only where a folder was watched: else the letter says no more than that nothing came.
async function silenceSentence(tx: Tx, clock: Clock, userId: string, input: LetterInput, language: Language): Promise<string | null> {
  const { subscription, events, corrections, owner } = input;
  const awaited = awaitedSilences(subscription, events, corrections, clock.now().toISOString()).find(
    (one) => one.awaited === 'confirmation',
  );
  const checkpoint = awaited && (await latestCheckpoint(tx, userId));
  if (!awaited || !checkpoint) return null;
  const statement = await readSilence(tx, userId, { ...awaited, subscription, events, checkpoint: checkpoint.note });
  if (watchedOf(statement).folders === 0) return null;
  return describeSilence(statement, language, (at) => formatInstant(at, language, owner.timeZone)).sentence;
}
