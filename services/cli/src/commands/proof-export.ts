// `quittance proof export SUBSCRIPTION -o FILE.asice [--pdf FILE]`: a subscription's dossier, to hand over. Adds itself to `proof`.
import { createStamping } from '@quittance/anchor/stamping';
import { exportDossier } from '@quittance/dossier/export-dossier';
import { PermanentError } from '@quittance/domain/errors';
import { isLanguage, type Language } from '@quittance/i18n/language';
import { createParsePool } from '@quittance/mail/parse-pool';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { withJson } from '../json-example.ts';
import { emit } from '../output.ts';
import { assertWritable, writeOwnFile } from '../own-file.ts';
import type { Handle } from '../program.ts';
import { assertSubscriptionId } from '../subscription-id.ts';

interface ExportOptions {
  readonly output: string;
  readonly pdf?: string;
  readonly language?: string;
}

export function registerExport(proof: Command, handle: Handle): void {
  const command = proof
    .command('export')
    .argument('<subscription>', 'id of the subscription, as in `timeline --json`')
    .requiredOption('-o, --output <file>', 'where to write the dossier with all proofs (.asice, a ZIP)')
    .option('--pdf <file>', 'write the report alone as well')
    .option('--language <language>', 'of the report: en or fr; your own when not given')
    .description('the dossier of a subscription: report, original messages, proofs')
    .action(handle(exportProof));
  withJson(command, { file: 'streambox.asice', pdf: 'streambox.pdf', messages: 7, size_bytes: 182044 });
}

async function exportProof(context: Context, subscriptionId: string, options: ExportOptions): Promise<void> {
  assertSubscriptionId(subscriptionId);
  const asked = options.language === undefined ? null : readLanguage(options.language);
  const { db, vault } = await context.store();
  const person = await context.person();
  for (const path of [options.output, ...(options.pdf ? [options.pdf] : [])]) await assertWritable(context, path);
  // A time stamp newer than the newest message, where the person agreed to any.
  await createStamping({ db, vault, log: context.log, config: context.config }).stampNow(person.id);
  const parser = createParsePool({ size: 1 });
  context.onEnd('parser', () => parser.close());
  const dossier = await exportDossier(
    { db, vault, clock: context.clock, parse: (raw) => parser.parse(raw) },
    { userId: person.id, subscriptionId, language: asked ?? context.language },
  );
  if (!dossier)
    throw new PermanentError('not_found', `there is no subscription ${subscriptionId}: "quittance timeline --json" shows them.`);
  const bundle = await dossier.bundle();
  await writeOwnFile(context, options.output, bundle);
  if (options.pdf !== undefined) await writeOwnFile(context, options.pdf, dossier.report);
  const document = { file: options.output, pdf: options.pdf ?? null, messages: dossier.messages, size_bytes: bundle.length };
  emit(context, document, () => [options.output, ...(options.pdf === undefined ? [] : [options.pdf])].join('\n'));
}

function readLanguage(text: string): Language {
  if (isLanguage(text)) return text;
  throw new PermanentError('usage', `"${text}" is not a language of the report: use en or fr.`);
}
