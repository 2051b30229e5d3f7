// Fingerprints and the place in the log, and the five commands by which anyone checks them.
import { dossierTexts } from '@quittance/i18n/dossier';
import { formatInstant } from '@quittance/i18n/format';
import type { Language } from '@quittance/i18n/language';
import { WIDTH, type Sheet } from './page.ts';
import type { ReportData, ReportMessage } from './report-data.ts';

/** The newest; all of them are in the ZIP. */
const STAMPS_MAX = 4;

export function addFingerprints(
  sheet: Sheet,
  { log, messages: all }: ReportData,
  messages: readonly ReportMessage[],
  language: Language,
): void {
  const texts = dossierTexts(language).report;
  const t = texts.hashes;
  sheet.heading(t.heading);
  fingerprintTable(sheet, messages, language);
  sheet.table(
    [
      { heading: '', width: 90, font: 'bold' },
      { heading: '', width: WIDTH - 90, font: 'mono' },
    ],
    [
      [t.log, log.origin],
      [t.size, String(log.size)],
      [t.root, log.root],
      [t.sealedAt, texts.utc(formatInstant(log.madeAt, language))],
      [t.key, log.verifierKey],
      ...(log.stamps.length === 0
        ? [[t.time, t.noTime]]
        : log.stamps
            .slice(-STAMPS_MAX)
            .map((stamp) => [t.time, t.stamp(texts.utc(formatInstant(stamp.genAt, language)), stamp.covers, stamp.signer)])),
    ],
    8,
  );
  sheet.heading(texts.verify.heading);
  sheet.paragraph(texts.verify.lead, { size: 9 });
  const first = (messages[0] ?? all[0])?.folder ?? 'messages/01';
  const commands = [
    'unzip dossier.asice -d dossier && cd dossier',
    'less verify.sh',
    'bash verify.sh',
    `sha256sum ${first}/message.eml`,
    'cat keys/archive.vkey',
  ];
  sheet.table(
    [
      { heading: '', width: 22, font: 'bold' },
      { heading: '', width: 250, font: 'mono' },
      { heading: '', width: WIDTH - 272 },
    ],
    commands.map((command, at) => [`${at + 1}.`, command, texts.verify.steps[at]!]),
    8,
  );
}

export function fingerprintTable(sheet: Sheet, messages: readonly ReportMessage[], language: Language): void {
  const { columns } = dossierTexts(language).report.hashes;
  sheet.table(
    [
      { heading: columns[0]!, width: 76 },
      { heading: columns[1]!, width: WIDTH - 76 - 48, font: 'mono' },
      { heading: columns[2]!, width: 48 },
    ],
    messages.map((message) => [message.folder, message.sha256, String(message.leafIndex)]),
    8,
  );
}
