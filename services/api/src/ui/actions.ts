// What the forms do: each changes one thing and leads back to a page. The CSRF token was checked before any of them runs.
import { isSameTemplate } from '@quittance/classify/template';
import { isEventKind } from '@quittance/domain/event-kind';
import { PermanentError } from '@quittance/domain/errors';
import { toInstant } from '@quittance/domain/instant';
import { channelProblemText } from '@quittance/i18n/alerts';
import { isLanguage } from '@quittance/i18n/language';
import { problemTexts } from '@quittance/i18n/problems';
import type { ProblemCode } from '@quittance/i18n/problems.en';
import { saveAlertPreferences } from '@quittance/store/alert-preferences';
import { markAllAlertsSeen } from '@quittance/store/alerts';
import { revokeApiToken } from '@quittance/store/api-tokens';
import { addChannel, removeChannel } from '@quittance/store/channels';
import { correctEvent } from '@quittance/store/correct-event';
import { queueTestDelivery } from '@quittance/store/deliveries';
import { eraseActFile } from '@quittance/store/erase-act-file';
import { eraseMessage } from '@quittance/store/erasure';
import { changeMailbox, removeMailbox } from '@quittance/store/mailboxes';
import { retryQuarantined } from '@quittance/store/quarantine';
import type { Refolded } from '@quittance/store/subscriptions';
import { retryUnreadUid } from '@quittance/store/unread-uids';
import { saveUserSettings } from '@quittance/store/user-settings';
import { fold } from '@quittance/timeline/fold';
import { forPerson, whoOf, type AppContext, type AppDeps } from '../context.ts';
import { localPath, paths } from '../paths.ts';
import { PROBLEM_STATUS, ProblemError } from '../problem.ts';
import { readForm } from '../read-form.ts';
import { channelInput, checkReceiver } from '../v1/channels.ts';
import { settingsChange } from '../v1/settings.ts';
import { alertsPage } from './alerts.ts';
import { ERASE_REASON_MAX } from './parts/erase-form.ts';
import { isAboutField } from './parts/about-form.ts';
import { readPreferencesForm } from './parts/alert-preferences.ts';
import { settingsPage } from './settings.ts';
import { welcomePage } from './welcome.ts';

type Deps = Pick<AppDeps, 'db' | 'vault' | 'clock' | 'erasures' | 'refuseUnsafeTarget'>;

const back = (c: AppContext, to: string): Response => c.redirect(to, 303);
const id = (c: AppContext): string => c.req.param('id') ?? '';
const found = (value: unknown): void => {
  if (value === null || value === false) throw new ProblemError('not_found');
};

export async function correctAction(c: AppContext, deps: Deps): Promise<Response> {
  const { kind = '', next } = await readForm(c);
  if (kind !== 'other' && !isEventKind(kind)) throw new ProblemError('invalid_request');
  const at = toInstant(deps.clock.now());
  const refolded = await forPerson(c, deps, (tx, userId) =>
    correctEvent(tx, fold, { userId, eventId: id(c), kind, at, isAlike: isSameTemplate }),
  );
  if (!refolded) throw new ProblemError('not_found');
  return back(c, afterCorrection(localPath(next), id(c), refolded));
}

// The event may have left the subscription whose page asked, and that subscription may be no more.
function afterCorrection(next: string, eventId: string, { before, after }: Refolded): string {
  const left = before.some((one) => paths.subscription(one.id) === next) && !after.some((one) => paths.subscription(one.id) === next);
  const now = after.find((one) => one.eventIds.includes(eventId));
  return !left ? next : now ? paths.subscription(now.id) : paths.home();
}

/** On the owner's connection: the role that works for people can't erase. What is erased is this person's, by the session. */
export async function eraseMessageAction(c: AppContext, deps: Deps): Promise<Response> {
  const sha256 = c.req.param('sha256') ?? '';
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new ProblemError('not_found');
  const reason = ((await readForm(c))['reason'] ?? '').trim();
  if (reason === '' || reason.length > ERASE_REASON_MAX) throw new ProblemError('invalid_request');
  const { db, vault, erasures: list, clock } = deps;
  const request = { userId: whoOf(c).userId, sha256, reason, at: toInstant(clock.now()) };
  found(await eraseMessage({ db, vault, fold, list }, request));
  return back(c, paths.message(sha256));
}

/** The file that was kept beside an act, in the same way. */
export async function eraseActFileAction(c: AppContext, deps: Deps): Promise<Response> {
  const actId = c.req.param('id') ?? '';
  if (!/^[0-9a-f-]{36}$/.test(actId)) throw new ProblemError('not_found');
  const { next, reason: given } = await readForm(c);
  const reason = (given ?? '').trim();
  if (reason === '' || reason.length > ERASE_REASON_MAX) throw new ProblemError('invalid_request');
  const { db, vault, erasures: list, clock } = deps;
  found(await eraseActFile({ db, vault, list }, { userId: whoOf(c).userId, actId, reason, at: toInstant(clock.now()) }));
  return back(c, localPath(next));
}

export async function settingsAction(c: AppContext, deps: Deps & Pick<AppDeps, 'publicUrl' | 'attempts' | 'stamping'>): Promise<Response> {
  const { next, country, csrf: _, ...rest } = await readForm(c);
  const input = settingsChange.safeParse({ ...rest, country: country === '' ? null : country });
  if (!input.success) {
    const refused = { sent: { ...rest, country }, wrong: new Set(input.error.issues.map(({ path }) => path[0]).filter(isAboutField)) };
    return localPath(next) === paths.home() ? welcomePage(c, deps, refused) : settingsPage(c, deps, { refusedAbout: refused });
  }
  const { time_zone: timeZone, set_up: _setUp, ...change } = input.data;
  await forPerson(c, deps, (tx, userId) => saveUserSettings(tx, userId, { ...change, timeZone, setUpAt: toInstant(deps.clock.now()) }));
  return back(c, localPath(next));
}

export async function languageAction(c: AppContext, deps: Deps): Promise<Response> {
  const { language = '', next } = await readForm(c);
  if (!isLanguage(language)) throw new ProblemError('invalid_request');
  await forPerson(c, deps, (tx, userId) => saveUserSettings(tx, userId, { language }));
  return back(c, localPath(next));
}

export async function alertsSeenAction(c: AppContext, deps: Deps): Promise<Response> {
  await forPerson(c, deps, (tx, userId) => markAllAlertsSeen(tx, userId, toInstant(deps.clock.now())));
  return back(c, paths.alerts());
}

export async function alertPreferencesAction(c: AppContext, deps: Deps): Promise<Response> {
  const sent = await readPreferencesForm(c);
  const { preferences, wrong } = sent;
  if (wrong.size > 0) return alertsPage(c, deps, { kind: '', target: '', refusedPreferences: sent });
  await forPerson(c, deps, (tx, userId) => saveAlertPreferences(tx, userId, preferences, toInstant(deps.clock.now())));
  return back(c, `${paths.alerts()}?saved=1#preferences`);
}

export async function addChannelAction(c: AppContext, deps: Deps): Promise<Response> {
  const { kind = '', target = '' } = await readForm(c);
  const language = c.get('language');
  const input = channelInput.safeParse({ kind, target: target.trim() });
  if (!input.success) return alertsPage(c, deps, { kind, target, error: channelProblemText('bad_target', language) });
  try {
    await checkReceiver(deps, input.data);
    const added = await forPerson(c, deps, (tx, userId) => addChannel(tx, deps.vault, userId, input.data, toInstant(deps.clock.now())));
    if (!added) return alertsPage(c, deps, { kind, target, error: problemTexts(language).channel_exists });
    return added.secret ? alertsPage(c, deps, { kind, target, secret: added.secret }) : back(c, paths.alerts());
  } catch (error) {
    if (!(error instanceof PermanentError)) throw error;
    const known =
      error.code in PROBLEM_STATUS ? problemTexts(language)[error.code as ProblemCode] : channelProblemText(error.code, language);
    return alertsPage(c, deps, { kind, target, error: known });
  }
}

export async function testChannelAction(c: AppContext, deps: Deps): Promise<Response> {
  found(await forPerson(c, deps, (tx, userId) => queueTestDelivery(tx, userId, id(c), toInstant(deps.clock.now()))));
  return back(c, paths.alerts());
}

export async function removeChannelAction(c: AppContext, deps: Deps): Promise<Response> {
  found(await forPerson(c, deps, (tx, userId) => removeChannel(tx, userId, id(c), toInstant(deps.clock.now()))));
  return back(c, paths.alerts());
}

export async function resumeMailboxAction(c: AppContext, deps: Deps): Promise<Response> {
  found(await forPerson(c, deps, (tx, userId) => changeMailbox(tx, deps.vault, { userId, id: id(c) })));
  return back(c, paths.mailboxes());
}

export async function removeMailboxAction(c: AppContext, deps: Deps): Promise<Response> {
  found(await forPerson(c, deps, (tx, userId) => removeMailbox(tx, userId, id(c))));
  return back(c, paths.mailboxes());
}

export async function retryQuarantinedAction(c: AppContext, deps: Deps): Promise<Response> {
  const contentId = Number(id(c));
  if (!Number.isSafeInteger(contentId)) throw new ProblemError('not_found');
  found(await forPerson(c, deps, (tx, userId) => retryQuarantined(tx, userId, contentId)));
  return back(c, paths.quarantine());
}

export async function revokeTokenAction(c: AppContext, deps: Deps): Promise<Response> {
  found(await forPerson(c, deps, (tx, userId) => revokeApiToken(tx, userId, id(c), deps.clock.now())));
  return back(c, paths.settings());
}

export async function retryUnreadAction(c: AppContext, deps: Deps): Promise<Response> {
  const location = Number(id(c));
  if (!Number.isSafeInteger(location)) throw new ProblemError('not_found');
  found(await forPerson(c, deps, (tx, userId) => retryUnreadUid(tx, userId, location, toInstant(deps.clock.now()))));
  return back(c, paths.quarantine());
}
