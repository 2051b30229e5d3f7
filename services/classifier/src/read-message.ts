// One staged message: unsealed, parsed, classified. What the message itself makes impossible is a value (`quarantine`), never an
// exception; what may go better at another time is thrown.
import { createHash } from 'node:crypto';
import type { Classification } from '@quittance/domain/classification';
import { PermanentError, TransientError } from '@quittance/domain/errors';
import type { EventKind } from '@quittance/domain/event-kind';
import type { Log } from '@quittance/domain/log';
import type { ParsedMessage } from '@quittance/domain/message';
import type { ParseOrder } from '@quittance/mail/parse-pool';
import type { StagedMessage } from '@quittance/store/outcomes';
import { isPassingDatabaseError } from '@quittance/store/pg-errors';
import type { Problem } from '@quittance/store/quarantine';
import { readOwnBounce, readOwnLetter } from '@quittance/classify/own/own-letter';
import { isOwnersAddress, isSentByOwner } from './own-mail.ts';
import { openBytes } from '@quittance/vault/message-bytes';
import type { Vault } from '@quittance/vault/vault';
import type { MailReader, UnderstoodMessage } from './mail-reader.ts';

export interface ReadDeps {
  readonly vault: Pick<Vault, 'open'>;
  readonly reader: MailReader;
  readonly log: Log;
}

export interface KeptReading {
  readonly kind: 'keep';
  readonly contentId: number;
  readonly staged: StagedMessage;
  readonly raw: Buffer;
  readonly sha256: Buffer;
  readonly parsed: ParsedMessage;
  readonly classification: Classification & { readonly kind: EventKind };
  /** The person's own mail, as their Sent folder keeps it. */
  readonly isOwnSent: boolean;
}

export type Reading =
  | KeptReading
  | { readonly kind: 'ignore'; readonly contentId: number }
  | { readonly kind: 'quarantine'; readonly contentId: number; readonly problem: Problem };

/** `live` mail goes before the history that waits for the same reader. */
export async function readMessage(deps: ReadDeps, staged: StagedMessage, priority: 'live' | 'history'): Promise<Reading> {
  const { contentId } = staged;
  try {
    const raw = openBytes(deps.vault, contentId, staged);
    const { message: parsed, classification: read } = await readTwice(deps, raw, { isUrgent: priority === 'live' });
    if (parsed.isOwnAlert) return { kind: 'ignore', contentId };
    const isOwnSent = isSentByOwner(parsed, staged);
    const classification = isOwnSent ? readOwnLetter(parsed) : (bounceOf(parsed, staged) ?? leftOpen(unmasked(read)));
    if (!isSubscriptionMail(classification)) return { kind: 'ignore', contentId };
    return { kind: 'keep', contentId, staged, raw, sha256: createHash('sha256').update(raw).digest(), parsed, classification, isOwnSent };
  } catch (error) {
    if (error instanceof TransientError || isPassingDatabaseError(error)) throw error;
    return { kind: 'quarantine', contentId, problem: toProblem(error, deps.log, contentId) };
  }
}

function bounceOf(parsed: ParsedMessage, staged: StagedMessage): Classification | null {
  return parsed.isDeliveryReport ? readOwnBounce(parsed, (address) => isOwnersAddress(address, staged)) : null;
}

// A time-out or a dead reader may be the machine's fault, once.
async function readTwice(deps: ReadDeps, raw: Buffer, order: ParseOrder): Promise<UnderstoodMessage> {
  try {
    return await deps.reader.read(raw, order);
  } catch (error) {
    if (!(error instanceof PermanentError)) throw error;
    return deps.reader.read(raw, order);
  }
}

// What the classifier leaves open is kept as what it may be, and asked about: to put it aside would be to decide it.
function leftOpen(read: Classification): Classification {
  return read.kind === 'other' && read.perhaps ? { ...read, ...read.perhaps } : read;
}

function isSubscriptionMail(read: Classification): read is Classification & { readonly kind: EventKind } {
  return read.kind !== 'other';
}

const FORGERY: ReadonlySet<string> = new Set(['lookalike_domain', 'display_name_mismatch', 'mixed_script']);

// A mail that dresses up as a merchant's is about a subscription all the same: it is kept as what it pretends to be, so that the person is warned
// of it. Undecided and (by its suspicions) likely forged, it changes nothing and proves nothing.
function unmasked(read: Classification): Classification {
  const { pretends } = read;
  if (read.kind !== 'other' || !pretends || !read.suspicions.some((sign) => FORGERY.has(sign))) return read;
  return { ...read, kind: pretends.kind, decided: 'abstain', merchant: pretends.merchant ?? read.merchant };
}

function toProblem(error: unknown, log: Log, contentId: number): Problem {
  if (error instanceof PermanentError && error.code !== 'reading_failed') {
    log.warn({ contentId, code: error.code }, 'message_unreadable');
    return { code: error.code, text: error.message };
  }
  // A bug in our own reading: one message waits for a fix instead of holding up all others.
  log.fatal({ contentId, err: error }, 'message_reading_failed');
  return { code: 'reading_failed', text: 'Quittance failed on this message. Its bytes are kept; try it again after an update.' };
}
