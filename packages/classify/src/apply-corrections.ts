// What a person said of a mail, applied to later mail of the same template that was read alike. It says what a mail means, never who sent it: mail
// with signs of forgery is left alone, and nothing becomes a certain cancellation by it.
import type { Classification, Decision, Reason } from '@quittance/domain/classification';
import type { MessageKind } from '@quittance/domain/event-kind';
import type { ParsedMessage } from '@quittance/domain/message';
import { extractFields } from './extract-fields.ts';
import { isSameTemplate, type Template } from './template.ts';

/** A person's word on one mail. */
export interface TemplateCorrection extends Template {
  readonly readAs: MessageKind;
  readonly is: MessageKind;
}

/** So many that agree are believed without asking again. */
const AGREEING_MIN = 2;
export const CORRECTION_RULE = 'correction:template';

export function applyCorrections(
  message: ParsedMessage,
  read: Classification,
  template: Template | null,
  corrections: readonly TemplateCorrection[],
): Classification {
  if (!template || read.kind === 'other' || read.suspicions.length > 0) return read;
  const said = corrections.filter((one) => one.readAs === read.kind && isSameTemplate(one, template));
  const kinds = new Set(said.map((one) => one.is));
  if (kinds.size === 0) return read;
  // People contradict themselves, or the template says different things: then each mail is asked about.
  if (kinds.size > 1) return { ...read, decided: read.decided === 'auto' ? 'probable' : read.decided };
  const kind = said[0]!.is;
  const isBelieved = said.length >= AGREEING_MIN;
  // One "this is nothing" asks about the next one; two let go of it.
  if (kind === 'other' && !isBelieved) return { ...read, decided: 'abstain' };
  const decided = kind === read.kind ? confirmed(read, isBelieved) : capped(kind, isBelieved ? 'auto' : 'probable');
  const reasons = [reasonOf(message), ...read.reasons.filter(({ field }) => field === 'merchant' || field === 'biller')];
  if (kind === read.kind || kind === 'other') return { ...read, kind, decided, reasons: [reasonOf(message), ...read.reasons] };
  const { reasons: fieldReasons, ...fields } = extractFields(message, { kind, language: read.language, merchant: read.merchant });
  return { ...read, ...fields, kind, decided, reasons: [...reasons, ...fieldReasons] };
}

function confirmed(read: Classification, isBelieved: boolean): Decision {
  if (read.decided === 'auto') return 'auto';
  return capped(read.kind, isBelieved ? 'auto' : 'probable');
}

// A false "cancelled" is the worst error: each one is asked about.
function capped(kind: MessageKind, decided: Decision): Decision {
  return kind === 'cancellation_confirmed' && decided === 'auto' ? 'probable' : decided;
}

function reasonOf({ subject }: ParsedMessage): Reason {
  return { rule: CORRECTION_RULE, quote: subject, field: 'kind', zone: 'subject', start: 0, end: subject.length };
}
