// A time-stamp authority on this machine: a root, a certificate for time stamping, and `openssl ts -reply` behind HTTP. It can be told to misbehave in
// the ways that authorities and the networks before them do.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Behaviour =
  | 'good'
  | 'failing'
  | 'refusing'
  | 'garbage'
  | 'endless'
  | 'silent'
  | 'redirecting'
  | 'wrong_nonce'
  | 'wrong_imprint'
  | 'expired_certificate'
  | 'wrong_purpose'
  | 'foreign_root';

export interface TestAuthority {
  readonly url: string;
  /** PEM of the root that `good` tokens lead to. */
  readonly root: string;
  readonly requests: number;
  behaviour: Behaviour;
  stop(): Promise<void>;
}

const POLICY = '1.3.6.1.4.1.99999.1';

export async function startAuthority(name = 'Test'): Promise<TestAuthority> {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-tsa-'));
  makeCertificates(folder, name);
  const state = { behaviour: 'good' as Behaviour, requests: 0 };
  const server = createServer((request, response) => {
    state.requests += 1;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => answer(folder, state.behaviour, Buffer.concat(chunks), response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsr`,
    root: readFileSync(join(folder, 'root.pem'), 'utf8'),
    get requests() {
      return state.requests;
    },
    get behaviour() {
      return state.behaviour;
    },
    set behaviour(behaviour) {
      state.behaviour = behaviour;
    },
    stop: () => stop(server, folder),
  };
}

/** The response of `openssl ts -reply` to a request. */
function reply(folder: string, request: Buffer, certificate: string): Buffer {
  const id = randomBytes(4).toString('hex');
  writeFileSync(join(folder, `${id}.tsq`), request);
  const chain = certificate === 'foreign' ? 'foreign-root.pem' : 'root.pem';
  writeFileSync(join(folder, `${id}.cnf`), config(`${certificate}.pem`, `${certificate}.key`, chain, `${id}.serial`));
  openssl(folder, 'ts', '-reply', '-queryfile', `${id}.tsq`, '-config', `${id}.cnf`, '-section', 'tsa', '-out', `${id}.tsr`);
  return readFileSync(join(folder, `${id}.tsr`));
}

// `openssl ts` refuses to sign with a certificate that is not for it, so the statement of a good token is signed anew by other means.
function signedByAnother(folder: string, response: Buffer): Buffer {
  writeFileSync(join(folder, 'good.tsr'), response);
  openssl(folder, 'ts', '-reply', '-in', 'good.tsr', '-token_out', '-out', 'good.token');
  openssl(folder, 'cms', '-verify', '-noverify', '-binary', '-inform', 'DER', '-in', 'good.token', '-out', 'statement.der');
  const kind = ['-binary', '-nodetach', '-cades', '-econtent_type', '1.2.840.113549.1.9.16.1.4'];
  const files = ['-in', 'statement.der', '-signer', 'purpose.pem', '-inkey', 'purpose.key', '-outform', 'DER', '-out', 'other.token'];
  openssl(folder, 'cms', '-sign', ...kind, ...files);
  const granted = Buffer.from('3003020100', 'hex');
  const content = Buffer.concat([granted, readFileSync(join(folder, 'other.token'))]);
  return Buffer.concat([Buffer.from([0x30, 0x82, content.length >> 8, content.length & 0xff]), content]);
}

function answer(folder: string, behaviour: Behaviour, request: Buffer, response: ServerResponse): void {
  const send = (body: Buffer): void => void response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(body);
  switch (behaviour) {
    case 'good':
      return send(reply(folder, request, 'signer'));
    case 'failing':
      return void response.writeHead(500).end('out of order');
    case 'refusing':
      // PKIStatus 2 (rejection), RFC 3161 §2.4.2.
      return send(Buffer.from('30053003020102', 'hex'));
    case 'garbage':
      return send(randomBytes(3_000));
    case 'endless':
      return send(Buffer.alloc(1_000_000));
    case 'silent':
      return;
    case 'redirecting':
      return void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    case 'wrong_nonce':
      // The number's bytes come last but for the wish for certificates (BOOLEAN, three bytes).
      return send(reply(folder, withByte(request, request.length - 5), 'signer'));
    case 'wrong_imprint':
      // Frame, version, algorithm: the hash begins at byte 24 of a request without a policy.
      return send(reply(folder, withByte(request, 30), 'signer'));
    case 'expired_certificate':
      return send(reply(folder, request, 'expired'));
    case 'wrong_purpose':
      return send(signedByAnother(folder, reply(folder, request, 'signer')));
    case 'foreign_root':
      return send(reply(folder, request, 'foreign'));
  }
}

function withByte(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at]! ^= 1;
  return changed;
}

function makeCertificates(folder: string, name: string): void {
  const ca = ['-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign,cRLSign'];
  for (const [file, subject] of [
    ['root', `${name} Root`],
    ['foreign-root', `${name} Other Root`],
  ]) {
    const key = ['-newkey', 'rsa:2048', '-nodes', '-keyout', `${file}.key`];
    openssl(folder, 'req', '-x509', ...key, '-days', '7000', '-subj', `/O=${name}/CN=${subject}`, '-out', `${file}.pem`, ...ca);
  }
  writeFileSync(join(folder, 'tsa.ext'), 'extendedKeyUsage=critical,timeStamping\n');
  writeFileSync(join(folder, 'loose.ext'), 'extendedKeyUsage=timeStamping\n');
  issue(folder, name, 'signer', 'root', 'tsa.ext', ['-days', '3650']);
  issue(folder, name, 'purpose', 'root', 'loose.ext', ['-days', '3650']);
  issue(folder, name, 'foreign', 'foreign-root', 'tsa.ext', ['-days', '3650']);
  issue(folder, name, 'expired', 'root', 'tsa.ext', ['-not_before', '20200101000000Z', '-not_after', '20210101000000Z']);
}

// `openssl x509` of version 3.0 knows no dates of its own, `openssl ca` does.
function issue(folder: string, name: string, file: string, issuer: string, extension: string, validity: readonly string[]): void {
  const subject = `/O=${name}/CN=${name} Time Stamping ${file}`;
  openssl(folder, 'req', '-new', '-newkey', 'rsa:2048', '-nodes', '-keyout', `${file}.key`, '-subj', subject, '-out', `${file}.csr`);
  const dates = validity[0] === '-days' ? validity : ['-startdate', validity[1]!, '-enddate', validity[3]!];
  writeFileSync(join(folder, 'index.txt'), '');
  writeFileSync(
    join(folder, 'ca.cnf'),
    '[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nrand_serial=yes\nnew_certs_dir=.\ndefault_md=sha256\npolicy=p\nunique_subject=no\n[p]\nO=optional\nCN=supplied\n',
  );
  const files = ['-in', `${file}.csr`, '-out', `${file}.pem`, '-cert', `${issuer}.pem`, '-keyfile', `${issuer}.key`, '-extfile', extension];
  openssl(folder, 'ca', '-batch', '-notext', '-config', 'ca.cnf', ...dates, ...files);
}

function config(certificate: string, key: string, chain: string, serial: string): string {
  return `[tsa]
serial=${serial}
crypto_device=builtin
signer_cert=${certificate}
certs=${chain}
signer_key=${key}
signer_digest=sha256
default_policy=${POLICY}
other_policies=1.2.3.4.5
digests=sha256
accuracy=secs:1
ess_cert_id_chain=no
ess_cert_id_alg=sha256
`;
}

function openssl(cwd: string, ...args: string[]): void {
  const { status, stderr } = spawnSync('openssl', args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`openssl ${args.join(' ')}: ${stderr}`);
}

async function stop(server: Server, folder: string): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
}
