// Every address of the pages and the API is a function here: links can't rot, and a change of a path is one line.

const segment = (value: string | number): string => encodeURIComponent(value);

/** `?a=1&b=2` of what is given, or ''. */
function query(values: Readonly<Record<string, string | number | null | undefined>>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return given.length === 0
    ? ''
    : `?${new URLSearchParams(given.map(([key, value]): [string, string] => [key, String(value)])).toString()}`;
}

export const paths = {
  home: () => '/',
  /** @param lost what was sent without a session, and is gone. */
  signIn: (next?: string, lost = false) => `/sign-in${query({ next, lost: lost ? 1 : null })}`,
  signInLink: (token: string) => `/sign-in/${segment(token)}`,
  signOut: () => '/sign-out',
  language: () => '/language',
  welcome: () => '/welcome',
  mailboxes: () => '/mailboxes',
  inlets: () => '/inlets',
  inletRemove: (id: string) => `/inlets/${segment(id)}/remove`,
  mailbox: (id: string) => `/mailboxes/${segment(id)}`,
  addMailbox: () => '/mailboxes/new',
  /** The same, with all settings typed by hand. */
  enterMailbox: () => '/mailboxes/new?manual=1',
  /** Off to the provider's own sign-in, for a new address or a mailbox that must sign in anew. */
  providerSignIn: (wish: { address: string } | { mailbox: string }) => `/mailboxes/sign-in${query(wish)}`,
  providerSignInBack: () => '/mailboxes/sign-in/back',
  providerSignInCode: () => '/mailboxes/sign-in/code',
  imports: () => '/import',
  statements: (query_: { readonly file?: number } = {}) => `/statements${query(query_)}`,
  statementDraft: (id: string) => `/statements/drafts/${segment(id)}`,
  statementRemove: (id: number) => `/statements/${segment(id)}/remove`,
  payees: () => '/statements/payees',
  correction: (eventId: string) => `/events/${segment(eventId)}/correction`,
  sample: () => '/import/sample',
  mailboxResume: (id: string) => `/mailboxes/${segment(id)}/resume`,
  mailboxPassword: (id: string) => `/mailboxes/${segment(id)}/password`,
  mailboxReading: (id: string) => `/mailboxes/${segment(id)}/reading`,
  mailboxRemove: (id: string) => `/mailboxes/${segment(id)}/remove`,
  unreadRetry: (id: number) => `/quarantine/unread/${segment(id)}/retry`,
  quarantineRetry: (id: number) => `/quarantine/${segment(id)}/retry`,
  alertsSeen: () => '/alerts/seen',
  alertPreferences: () => '/alerts/preferences',
  /** Of one person, for calendar programs: no session, the token is the key. */
  calendar: (token: string) => `/calendar/${segment(token)}.ics`,
  calendarLink: () => '/settings/calendar',
  calendarRemove: () => '/settings/calendar/remove',
  timeStamps: () => '/settings/time-stamps',
  timeStampsWithdraw: () => '/settings/time-stamps/withdraw',
  channels: () => '/channels',
  channelTest: (id: string) => `/channels/${segment(id)}/test`,
  channelRemove: (id: string) => `/channels/${segment(id)}/remove`,
  password: () => '/settings/password',
  heldCheckpoint: () => '/settings/checkpoint',
  tokens: () => '/settings/tokens',
  tokenRevoke: (id: string) => `/settings/tokens/${segment(id)}/revoke`,
  subscription: (id: string) => `/subscriptions/${segment(id)}`,
  costs: () => '/costs',
  rates: () => '/costs/rates',
  addSubscription: () => '/subscriptions/new',
  ownWord: (id: string) => `/subscriptions/${segment(id)}/own-word`,
  cancellations: () => '/cancellations',
  terms: (id: string) => `/subscriptions/${segment(id)}/terms`,
  merge: (id: string) => `/subscriptions/${segment(id)}/merge`,
  split: (id: string) => `/subscriptions/${segment(id)}/split`,
  rename: (id: string) => `/subscriptions/${segment(id)}/rename`,
  moveEvent: (eventId: string) => `/events/${segment(eventId)}/move`,
  findingAside: () => '/findings/aside',
  actUndo: (id: string) => `/acts/${segment(id)}/undo`,
  actFile: (id: string) => `/api/v1/acts/${segment(id)}/file`,
  actFileErase: (id: string) => `/acts/${segment(id)}/file/erase`,
  archive: (filter: Readonly<Record<string, string | number | null | undefined>> = {}) => `/archive${query(filter)}`,
  message: (sha256: string) => `/archive/${segment(sha256)}`,
  messageErase: (sha256: string) => `/archive/${segment(sha256)}/erase`,
  alerts: () => '/alerts',
  quarantine: () => '/quarantine',
  law: () => '/law',
  settings: () => '/settings',
  asset: (name: string, version: string) => `/assets/${segment(name)}?v=${segment(version)}`,
  apiDocs: () => '/api/docs',
  openapi: () => '/api/openapi.json',
  exportAll: () => '/api/v1/export',
  stream: () => '/api/v1/stream',
  messageRaw: (sha256: string) => `/api/v1/messages/${segment(sha256)}/raw`,
  dossier: (subscriptionId: string, ending: 'pdf' | 'asice', language: string) =>
    `/api/v1/subscriptions/${segment(subscriptionId)}/dossier.${ending}${query({ language })}`,
  letter: (subscriptionId: string, kind: string, language: string) =>
    `/subscriptions/${segment(subscriptionId)}/letters/${segment(kind)}${query({ language })}`,
  letterText: (subscriptionId: string, kind: string, language: string) =>
    `/api/v1/subscriptions/${segment(subscriptionId)}/letters/${segment(kind)}/text${query({ language })}`,
  silence: (subscriptionId: string, from?: string) => `/subscriptions/${segment(subscriptionId)}/silence${query({ from })}`,
  silenceJson: (subscriptionId: string, from: string, to: string) =>
    `/api/v1/subscriptions/${segment(subscriptionId)}/silence${query({ from, to })}`,
  /** For anybody, signed in or not. */
  verify: (language?: string) => `/verify${query({ language })}`,
  messageHtml: (sha256: string) => `/api/v1/messages/${segment(sha256)}/html`,
} as const;

/** Only a path of ours: what follows a sign-in must not lead away. */
export function localPath(text: string | undefined): string {
  return text !== undefined && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text) ? text : paths.home();
}
