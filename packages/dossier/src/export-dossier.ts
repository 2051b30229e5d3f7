// A subscription's dossier as files to hand over: the report alone, and the bundle with the report and all proofs.
import type { ParsedMessage } from '@quittance/domain/message';
import { PermanentError } from '@quittance/domain/errors';
import type { Language } from '@quittance/i18n/language';
import type { Database } from '@quittance/store/database';
import { asUser } from '@quittance/store/transaction';
import { messageFolder } from '@quittance/verifier/layout';
import { readManifest } from '@quittance/verifier/manifest';
import { buildBundle } from './build-bundle.ts';
import type { MessageEvidence } from './evidence.ts';
import { readDossier, type ReadDeps } from './read-dossier.ts';
import { renderReport } from './report/render-report.ts';
import type { ReportMessage } from './report/report-data.ts';

export interface ExportDeps extends ReadDeps {
  readonly db: Database;
  /** Under limits of time and memory: the messages come from strangers. */
  readonly parse: (raw: Buffer) => Promise<ParsedMessage>;
}

export interface ExportRequest {
  readonly userId: string;
  readonly subscriptionId: string;
  readonly language: Language;
}

export interface Dossier {
  /** `streambox-2026-11-23`, for file names. */
  readonly name: string;
  readonly messages: number;
  /** To hand over alone; the bundle's has the annex, where there is one. */
  readonly report: Buffer;
  bundle(): Promise<Buffer>;
}

/** null when the person has no such subscription. */
export async function exportDossier(deps: ExportDeps, request: ExportRequest): Promise<Dossier | null> {
  const { userId, subscriptionId, language } = request;
  const stored = await asUser(deps.db, userId, (tx) => readDossier(tx, deps, userId, subscriptionId));
  if (!stored) return null;
  const { evidence, silences, signer } = stored;
  const messages = await Promise.all(evidence.messages.map((message, index) => toReportMessage(deps, message, index)));
  const report = await renderReport({ ...stored.report, messages }, language);
  return {
    name: `${fileName(stored.report.subscription.merchant.name)}-${stored.report.today}`,
    messages: messages.length,
    report: report.alone,
    bundle: () => buildBundle({ evidence, report: report.whole, silences, language, signer }),
  };
}

async function toReportMessage({ parse }: ExportDeps, message: MessageEvidence, index: number): Promise<ReportMessage> {
  const latest = message.verdicts.at(-1) ?? message.recorded;
  const manifest = readManifest(latest.manifest, 'manifest.json');
  const read = await parseOrNull(parse, message.raw);
  return {
    folder: messageFolder(index),
    raw: message.raw,
    sha256: manifest.raw.sha256,
    from: read ? addressText(read.from) : '',
    to: (read?.to ?? []).map(addressText).join(', '),
    sentAt: manifest.clocks.sentAt,
    receivedAt: manifest.clocks.receivedAt,
    internalDate: manifest.clocks.internalDate,
    capturedAt: manifest.clocks.capturedAt,
    subject: read?.subject ?? '',
    text: read?.text.body ?? '',
    level: manifest.verdict.level,
    reasons: manifest.verdict.reasons,
    leafIndex: message.recorded.index,
  };
}

// It was read once, or it would be no evidence. Should a newer parser refuse it, the bytes still stand for themselves.
async function parseOrNull(parse: ExportDeps['parse'], raw: Buffer): Promise<ParsedMessage | null> {
  try {
    return await parse(raw);
  } catch (error) {
    if (error instanceof PermanentError) return null;
    throw error;
  }
}

function addressText({ name, address }: ParsedMessage['from']): string {
  return name ? `${name} <${address}>` : address;
}

function fileName(merchant: string): string {
  const plain = merchant.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 40) || 'dossier'
  );
}
