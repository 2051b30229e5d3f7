// One small file over https from a host that a stranger's domain names: the checked address is dialled, the certificate must be valid for the
// name, redirects are not followed, and more than 64 KB is no file.
import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { OutboundAddress } from '@quittance/runtime/outbound';
import { AUTOCONFIG_BYTES_MAX } from './read-autoconfig.ts';

export interface FileRequest {
  readonly url: URL;
  readonly address: OutboundAddress;
  readonly signal: AbortSignal;
  readonly ca?: string | undefined;
  readonly port?: number | undefined;
}

/** null for every answer but a 200 of bearable size. */
export function fetchFile({ url, address, signal, ca, port }: FileRequest): Promise<string | null> {
  if (url.protocol !== 'https:' || isIP(url.hostname)) return Promise.resolve(null);
  const { promise, resolve, reject } = Promise.withResolvers<string | null>();
  const sent = request(
    {
      host: url.hostname,
      servername: url.hostname,
      port: port ?? 443,
      path: url.pathname + url.search,
      headers: { Accept: 'application/xml, text/xml', 'Accept-Encoding': 'identity', 'User-Agent': 'Quittance' },
      lookup: dial(address),
      agent: false,
      signal,
      ...(ca === undefined ? {} : { ca }),
    },
    (response) => {
      const refuse = (): void => {
        resolve(null);
        sent.destroy();
      };
      if (response.statusCode !== 200) return refuse();
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > AUTOCONFIG_BYTES_MAX) return refuse();
        chunks.push(chunk);
      });
      response.on('error', reject);
      response.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    },
  );
  sent.on('error', reject);
  sent.end();
  return promise;
}

/** Node asks this for the address of the host: it gets the checked one. */
export function dial({ address, family }: OutboundAddress): LookupFunction {
  return (_host, options, callback) => {
    if (options.all) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };
}
