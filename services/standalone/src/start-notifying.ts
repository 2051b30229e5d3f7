// The part that delivers alerts.
import type { RunningService, ServiceContext } from '@quittance/domain/service';
import { start } from '@quittance/notifier/start';
import type { Metrics } from '@quittance/runtime/metrics';
import type { StandaloneConfig } from './config.ts';
import type { OpenStore } from './open-store.ts';

export interface NotifyingDeps extends ServiceContext {
  readonly store: Pick<OpenStore, 'db' | 'databaseUrl' | 'vault'>;
  readonly config: Pick<StandaloneConfig, 'SMTP_URL' | 'MAIL_FROM' | 'ALLOW_PRIVATE_HOSTS'>;
  /** Where links in alerts lead. */
  readonly publicUrl: string | undefined;
  readonly metrics: Metrics;
}

export function startNotifying({ store, config, publicUrl, clock, log, metrics }: NotifyingDeps): Promise<RunningService> {
  return start({
    db: store.db,
    databaseUrl: store.databaseUrl,
    vault: store.vault,
    smtpUrl: config.SMTP_URL,
    mailFrom: config.MAIL_FROM,
    publicUrl,
    allowPrivateHosts: config.ALLOW_PRIVATE_HOSTS,
    clock,
    log: log.child({ part: 'notifier' }),
    metrics,
  });
}
