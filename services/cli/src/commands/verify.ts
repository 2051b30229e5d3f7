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
import { toBadFile } from '../own-file.ts';
import type { Register } from '../program.ts';

interface VerifyJson {
  readonly ok: boolean;
  /** The first thing that is wrong. */
  readonly problem: { readonly code: string; readonly file: string; readonly message: string } | null;
  readonly files: number | null;
  readonly key: string | null;
  readonly log: { readonly origin: string; readonly size: number; readonly root: string } | null;
  /** `partly`: some messages are newer than the newest time-stamped head. */
  readonly time: 'time_stamped' | 'partly_time_stamped' | 'chained_not_time_stamped' | null;
  readonly time_stamps: readonly StampJson[];
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
  /** It existed then at the latest, by the earliest time stamp that covers it. */
  readonly stamped_at: string | null;
}

interface StampJson {
  readonly file: string;
  readonly gen_at: string;
  /** How many entries of the log it covers. */
  readonly covers: number;
  readonly signer: string;
  /** Whom to trust for it: compare the fingerprint with that of the authority's root certificate. */
  readonly root: string;
  readonly root_sha256: string;
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
  time: 'time_stamped',
  time_stamps: [
    {
      file: 'anchors/01/token-1.tsr',
      gen_at: '2026-11-24T00:05:13.000Z',
      covers: 44,
      signer: 'DigiCert SHA256 RSA4096 Timestamp Responder',
      root: 'DigiCert Trusted Root G4',
      root_sha256: '552f7bdc…',
    },
  ],
  messages: [
    {
      folder: 'messages/01',
      sha256: '9f2c4b1a…',
      leaf_index: 41,
      level: 'A',
      signed_by: ['mail.example.com'],
      stamped_at: '2026-11-24T00:05:13.000Z',
    },
  ],
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
  const bytes = await readBundle(context, path);
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
        ...stampsOf(bundle).map((one) =>
          texts.stamp(one.file, one.covers, one.gen_at, visible(one.signer), visible(one.root), one.root_sha256),
        ),
        texts.holds(bundle.files),
        texts.time[timeOf(bundle)],
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
      {
        ok: false,
        problem,
        files: null,
        key: null,
        log: null,
        time: null,
        time_stamps: [],
        messages: [],
        silences: [],
      } satisfies VerifyJson,
      () => texts.fails(visible(error.file) || path, problemText(error.problem, context.language)),
    );
    return EXIT.failed;
  }
}

async function readBundle(context: Context, path: string): Promise<Buffer> {
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
    throw toBadFile(context, 'reading', path, cause);
  }
}

function silenceJson({ file, statement }: VerifiedBundle['silences'][number]): SilenceJson {
  return { file, awaited: statement.awaited, from: statement.from, until: statement.until, ...watchedOf(statement) };
}

function timeOf({ messages }: VerifiedBundle): NonNullable<VerifyJson['time']> {
  const stamped = messages.filter(({ stampedAt }) => stampedAt !== null).length;
  if (stamped === 0) return 'chained_not_time_stamped';
  return stamped === messages.length ? 'time_stamped' : 'partly_time_stamped';
}

function stampsOf({ anchors }: VerifiedBundle): StampJson[] {
  return anchors.flatMap(({ size, stamps }) =>
    stamps.map(({ file, genAt, signer, root, rootSha256 }) => ({
      file,
      gen_at: genAt,
      covers: size,
      signer,
      root,
      root_sha256: rootSha256,
    })),
  );
}

function toJson(bundle: VerifiedBundle): VerifyJson {
  const { files, verifierKey, checkpoint, messages, silences } = bundle;
  const { origin, size, root } = checkpoint;
  return {
    ok: true,
    problem: null,
    files,
    key: verifierKey,
    log: { origin, size, root: Buffer.from(root).toString('base64') },
    time: timeOf(bundle),
    time_stamps: stampsOf(bundle),
    messages: messages.map((one) => ({
      folder: one.folder,
      sha256: one.sha256,
      leaf_index: one.leafIndex,
      level: one.level,
      signed_by: one.signedBy,
      stamped_at: one.stampedAt,
    })),
    silences: silences.map(silenceJson),
  };
}
