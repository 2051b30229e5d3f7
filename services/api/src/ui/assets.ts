// The pages' own files, read once and served under a name that carries their hash, so that a browser may keep them for good.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paths } from '../paths.ts';

const TYPES = {
  'app.css': 'text/css; charset=utf-8',
  'live.js': 'text/javascript; charset=utf-8',
  'letter.js': 'text/javascript; charset=utf-8',
  'verify.js': 'text/javascript; charset=utf-8',
  'push.js': 'text/javascript; charset=utf-8',
  'push-worker.js': 'text/javascript; charset=utf-8',
} as const;
export type AssetName = keyof typeof TYPES;

interface Asset {
  readonly body: Buffer;
  readonly contentType: string;
  readonly version: string;
}

const loaded = new Map<AssetName, Asset>();

export function isAssetName(name: string): name is AssetName {
  return Object.hasOwn(TYPES, name);
}

export function readAsset(name: AssetName): Asset {
  const known = loaded.get(name);
  if (known) return known;
  const body = readFileSync(join(import.meta.dirname, 'assets', name));
  const asset = { body, contentType: TYPES[name], version: createHash('sha256').update(body).digest('hex').slice(0, 12) };
  loaded.set(name, asset);
  return asset;
}

export function assetUrl(name: AssetName): string {
  return paths.asset(name, readAsset(name).version);
}
