// Asks a host whether it is an IMAP server, and says nothing about anybody: TLS with a valid certificate for the name, the greeting, CAPABILITY,
// LOGOUT.
import { connect } from 'node:tls';
import type { OutboundAddress } from '@quittance/runtime/outbound';
import { dial } from './fetch-file.ts';

export interface ProbeRequest {
  readonly host: string;
  readonly address: OutboundAddress;
  readonly port: number;
  readonly signal: AbortSignal;
  readonly ca?: string | undefined;
}

const ANSWER_LENGTH_MAX = 8_192;

export function probeImap({ host, address, port, signal, ca }: ProbeRequest): Promise<boolean> {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  const socket = connect({ host, port, servername: host, lookup: dial(address), ...(ca === undefined ? {} : { ca }) });
  const end = (isImap: boolean): void => {
    resolve(isImap);
    socket.destroy();
  };
  signal.addEventListener('abort', () => socket.destroy());
  let heard = '';
  let asked = false;
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    heard += chunk;
    if (heard.length > ANSWER_LENGTH_MAX) return end(false);
    if (!asked && heard.includes('\r\n')) {
      if (!heard.startsWith('* OK')) return end(false);
      asked = true;
      socket.write('a CAPABILITY\r\n');
    }
    if (/^a (?:OK|NO|BAD)\b.*\r\n/m.test(heard)) {
      socket.write('b LOGOUT\r\n');
      end(/^\* CAPABILITY .*\bIMAP4/m.test(heard));
    }
  });
  socket.on('error', reject);
  socket.on('close', () => resolve(false));
  return promise;
}
