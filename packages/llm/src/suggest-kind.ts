// Asks the local model what a mail is that the classifier abstained from. Off unless LLM_URL is set; nothing here decides anything.
import { randomBytes } from 'node:crypto';
import type { EventKind } from '@quittance/domain/event-kind';
import type { ParsedMessage } from '@quittance/domain/message';
import { askEndpoint, type Endpoint } from './ask-endpoint.ts';
import { readAnswer } from './read-answer.ts';
import { SUGGESTIBLE, type Suggestion } from './suggestion.ts';
import { writePrompt } from './write-prompt.ts';

/**
 * `likely` are the classifier's own best guesses; the model chooses among them.
 * @returns null where it had nothing to say that the mail bears out, with the model that was asked.
 * @throws PermanentError `llm_not_local`, `private_address_refused`, `llm_refused`; TransientError `llm_unreachable`.
 */
export async function suggestKind(
  endpoint: Endpoint,
  message: ParsedMessage,
  likely: readonly EventKind[],
): Promise<{ readonly model: string | null; readonly suggestion: Suggestion | null }> {
  const kinds = likely.filter((kind) => SUGGESTIBLE.includes(kind));
  if (kinds.length === 0) return { model: null, suggestion: null };
  const mark = `=== ${randomBytes(12).toString('hex')} ===`;
  const { text, model } = await askEndpoint(endpoint, writePrompt(message, kinds, mark));
  return { model, suggestion: readAnswer(text, message, kinds) };
}
