// Authentication-Results fields (RFC 8601), as written, with the hops that lie above each: those below a stranger's hop may have come with the
// mail. Microsoft writes it without an authserv-id. Whether one may be believed is decided in packages/authenticity, not here.
import type { AuthenticationReport, ReportedResult } from '@quittance/domain/message';
import { LIMITS } from './limits.ts';
import type { HeaderField } from './mime-shape.ts';

export function readReports(fields: readonly HeaderField[]): AuthenticationReport[] {
  const reports: AuthenticationReport[] = [];
  const hops: string[] = [];
  for (const { name, value } of fields) {
    if (name === 'received' && hops.length < LIMITS.hopsMax) hops.push(hopOf(value));
    if (name !== 'authentication-results') continue;
    reports.push({ ...readReport(value), laterHops: [...hops] });
    if (reports.length === LIMITS.reportsMax) break;
  }
  return reports;
}

function readReport(value: string): Omit<AuthenticationReport, 'laterHops'> {
  const statements = splitStatements(value);
  const head = statements[0] ?? '';
  const authservId = isResult(head) ? null : (/^[^\s;]{1,255}/.exec(head)?.[0]?.toLowerCase() ?? null);
  const results = statements
    .slice(authservId === null ? 0 : 1, LIMITS.reportedMax + 1)
    .map((statement) => readStatement(statement, authservId))
    .filter((result) => result !== null);
  return { authservId, results };
}

/** '' where it names no host; comments may say anything, so they are left out. */
function hopOf(received: string): string {
  return /\bby\s+([\w.:-]{1,255})/i.exec(received.slice(0, 4_000).replaceAll(/\([^()]*\)/g, ' '))?.[1]?.toLowerCase() ?? '';
}

function isResult(text: string): boolean {
  return /^[a-z][\w-]{0,40}(?:\s?\/\s?\d)?\s?=/i.test(text);
}

// Comments out (they nest), quotes respected, split at `;`. One pass: the field is attacker-sized.
function splitStatements(value: string): string[] {
  const statements: string[] = [];
  let current = '';
  let depth = 0;
  let isQuoted = false;
  for (let i = 0; i < value.length && statements.length <= LIMITS.reportedMax; i++) {
    const char = value[i]!;
    if (char === '\\' && (isQuoted || depth > 0)) {
      i++;
      if (depth === 0) current += value[i] ?? '';
    } else if (isQuoted) {
      if (char === '"') isQuoted = false;
      // A quoted value is one token: what would split it is taken out.
      else current += char === ';' || char === ' ' ? '_' : char;
    } else if (char === '(') depth++;
    else if (char === ')' && depth > 0) depth--;
    else if (depth > 0) continue;
    else if (char === '"') isQuoted = true;
    else if (char === ';') {
      statements.push(current.trim());
      current = '';
    } else current += char;
  }
  statements.push(current.trim());
  return statements.filter((text) => text !== '');
}

function readStatement(text: string, authservId: string | null): ReportedResult | null {
  const head = /^([a-z][\w-]{0,40})(?:\s?\/\s?\d)?\s?=\s?([a-z]{1,40})/i.exec(text);
  if (!head) return null;
  const properties = new Map<string, string>();
  for (const [, name, value] of text.slice(head[0].length, 4_000).matchAll(/([a-z]{1,20}\.[\w-]{1,40})\s?=\s?(\S{1,320})/gi)) {
    if (!properties.has(name!.toLowerCase())) properties.set(name!.toLowerCase(), value!);
  }
  return {
    authservId,
    method: head[1]!.toLowerCase(),
    result: head[2]!.toLowerCase(),
    domain: domainFor(head[1]!.toLowerCase(), properties),
  };
}

const ORDER: Readonly<Record<string, readonly string[]>> = {
  dkim: ['header.d', 'header.i'],
  domainkeys: ['header.d', 'header.from'],
  spf: ['smtp.mailfrom', 'smtp.helo'],
};
const OTHERS = ['header.d', 'header.from', 'smtp.mailfrom', 'header.i'];

function domainFor(method: string, properties: ReadonlyMap<string, string>): string | null {
  for (const name of ORDER[method] ?? OTHERS) {
    const value = properties.get(name);
    const domain = value
      ?.slice(value.lastIndexOf('@') + 1)
      .replace(/^[<.]+|[>.]+$/g, '')
      .toLowerCase();
    if (domain) return domain;
  }
  return null;
}
