// A message of the archive: one item of `proof search --json` and GET /api/v1/messages, and with its evidence the object of `proof show`.
// The four clocks are shown apart and never merged; `dated_at` names the one that the archive is sorted by.
import type { Level, Verdict } from '@quittance/domain/authenticity';
import { formatDecimal } from '@quittance/domain/money';

export interface MessageJson {
  /** Hex, of the raw bytes: the message's id. */
  sha256: string;
  message_id: string | null;
  from: string;
  from_name: string;
  subject: string;
  language: string;
  size_bytes: number;
  dated_at: string;
  sent_at: string | null;
  received_at: string | null;
  internal_date: string | null;
  captured_at: string;
  erased_at: string | null;
  level: string | null;
  event: MessageEventJson | null;
}

interface MessageEventJson {
  id: string;
  kind: string;
  read_as: string;
  decided: string;
  confidence: number;
  occurred_at: string;
  merchant: { id: string; name: string } | null;
  amount: string | null;
  currency: string | null;
  quote: string | null;
  subscription_id: string | null;
}

export interface MessageDetailJson extends MessageJson {
  /** How it came to us: folder and UID of an IMAP server, or the path of an imported file. */
  origin: { kind: string; host: string | null; path: string; uid_validity: number | null; uid: number | null };
  verdict: VerdictJson | null;
  reasons: { rule: string; quote: string; field: string }[];
  log: {
    leaf_index: number;
    leaf_hash: string;
    appended_at: string;
    size: number;
    /** The first signed head that covers it. */
    checkpoint: { size: number; made_at: string } | null;
    /** `checkpoint_size`: the person's head that was anchored first after it; without `stamps` it is anchored, not time-stamped. */
    anchor: { checkpoint_size: number; anchor_leaf: number; stamps: { authority: string; gen_at: string; signer: string }[] } | null;
  } | null;
}

interface VerdictJson {
  level: string;
  pending: boolean;
  made_at: string;
  tool: string;
  reasons: string[];
  signatures: {
    domain: string;
    selector: string;
    result: string;
    aligned: boolean;
    key_bits: number | null;
    signed_at: string | null;
    weaknesses: string[];
  }[];
}

export interface ArchivedMessage {
  readonly sha256: string;
  readonly rfcMessageId: string | null;
  readonly fromAddress: string;
  readonly fromName: string;
  readonly subject: string;
  readonly language: string;
  readonly sizeBytes: number;
  readonly datedAt: string;
  readonly sentAt: string | null;
  readonly receivedAt: string | null;
  readonly internalDate: string | null;
  readonly capturedAt: string;
  readonly erasedAt: string | null;
  readonly level: Level | null;
  readonly event: {
    readonly id: string;
    readonly kind: string;
    readonly readAs: string;
    readonly decided: string;
    readonly confidence: number;
    readonly occurredAt: string;
    readonly merchantId: string | null;
    readonly merchantName: string | null;
    readonly amountMinor: number | null;
    readonly currency: string | null;
    readonly quote: string | null;
    readonly subscriptionId: string | null;
  } | null;
}

export interface MessageEvidence {
  readonly origin:
    | { readonly kind: 'imap'; readonly host: string; readonly path: string; readonly uidValidity: number | null; readonly uid: number }
    | { readonly kind: 'import'; readonly path: string };
  readonly verdict: (Verdict & { readonly madeAt: string }) | null;
  readonly reasons: readonly { readonly rule: string; readonly quote: string; readonly field: string }[];
  readonly log: {
    readonly leafIndex: number;
    readonly leafHash: string;
    readonly appendedAt: string;
    readonly size: number;
    readonly checkpoint: { readonly size: number; readonly madeAt: string } | null;
    readonly anchor: {
      readonly checkpointSize: number;
      readonly anchorLeaf: number;
      readonly stamped: {
        readonly stamps: readonly { readonly authority: string; readonly genAt: string; readonly signer: string }[];
      } | null;
    } | null;
  } | null;
}

export function messageJson(message: ArchivedMessage): MessageJson {
  return {
    sha256: message.sha256,
    message_id: message.rfcMessageId,
    from: message.fromAddress,
    from_name: message.fromName,
    subject: message.subject,
    language: message.language,
    size_bytes: message.sizeBytes,
    dated_at: message.datedAt,
    sent_at: message.sentAt,
    received_at: message.receivedAt,
    internal_date: message.internalDate,
    captured_at: message.capturedAt,
    erased_at: message.erasedAt,
    level: message.level,
    event: message.event && messageEventJson(message.event),
  };
}

export function messageDetailJson(message: ArchivedMessage, evidence: MessageEvidence): MessageDetailJson {
  const { origin, verdict, log } = evidence;
  return {
    ...messageJson(message),
    origin:
      origin.kind === 'imap'
        ? { kind: 'imap', host: origin.host, path: origin.path, uid_validity: origin.uidValidity, uid: origin.uid }
        : { kind: 'import', host: null, path: origin.path, uid_validity: null, uid: null },
    verdict: verdict && verdictJson(verdict),
    reasons: evidence.reasons.map(({ rule, quote, field }) => ({ rule, quote, field })),
    log: log && logJson(log),
  };
}

function logJson({
  leafIndex,
  leafHash,
  appendedAt,
  size,
  checkpoint,
  anchor,
}: NonNullable<MessageEvidence['log']>): MessageDetailJson['log'] {
  return {
    leaf_index: leafIndex,
    leaf_hash: leafHash,
    appended_at: appendedAt,
    size,
    checkpoint: checkpoint && { size: checkpoint.size, made_at: checkpoint.madeAt },
    anchor: anchor && {
      checkpoint_size: anchor.checkpointSize,
      anchor_leaf: anchor.anchorLeaf,
      stamps: (anchor.stamped?.stamps ?? []).map(({ authority, genAt, signer }) => ({ authority, gen_at: genAt, signer })),
    },
  };
}

function messageEventJson(event: NonNullable<ArchivedMessage['event']>): MessageEventJson {
  const { amountMinor, currency } = event;
  return {
    id: event.id,
    kind: event.kind,
    read_as: event.readAs,
    decided: event.decided,
    confidence: event.confidence,
    occurred_at: event.occurredAt,
    merchant: event.merchantId === null ? null : { id: event.merchantId, name: event.merchantName ?? event.merchantId },
    amount: amountMinor === null || currency === null ? null : formatDecimal({ amountMinor, currency }),
    currency,
    quote: event.quote,
    subscription_id: event.subscriptionId,
  };
}

function verdictJson(verdict: Verdict & { readonly madeAt: string }): VerdictJson {
  return {
    level: verdict.level,
    pending: verdict.pending,
    made_at: verdict.madeAt,
    tool: verdict.tool,
    reasons: [...verdict.reasons],
    signatures: verdict.signatures.map((signature) => ({
      domain: signature.domain,
      selector: signature.selector,
      result: signature.result,
      aligned: signature.aligned,
      key_bits: signature.keyBits,
      signed_at: signature.signedAt,
      weaknesses: [...signature.weaknesses],
    })),
  };
}
