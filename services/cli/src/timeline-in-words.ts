// The timeline for a person at a terminal: what there is, what needs them, and what could not be attached.
import type { TimelineJson } from '@quittance/contract/timeline-json';
import type { CivilDate } from '@quittance/domain/civil-date';
import type { MessageKind } from '@quittance/domain/event-kind';
import type { SubscriptionStatus } from '@quittance/domain/subscription';
import { formatPrice } from '@quittance/i18n/format';
import type { Language } from '@quittance/i18n/language';
import { table, visible } from './output.ts';
import { dayOf } from './own-days.ts';
import { wordsIn } from './words.ts';

export interface TimelineReader {
  readonly language: Language;
  readonly timeZone: string;
  readonly today: CivilDate;
}

/** @param merchant of whom alone was asked */
export function timelineInWords(document: TimelineJson, reader: TimelineReader, merchant?: string): string {
  const words = wordsIn(reader.language);
  if (document.subscriptions.length + document.unattached.length === 0) return merchant ? words.nothingOf(merchant) : words.noSubscriptions;
  const overview = table(
    [words.merchant, words.plan, words.status, words.amount, words.renews, words.ends, words.proof],
    document.subscriptions.map(({ merchant, plan, status, price, renews_on, ends_on, proof }) => [
      merchant.name,
      plan,
      words.statuses[status as SubscriptionStatus],
      price && formatPrice(price.amount, price.currency, price.period, reader.language),
      renews_on,
      ends_on,
      proof && proof.level,
    ]),
  );
  const unattached = document.unattached.map(
    ({ occurred_at, kind, message }) =>
      `  ${dayOf(reader, occurred_at)}  ${words.kinds[kind as MessageKind]}  ${visible(message?.subject ?? '')}`,
  );
  return [overview, findings(document, reader).join('\n'), unattached.length > 0 ? [words.unattached, ...unattached].join('\n') : '']
    .filter((block) => block !== '')
    .join('\n\n');
}

// What is settled, or over, needs nobody any more: it comes last, under another sign.
function findings({ subscriptions }: TimelineJson, { language, today }: TimelineReader): string[] {
  const { colon } = wordsIn(language);
  const all = subscriptions.flatMap(({ merchant, findings }) =>
    findings.map(({ until, explanation }) => ({
      isOpen: until === null || until >= today,
      text: `${visible(merchant.name)}${colon}${explanation}`,
    })),
  );
  return [...all.filter(({ isOpen }) => isOpen), ...all.filter(({ isOpen }) => !isOpen)].map(
    ({ isOpen, text }) => `${isOpen ? '!' : '✓'} ${text}`,
  );
}
