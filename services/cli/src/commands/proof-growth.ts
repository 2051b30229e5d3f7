// `quittance proof growth FILE`: what the log answers to the holder of an older head of it. Adds itself to `proof`.
import { EXIT, type ExitCode } from '@quittance/runtime/exit-codes';
import { answerHolder } from '@quittance/store/held-checkpoint';
import { asUser } from '@quittance/store/transaction';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { withJson } from '../json-example.ts';
import { emit } from '../output.ts';
import { readOwnFile } from '../own-file.ts';
import type { Handle } from '../program.ts';

/** An alert with its pictures is far smaller. */
const BYTES_MAX = 1_000_000;

export function registerGrowth(proof: Command, handle: Handle): void {
  const command = proof
    .command('growth')
    .argument('<file>', 'an older checkpoint: as it was given out, or the text of the alert that brought it')
    .description('prove that the log only grew since an older checkpoint')
    .action(handle(growth));
  withJson(command, {
    outcome: 'grew',
    from: 42,
    to: 120,
    proof: ['CsUYapGGPo4d…'],
    note: 'quittance.local/a/0123456789abcdef\n120\n…',
  });
}

async function growth(context: Context, file: string): Promise<ExitCode> {
  const text = (await readOwnFile(context, file)).subarray(0, BYTES_MAX).toString('utf8');
  const { db, vault } = await context.store();
  const { id } = await context.person();
  const answer = await asUser(db, id, (tx) => answerHolder(tx, vault, id, text, context.clock.now()));
  emit(context, answer, () => context.words.growth[answer.outcome](answer.from, answer.to));
  return answer.outcome === 'grew' ? EXIT.ok : EXIT.failed;
}
