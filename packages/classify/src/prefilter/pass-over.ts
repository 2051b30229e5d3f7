// The first pass of a backfill: from the beginning of a message, whether the message can be passed over without reading it whole. It errs on
// one side: a newsletter read in vain costs bytes, a notice passed over is lost. So any word that subscription mail uses lets a message
// through, and so does any language that the words below don't cover. Linear in the text, no state. Measured by `npm run bench:prefilter`.
import type { PeekedMessage } from '@quittance/domain/peeked-message';
import { findMoney } from './find-amount.ts';
import { isKnownLanguage, SAMPLE_CHARS } from './known-language.ts';
import { foldCodes, plainFold, toText, type FoldedCodes } from './plain-fold.ts';
import { SIGNAL_STEMS, type Topic } from './signal-words.ts';
import { StemScanner } from './stem-scanner.ts';

/** `read`: read it whole · `pass`: pass it over · `unclear`: the slice shows too little text, look at more of it. */
export type Glance = 'read' | 'pass' | 'unclear';

/** Where transactional mail says what it is about. */
const LEAD_CHARS = 700;
/** Without so much text seen, a newsletter that was cut says nothing, and a scanned bill has an empty letter around it. */
const TEXT_CHARS_ENOUGH = 400;
/** These say little by themselves: every shop and every newsletter uses them, and each newsletter says how to leave it. */
const FAINT: ReadonlySet<Topic> = new Set(['leave', 'price', 'change', 'welcome', 'parting']);

/** @param letterChars how much text of a message that was cut and went to one person must be seen before it can be passed over. */
export function glance(message: PeekedMessage, letterChars: number): Glance {
  if (message.isOwnAlert) return 'pass';
  if (message.isOpaque) return 'read';
  if (saysAnything(foldCodes(message.subject))) return 'read';
  const text = foldCodes(message.text);
  if (message.isBulk ? speaksOfContract(text) : saysAnything(text)) return 'read';
  if (!message.isComplete && text.length < (message.isBulk ? TEXT_CHARS_ENOUGH : letterChars)) return 'unclear';
  if (message.hasDocument && text.length < TEXT_CHARS_ENOUGH) return 'read';
  return isKnownLanguage(`${message.subject}\n${message.text.slice(0, SAMPLE_CHARS)}`) ? 'pass' : 'read';
}

// Newsletters name subscriptions and payments in passing, their own above all: one word in the small print is not enough there.
function speaksOfContract(text: FoldedCodes): boolean {
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

function saysAnything(text: FoldedCodes): boolean {
  let isSaid = false;
  scanner.scan(text, () => (isSaid = true));
  // What is said of money without a word for it.
  return isSaid || findMoney(toText(text));
}
