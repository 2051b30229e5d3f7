// Asks the local model about events that the classifier abstained from, newest first, one at a time, off the path of the mail: nobody waits for it,
// and what it says is shown beside the question to the person and changes nothing.
import { PermanentError, TransientError } from '@quittance/domain/errors';
import { isEventKind, type EventKind } from '@quittance/domain/event-kind';
import { toInstant } from '@quittance/domain/instant';
import type { Endpoint } from '@quittance/llm/ask-endpoint';
import { suggestKind } from '@quittance/llm/suggest-kind';
import { loadSealedMessage } from '@quittance/store/evidence';
import { insertSuggestion, listOpenQuestions, type OpenQuestion } from '@quittance/store/suggestions';
import { notify } from '@quittance/store/notifications';
import { openBytes } from '@quittance/vault/message-bytes';
import type { ClassifyDeps } from './classify-job.ts';

export interface SuggestDeps extends Pick<ClassifyDeps, 'db' | 'vault' | 'reader' | 'clock' | 'log'> {
  readonly llm: Endpoint;
  /** The kinds that the classifier thinks likeliest, best first. */
  readonly rankKinds: (message: Parameters<typeof suggestKind>[1]) => readonly string[];
}

/** Of one turn; the next one comes a minute later. */
const QUESTIONS_MAX = 20;
const CHOICES_MAX = 3;

/** @returns how many events got a suggestion. */
export async function suggestKinds(deps: SuggestDeps): Promise<number> {
  let suggested = 0;
  for (const question of await listOpenQuestions(deps.db, QUESTIONS_MAX)) {
    try {
      if (await suggest(deps, question)) suggested += 1;
    } catch (error) {
      if (!(error instanceof TransientError || error instanceof PermanentError)) throw error;
      // Not there, not local, or it wants something else: all other questions would end the same way.
      deps.log.warn({ code: error.code, err: error }, 'local_model_not_asked');
      break;
    }
  }
  return suggested;
}

async function suggest(deps: SuggestDeps, { userId, eventId, sha256, kind }: OpenQuestion): Promise<boolean> {
  const sealed = await loadSealedMessage(deps.db, userId, sha256);
  if (!sealed) return false;
  const { message } = await deps.reader.read(openBytes(deps.vault, sealed.contentId, sealed));
  const likely = [...new Set([kind, ...deps.rankKinds(message)])].filter((one): one is EventKind => isEventKind(one)).slice(0, CHOICES_MAX);
  const { model, suggestion } = await suggestKind(deps.llm, message, likely);
  const at = toInstant(deps.clock.now());
  await insertSuggestion(deps.db, { userId, eventId, suggestion, model: model ?? '', at });
  if (suggestion) await notify(deps.db, 'change', userId);
  return suggestion !== null;
}
