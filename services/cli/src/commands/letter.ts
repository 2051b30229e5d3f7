// `quittance letter SUBSCRIPTION --kind K --language L`: a letter filled in from the timeline, to complete, sign and send oneself.
import { PermanentError } from '@quittance/domain/errors';
import { letterOf, readLetterInput } from '@quittance/dossier/letter/letter-of';
import { fittingLetters, isLetterKind, LETTER_KINDS, type Letter, type LetterKind } from '@quittance/dossier/letter/write-letter';
import { isLanguage, type Language } from '@quittance/i18n/language';
import { letterTexts } from '@quittance/i18n/letters';
import { noLetter } from '@quittance/i18n/no-letter';
import { asUser } from '@quittance/store/transaction';
import type { Context } from '../context.ts';
import { withJson } from '../json-example.ts';
import { nameOf } from '../do-act.ts';
import { emit, visible } from '../output.ts';
import type { Register } from '../program.ts';
import { assertSubscriptionId } from '../subscription-id.ts';

interface Options {
  readonly kind?: string;
  readonly language?: string;
}

interface LetterJson {
  readonly kind: LetterKind;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly to_complete: readonly string[];
  readonly law: string | null;
}

const EXAMPLE: LetterJson = {
  kind: 'charge_dispute',
  language: 'en',
  subject: 'Charge after the cancellation of my subscription Example (Pro), reference SB-4711',
  text: 'Anna Martin\n\nTo: Example, [address or e-mail of its customer service]\n…',
  to_complete: ['[address or e-mail of its customer service]'],
  law: 'French Civil Code, articles 1302 and 1302-1: Whoever receives …',
};

export const register: Register = (program, handle) => {
  const command = program
    .command('letter')
    .argument('<subscription>', 'id of the subscription, as in `timeline --json`')
    .option('--kind <kind>', `${LETTER_KINDS.join(', ')}; the one that fits when not given`)
    .option('--language <language>', 'of the letter: en or fr; your own when not given')
    .description('a letter filled in from the timeline, to complete and send oneself')
    .action(handle(letter));
  withJson(command, EXAMPLE);
};

async function letter(context: Context, subscriptionId: string, options: Options): Promise<void> {
  assertSubscriptionId(subscriptionId);
  const asked = options.kind === undefined ? null : readKind(options.kind);
  const language = options.language === undefined ? null : readLanguage(options.language);
  const { db } = await context.store();
  const person = await context.person();
  const written = await asUser(db, person.id, async (tx) => {
    const input = await readLetterInput(tx, context.clock, person.id, subscriptionId);
    if (!input)
      throw new PermanentError('not_found', `there is no subscription ${subscriptionId}: "quittance timeline --json" shows them.`);
    const fitting = fittingLetters(input);
    const kind = asked ?? fitting[0];
    const made = kind ? await letterOf(tx, context.clock, person.id, input, kind, language ?? context.language) : null;
    if (!made) throw new PermanentError('letter_unfitting', unfitting(asked, fitting));
    return { ...made, of: input.subscription };
  });
  emit(context, toJson(written), () => visibleLines(written.text));
  if (!context.json && written.of.id !== subscriptionId.toLowerCase()) {
    context.output.say(context.words.formerId(subscriptionId, visible(nameOf(written.of)), written.of.id));
  }
  if (!context.json && written.toComplete.length > 0) {
    context.output.say(`${letterTexts(written.language).complete} ${written.toComplete.map(visible).join(' ')}`);
  }
}

function unfitting(asked: LetterKind | null, fitting: readonly LetterKind[]): string {
  return fitting.length === 0 || asked === null
    ? noLetter('en')
    : `the timeline does not bear a ${asked}; what fits: ${fitting.join(', ')}.`;
}

// It quotes mail: nothing in it may move the cursor.
function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n').trimEnd();
}

function toJson({ kind, language, subject, text, toComplete, law }: Letter): LetterJson {
  return { kind, language, subject, text, to_complete: toComplete, law };
}

function readKind(text: string): LetterKind {
  if (isLetterKind(text)) return text;
  throw new PermanentError('usage', `"${text}" is no kind of letter: use ${LETTER_KINDS.join(', ')}.`);
}

function readLanguage(text: string): Language {
  if (isLanguage(text)) return text;
  throw new PermanentError('usage', `"${text}" is not a language of the letters: use en or fr.`);
}
