// `quittance verify FILE.asice`: checks a dossier offline, from its bytes alone. No store, no network, no settings.
import { open } from 'node:fs/promises';
import { watchedOf } from '@quittance/dossier/silence/state-silence';
import { PermanentError } from '@quittance/domain/errors';
import { problemText, verifyingTexts } from '@quittance/i18n/verifying';
import { EXIT, type ExitCode } from '@quittance/runtime/exit-codes';
import { LIMITS } from '@quittance/verifier/layout';
import { BundleError } from '@quittance/verifier/problems';
import { verifyBundle, type VerifiedBundle } from '@quittance/verifier/verify-bundle';
import type { Context } from '../context.ts';
import { withJson } from '../json-example.ts';
import { emit, visible } from '../output.ts';
import type { Register } from '../program.ts';

interface VerifyJson {
  readonly ok: boolean;
  /** The first thing that is wrong. */
  readonly problem: { readonly code: string; readonly file: string; readonly message: string } | null;
  readonly files: number | null;
  readonly key: string | null;
  readonly log: { readonly origin: string; readonly size: number; readonly root: string } | null;
  readonly time: 'chained_not_time_stamped' | null;
  readonly messages: readonly MessageJson[];
  /** Statements of silence, whose gaps follow from the times they name. */
  readonly silences: readonly SilenceJson[];
}

interface MessageJson {
  readonly folder: string;
  readonly sha256: string;
  readonly leaf_index: number;
  readonly level: string;
  readonly signed_by: readonly string[];
}

interface SilenceJson {
  readonly file: string;
  readonly awaited: string;
  readonly from: string;
  readonly until: string;
  readonly folders: number;
  readonly gaps: number;
}

const EXAMPLE: VerifyJson = {
  ok: true,
  problem: null,
  files: 19,
  key: 'quittance.local/a/0123456789abcdef+0337e0b8+AerSb4Cy…',
  log: { origin: 'quittance.local/a/0123456789abcdef', size: 120, root: 'CsUYapGGPo4d…' },
  time: 'chained_not_time_stamped',
  messages: [{ folder: 'messages/01', sha256: '9f2c4b1a…', leaf_index: 41, level: 'A', signed_by: ['mail.example.com'] }],
  silences: [],
};

export const register: Register = (program, handle) => {
  const command = program
    .command('verify')
    .argument('<file>', 'a dossier (.asice)')
    .option('--key <key>', 'the key of the log as you know it another way: the dossier must be signed by it')
    .description('check a dossier, offline; exit code 0 only if all of it holds')
    .action(handle(verify));
  withJson(command, EXAMPLE);
};

async function verify(context: Context, path: string, options: { key?: string }): Promise<ExitCode> {
  const bytes = await readBundle(path);
  const texts = verifyingTexts(context.language);
  try {
    const bundle = await verifyBundle(bytes, { expectedKey: options.key });
    emit(context, toJson(bundle), () =>
      [
        ...bundle.messages.map((one) =>
          texts.message(`${one.folder}/message.eml`, one.leafIndex, bundle.checkpoint.size, one.level, one.signedBy.map(visible)),
        ),
        ...bundle.silences.map((one) => {
          const { file, from, until, folders, gaps } = silenceJson(one);
          return texts.silence(file, from, until, folders, gaps);
        }),
        texts.holds(bundle.files),
        texts.notStamped,
        options.key === undefined ? texts.compareKey : texts.expectedKey,
        visible(bundle.verifierKey),
      ].join('\n'),
    );
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof BundleError)) throw error;
    const problem = { code: error.code, file: error.file, message: problemText(error.problem, 'en') };
    emit(
      context,
      { ok: false, problem, files: null, key: null, log: null, time: null, messages: [], silences: [] } satisfies VerifyJson,
      () => texts.fails(visible(error.file) || path, problemText(error.problem, context.language)),
    );
    return EXIT.failed;
  }
}

async function readBundle(path: string): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      // Asked of the open file, so that it is the one that is read.
      if ((await file.stat()).size > LIMITS.bundleBytes) throw new PermanentError('bad_file', `${path} is too big for a dossier.`);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (cause instanceof PermanentError) throw cause;
    throw new PermanentError('bad_file', `${path} can not be read: ${(cause as Error).message}`, { cause });
  }
}

function silenceJson({ file, statement }: VerifiedBundle['silences'][number]): SilenceJson {
  return { file, awaited: statement.awaited, from: statement.from, until: statement.until, ...watchedOf(statement) };
}

function toJson({ files, verifierKey, checkpoint, messages, silences }: VerifiedBundle): VerifyJson {
  const { origin, size, root } = checkpoint;
  return {
    ok: true,
    problem: null,
    files,
    key: verifierKey,
    log: { origin, size, root: Buffer.from(root).toString('base64') },
    time: 'chained_not_time_stamped',
    messages: messages.map((one) => ({
      folder: one.folder,
      sha256: one.sha256,
      leaf_index: one.leafIndex,
      level: one.level,
      signed_by: one.signedBy,
    })),
    silences: silences.map(silenceJson),
  };
}
