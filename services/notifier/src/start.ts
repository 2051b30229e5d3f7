// The notifier: woken when a delivery is recorded, it also looks by itself, for hints that were lost and retries that came due, and
// watches the clocks. Runs in a process of its own (main.ts) or inside the standalone one.
import type { RunningService, ServiceContext } from '@quittance/domain/service';
import type { Metrics } from '@quittance/runtime/metrics';
import { resolveOutbound } from '@quittance/runtime/outbound';
import type { Database } from '@quittance/store/database';
import { mailSender } from '@quittance/runtime/mail-sender';
import { listGathered } from '@quittance/store/digests';
import { notifierSession } from '@quittance/store/mail-out';
import { listen } from '@quittance/store/notifications';
import { ensurePushKey, type PushKeyPair } from '@quittance/store/push-keys';
import type { ClaimedDelivery } from '@quittance/store/deliveries';
import type { Vault } from '@quittance/vault/vault';
import { createEmailSender } from './channels/email.ts';
import { createNtfySender } from './channels/ntfy.ts';
import { POST_TIMEOUT_MS } from './channels/post-to-receiver.ts';
import type { Sending } from './channels/send.ts';
import { createWebPushSender } from './channels/web-push.ts';
import { createWebhookSender } from './channels/webhook.ts';
import { deliverDue } from './claim-deliveries.ts';
import type { DeliverDeps } from './deliver-alert.ts';
import { NO_METRICS, notifierMetrics } from './metrics.ts';
import { logHeadAt, type LogHead } from './log-head.ts';
import { renderAlert, type Message } from './render-alert.ts';
import { renderDigest } from './render-digest.ts';
import { watchPollers } from './watch-pollers.ts';
import { watchClocks } from './watch-clocks.ts';

export interface NotifierDeps extends ServiceContext {
  readonly db: Database;
  readonly databaseUrl: string;
  readonly vault: Pick<Vault, 'open' | 'seal' | 'derive'>;
  /** SMTP_URL and MAIL_FROM; without them e-mail channels are refused, and those that are there show that they can't send. */
  readonly smtpUrl?: string | null | undefined;
  readonly mailFrom?: string | null | undefined;
  /** PUBLIC_URL, for the links; alerts carry none without it. */
  readonly publicUrl?: string | null | undefined;
  readonly allowPrivateHosts: readonly string[];
  readonly metrics?: Metrics | undefined;
  readonly pollMs?: number | undefined;
}

const POLL_MS = 2_000;
/** A receiver that keeps us waiting holds up its own pass; alerts that come meanwhile go out in another. */
const PASSES_MAX = 4;

export async function start(deps: NotifierDeps): Promise<RunningService> {
  const deliver = deliverDeps(deps);
  let stopping = false;
  let wanted = false;
  const passes = new Set<Promise<void>>();

  const wake = (): void => {
    wanted = passes.size >= PASSES_MAX;
    if (wanted || stopping) return;
    const pass: Promise<void> = deliverDue(deliver, () => stopping)
      .catch((error: unknown) => deps.log.warn({ err: error }, 'notifier_pass_failed'))
      .then(() => {
        passes.delete(pass);
        if (wanted) wake();
      });
    passes.add(pass);
  };

  const listener = await listen({
    url: deps.databaseUrl,
    name: notifierSession(mailSender(deps.smtpUrl, deps.mailFrom) !== null),
    channels: ['delivery'],
    onHint: wake,
    onError: (error) => deps.log.warn({ err: error }, 'listen_failed'),
  });
  const timer = setInterval(wake, deps.pollMs ?? POLL_MS);
  wake();

  const clocks = watchClocks(deps);
  const pollers = watchPollers(deps);
  return {
    async stop() {
      stopping = true;
      clearInterval(timer);
      await listener.close().catch((error: unknown) => deps.log.warn({ err: error }, 'listen_close_failed'));
      // What is under way ends and is recorded: that is what keeps an alert from going out twice.
      await Promise.all(passes);
      await pollers.stop();
      await clocks.stop();
    },
  };
}

/** What an attempt needs, made of what the service was given. */
export function deliverDeps(deps: NotifierDeps): DeliverDeps {
  const post = {
    resolveHost: (host: string) => resolveOutbound(host, { allowPrivateHosts: deps.allowPrivateHosts }),
    timeoutMs: POST_TIMEOUT_MS,
  };
  let vapid: Promise<PushKeyPair> | null = null;
  const headOf = ({ userId, createdAt }: ClaimedDelivery): Promise<LogHead | null> => logHeadAt(deps.db, deps.vault, userId, createdAt);
  const render = async ({ delivery }: Sending, withHead: boolean): Promise<Message> => {
    const { language } = delivery;
    const publicUrl = deps.publicUrl ?? null;
    const head = withHead ? await headOf(delivery) : null;
    if (!delivery.isDigest) return renderAlert({ alert: delivery.alert, language, publicUrl, head });
    return renderDigest({ alerts: await listGathered(deps.db, delivery.id), language, publicUrl, head });
  };
  return {
    db: deps.db,
    vault: deps.vault,
    clock: deps.clock,
    log: deps.log,
    metrics: deps.metrics ? notifierMetrics(deps.metrics) : NO_METRICS,
    senders: {
      email: createEmailSender({
        smtpUrl: deps.smtpUrl ?? null,
        mailFrom: deps.mailFrom ?? null,
        render: (sending) => render(sending, true),
      }),
      webhook: createWebhookSender({ ...post, headOf }),
      web_push: createWebPushSender({
        ...post,
        render: (sending) => render(sending, false),
        vapid: () => (vapid ??= ensurePushKey(deps.db, deps.vault)),
        contact: deps.publicUrl ?? null,
      }),
      ntfy: createNtfySender({ ...post, render: (sending) => render(sending, false) }),
    },
  };
}
