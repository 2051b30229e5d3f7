// A resolver on loopback that says of every DKIM selector the same key and of everything else that it has no text record: for benches whose
// signatures are verified by the product's own DNS path.
import { createSocket } from 'node:dgram';
import { once } from 'node:events';

export interface DnsAnswers {
  /** For DNS_SERVERS. */
  readonly address: string;
  close(): Promise<void>;
}

const HEADER_BYTES = 12;

export async function startDnsAnswers(dkimRecord: string): Promise<DnsAnswers> {
  const socket = createSocket('udp4');
  socket.on('message', (query, from) => socket.send(answer(query, dkimRecord), from.port, from.address));
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    async close() {
      socket.close();
      await once(socket, 'close');
    },
  };
}

/** RFC 1035 §4: one question, at most one TXT record that points back at the question's name. */
function answer(query: Buffer, record: string): Buffer {
  const labels: string[] = [];
  let at = HEADER_BYTES;
  for (let length = query[at]!; length > 0; length = query[at]!) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += length + 1;
  }
  const question = query.subarray(HEADER_BYTES, at + 5);
  const hasKey = labels[1] === '_domainkey';
  const head = Buffer.from(query.subarray(0, HEADER_BYTES));
  head.writeUInt16BE(0x8180, 2);
  head.writeUInt16BE(hasKey ? 1 : 0, 6);
  head.fill(0, 8);
  if (!hasKey) return Buffer.concat([head, question]);
  const text = Buffer.from(record, 'latin1');
  const fixed = Buffer.from([0xc0, HEADER_BYTES, 0, 16, 0, 1, 0, 0, 1, 44, 0, text.length + 1, text.length]);
  return Buffer.concat([head, question, fixed, text]);
}
