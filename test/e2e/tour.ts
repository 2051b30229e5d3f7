// Every page there is, with the sample loaded: what the walks through the pages visit.
import { paths } from '@quittance/api/paths';
import type { APIRequestContext } from 'playwright-core';

export interface Stop {
  readonly name: string;
  readonly path: string;
  /** 200 unless said otherwise. */
  readonly status?: number;
}

interface TimelineJson {
  readonly subscriptions: readonly {
    readonly id: string;
    readonly status: string;
    readonly proof: { readonly event_id: string } | null;
    readonly findings: readonly { readonly kind: string }[];
    readonly events: readonly { readonly id: string; readonly message: { readonly sha256: string } | null }[];
  }[];
}

export const SIGNED_OUT: readonly Stop[] = [
  { name: 'sign-in', path: paths.signIn() },
  { name: 'verify-stranger', path: paths.verify() },
  { name: 'spent-link', path: paths.signInLink('spent'), status: 410 },
];

/** @param request with the session of somebody who has the sample. */
export async function everyPage(request: APIRequestContext): Promise<Stop[]> {
  const { subscriptions } = (await (await request.get('/api/v1/subscriptions')).json()) as TimelineJson;
  const proven = subscriptions.find((one) => one.proof !== null)!;
  const confirmation = proven.events.find((event) => event.id === proven.proof!.event_id)!.message!.sha256;
  const warned = subscriptions.toSorted((a, b) => b.findings.length - a.findings.length)[0]!;
  const [mailbox] = ((await (await request.get('/api/v1/mailboxes')).json()) as { items: { id: string }[] }).items;
  const charged = subscriptions.find((one) => one.findings.some((finding) => finding.kind === 'charged_after_cancellation'));
  const running = subscriptions.find((one) => one.status === 'active');
  return [
    { name: 'overview', path: paths.home() },
    { name: 'welcome', path: paths.welcome() },
    { name: 'subscription-proven', path: paths.subscription(proven.id) },
    { name: 'subscription-warned', path: paths.subscription(warned.id) },
    ...(charged
      ? [
          { name: 'letter', path: paths.letter(charged.id, 'charge_dispute', 'fr') },
          { name: 'letter-bank', path: paths.letter(charged.id, 'bank_dispute', 'en') },
        ]
      : []),
    ...(running ? [{ name: 'letter-cancellation', path: paths.letter(running.id, 'cancellation', 'en') }] : []),
    { name: 'silence', path: paths.silence(proven.id) },
    { name: 'archive', path: paths.archive() },
    { name: 'archive-empty', path: paths.archive({ q: 'nothing-has-this-word' }) },
    { name: 'message', path: paths.message(confirmation) },
    { name: 'message-html', path: `${paths.message(confirmation)}?view=html` },
    { name: 'alerts', path: paths.alerts() },
    { name: 'mailboxes', path: paths.mailboxes() },
    ...(mailbox
      ? [
          { name: 'mailbox-reading', path: paths.mailboxReading(mailbox.id) },
          { name: 'mailbox-password', path: paths.mailboxPassword(mailbox.id) },
        ]
      : []),
    { name: 'connect', path: paths.addMailbox() },
    { name: 'connect-manual', path: paths.enterMailbox() },
    { name: 'import', path: paths.imports() },
    { name: 'statements', path: paths.statements() },
    { name: 'costs', path: paths.costs() },
    { name: 'law', path: paths.law() },
    { name: 'quarantine', path: paths.quarantine() },
    { name: 'settings', path: paths.settings() },
    { name: 'verify', path: paths.verify() },
    { name: 'api', path: paths.apiDocs() },
    { name: 'nowhere', path: '/nowhere', status: 404 },
  ];
}
