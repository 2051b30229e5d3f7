// English words of the command line: the source of the catalogue.
import type { AlertKind } from '@quittance/domain/alert';
import type { Decision } from '@quittance/domain/classification';
import type { MessageKind } from '@quittance/domain/event-kind';
import type { SubscriptionStatus } from '@quittance/domain/subscription';

const kinds: Record<MessageKind, string> = {
  signup: 'signed up',
  trial_started: 'trial started',
  trial_ending: 'trial ending',
  renewal_notice: 'renewal announced',
  renewal_charged: 'renewal charged',
  price_change: 'price change',
  payment_failed: 'payment failed',
  cancellation_requested: 'cancellation requested',
  cancellation_confirmed: 'cancellation confirmed',
  expired: 'expired',
  refund: 'refund',
  paused: 'paused',
  reactivated: 'reactivated',
  plan_changed: 'plan changed',
  other: 'other',
};

const statuses: Record<SubscriptionStatus, string> = {
  trial: 'trial',
  active: 'active',
  past_due: 'past due',
  paused: 'paused',
  cancel_requested: 'cancellation requested',
  cancelled: 'cancelled',
  ended: 'ended',
  unknown: 'unknown',
};

const alertKinds: Record<AlertKind, string> = {
  renewal_notice: 'renewal coming',
  trial_ending: 'trial ending',
  price_change: 'price change',
  cancel_by: 'last day to cancel',
  payment_failed: 'payment failed',
  cancellation_confirmed: 'cancellation confirmed',
  charged_after_cancellation: 'charged after cancellation',
  confirmation_missing: 'confirmation missing',
  reactivated_unasked: 'reactivated unasked',
  notice_missing: 'notice missing',
  duplicate_subscription: 'runs twice',
  suspicious_message: 'suspicious message',
  mailbox_unreadable: 'mailbox unreadable',
};

export const wordsEn = {
  kinds,
  /** How surely a mail was read. */
  decided: { auto: 'auto', probable: 'probable', abstain: 'abstain' } satisfies Record<Decision, string>,
  statuses,
  alertKinds,
  starting: 'Starting Quittance …',
  started: (url: string, link: string) =>
    `Quittance runs: ${url}\n\nSign in with this link (it works once, for 24 hours):\n  ${link}\n\nCtrl-C stops it.`,
  stopping: 'Stopping …',
  stopped: 'Quittance has stopped.',
  made: 'made',
  alert: 'alert',
  merchant: 'merchant',
  plan: 'plan',
  status: 'status',
  date: 'date',
  amount: 'amount',
  renews: 'renews',
  ends: 'ends',
  proof: 'proof',
  kind: 'kind',
  level: 'level',
  subject: 'subject',
  from: 'from',
  id: 'id',
  address: 'address',
  server: 'server',
  state: 'state',
  progress: 'read',
  channelKind: 'by',
  target: 'to',
  problem: 'problem',
  size: 'bytes',
  found: 'found in',
  noAlerts: 'No alerts.',
  nothingOf: (merchant: string) => `Nothing of "${merchant}" is known: "quittance timeline" shows all merchants by name.`,
  noSubscriptions: 'No subscriptions yet. "quittance import PATH" or "quittance mailbox add ADDRESS" reads some mail.',
  nothingFound: 'Nothing found.',
  noInlets: 'No folder is watched. "quittance inlet add FOLDER" watches one.',
  inletRemoved: (path: string) => `${path} is no longer watched. What was read stays.`,
  noMailboxes: 'No mailbox is connected. "quittance mailbox add ADDRESS" connects one.',
  noChannels: 'No channel yet. "quittance channel add email ADDRESS" adds one.',
  exported: (file: string, bytes: number) =>
    `Everything is in ${file} (${bytes} bytes). The mails in it are not encrypted: keep it as you keep your mailbox.`,
  noStatements: 'No bank statement yet. "quittance statement import FILE" reads one.',
  payee: 'payee',
  payeeStates: { matched: 'matched', chosen: 'said by you', none: 'no subscription', unknown: 'regular, unknown' },
  statementImported: (done: { already: boolean; read: number; new: number; skipped: readonly unknown[]; matched: number }) =>
    done.already
      ? 'This very file was imported before: nothing changed.'
      : `${done.read} lines read, ${done.new} of them new, ${done.skipped.length} rows left out. ${done.matched} belong to your subscriptions.`,
  payeeSuggested: (name: string, amount: string, key: string) =>
    `${name} is paid ${amount} regularly. If it is a subscription: quittance statement assign "${key}" NAME`,
  payeeAssigned: (key: string, merchant: string, matched: number) => `${key} is ${merchant} from now on (${matched} lines).`,
  payeeUndone: (key: string, forgotten: boolean) =>
    forgotten ? `What was said of ${key} is forgotten.` : `${key} is no subscription. Its lines count no more, those to come neither.`,
  statementRemoved: (id: string) => `Statement ${id} was taken back.`,
  noQuarantine: 'Nothing is in quarantine.',
  unattached: 'Belonging to no subscription:',
  signInByCode: (url: string, code: string) =>
    `Open ${url} on any device and type this code: ${code}\nWaiting until you have signed in there …`,
  signInByBrowser: (url: string) => `Open this address in a browser on this machine and sign in:\n${url}`,
  signInBack: 'That is all. You can close this window and go back to the terminal.',
  signInLink: 'Opens the page once, within 24 hours:',
  schemaCurrent: 'The database has the newest schema.',
  schemaApplied: (names: readonly string[]) => `Brought to the newest schema: ${names.join(', ')}.`,
  mailboxAdded: (address: string, messages: number) =>
    `${address} is connected (${messages} messages in its inbox). Where Quittance runs, reading has begun; else it begins with the next start or sync.`,
  mailboxWorks: (address: string, folders: number, messages: number) =>
    `${address} works: folders ${folders}, messages in the inbox ${messages}.`,
  mailboxPassword: (address: string, messages: number) =>
    `${address} can be read (${messages} messages in its inbox): the new sign-in is saved, and reading goes on with it.`,
  mailboxRemoved: (address: string) => `${address} is no longer read. What was kept stays in the archive.`,
  mailboxProblem: (address: string, text: string) => `${address} can't be read. ${text}`,
  mailboxExists: (username: string, host: string) =>
    `${username} at ${host} is connected already: "quittance mailbox list" shows it, "quittance mailbox remove" lets it go.`,
  mailboxUnknown: (wanted: string) => `no mailbox "${wanted}" is connected: "quittance mailbox list" shows them.`,
  mailboxAmbiguous: (wanted: string) =>
    `several mailboxes have the address ${wanted}: give the id, as "quittance mailbox list --json" shows it.`,
  folderUnknown: (path: string) => `there is no folder "${path}": "quittance mailbox folders" shows them.`,
  folderBoth: (path: string) => `"${path}" can't be both read and skipped: name it once.`,
  readingUnknown: (way: string, ways: string) => `"${way}" is no way of reading: one of ${ways}.`,
  passwordNeeded: (variable: string) => `a password is needed: --password-file FILE, ${variable}, or type it when asked.`,
  passwordFile: (file: string, code: string) => `can't read the password file ${file} (${code}): check its name and permissions.`,
  channelAdded: (target: string) => `Alerts go to ${target}.`,
  channelSecret: (secret: string) => `Its signing secret, shown this once: ${secret}`,
  channelRemoved: (target: string) => `No more alerts go to ${target}.`,
  channelTested: (target: string) => `A test alert arrived at ${target}.`,
  channelFailed: (target: string, problem: string) => `The test alert did not arrive at ${target}: ${problem}`,
  password: (address: string) => `Password of ${address}: `,
  corrected: (kind: string) => `Noted: ${kind}.`,
  folderNotEmpty: (folder: string) => `${folder} is not empty. Choose a new folder: what is in it would mix with what is written.`,
  noCorrections: (left: { takenBack: number; erased: number }) =>
    left.takenBack + left.erased === 0
      ? 'There is no correction yet: "quittance correct EVENT --kind KIND" makes one.'
      : `No correction is left to export: ${left.takenBack} taken back, ${left.erased} on mails that were erased.`,
  correctionsExported: (folder: string, mails: number, left: { takenBack: number; erased: number }) =>
    `${mails} mails with your word on each are in ${folder}; left out: ${left.takenBack} taken back, ${left.erased} erased.\n` +
    'This is private mail, not encrypted. Never share the folder, never commit it; delete it when the training is done.',
  correctionsArePrivate:
    'Private mail, not encrypted: never share this folder, never commit it. Delete it when the training is done.\n' +
    'labels.jsonl says what each mail in messages/ is, in its owner’s word: "npm run train -- --corrections FOLDER" reads both.\n',
  retried: 'It was read this time.',
  stillQuarantined: 'It could not be read this time either.',
  reading: (read: number) => `${read} messages read`,
  imported: (count: { read: number; accepted: number; duplicates: number; ignored: number; quarantined: number; events: number }) =>
    `${count.read} messages read: ${count.accepted} kept, ${count.ignored} not about subscriptions, ${count.duplicates} known already, ${count.quarantined} in quarantine. ${count.events} events.`,
  settling: (open: number) => `${open} messages to understand`,
  syncing: (done: number, total: number) => `${done} of ${total} messages`,
  readingSet: (address: string, reading: string) => `${address} is read this way from now on: ${reading}.`,
  folder: 'folder',
  use: 'use',
  isRead: 'read',
  noFolders: 'No folders are known yet: they are listed with the first reading.',
  readStates: { read: 'yes', not: 'no', readByChoice: 'yes (chosen)', notByChoice: 'no (chosen)', vanished: 'vanished' },
  synced: (address: string, total: number) => `${address}: ${total} messages read.`,
  quoted: 'in its words',
  cite: (text: string) => `“${text}”`,
  clocks: { sent: 'sent', received: 'received by the provider', internal: 'in the mailbox since', captured: 'kept since' },
  source: 'origin',
  sha256: 'SHA-256',
  logPosition: (index: number, size: number) => `leaf ${index} of ${size} in the evidence log`,
  log: 'log',
  time: 'time',
  chained: 'chained, not time-stamped',
  stampedBy: (at: string, signer: string) => `time-stamped on ${at} by ${signer}`,
  /** Between a name and what is said of it. */
  colon: ': ',
  healthy: 'ok',
  failing: 'failed',
  checks: {
    keyFile: 'key file',
    database: 'database',
    mailbox: (address: string) => `mailbox ${address}`,
    quarantine: 'quarantine',
    openWork: 'open work',
    embedded: 'embedded',
    external: 'external',
    noKeyYet: (file: string) => `${file} (none yet)`,
    keyIsOpen: (file: string) => `${file} can be read by others: chmod 600 ${file}`,
  },
  mailboxStates: { active: 'active', stopped: 'stopped', removed: 'removed' },
  differences: (count: number) => `${count} subscriptions differed from their events and were rebuilt.`,
  noDifferences: 'The subscriptions are exactly what their events say.',
  count: 'rows',
  firstRow: 'the first',
  verifying: (messages: number) => `${messages} messages verified`,
  verifiedUser: (report: { userId: string; leaves: number; checkpoints: number; messages: number; erased: number; events: number }) =>
    `${report.userId}: ${report.messages} messages (${report.erased} erased), ${report.events} events, ${report.leaves} leaves, ${report.checkpoints} checkpoints`,
  stampsAgreed: 'Time stamps are on.',
  stampsOff:
    'Time stamps are off: the log is chained, not time-stamped. "quittance anchor agree" turns them on; a hash that says nothing about you goes out once a day.',
  notAnchored: 'Nothing is anchored yet.',
  anchoredAt: (at: string) => `Last anchored: ${at}`,
  authority: 'authority',
  agreed: 'agreed',
  lastStamp: 'last stamp',
  yes: 'yes',
  no: 'no',
  fromLeaf: (size: number, madeAt: string | null) => (madeAt === null ? 'the first' : `signs from ${size} leaves on, since ${madeAt}`),
  bothSign: 'The key before signs beside it until 30 days have passed.',
  keysImported: (read: number, added: number, source: string) =>
    `${read} keys read, ${added} of them new, under the name "${source}". Old mail is verified with them within minutes while Quittance runs.`,
  seenFrom: 'first seen',
  seenUntil: 'last seen',
  rechecked: (checked: number, same: number, old: number) =>
    `${checked} verdicts reached again from the recorded DNS answers: ${same} are the same${old > 0 ? `, ${old} were recorded before their basis was kept` : ''}.`,
  again: 'now',
  growth: {
    grew: (from: number, to: number) =>
      from === to
        ? `The log still is the one of this checkpoint, with ${to} entries.`
        : `The log only grew since this checkpoint: its first ${from} of ${to} entries are unchanged.`,
    cut: (from: number, to: number) => `THE LOG WAS CUT: the checkpoint covers ${from} entries, the log has ${to}.`,
    rewritten: (from: number) => `THE LOG WAS CHANGED: its first ${from} entries are not those of this checkpoint.`,
  },
  verifiedAnchor: (report: { leaves: number; checkpoints: number; timeStamps: number }) =>
    `Anchor log: ${report.leaves} leaves, ${report.checkpoints} checkpoints, ${report.timeStamps} time stamps`,
  allHolds: 'Everything holds.',
  notAllHolds: 'Not everything holds. docs/operations.md says what each problem means and what to do.',
  erased: (sha256: string) =>
    `Erased: ${sha256}\nIts content, key and words are gone for good; what it meant stays in the timeline, and the log says that it was erased. Backups made before still hold it, but a restore erases it again.`,
  wasErased: (sha256: string, at: string) => `${sha256} was erased before, on ${at}.`,
  copying: (table: string) => `copying ${table}`,
  backedUp: (file: string, rows: number, keyFile: string) =>
    `${rows} rows are in ${file}.\nThe key is not: keep a copy of ${keyFile} elsewhere (docs/operations.md has a recovery sheet). Without it the backup can't be read.`,
  restored: (rows: number, madeAt: string, erasedAgain: number) =>
    `${rows} rows of ${madeAt} are back and verified.${erasedAgain > 0 ? ` ${erasedAgain} messages that had been erased since were erased again.` : ''}`,
  noRate: (list: string) => `Without ${list}: enter a rate with "quittance costs rate".`,
  noActs: 'You said nothing yet.',
  acted: (id: string) => `Noted. "quittance subscription undo ${id}" takes it back.`,
  actedOn: (name: string, id: string) => `Noted of ${name}. "quittance subscription undo ${id}" takes it back.`,
  formerId: (given: string, name: string, now: string) =>
    `${given} is an id of before: it leads to ${name}, which has the id ${now} now. Look whether that is the one you mean.`,
  actUndone: 'Taken back.',
  undone: 'undone',
  noFindings: 'Nothing needs you.',
  notAdvice: 'Information, not legal advice.',
  classifyEmpty: 'No message found.',
  zones: { subject: 'subject', body: 'text', document: 'PDF' },
  noReasons: 'Nothing in it speaks for a subscription.',
};
