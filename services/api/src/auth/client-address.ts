// The network address of whoever asks, for counting sign-in attempts. Behind a proxy on this machine or in the same private network it is the
// last address the proxy wrote; from anywhere else the header is the asker's own invention.
import type { AppContext } from '../context.ts';

const NEAR = /^(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|^::1$|^f[cd]/i;
const ADDRESS = /^[0-9a-f:.]{2,45}$/i;

export function clientAddress(c: AppContext): string {
  const peer = c.env?.incoming?.socket.remoteAddress ?? '';
  if (!NEAR.test(peer)) return peer;
  const forwarded = c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() ?? '';
  return ADDRESS.test(forwarded) ? forwarded : peer;
}
