// Stands between the product and the mail server and notes when the server told the product's own watching connection (the one that idles) of new mail.
// Another connection's announcement is no clock for that: Dovecot announces to each in a half second of its own, up to 330 ms before or after.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';

export interface Ear {
  readonly port: number;
  /** How many messages the watching connection was last told of. */
  readonly count: number;
  /** The moment (`performance.now()`) at which it was told of so many or more. */
  whenTold(count: number): Promise<number>;
  close(): Promise<void>;
}

const EXISTS = /\* (\d+) EXISTS\r\n/g;
/** As much of the end of what came as may hold the beginning of an announcement. */
const TAIL_CHARS = 40;

export async function startEar(targetPort: number): Promise<Ear> {
  let told = 0;
  let waiting: { readonly count: number; readonly resolve: (at: number) => void }[] = [];
  const tell = (count: number): void => {
    const at = performance.now();
    told = count;
    for (const one of waiting) if (count >= one.count) one.resolve(at);
    waiting = waiting.filter((one) => count < one.count);
  };
  const listener = createServer((client) => {
    const server = connect(targetPort, '127.0.0.1');
    const heard = { count: 0, tail: '', watches: false };
    client.on('data', (chunk) => {
      // The first one comes after the folder was opened, which told how much it holds.
      if (heard.watches || !chunk.includes(' IDLE\r\n')) return;
      heard.watches = true;
      tell(heard.count);
    });
    server.on('data', (chunk) => {
      const text = heard.tail + chunk.toString('latin1');
      heard.tail = text.slice(-TAIL_CHARS);
      const count = Number([...text.matchAll(EXISTS)].at(-1)?.[1] ?? heard.count);
      if (heard.watches && count > heard.count) tell(count);
      heard.count = count;
    });
    client.pipe(server).pipe(client);
    for (const socket of [client, server]) socket.setNoDelay().on('error', () => [client, server].forEach((one) => one.destroy()));
  }).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return {
    port: (listener.address() as AddressInfo).port,
    get count() {
      return told;
    },
    whenTold: (count) => new Promise((resolve) => (told >= count ? resolve(performance.now()) : waiting.push({ count, resolve }))),
    async close() {
      listener.close();
      await once(listener, 'close');
    },
  };
}
