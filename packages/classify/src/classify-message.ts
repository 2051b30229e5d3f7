// Path of an email, step 7 of 9. Before: packages/mail parse-message. After: services/classifier record-outcome.
// What a message says about a subscription, read from the message alone: fold → language → clauses → statements → scores → words →
// probabilities → merchant → decision → fields. Same input, same output; no clock but the message's, no network.
import { noNotice, UNNAMED_CONTRACT, type Classification, type Reason } from '@quittance/domain/classification';
import type { ParsedMessage } from '@quittance/domain/message';
import { calibrated } from './calibrate.ts';
import { decide, namesContract } from './decide.ts';
import { detectLanguage } from './detect-language.ts';
import { detectMerchant } from './detect-merchant.ts';
import { doubtStatement, saysOfBody } from './doubt-cancellation.ts';
import { explainKind } from './explain.ts';
import { extractFields } from './extract-fields.ts';
import { findEvidence } from './find-evidence.ts';
import { isForeignForward } from './foreign-forward.ts';
import { findMerchantById } from './merchants/alias-table.ts';
import { imitatedMerchant } from './merchants/imitated-merchant.ts';
import { scoreForeign } from './model/foreign-model.ts';
import { scoreWords } from './model/linear-model.ts';
import { committedModel, type Model } from './model/read-weights.ts';
import { withTellings } from './model/sentence-model.ts';
import { stackInputs } from './model/stack-inputs.ts';
import { stackRealMail, tempered } from './model/stacker.ts';
import { outweighed } from './outweighed.ts';
import { readAlternative } from './read-clauses.ts';
import { ownAddresses } from './own-addresses.ts';
import { readSignals } from './read-signals.ts';
import { suspiciousText } from './suspicious-text.ts';

/** What the other rendering may leave out, as a summary of it does; it must say nothing else. */
const SAYS_LESS: ReadonlySet<string> = new Set(['no_whole_statement', 'single_signal']);

export function classifyMessage(message: ParsedMessage, model: Model = committedModel()): Classification {
  const guess = detectLanguage(message);
  const { language } = guess;
  if (isNoNotice(message)) return noNotice(language);
  const own = ownAddresses(message);
  if (isForeignForward(message, own)) return noNotice(language);

  const signals = withTellings(model.told, readSignals(message, own, guess));
  const words = scoreWords(model.linear, signals.features);
  const shares = stackRealMail(model.stacker, stackInputs(signals, tempered(words)));
  const sender = detectMerchant(message);
  const suspicions = [...sender.suspicions, ...suspiciousText(message)];
  const isKnownMerchant = sender.merchant !== null && findMerchantById(sender.merchant.id) !== null;
  const verdict = decide({
    signals,
    shares,
    wordShares: words.map(Math.exp),
    isLearned: model.languages.has(language),
    foreignShares: () => scoreForeign(model.foreign, signals.clauses, language),
    suspicions,
    isKnownMerchant,
    // Under the same subject the other rendering must be a confirmation by itself, if in other words.
    alternativeAgrees: (butFor, isSure) => {
      if (message.text.alternative === '') return true;
      const clauses = [...signals.clauses.filter(({ place }) => place === 'subject'), ...readAlternative(message)];
      const read = { clauses, guess, names: signals.names, findings: findEvidence(clauses, signals.lexicons, own, signals.names) };
      const { findings } = withTellings(model.told, read);
      return (
        saysOfBody(findings) &&
        doubtStatement(message, isSure ? outweighed(findings) : findings).every((doubt) => butFor.includes(doubt) || SAYS_LESS.has(doubt))
      );
    },
  });
  const { kind, decided } = verdict;
  const confidence = calibrated(verdict.confidence);
  const reasons = explainKind(verdict.perhaps?.kind ?? kind, signals, model, verdict.isForeign === true);
  const { merchant, biller } = sender;
  if (kind === 'other' && decided === 'auto') {
    const pretends = verdict.pretends ? { kind: verdict.pretends, merchant: imitatedMerchant(message) } : null;
    return { ...noNotice(language), confidence, merchant, biller, reasons, suspicions, pretends };
  }

  const perhaps = verdict.perhaps ? { ...verdict.perhaps, confidence: calibrated(verdict.perhaps.confidence) } : null;
  const { reasons: fieldReasons, ...fields } = extractFields(message, { kind: perhaps?.kind ?? kind, language, merchant });
  const isNamed = isKnownMerchant || namesContract(signals.findings) || NAMING_FIELDS.some((field) => fields[field] !== null);
  return {
    kind,
    confidence,
    decided,
    language,
    merchant,
    biller,
    ...fields,
    ...(perhaps && { perhaps }),
    reasons: [...reasons, ...sender.reasons, ...fieldReasons, ...(kind === 'renewal_charged' && !isNamed ? unnamed(reasons) : [])],
    suspicions,
  };
}

const NAMING_FIELDS = ['plan', 'period', 'renewsOn', 'endsOn'] as const;

/** Whether it is paid again, such a receipt does not say: the timeline asks others of the merchant's mail. */
function unnamed(reasons: readonly Reason[]): Reason[] {
  return reasons
    .filter(({ field }) => field === 'kind')
    .slice(0, 1)
    .map((reason) => ({ ...reason, rule: UNNAMED_CONTRACT }));
}

/** Our own alerts, invitations and bounces speak of subscriptions without being a notice about one. */
function isNoNotice(message: ParsedMessage): boolean {
  return message.isOwnAlert || message.isDeliveryReport || message.calendarMethod !== null;
}
