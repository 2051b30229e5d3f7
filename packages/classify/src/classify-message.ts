// Path of an email, step 7 of 9. Before: packages/mail parse-message. After: services/classifier record-outcome.
// What a message says about a subscription, read from the message alone: fold → language → clauses → statements → scores →
// merchant → fields → decision. Same input, same output; no clock but the message's, no network.
import type { Classification } from '@quittance/domain/classification';
import type { ParsedMessage } from '@quittance/domain/message';
import { domainOf } from '@quittance/domain/message';
import { decide } from './decide.ts';
import { detectLanguage } from './detect-language.ts';
import { detectMerchant } from './detect-merchant.ts';
import { explainKind } from './explain.ts';
import { extractFields } from './extract-fields.ts';
import { findEvidence } from './find-evidence.ts';
import { isForeignForward } from './foreign-forward.ts';
import { lexiconsFor } from './frames/lexicons.ts';
import { RULES } from './frames/rules.ts';
import { readAlternative, readClauses } from './read-clauses.ts';
import { scoreKinds } from './score-kinds.ts';
import { suspiciousText } from './suspicious-text.ts';

export function classifyMessage(message: ParsedMessage): Classification {
  const { language, likely } = detectLanguage(message);
  if (isNoNotice(message)) return plainOther(language);

  const lexicons = lexiconsFor(likely);
  const own = ownAddresses(message);
  if (isForeignForward(message, own)) return plainOther(language);
  const findings = findEvidence(readClauses(message), lexicons, own);
  const scores = scoreKinds(findings);

  const sender = detectMerchant(message);
  const suspicions = [...sender.suspicions, ...suspiciousText(message)];
  const verdict = decide({
    message,
    scores,
    findings,
    suspicions,
    alternativeAgrees: (kind) => {
      if (message.text.alternative === '') return true;
      const { evidence } = findEvidence(readAlternative(message), lexicons, own);
      return evidence.some((item) => item.voided === null && RULES[item.rule].kind === kind && RULES[item.rule].strength === 'complete');
    },
  });
  const reasons = explainKind(verdict.kind, findings);
  if (verdict.kind === 'other' && verdict.decided === 'auto') {
    return {
      ...plainOther(language),
      confidence: verdict.confidence,
      merchant: sender.merchant,
      biller: sender.biller,
      reasons,
      suspicions,
    };
  }

  const { reasons: fieldReasons, ...fields } = extractFields(message, { kind: verdict.kind, language, merchant: sender.merchant });
  const { kind, confidence, decided } = verdict;
  return {
    kind,
    confidence,
    decided,
    language,
    merchant: sender.merchant,
    biller: sender.biller,
    ...fields,
    reasons: [...reasons, ...sender.reasons, ...fieldReasons],
    suspicions,
  };
}

/** Our own alerts, invitations and bounces speak of subscriptions without being a notice about one. */
function isNoNotice(message: ParsedMessage): boolean {
  return message.isOwnAlert || message.isDeliveryReport || message.calendarMethod !== null;
}

/** Addresses (and `@domain`s) a notice may name without speaking of a third party. */
function ownAddresses(message: ParsedMessage): Set<string> {
  const people = [...message.to, ...message.cc].map((address) => address.address);
  const senders = [message.from.address, message.replyTo?.address ?? ''].filter(Boolean);
  return new Set([...people, ...message.deliveredTo, ...senders.map((address) => `@${domainOf(address)}`)]);
}

function plainOther(language: string): Classification {
  const nothing = {
    plan: null,
    price: null,
    period: null,
    renewsOn: null,
    endsOn: null,
    noticePeriod: null,
    minimumTermEndsOn: null,
    reference: null,
  };
  return { kind: 'other', confidence: 1, decided: 'auto', language, merchant: null, biller: null, ...nothing, reasons: [], suspicions: [] };
}
