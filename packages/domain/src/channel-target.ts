// Where alerts may be sent, as a person writes it: an address, a webhook's URL, an ntfy topic. Read once, when a channel is added. Whether a URL may be
// unencrypted depends on where its host stands: runtime/outbound.ts says so.
import type { ChannelKind } from './alert.ts';
import { PermanentError, unreachable } from './errors.ts';

export interface ChannelTarget {
  readonly target: string;
  /** An access token or `user:password` that stood in an ntfy URL, the keys of a browser: kept apart from what is shown. */
  readonly credential: string | null;
}

const TARGET_LENGTH_MAX = 2_000;
// One local part, one domain, nothing that could start another header or another recipient (RFC 5321 §4.1.2, without quoted forms).
const ADDRESS =
  /^[^\s@<>()[\]\\,;:"]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)*[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;
// ntfy takes these in a topic; https://host/topic.
const TOPIC_PATH = /^\/(?:[^/]+\/)*[-_A-Za-z0-9]{1,64}$/;

/** @throws PermanentError `bad_target` or `channel_kind_unavailable`. */
export function readChannelTarget(kind: ChannelKind, text: string): ChannelTarget {
  const trimmed = text.trim();
  if (trimmed.length > TARGET_LENGTH_MAX) throw new PermanentError('bad_target', 'the target of a channel is too long.');
  switch (kind) {
    case 'email':
      return { target: readAddress(trimmed), credential: null };
    case 'webhook':
      return { target: readWebhook(trimmed), credential: null };
    case 'ntfy':
      return readTopic(trimmed);
    case 'web_push':
      return readPushSubscription(trimmed);
    default:
      return unreachable(kind);
  }
}

function readAddress(text: string): string {
  if (!ADDRESS.test(text)) throw new PermanentError('bad_target', `"${text}" is not an e-mail address: write it as name@example.org.`);
  return text;
}

function readWebhook(text: string): string {
  const url = readUrl(text);
  if (url.username || url.password) {
    throw new PermanentError('bad_target', 'a webhook takes no password in its URL: the receiver knows Quittance by the signature.');
  }
  return url.href;
}

function readTopic(text: string): ChannelTarget {
  const url = readUrl(text);
  if (!TOPIC_PATH.test(url.pathname) || url.search) {
    throw new PermanentError('bad_target', `"${url.href}" is not an ntfy topic: write it as https://ntfy.sh/your-topic.`);
  }
  const [user, password] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
  url.username = '';
  url.password = '';
  const credential = user && password ? `${user}:${password}` : user || password || null;
  return { target: url.href, credential };
}

// What the browser gives (PushSubscription.toJSON): where its push service takes messages, and the keys that only it can open with.
function readPushSubscription(text: string): ChannelTarget {
  const given = parseJson(text) as { endpoint?: unknown; keys?: { p256dh?: unknown; auth?: unknown } } | null;
  const { endpoint, keys } = given ?? {};
  if (typeof endpoint !== 'string' || typeof keys?.p256dh !== 'string' || typeof keys.auth !== 'string') throw noSubscription();
  const url = readUrl(endpoint);
  const isLocal = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
  // An uncompressed point of P-256 and 16 bytes (RFC 8291 §3.2), in base64url.
  if ((url.protocol !== 'https:' && !isLocal) || !/^B[\w-]{86}$/.test(keys.p256dh) || !/^[\w-]{22}$/.test(keys.auth))
    throw noSubscription();
  return { target: url.href, credential: JSON.stringify({ p256dh: keys.p256dh, auth: keys.auth }) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Told as what it must be.
  }
}

function noSubscription(): PermanentError {
  return new PermanentError('bad_target', 'a browser is added on the page “Alerts and channels”, in that browser: only it knows its keys.');
}

function readUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:') || !url.hostname) {
    throw new PermanentError('bad_target', `"${text}" is not an address: write it as https://example.org/path.`);
  }
  url.hash = '';
  return url;
}
