// A person's own corrected mails as further training examples: a folder with messages/*.eml and labels.jsonl, as the accuracy bench reads
// it. They count once each, beside skeletons that count once each.
import type { MessageKind } from '@quittance/domain/event-kind';
import { detectLanguage } from '@quittance/classify/detect-language';
import { KINDS } from '@quittance/classify/model/linear-model';
import { ownAddresses } from '@quittance/classify/own-addresses';
import { readSignals } from '@quittance/classify/read-signals';
import { parseMessage } from '@quittance/mail/parse-message';
import { readCorpus } from '../bench/accuracy-corpus.ts';
import { FOLDS, type Example } from './read-examples.ts';

export async function readCorrections(folder: string): Promise<Example[]> {
  const examples: Example[] = [];
  for (const [index, mail] of (await readCorpus(folder)).entries()) {
    const kind = KINDS.indexOf(mail.label as MessageKind);
    if (kind < 0) throw new Error(`${mail.file}: there is no kind "${mail.label}"`);
    const message = await parseMessage(mail.raw);
    const guess = detectLanguage(message);
    const signals = readSignals(message, ownAddresses(message), guess);
    examples.push({ skeleton: mail.file, language: guess.language, fold: index % FOLDS, kind, weight: 1, signals, unruled: null });
  }
  return examples;
}
