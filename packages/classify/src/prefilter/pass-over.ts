// The first pass of a backfill: from the beginning of a message, whether the message can be passed over without reading it whole. It errs on
// one side: a newsletter read in vain costs bytes, a notice passed over is lost. So any word that subscription mail uses lets a message
// through, and so does any language that the words below don't cover. Linear in the text, no state. Measured by `npm run bench:prefilter`.
import type { PeekedMessage } from '@quittance/domain/peeked-message';
import { findMoney } from './find-amount.ts';
import { isKnownLanguage } from './known-language.ts';
import { plainFold } from './plain-fold.ts';
import { SIGNAL_STEMS, type Topic } from './signal-words.ts';
import { StemScanner } from './stem-scanner.ts';

/** `read`: read it whole · `pass`: pass it over · `unclear`: the slice shows too little text, look at more of it. */
export type Glance = 'read' | 'pass' | 'unclear';

/** Where transactional mail says what it is about. */
const LEAD_CHARS = 700;
/** Without so much text seen, a newsletter that was cut says nothing, and a scanned bill has an empty letter around it. */
const TEXT_CHARS_ENOUGH = 400;
/** What is said of money without a word for it. */
type Sign = Topic | 'money';
/** These say little by themselves: every shop and every newsletter uses them, and each newsletter says how to leave it. */
const FAINT: ReadonlySet<Sign> = new Set(['leave', 'price', 'change', 'welcome', 'parting', 'money']);

/** @param letterChars how much text of a message that was cut and went to one person must be seen before it can be passed over. */
export function glance(message: PeekedMessage, letterChars: number): Glance {
  if (message.isOwnAlert) return 'pass';
  if (message.isOpaque) return 'read';
  const subject = plainFold(message.subject);
  if (signsIn(subject, 1).size > 0) return 'read';
  const text = plainFold(message.text);
  if (message.isBulk ? speaksOfContract(text) : signsIn(text, 1).size > 0) return 'read';
  if (!message.isComplete && text.length < (message.isBulk ? TEXT_CHARS_ENOUGH : letterChars)) return 'unclear';
  if (message.hasDocument && text.length < TEXT_CHARS_ENOUGH) return 'read';
  return isKnownLanguage(`${message.subject}\n${message.text}`) ? 'pass' : 'read';
}

// Newsletters name subscriptions and payments in passing, their own above all: one word in the small print is not enough there.
function speaksOfContract(text: string): boolean {
  let first: Topic | null = null;
  let speaks = false;
  scanner.scan(text, (topic, at) => {
    // A welcome at the beginning is what the mail is about; further down it is politeness.
    if (topic === 'welcome' && at < LEAD_CHARS) speaks = true;
    if (FAINT.has(topic)) return speaks;
    speaks ||= at < LEAD_CHARS || (first !== null && first !== topic);
    first = topic;
    return speaks;
  });
  return speaks;
}

const scanner = new StemScanner<Topic>();
for (const [topic, languages] of Object.entries(SIGNAL_STEMS)) {
  for (const stems of Object.values(languages)) for (const stem of stems.split(' ')) scanner.add(topic as Topic, plainFold(stem));
}

/** Stops at `enough` different ones. */
function signsIn(folded: string, enough: number): Set<Sign> {
  const signs = new Set<Sign>();
  scanner.scan(folded, (topic) => {
    signs.add(topic);
    return signs.size >= enough;
  });
  if (signs.size < enough && findMoney(folded)) signs.add('money');
  return signs;
}
