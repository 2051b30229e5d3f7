// A story's mails read as the product reads them (steps 6 to 8 of docs/path-of-an-email.md, without servers): one content for the same
// bytes in several folders, parsed, classified, graded by what the owner's provider reported, and made an event or nothing.
import { createHash } from 'node:crypto';
import { verifyMessage } from '@quittance/authenticity/verify-message';
import { arrivedAt, effectiveOn, occurredAt, type Clocks } from '@quittance/classifier/best-clock';
import { classifyMessage } from '@quittance/classify/classify-message';
import type { Classification } from '@quittance/domain/classification';
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { ParsedMessage } from '@quittance/domain/message';
import { parseMessage } from '@quittance/mail/parse-message';
import type { Story, StoryMail } from './read-story.ts';
import { renderMail } from './render-mail.ts';

export interface ReadMail {
  readonly mail: StoryMail;
  readonly capturedAt: string;
  /** Null where the mail is no subscription mail. */
  readonly event: SubscriptionEvent | null;
}

/** In the order in which they come to be read. */
export async function readMailbox(story: Story): Promise<ReadMail[]> {
  const seen = new Set<string>();
  const read: ReadMail[] = [];
  for (const mail of inOrderOfReading(story)) {
    const raw = renderMail(mail, story.owner);
    const sha256 = createHash('sha256').update(raw).digest('hex');
    for (const _folder of mail.folders) {
      if (seen.has(sha256)) continue;
      seen.add(sha256);
      read.push(await readMail(story, mail, { raw, sha256, seq: read.length + 1 }));
    }
  }
  return read;
}

// A backfill reads the newest first.
function inOrderOfReading({ mails, read }: Story): StoryMail[] {
  const keyOf = (mail: StoryMail) => (read === 'live' ? `${mail.arrivesOn} ` : '') + `${mail.on} ${mail.time}`;
  const ordered = mails.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
  return read === 'live' ? ordered : ordered.toReversed();
}

async function readMail(story: Story, mail: StoryMail, content: { raw: Buffer; sha256: string; seq: number }): Promise<ReadMail> {
  const message = await parseMessage(content.raw);
  const classification = classifyMessage(message);
  const capturedAt = story.read === 'live' ? `${mail.arrivesOn}T${mail.time}:30.000Z` : `${story.now}T09:00:00.000Z`;
  const internalDate = story.read === 'live' ? capturedAt : `${mail.arrivesOn}T${mail.time}:30.000Z`;
  const clocks = { sentAt: message.sentAt, receivedAt: message.receivedAt, internalDate, capturedAt };
  const level = await levelOf(story, message, classification, { ...content, clocks });
  return { mail, capturedAt, event: toEvent(message, classification, { ...content, clocks, level }) };
}

async function levelOf(
  story: Story,
  message: ParsedMessage,
  { suspicions }: Classification,
  { raw, clocks }: { raw: Buffer; clocks: Clocks },
): Promise<SubscriptionEvent['level']> {
  const resolveTxt = () => Promise.resolve({ rdata: [], resolver: '192.0.2.1', observedAt: clocks.capturedAt });
  const verdict = await verifyMessage(
    { resolveTxt },
    {
      raw,
      message,
      arrivedAt: arrivedAt(clocks),
      now: clocks.capturedAt,
      ownerAddresses: [story.owner],
      providerHost: 'imap.fastmail.com',
      knownSigners: [],
      suspicions,
    },
  );
  return verdict.level;
}

function toEvent(
  message: ParsedMessage,
  { kind, suspicions: _suspicions, ...read }: Classification,
  { sha256, seq, clocks, level }: { sha256: string; seq: number; clocks: Clocks; level: SubscriptionEvent['level'] },
): SubscriptionEvent | null {
  if (kind === 'other') return null;
  const { rfcMessageId, from, subject, sentAt } = message;
  return {
    ...read,
    id: `mail-${seq}`,
    seq,
    kind,
    occurredAt: occurredAt(clocks, message.isDelivered),
    effectiveOn: effectiveOn({ kind, ...read }),
    level,
    message: { sha256, rfcMessageId, fromAddress: from.address, subject, sentAt },
    source: 'mail',
  };
}
