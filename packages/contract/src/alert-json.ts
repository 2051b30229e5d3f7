// Alerts and channels as the command line and the API show them. `data` is the same object as in the webhook.
import type { Alert } from '@quittance/domain/alert';

export interface AlertJson {
  id: string;
  kind: string;
  due_at: string;
  created_at: string;
  seen_at: string | null;
  data: {
    subscription_id: string | null;
    event_id: string | null;
    message_sha256: string | null;
    merchant: string | null;
    plan: string | null;
    amount: string | null;
    currency: string | null;
    period: string | null;
    renews_on: string | null;
    ends_on: string | null;
    cancel_by: string | null;
    cancel_by_stated?: true | undefined;
    cancel_by_for?: 'price_change' | undefined;
    charged_on?: string | undefined;
    open_charges?: number | undefined;
    proof_event_id?: string | undefined;
    proof_level?: string | undefined;
    quote: string | null;
    level: string | null;
    erased?: true | undefined;
    mailbox: string | null;
    reason: string | null;
  };
}

export interface ChannelJson {
  id: string;
  kind: string;
  target: string;
  /** The kinds it wants; null for all. */
  kinds: string[] | null;
  created_at: string;
  problem: { code: string; text: string; since: string } | null;
}

export function alertJson(alert: Alert): AlertJson {
  return {
    id: alert.id,
    kind: alert.kind,
    due_at: alert.dueAt,
    created_at: alert.createdAt,
    seen_at: alert.seenAt,
    data: { ...alert.data },
  };
}

export function channelJson(channel: {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
  readonly kinds: readonly string[] | null;
  readonly createdAt: string;
  readonly problem: { readonly code: string; readonly text: string; readonly since: string } | null;
}): ChannelJson {
  const { problem } = channel;
  return {
    id: channel.id,
    kind: channel.kind,
    target: channel.target,
    kinds: channel.kinds && [...channel.kinds],
    created_at: channel.createdAt,
    problem: problem && { code: problem.code, text: problem.text, since: problem.since },
  };
}
