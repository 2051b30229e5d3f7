// How long a dossier takes: `node test/bench/dossier.ts [messages]`. The report, the bundle with it, and its verification as `quittance verify` and the
// page do it; mails signed with RSA, as most are. Reading them from the store comes on top (a query each).
import { buildBundle } from '@quittance/dossier/build-bundle';
import { renderReport } from '@quittance/dossier/report/render-report';
import { makeReport, STORY } from '@quittance/dossier/report/test-report';
import { makeEvidence, MAILS, SIGNER } from '@quittance/dossier/test-evidence';
import { verifyBundle } from '@quittance/verifier/verify-bundle';

const messages = Number(process.argv[2] ?? 60);
const mails = Array.from({ length: messages }, (_, at) => ({
  ...MAILS[0]!,
  subject: `${MAILS[0]!.subject} ${at}`,
  body: `${MAILS[0]!.body}\r\n${'x'.repeat(70)}\r\n`.repeat(100),
}));
const evidence = await makeEvidence(mails);
const months = Array.from({ length: Math.max(0, messages - STORY.length) }, (_, at) => ({
  ...STORY[1]!,
  at: new Date(Date.UTC(2020, at, 5)).toISOString(),
}));
const data = makeReport([...months, ...STORY]);

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const since = performance.now();
  const result = await work();
  process.stdout.write(`${what.padEnd(8)} ${((performance.now() - since) / 1_000).toFixed(2)} s\n`);
  return result;
}

const { whole: report } = await timed('report', () => renderReport(data, 'fr'));
const bundle = await timed('bundle', () => buildBundle({ evidence, report, language: 'fr', signer: SIGNER }));
const verified = await timed('verify', () => verifyBundle(bundle));
process.stdout.write(
  `${verified.messages.length} messages, report ${Math.round(report.length / 1000)} kB, bundle ${Math.round(bundle.length / 1000)} kB\n`,
);
