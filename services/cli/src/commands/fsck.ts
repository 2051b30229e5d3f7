// `quittance fsck`: verifies everything that is kept, for all people or for --user, and names the first bad row of each kind.
import { checkToken } from '@quittance/anchor/stamping';
import { EXIT, type ExitCode } from '@quittance/runtime/exit-codes';
import { erasureListOf } from '@quittance/standalone/open-store';
import { fsckAnchor, type AnchorReport } from '@quittance/store/fsck-anchor';
import { freezeSnapshot, fsckUser, listUserIds, type FsckReport } from '@quittance/store/fsck';
import { inTransaction } from '@quittance/store/transaction';
import { fold } from '@quittance/timeline/fold';
import type { Context } from '../context.ts';
import { withJson } from '../json-example.ts';
import { emit, table } from '../output.ts';
import type { Register } from '../program.ts';

export interface FsckJson {
  readonly user_id: string;
  readonly leaves: number;
  readonly checkpoints: number;
  readonly messages: number;
  readonly erased: number;
  readonly events: number;
  readonly problems: readonly { readonly kind: string; readonly count: number; readonly row: string; readonly detail: string }[];
}

export const FSCK_EXAMPLE: FsckJson = {
  user_id: '1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f',
  leaves: 120,
  checkpoints: 14,
  messages: 117,
  erased: 1,
  events: 117,
  problems: [{ kind: 'sha256_wrong', count: 1, row: 'message 41 (9f2c4b1a…)', detail: 'its bytes have the hash 77ab…' }],
};

interface AnchorJson {
  readonly leaves: number;
  readonly checkpoints: number;
  readonly time_stamps: number;
  readonly problems: FsckJson['problems'];
}

export const ANCHOR_EXAMPLE: AnchorJson = { leaves: 31, checkpoints: 14, time_stamps: 12, problems: [] };

export const register: Register = (program, handle) => {
  const command = program
    .command('fsck')
    .description('verify everything that is kept: log, checkpoints, messages, events (all people, or --user)')
    .action(handle(fsck));
  withJson(command, { ok: false, users: [FSCK_EXAMPLE], anchor: ANCHOR_EXAMPLE });
};

async function fsck(context: Context): Promise<ExitCode> {
  const { db, vault } = await context.store();
  const { words, output } = context;
  const erasures = await erasureListOf(context.config).read();
  const only = context.userGiven ? (await context.person()).id : null;
  const { reports, anchor } = await inTransaction(db, async (tx) => {
    await freezeSnapshot(tx);
    const done: FsckReport[] = [];
    for (const userId of only === null ? await listUserIds(tx) : [only]) {
      const onProgress = (messages: number): void => output.status(words.verifying(messages));
      done.push(await fsckUser({ tx, vault, fold, erasures, onProgress }, userId));
    }
    return { reports: done, anchor: await fsckAnchor({ tx, vault, checkToken }) };
  });
  output.status('');
  const ok = [...reports, anchor].every((report) => report.problems.length === 0);
  emit(context, { ok, users: reports.map(fsckJson), anchor: anchorJson(anchor) }, () =>
    [...reports, anchor]
      .flatMap((report) => [
        'userId' in report ? words.verifiedUser(report) : words.verifiedAnchor(report),
        ...(report.problems.length === 0
          ? []
          : [
              table(
                [words.problem, words.count, words.firstRow, ''],
                report.problems.map((one) => [one.kind, String(one.count), one.row, one.detail]),
              ),
            ]),
      ])
      .concat(ok ? words.allHolds : words.notAllHolds)
      .join('\n'),
  );
  return ok ? EXIT.ok : EXIT.failed;
}

export function anchorJson({ timeStamps, ...report }: AnchorReport): AnchorJson {
  return { ...report, time_stamps: timeStamps };
}

export function fsckJson({ userId, ...report }: FsckReport): FsckJson {
  return { user_id: userId, ...report };
}
