// Every page a signed-in person has, and what its forms do. Whoever is not signed in is led to the sign-in page and back.
import type { Hono } from 'hono';
import type { AppContext, AppDeps, AppEnv } from '../context.ts';
import { paths } from '../paths.ts';
import {
  addChannelAction,
  alertPreferencesAction,
  alertsSeenAction,
  correctAction,
  eraseActFileAction,
  eraseMessageAction,
  languageAction,
  removeChannelAction,
  removeMailboxAction,
  resumeMailboxAction,
  retryQuarantinedAction,
  retryUnreadAction,
  revokeTokenAction,
  settingsAction,
  testChannelAction,
} from './actions.ts';
import { alertsPage } from './alerts.ts';
import { archivePage } from './archive.ts';
import { connectAction, connectPage } from './connect-mailbox.ts';
import { costsPage, rateAction } from './costs.ts';
import { importAction, importsPage, sampleAction } from './imports.ts';
import { lawPage } from './law.ts';
import { inletAddAction, inletRemoveAction } from './inlets.ts';
import { mailboxPasswordAction, mailboxPasswordPage } from './mailbox-password.ts';
import { mailboxReadingAction, mailboxReadingPage } from './mailbox-reading.ts';
import { letterPage } from './letter.ts';
import { mailboxesPage } from './mailboxes.ts';
import { messagePage } from './message.ts';
import {
  addSubscriptionAction,
  cancellationAction,
  findingAsideAction,
  mergeAction,
  moveEventAction,
  renameAction,
  splitAction,
  termsAction,
  undoAction,
} from './own-word-actions.ts';
import { addSubscriptionPage, ownWordPage } from './own-word.ts';
import { addressOf, cameFrom } from './layout.ts';
import { overviewPage } from './overview.ts';
import { beginCodeAction, beginSignInPage, signInBackPage, signInCodePage } from './provider-sign-in.ts';
import { quarantinePage } from './quarantine.ts';
import {
  calendarLinkAction,
  calendarRemoveAction,
  passwordAction,
  settingsPage,
  timeStampsAction,
  timeStampsWithdrawAction,
  heldCheckpointAction,
  tokenAction,
} from './settings.ts';
import { statementsPage } from './statements.ts';
import { draftAction, draftPage, payeeAction, removeStatementAction, uploadStatementAction } from './statement-actions.ts';
import { silencePage } from './silence.ts';
import { subscriptionPage } from './subscription.ts';
import { welcomePage } from './welcome.ts';

type Handler = (c: AppContext, deps: AppDeps) => Promise<Response>;

const GET: Readonly<Record<string, Handler>> = {
  [paths.home()]: overviewPage,
  [paths.welcome()]: (c, deps) => welcomePage(c, deps),
  [paths.addSubscription()]: (c, deps) => addSubscriptionPage(c, deps),
  '/subscriptions/:id': subscriptionPage,
  '/subscriptions/:id/own-word': (c, deps) => ownWordPage(c, deps),
  // A form that was refused leaves its address in the browser.
  [paths.cancellations()]: async (c) => c.redirect(paths.home(), 303),
  '/subscriptions/:id/:form{terms|merge|split|rename}': async (c) => c.redirect(paths.ownWord(c.req.param('id') ?? ''), 303),
  '/subscriptions/:id/letters/:kind': letterPage,
  '/subscriptions/:id/silence': silencePage,
  [paths.archive()]: archivePage,
  '/archive/:sha256': messagePage,
  [paths.alerts()]: (c, deps) => alertsPage(c, deps),
  [paths.mailboxes()]: mailboxesPage,
  [paths.addMailbox()]: connectPage,
  '/mailboxes/sign-in': beginSignInPage,
  [paths.providerSignInBack()]: signInBackPage,
  [paths.providerSignInCode()]: signInCodePage,
  '/mailboxes/:id/reading': mailboxReadingPage,
  '/mailboxes/:id/password': mailboxPasswordPage,
  [paths.inlets()]: async (c) => c.redirect(paths.mailboxes(), 303),
  [paths.imports()]: importsPage,
  [paths.statements()]: statementsPage,
  '/statements/drafts/:id': draftPage,
  [paths.payees()]: async (c) => c.redirect(paths.statements(), 303),
  [paths.quarantine()]: quarantinePage,
  [paths.law()]: lawPage,
  [paths.costs()]: (c, deps) => costsPage(c, deps),
  [paths.rates()]: async (c) => c.redirect(paths.costs(), 303),
  [paths.settings()]: (c, deps) => settingsPage(c, deps),
  // A form that answers with a page of its own leaves its address in the browser: asked for again, it is the page the form stands on.
  [paths.channels()]: async (c) => c.redirect(paths.alerts(), 303),
  [paths.alertPreferences()]: async (c) => c.redirect(paths.alerts(), 303),
  [paths.calendarLink()]: async (c) => c.redirect(paths.settings(), 303),
  [paths.password()]: async (c) => c.redirect(paths.settings(), 303),
  [paths.heldCheckpoint()]: async (c) => c.redirect(paths.settings(), 303),
  [paths.timeStamps()]: async (c) => c.redirect(paths.settings(), 303),
  [paths.tokens()]: async (c) => c.redirect(paths.settings(), 303),
};

const POST: Readonly<Record<string, Handler>> = {
  [paths.settings()]: settingsAction,
  [paths.password()]: passwordAction,
  [paths.tokens()]: tokenAction,
  [paths.heldCheckpoint()]: heldCheckpointAction,
  '/settings/tokens/:id/revoke': revokeTokenAction,
  [paths.language()]: languageAction,
  [paths.sample()]: sampleAction,
  [paths.imports()]: importAction,
  [paths.statements()]: uploadStatementAction,
  '/statements/drafts/:id': draftAction,
  '/statements/:id/remove': removeStatementAction,
  [paths.payees()]: payeeAction,
  [paths.addMailbox()]: connectAction,
  [paths.providerSignInCode()]: beginCodeAction,
  '/mailboxes/:id/reading': mailboxReadingAction,
  '/mailboxes/:id/password': mailboxPasswordAction,
  '/mailboxes/:id/resume': resumeMailboxAction,
  '/mailboxes/:id/remove': removeMailboxAction,
  [paths.inlets()]: inletAddAction,
  '/inlets/:id/remove': inletRemoveAction,
  '/quarantine/:id/retry': retryQuarantinedAction,
  '/quarantine/unread/:id/retry': retryUnreadAction,
  '/events/:id/correction': correctAction,
  '/archive/:sha256/erase': eraseMessageAction,
  '/acts/:id/file/erase': eraseActFileAction,
  [paths.addSubscription()]: addSubscriptionAction,
  [paths.rates()]: rateAction,
  [paths.cancellations()]: cancellationAction,
  '/subscriptions/:id/terms': termsAction,
  '/subscriptions/:id/merge': mergeAction,
  '/subscriptions/:id/split': splitAction,
  '/subscriptions/:id/rename': renameAction,
  '/events/:id/move': moveEventAction,
  [paths.findingAside()]: findingAsideAction,
  '/acts/:id/undo': undoAction,
  [paths.alertsSeen()]: alertsSeenAction,
  [paths.alertPreferences()]: alertPreferencesAction,
  [paths.calendarLink()]: calendarLinkAction,
  [paths.calendarRemove()]: calendarRemoveAction,
  [paths.timeStamps()]: timeStampsAction,
  [paths.timeStampsWithdraw()]: timeStampsWithdrawAction,
  [paths.channels()]: addChannelAction,
  '/channels/:id/test': testChannelAction,
  '/channels/:id/remove': removeChannelAction,
};

export function registerPages(app: Hono<AppEnv>, deps: AppDeps): void {
  for (const [path, handler] of Object.entries(GET)) app.get(path, (c) => signedIn(c, deps, handler));
  for (const [path, handler] of Object.entries(POST)) app.post(path, (c) => signedIn(c, deps, handler));
}

// Pages are for the browser: a token of a program opens none of them.
function signedIn(c: AppContext, deps: AppDeps, handler: Handler): Promise<Response> | Response {
  if (c.get('who')?.kind !== 'session') {
    const isForm = c.req.method !== 'GET';
    return c.redirect(paths.signIn(isForm ? (cameFrom(c) ?? undefined) : addressOf(c), isForm), 303);
  }
  return handler(c, deps);
}
