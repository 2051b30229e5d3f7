// From the evidence to the bundle: every file under its name, the list, the signature, the ZIP. Pure: the same evidence and report give
// the same bytes.
import { readFileSync } from 'node:fs';
import type { Language } from '@quittance/i18n/language';
import { dossierTexts } from '@quittance/i18n/dossier';
import { publicKeyPem, type NoteSigner } from '@quittance/ledger/note';
import { ANCHOR_FILE, anchorFolder, FILE, LIMITS, MESSAGE_FILE, messageFolder, MIMETYPE, silenceFiles } from '@quittance/verifier/layout';
import { dnsJson, readManifest } from '@quittance/verifier/manifest';
import type { AnchorEvidence, Evidence, MessageEvidence } from './evidence.ts';
import { sealBundle } from './seal-bundle.ts';
import type { SealedSilence } from './silence/seal-silence.ts';
import { writeZip } from './write-zip.ts';

export interface BundleInput {
  readonly evidence: Evidence;
  readonly report: Buffer | null;
  readonly silences?: readonly SealedSilence[];
  readonly language: Language;
  /** The signer of the log's checkpoints. */
  readonly signer: Pick<NoteSigner, 'name' | 'sign' | 'verifierKey'>;
}

const SCRIPT = readFileSync(new URL('../assets/verify.sh', import.meta.url));

export async function buildBundle({ evidence, report, silences = [], language, signer }: BundleInput): Promise<Buffer> {
  const files = new Map<string, Uint8Array>([
    [FILE.mimetype, Buffer.from(MIMETYPE)],
    [FILE.readme, Buffer.from(dossierTexts(language).readme(signer.verifierKey, evidence.anchors.length > 0))],
    [FILE.script, SCRIPT],
    [FILE.checkpoint, Buffer.from(evidence.checkpoint)],
    [FILE.keyPem, Buffer.from(publicKeyPem(signer.verifierKey))],
    [FILE.key, Buffer.from(`${signer.verifierKey}\n`)],
  ]);
  if (report) files.set(FILE.report, report);
  silences.forEach(({ bytes, note }, index) => {
    const names = silenceFiles(index);
    files.set(names.statement, bytes);
    files.set(names.note, Buffer.from(note));
  });
  evidence.rotations.slice(-LIMITS.rotations).forEach((note, index) => files.set(`keys/rotation-${index + 1}.note`, Buffer.from(note)));
  evidence.anchors.forEach((anchor, index) => {
    for (const [name, bytes] of anchorFiles(anchor)) files.set(`${anchorFolder(index)}/${name}`, bytes);
  });
  evidence.messages.forEach((message, index) => {
    for (const [name, bytes] of messageFiles(message)) files.set(`${messageFolder(index)}/${name}`, bytes);
  });
  return writeZip(sealBundle(files, signer));
}

function anchorFiles({ archive, growth, note, proof, tokens }: AnchorEvidence): [string, Uint8Array][] {
  return [
    [ANCHOR_FILE.archive, Buffer.from(archive)],
    [ANCHOR_FILE.growth, Buffer.from(growth)],
    [ANCHOR_FILE.note, Buffer.from(note)],
    [ANCHOR_FILE.proof, Buffer.from(proof)],
    ...tokens.flatMap(({ token, root }, index): [string, Uint8Array][] => [
      [`token-${index + 1}.tsr`, token],
      [`token-${index + 1}-root.pem`, Buffer.from(root)],
    ]),
  ];
}

function messageFiles(message: MessageEvidence): [string, Uint8Array][] {
  const latest = readManifest((message.verdicts.at(-1) ?? message.recorded).manifest, MESSAGE_FILE.manifest);
  return [
    [MESSAGE_FILE.raw, message.raw],
    [MESSAGE_FILE.manifest, message.recorded.manifest],
    [MESSAGE_FILE.salt, message.salt],
    [MESSAGE_FILE.proof, Buffer.from(message.recorded.proof)],
    [MESSAGE_FILE.dns, dnsJson(latest)],
    ...message.verdicts.slice(-LIMITS.verdicts).flatMap(({ manifest, proof }, index): [string, Uint8Array][] => [
      [`verdict-${index + 1}.json`, manifest],
      [`verdict-${index + 1}.tlog-proof`, Buffer.from(proof)],
    ]),
    ...message.dkim.slice(0, LIMITS.dkimParts).flatMap(({ header, signature, keyPem }, index): [string, Uint8Array][] => [
      [`dkim-${index + 1}-header.bin`, header],
      [`dkim-${index + 1}-sig.bin`, signature],
      [`dkim-${index + 1}-key.pem`, Buffer.from(keyPem)],
    ]),
  ];
}
