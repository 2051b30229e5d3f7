// The manifest of a message as a dossier reads it (docs/formats/evidence-log.md). Whoever holds the log's key could sign any text, so its shape
// is checked before anything in it is used.
import { LEVELS, type DnsAnswer, type Level, type SignatureResult } from '@quittance/domain/authenticity';
import type { Instant } from '@quittance/domain/instant';
import { canonicalJson, type JsonValue } from '@quittance/ledger/canonical-json';
import { LedgerError } from '@quittance/ledger/ledger-error';
import { BundleError } from './bundle-layout.ts';

export interface Manifest {
  readonly kind: 'message' | 'verdict';
  readonly raw: { readonly sha256: string; readonly size: number };
  readonly clocks: {
    readonly sentAt: Instant | null;
    readonly receivedAt: Instant | null;
    readonly internalDate: Instant | null;
    readonly capturedAt: Instant;
  };
  readonly dns: readonly DnsAnswer[];
  readonly verdict: { readonly level: Level; readonly reasons: readonly string[]; readonly signatures: readonly SignatureResult[] };
  readonly tool: string;
}

/** @throws BundleError `bad_manifest`. */
export function readManifest(bytes: Buffer, file: string): Manifest {
  const value = parse(bytes, file);
  if (!isManifest(value)) throw new BundleError('bad_manifest', file, 'it is no manifest of version 1');
  return value;
}

/** The DNS answers as a file of their own: the same text as inside the manifest. */
export function dnsJson(manifest: Manifest): Buffer {
  return Buffer.from(`${canonicalJson(manifest.dns as unknown as JsonValue)}\n`);
}

/** When the message arrived, as well as it was known when it was recorded; signatures are judged as of then. */
export function arrivedAt({ clocks }: Manifest): Instant {
  const sent = clocks.sentAt && clocks.sentAt <= clocks.capturedAt ? clocks.sentAt : null;
  return clocks.internalDate ?? clocks.receivedAt ?? sent ?? clocks.capturedAt;
}

function parse(bytes: Buffer, file: string): JsonValue {
  try {
    const value = JSON.parse(bytes.toString('utf8')) as JsonValue;
    if (Buffer.from(canonicalJson(value)).equals(bytes)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof LedgerError)) throw error;
  }
  throw new BundleError('bad_manifest', file, 'it is no canonical JSON');
}

function isManifest(value: unknown): value is Manifest {
  if (!isObject(value) || value['v'] !== 1 || (value['kind'] !== 'message' && value['kind'] !== 'verdict')) return false;
  const { raw, clocks, dns, verdict, tool } = value;
  return (
    isObject(raw) &&
    /^[0-9a-f]{64}$/.test(String(raw['sha256'])) &&
    Number.isSafeInteger(raw['size']) &&
    isObject(clocks) &&
    [clocks['sentAt'], clocks['receivedAt'], clocks['internalDate']].every((at) => at === null || isInstant(at)) &&
    isInstant(clocks['capturedAt']) &&
    isObject(verdict) &&
    LEVELS.some((level) => level === verdict['level']) &&
    Array.isArray(verdict['reasons']) &&
    verdict['reasons'].every((reason) => typeof reason === 'string') &&
    Array.isArray(verdict['signatures']) &&
    verdict['signatures'].every(isObject) &&
    typeof tool === 'string' &&
    Array.isArray(dns) &&
    dns.every(isAnswer)
  );
}

function isAnswer(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { name, type, rdata, resolver, observedAt } = value;
  const isText = [name, type, resolver, observedAt].every((text) => typeof text === 'string');
  return isText && Array.isArray(rdata) && rdata.every((text) => typeof text === 'string');
}

function isInstant(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
