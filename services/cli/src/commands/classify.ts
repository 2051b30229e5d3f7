// `quittance classify PATH…`: what each message says, from the message alone. No store, no network, the same answer every time.
import { classifyJson, type ClassifyJson } from '@quittance/contract/classify-json';
import type { Classification, Decision } from '@quittance/domain/classification';
import { PermanentError, TransientError } from '@quittance/domain/errors';
import type { MessageKind } from '@quittance/domain/event-kind';
import type { ParsedMessage } from '@quittance/domain/message';
import type { FileItem } from '@quittance/intake/file-item';
import { readSource } from '@quittance/intake/read-source';
import { createParsePool, type ParsePool } from '@quittance/mail/parse-pool';
import { fileProblemText } from '@quittance/i18n/file-problems';
import { EXIT, type ExitCode } from '@quittance/runtime/exit-codes';
import type { Context } from '../context.ts';
import { explainReading, placedReasons, type PlacedReason } from '../explain-reading.ts';
import { inPercent } from '../in-percent.ts';
import { withJson } from '../json-example.ts';
import { visible } from '../output.ts';
import type { Register } from '../program.ts';
import type { Words } from '../words.ts';

type Reading = Omit<ClassifyJson, 'reasons'> & { readonly reasons: ClassifyJson['reasons'] | PlacedReason[] };
type Line = Reading | { readonly file: string; readonly error: string };

const EXAMPLE: ClassifyJson = {
  file: 'mails.mbox#3',
  message_id: '20261103.4711@mail.example.com',
  kind: 'renewal_notice',
  confidence: 0.97,
  decided: 'auto',
  language: 'en',
  merchant: 'Example',
  biller: null,
  plan: 'Pro',
  amount: '23.00',
  currency: 'EUR',
  period: 'P1M',
  renews_on: '2026-12-01',
  ends_on: null,
  notice_period: null,
  minimum_term_ends_on: null,
  reference: null,
  reasons: [{ rule: 'en.renews_on', quote: 'Your plan renews on 1 December 2026', field: 'kind' }],
};

/** Messages being read at once; the answers keep the order of the files. */
const AHEAD = 8;

export const register: Register = (program, handle) => {
  const command = program
    .command('classify')
    .argument(
      '<path...>',
      '.eml, mbox, Maildir, zip, tgz, gz or a folder of them; what cannot be read gives {"file","error"} and exit code 65',
    )
    .option('--explain', 'say why: every rule with its words, and where they stand in the text')
    .description('say what messages are, without a store and without network')
    .action(handle(classify));
  withJson(command, EXAMPLE, { lines: true });
};

async function classify(context: Context, paths: string[], { explain = false }: { explain?: boolean }): Promise<ExitCode> {
  // Languages and frames take half a second to load: only here.
  const { classifyMessage } = await import('@quittance/classify/classify-message');
  const parser = createParsePool({});
  context.onEnd('parser', () => parser.close());
  // A program gets the plain reason, a person theirs.
  const sayProblem = (problem: Problem): string => (context.json ? problem.message : fileProblemText(context.language, problem));
  const ahead: Promise<Line>[] = [];
  let failed = false;
  let count = 0;
  const print = async (line: Promise<Line>): Promise<void> => {
    const done = await line;
    count += 1;
    failed ||= 'error' in done;
    context.output.print(context.json ? JSON.stringify(done) : inWords(done, explain, context.words));
  };
  for (const path of paths) {
    for await (const item of readSource(path)) {
      ahead.push(readLine({ parser, classifyMessage, explain, sayProblem }, item));
      if (ahead.length >= AHEAD) await print(ahead.shift()!);
    }
  }
  for (const line of ahead) await print(line);
  if (count === 0 && !context.json) context.output.say(context.words.classifyEmpty);
  return failed ? EXIT.badData : EXIT.ok;
}

type Problem = Pick<Extract<FileItem, { kind: 'problem' }>, 'code' | 'message'>;

interface Reader {
  readonly parser: Pick<ParsePool, 'parse'>;
  readonly classifyMessage: (message: ParsedMessage) => Classification;
  readonly explain: boolean;
  readonly sayProblem: (problem: Problem) => string;
}

async function readLine({ parser, classifyMessage, explain, sayProblem }: Reader, item: FileItem): Promise<Line> {
  if (item.kind === 'problem') return { file: item.path, error: sayProblem(item) };
  try {
    const message = await parser.parse(item.raw);
    const read = classifyMessage(message);
    const line = classifyJson(item.path, message.rfcMessageId, read);
    return explain ? { ...line, reasons: placedReasons(read) } : line;
  } catch (error) {
    if (error instanceof PermanentError || error instanceof TransientError) return { file: item.path, error: error.message };
    throw error;
  }
}

function inWords(line: Line, explain: boolean, words: Words): string {
  if ('error' in line) return `${visible(line.file)}${words.colon}${visible(line.error)}`;
  const facts = [
    line.merchant,
    line.amount && `${line.amount} ${line.currency ?? ''}`,
    line.renews_on && `${words.renews} ${line.renews_on}`,
    line.ends_on && `${words.ends} ${line.ends_on}`,
  ].filter((fact) => fact !== null);
  const kind = `${words.kinds[line.kind as MessageKind]} (${words.decided[line.decided as Decision]}, ${inPercent(line.confidence)})`;
  const quote = explain ? null : line.reasons.find(({ field }) => field === 'kind')?.quote;
  const said = [`${visible(line.file)}${words.colon}${kind}`, ...facts, ...(quote ? [words.cite(visible(quote))] : [])].join(' · ');
  return explain ? [said, ...explainReading(line.reasons as PlacedReason[], words)].join('\n') : said;
}
