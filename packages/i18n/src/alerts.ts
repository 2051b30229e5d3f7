// The wording of alerts in a person's language: for the mail, the push message and the page alike.
import type { AlertData, AlertKind } from '@quittance/domain/alert';
import { alertsEn, type AlertTexts, type ChannelProblemCode } from './alerts.en.ts';
import { alertsFr } from './alerts.fr.ts';
import { formatDate, formatPrice } from './format.ts';
import type { Language } from './language.ts';
import { preferenceTexts } from './preferences.ts';
import { screenTexts } from './screens.ts';
import { typesetFrench } from './typeset-french.ts';

const typesetAlertsFr = typesetFrench(alertsFr);

export interface AlertWording {
  /** One line; the subject of the mail. */
  readonly title: string;
  readonly sentence: string;
  /** Said when the mail was read with doubt. */
  readonly doubt: string | null;
  /** What is known, as label and value. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly quote: { readonly label: string; readonly text: string } | null;
  /** How far the mail can be relied on; also one of the facts. */
  readonly authenticity: string | null;
}

export function alertTexts(language: Language): AlertTexts {
  return language === 'fr' ? typesetAlertsFr : alertsEn;
}

export function alertWording(kind: AlertKind, data: AlertData, language: Language): AlertWording {
  const texts = alertTexts(language);
  const date = (text: string | null): string | null => text && formatDate(text, language);
  const price = data.amount && data.currency ? formatPrice(data.amount, data.currency, priceUnit(kind, data), language) : null;
  const [renewsOn, endsOn, cancelBy] = [date(data.renews_on), date(data.ends_on), date(data.cancel_by)];
  const isDeadlineUnstated = !data.cancel_by_stated && data.cancel_by !== null && data.cancel_by === data.renews_on;
  const who = data.merchant ?? texts.someSubscription;
  const problem = kind === 'mailbox_unreadable' ? (screenTexts(language).connect.problems[data.reason ?? ''] ?? null) : null;
  const said = texts.kinds[kind]({
    who,
    price,
    renewsOn,
    endsOn,
    cancelBy,
    isDeadlineUnstated,
    isForPrice: data.cancel_by_for === 'price_change',
    chargedOn: date(data.charged_on ?? null),
    openCharges: data.open_charges ?? 1,
    proofLevel: data.proof_level ?? null,
    mailbox: data.mailbox,
    problem,
    isUnverified: data.level === 'D' || data.level === 'R',
    isForged: data.level === 'R',
    isErased: data.erased === true,
    isDoubtful: data.reason === 'probable',
  });
  // The clock reminds; no notice arrived.
  const isReminder = kind === 'renewal_notice' && data.reason === 'reminder';
  const sentence = isReminder
    ? preferenceTexts(language).reminder.renewal({ who, renewsOn, price, cancelBy: isDeadlineUnstated ? null : cancelBy })
    : said.sentence;
  const { labels } = texts;
  const level = data.level as keyof AlertTexts['levels'] | null;
  const facts = [
    { label: labels.plan, value: data.plan },
    { label: labels.price, value: price },
    { label: labels.renewsOn, value: renewsOn },
    { label: labels.cancelBy, value: isDeadlineUnstated ? null : cancelBy },
    { label: labels.endsOn, value: endsOn },
    { label: labels.mailbox, value: data.mailbox },
    { label: labels.authenticity, value: level && `${level}, ${texts.levels[level]}` },
  ].filter((fact): fact is { label: string; value: string } => fact.value !== null);
  return {
    title: oneLine(said.title),
    sentence,
    // That alert asks about the mail itself.
    doubt: data.reason === 'probable' && kind !== 'confirmation_missing' ? texts.probable : null,
    facts,
    authenticity: level && `${labels.authenticity}${labels.colon}${level}, ${texts.levels[level]}`,
    // Words without a message are a bank line's.
    quote: data.quote
      ? { label: data.message_sha256 === null && data.level === null ? labels.bankQuote : labels.quote, text: data.quote }
      : null,
  };
}

/** What is wrong with a channel or a delivery, and what to do; the code itself where it has no wording. */
export function channelProblemText(code: string, language: Language): string {
  return alertTexts(language).channelProblems[code as ChannelProblemCode] ?? code;
}

/** Beside these stands a text of ours, in English, which says the same once more. */
const OUR_TEXTS: ReadonlySet<string> = new Set([
  'bad_target',
  'cannot_decrypt',
  'channel_kind_unavailable',
  'host_not_found',
  'internal',
  'private_address_refused',
  'push_gone',
  'receiver_timeout',
  'redirect_refused',
  'smtp_not_configured',
]);

/** What a receiver or its mail server said of a problem itself; '' where nobody did. */
export function receiversWords({ code, text }: { readonly code: string; readonly text: string }): string {
  return OUR_TEXTS.has(code) ? '' : text;
}

// A charge is an amount of one day; what recurs is a price per period.
function priceUnit(kind: AlertKind, data: AlertData): string | null {
  return kind === 'charged_after_cancellation' || kind === 'payment_failed' ? null : data.period;
}

// The merchant's name comes from a mail: it must not break a header or a title.
function oneLine(text: string): string {
  return text
    .replace(/[ \p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 200);
}
