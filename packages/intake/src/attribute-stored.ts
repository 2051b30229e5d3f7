// Looks at all stored bank lines of a person again: new charges and refunds become events, the merchants' subscriptions are folded, findings that
// are new are told. Run after an import and after each word of the person on a payee. It adds; taking back is payees.ts's.
import { createDirectory, type KnownMerchant } from '@quittance/statements/payee/directory';
import {
  attributeLines,
  type BankLine,
  type KnownSubscription,
  type LineMatch,
  type PayeeChoice,
} from '@quittance/statements/attribute-lines';
import { civilDateOf } from '@quittance/domain/civil-date';
import { toInstant } from '@quittance/domain/instant';
import type { SubscriptionEvent } from '@quittance/domain/event';
import type { FoldedSubscription } from '@quittance/domain/subscription';
import { recordAlert } from '@quittance/store/alerts';
import { insertBankEvents, listPayeeChoices } from '@quittance/store/bank-events';
import type { Tx } from '@quittance/store/database';
import { listEvents } from '@quittance/store/events';
import { notify } from '@quittance/store/notifications';
import { listStatementLines, type StoredLine } from '@quittance/store/statement-files';
import { listSubscriptions, refoldMerchants, type Refolded } from '@quittance/store/subscriptions';
import { dueAlerts } from '@quittance/timeline/due-alerts';
import { fold } from '@quittance/timeline/fold';
import { mayBeExplained, raiseLateCharges } from './raise-late-charges.ts';
import type { NewFinding, StatementDeps, SuggestedPayee } from './statement-outcome.ts';

export interface Attributed {
  /** Lines that became events now. */
  readonly matched: number;
  readonly alerts: number;
  readonly findings: readonly NewFinding[];
  readonly suggestions: readonly SuggestedPayee[];
}

/** Hold `lockForUser(tx, 'outcome', userId)`. */
export async function attributeStored(
  tx: Tx,
  deps: StatementDeps,
  input: { readonly userId: string; readonly language: string },
): Promise<Attributed> {
  const { userId, language } = input;
  const { lines, matches, suggestions } = await readAttribution(tx, deps, userId);
  const events = matches.map((match) => toEvent(match, lines.get(match.lineId)!));
  const fresh = new Set(await insertBankEvents(tx, userId, events, language, toInstant(deps.now)));
  const merchantIds = [...new Set(matches.map((match) => match.merchant.id))];
  if (fresh.size === 0) return { matched: 0, alerts: 0, findings: [], suggestions };
  const folded = await refoldMerchants(tx, fold, userId, merchantIds);
  const alerts = (await raise(tx, userId, folded, fresh, deps.now)) + (await raiseLateCharges(tx, userId, deps.now));
  await notify(tx, 'change', userId);
  return { matched: fresh.size, alerts, findings: newFindings(folded), suggestions };
}

/** What would be matched and what is suggested, without writing anything. */
export async function readAttribution(tx: Tx, deps: Pick<StatementDeps, 'known'>, userId: string) {
  const stored = await listStatementLines(tx, userId);
  const subscriptions = await knownSubscriptions(tx, userId);
  const choices = await listPayeeChoices(tx, userId);
  const lines = new Map<number, BankLine>(stored.map((line) => [line.id, line]));
  const attribution = attributeLines(stored, {
    directory: createDirectory([...ownMerchants(subscriptions), ...deps.known]),
    subscriptions,
    choices: new Map(
      choices.map(({ payeeKey, merchant }): [string, PayeeChoice] => [
        payeeKey,
        merchant ? { kind: 'merchant', merchant } : { kind: 'none' },
      ]),
    ),
  });
  const suggestions = attribution.suggestions.map(({ payeeKey, name, period, lineIds, last }): SuggestedPayee => ({
    payeeKey,
    name,
    period,
    times: lineIds.length,
    lastOn: last.on,
    price: last.price,
  }));
  return { lines, matches: attribution.matches, suggestions, choices };
}

// The person's own merchants come first: a mail may name one that the table does not have, or by another name.
function ownMerchants(subscriptions: readonly KnownSubscription[]): KnownMerchant[] {
  return subscriptions.map(({ merchant }) => ({ merchant, names: [] }));
}

async function knownSubscriptions(tx: Tx, userId: string): Promise<KnownSubscription[]> {
  const folded = await listSubscriptions(tx, userId);
  const charges = new Map((await listEvents(tx, userId)).filter(isMailedCharge).map((event) => [event.id, event]));
  return folded.map((one) => ({
    id: one.id,
    merchant: one.merchant,
    biller: one.biller,
    price: one.price,
    period: one.period,
    renewsOn: one.renewsOn,
    charges: one.eventIds.flatMap((id) => {
      const event = charges.get(id);
      return event ? [{ on: event.effectiveOn ?? civilDateOf(event.occurredAt), price: event.price }] : [];
    }),
  }));
}

function isMailedCharge(event: SubscriptionEvent): boolean {
  return event.kind === 'renewal_charged' && event.source === 'mail' && event.level !== 'R';
}

function toEvent(match: LineMatch, line: Pick<StoredLine, 'bookedOn' | 'amountMinor' | 'currency' | 'text'>) {
  const { lineId, kind, merchant, payeeKey, rule, period, paidOn } = match;
  const { bookedOn, currency, text } = line;
  return { lineId, kind, merchant, payeeKey, rule, period, paidOn, bookedOn, currency, text, amountMinor: Math.abs(line.amountMinor) };
}

async function raise(tx: Tx, userId: string, { events, before, after }: Refolded, fresh: ReadonlySet<string>, now: Date): Promise<number> {
  const isEarly = await mayBeExplained(tx, userId);
  let alerts = 0;
  for (const event of events.filter((one) => fresh.has(one.id))) {
    const isOwn = (one: FoldedSubscription) => one.merchant.id === event.merchant?.id;
    for (const alert of dueAlerts({ event, before: before.filter(isOwn), after: after.filter(isOwn), now, priority: 'statement' })) {
      // Each line tells its own findings, with its own words.
      const isOthers = alert.data.event_id !== event.id && fresh.has(alert.data.event_id ?? '');
      // Told as a late one when all is read.
      const waits = isEarly && alert.kind === 'charged_after_cancellation';
      if (isOthers || waits) continue;
      if (await recordAlert(tx, userId, alert, toInstant(now))) alerts += 1;
    }
  }
  return alerts;
}

function newFindings({ before, after }: Refolded): NewFinding[] {
  const known = new Set(before.flatMap((one) => one.findings.map((finding) => `${finding.kind}:${finding.eventId}`)));
  return after.flatMap((one) =>
    one.findings
      .filter((finding) => !known.has(`${finding.kind}:${finding.eventId}`))
      .map((finding) => ({ subscriptionId: one.id, merchant: one.merchant.name, finding })),
  );
}
