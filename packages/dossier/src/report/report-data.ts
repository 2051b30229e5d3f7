// What the report says, as data: read from the store by read-report.ts, laid out by render-report.ts.
import type { Level } from '@quittance/domain/authenticity';
import type { CivilDate } from '@quittance/domain/civil-date';
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { MessageKind } from '@quittance/domain/event-kind';
import type { Instant } from '@quittance/domain/instant';
import type { Subscription } from '@quittance/domain/subscription';
import type { Silence } from '@quittance/verifier/silence';

export interface ReportData {
  readonly subscription: Subscription;
  /** In order of time. */
  readonly events: readonly SubscriptionEvent[];
  /** The person's word, by event. */
  readonly corrections: ReadonlyMap<string, MessageKind>;
  /** In the order of the bundle. */
  readonly messages: readonly ReportMessage[];
  readonly silences: readonly Silence[];
  readonly leftOut: { readonly suspicious: number; readonly erased: number };
  readonly log: {
    readonly origin: string;
    readonly size: number;
    readonly root: string;
    readonly madeAt: Instant;
    readonly verifierKey: string;
    /** Tokens of authorities, each over a head that covers so many entries. */
    readonly stamps: readonly { readonly genAt: Instant; readonly signer: string; readonly covers: number }[];
  };
  /** Whose mailbox, where known. */
  readonly owner: string | null;
  /** Whose law applies; null where the person named none. */
  readonly country: string | null;
  /** The person's day: the report changes with it and with nothing else than the data. */
  readonly today: CivilDate;
  /** The person's, for days that they said themselves: hours of mails are told in UTC. */
  readonly timeZone: string;
}

export interface ReportMessage {
  /** `messages/01` */
  readonly folder: string;
  readonly raw: Buffer;
  readonly sha256: string;
  readonly from: string;
  readonly to: string;
  readonly sentAt: Instant | null;
  /** By the server that took it in last, and by the mailbox: null where neither said. */
  readonly receivedAt: Instant | null;
  readonly internalDate: Instant | null;
  readonly capturedAt: Instant;
  readonly subject: string;
  readonly text: string;
  readonly level: Level;
  /** Codes; level-reasons.en.ts of packages/i18n has their words. */
  readonly reasons: readonly string[];
  readonly leafIndex: number;
}

export function kindOf(event: SubscriptionEvent, corrections: ReadonlyMap<string, MessageKind>): MessageKind {
  return corrections.get(event.id) ?? event.kind;
}
