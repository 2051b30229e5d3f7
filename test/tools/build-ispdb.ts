// Builds packages/discovery/data/ispdb.json: which server the mail of which domain is on, from a checkout of Thunderbird's list of providers.
//   node test/tools/build-ispdb.ts CHECKOUT     (a clone of https://github.com/thunderbird/autoconfig)
// Only facts are taken (name, domains, host, port, encryption, form of the user name), and only of servers that take a password over TLS.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readConfigFile } from '@quittance/discovery/read-autoconfig';

const TARGET = resolve(import.meta.dirname, '../../packages/discovery/data/ispdb.json');

const checkout = process.argv[2];
if (!checkout) {
  process.stderr.write('usage: node test/tools/build-ispdb.ts CHECKOUT\n');
  process.exit(2);
}
const commit = execFileSync('git', ['-C', checkout, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
const folder = join(checkout, 'ispdb');
const entries: unknown[][] = [];
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.xml'))
  .sort()) {
  const config = readConfigFile(readFileSync(join(folder, file), 'utf8'));
  const server = config?.servers.find((one) => one.takesPassword);
  const domains = config?.domains.filter((domain) => /^[a-z0-9.-]+$/.test(domain)) ?? [];
  if (!config || !server || domains.length === 0) continue;
  entries.push([config.name, server.host, server.tls, server.username, domains.join(' ')]);
}
const head = { source: 'https://github.com/thunderbird/autoconfig', commit, licence: 'MPL-2.0, see NOTICE.md' };
const lines = entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n');
writeFileSync(
  TARGET,
  `{\n${Object.entries(head)
    .map(([key, value]) => `  "${key}": ${JSON.stringify(value)}`)
    .join(',\n')},\n  "entries": [\n${lines}\n  ]\n}\n`,
);
process.stdout.write(
  `${entries.length} providers, ${entries.reduce((sum, entry) => sum + String(entry[4]).split(' ').length, 0)} domains\n`,
);
