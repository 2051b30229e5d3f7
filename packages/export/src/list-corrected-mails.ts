// The mails that a person's standing word was given on, one after the other, with the line that labels each for training. A word that was taken
// back and a mail that was erased are counted and left out. Writes nothing.
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { MessageKind } from '@quittance/domain/event-kind';
import { domainOf } from '@quittance/domain/message';
import type { Tx } from '@quittance/store/database';
import { listCorrections, listEvents } from '@quittance/store/events';
import { loadSealedMessage } from '@quittance/store/evidence';
import { openBytes } from '@quittance/vault/message-bytes';
import type { Vault } from '@quittance/vault/vault';

/** One line of labels.jsonl. The person said the kind and nothing more: what else the mail states is no label. */
interface CorrectionLabel {
  /** Below `messages/`. */
  readonly file: string;
  readonly label: MessageKind;
  readonly lang: string;
  /** The sender's domain: mails of one sender share their template. */
  readonly source: string;
  /** It was read as an event and is none. */
  readonly hard_negative: boolean;
}

export interface CorrectedMail {
  readonly label: CorrectionLabel;
  readonly raw: Buffer;
}

export interface LeftOut {
  /** The person's last word is what was read at first, after another one. */
  takenBack: number;
  erased: number;
}

/** In the order in which the events were recorded. @param leftOut is counted up while the mails are read. */
export async function* listCorrectedMails(
  { tx, vault }: { readonly tx: Tx; readonly vault: Pick<Vault, 'open'> },
  userId: string,
  leftOut: LeftOut,
): AsyncGenerator<CorrectedMail> {
  const words = new Map<string, MessageKind[]>();
  for (const { eventId, kind } of await listCorrections(tx, userId)) words.set(eventId, [...(words.get(eventId) ?? []), kind]);
  for (const event of await listEvents(tx, userId, { eventIds: [...words.keys()] })) {
    // A word on a bank line or on the person's own entry has no mail to learn from.
    if (event.source !== 'mail' || !event.message) continue;
    const said = words.get(event.id)!;
    if (isTakenBack(event, said)) leftOut.takenBack += 1;
    else {
      const sealed = await loadSealedMessage(tx, userId, Buffer.from(event.message.sha256, 'hex'));
      if (sealed) yield { label: labelOf(event, event.message, said.at(-1)!), raw: openBytes(vault, sealed.contentId, sealed) };
      else leftOut.erased += 1;
    }
  }
}

// Corrections are never deleted: going back to what was read is how one is undone. The same word at once confirms the reading.
function isTakenBack({ kind }: SubscriptionEvent, said: readonly MessageKind[]): boolean {
  return said.at(-1) === kind && said.some((one) => one !== kind);
}

function labelOf(event: SubscriptionEvent, message: NonNullable<SubscriptionEvent['message']>, label: MessageKind): CorrectionLabel {
  return {
    file: `${message.sha256}.eml`,
    label,
    lang: event.language,
    source: domainOf(message.fromAddress) || 'unknown',
    hard_negative: label === 'other',
  };
}
