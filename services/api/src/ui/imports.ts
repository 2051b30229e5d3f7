// Importing mail files, and the sample mailbox, which takes the same way. The upload is streamed; the page shows what became of it.
import { civilDateOf } from '@quittance/domain/civil-date';
import { fileProblemText } from '@quittance/i18n/file-problems';
import { problemTexts } from '@quittance/i18n/problems';
import { sampleMailbox } from '@quittance/sample/sample-mailbox';
import { getUserCreatedAt } from '@quittance/store/users';
import { html } from 'hono/html';
import { forPerson, whoOf, type AppContext, type AppDeps } from '../context.ts';
import type { ImportResult, ImportRun } from '../import-runs.ts';
import type { MultipartPart } from '../multipart.ts';
import { paths } from '../paths.ts';
import { startUpload } from '../v1/imports.ts';
import { csrfField, renderPage } from './layout.ts';
import type { Markup } from './parts/timeline-chart.ts';
import { readWords, type Words } from './parts/words.ts';

type Deps = Pick<AppDeps, 'db' | 'clock' | 'imports'>;

export async function importsPage(c: AppContext, deps: Deps): Promise<Response> {
  const words = await forPerson(c, deps, (tx, userId) => readWords(c, tx, userId, deps));
  const t = words.texts.imports;
  const runs = deps.imports.list(whoOf(c).userId);
  const main = html`<div class="narrow">
    <h1>${t.title}</h1>
    <p class="lead">${t.lead}</p>
    <form class="card stack" method="post" enctype="multipart/form-data" action="${paths.imports()}">
      ${csrfField(c)}
      <div class="field">
        <label for="files">${t.files}</label
        ><input
          id="files"
          type="file"
          name="files"
          multiple
          required
          accept=".mbox,.eml,.zip,.tgz,.tar,.gz,message/rfc822,application/mbox,application/zip,application/gzip"
        />
      </div>
      <button>${t.submit}</button>
    </form>
    <div data-live="imports" aria-live="polite">${runs.map((run) => importCard(run, words))}</div>
    <p class="small soft">${t.large}</p>
    <pre class="code">npx quittance import ~/Mail/archive.mbox</pre>
  </div>`;
  return renderPage(c, deps, { title: t.title, section: 'mailboxes', main });
}

export async function importAction(c: AppContext, deps: Deps): Promise<Response> {
  await startUpload(c, deps);
  return c.redirect(paths.imports(), 303);
}

export async function sampleAction(c: AppContext, deps: Deps): Promise<Response> {
  const { userId } = whoOf(c);
  // The day the user was created: the same sample each time, so that loading it again changes nothing.
  const createdAt = await forPerson(c, deps, getUserCreatedAt);
  await deps.imports.start(userId, sampleParts(civilDateOf(createdAt)), () => {});
  return c.redirect(paths.home(), 303);
}

async function* sampleParts(anchor: string): AsyncGenerator<MultipartPart> {
  for (const { path, raw } of sampleMailbox(anchor)) {
    yield { name: 'files', filename: path, content: pieces(raw) };
  }
}

async function* pieces(raw: Buffer): AsyncGenerator<Buffer> {
  yield raw;
}

export function importCard(run: ImportRun, words: Words): Markup {
  const t = words.texts.imports;
  const label = { running: t.running, done: t.done, failed: t.failed }[run.state];
  const names = run.files.length > 3 ? `${run.files.slice(0, 3).join(', ')} … (${run.files.length})` : run.files.join(', ');
  return html`<section class="notice ${run.state === 'failed' ? 'bad' : run.state === 'done' ? 'good' : ''}">
    <p><strong>${label}</strong> <span class="small soft">${names}</span></p>
    ${run.result ? outcome(run.result, words) : run.state === 'running' ? progress(run, label, words) : ''}
    ${run.problem ? html`<p class="small">${problemTexts(words.language)[run.problem.code]}</p>` : ''}
  </section>`;
}

function progress({ progress, bytesTotal }: ImportRun, label: string, words: Words): Markup {
  const t = words.texts.imports;
  const { phase, read, duplicates, settled, bytesRead } = progress;
  const [value, max] = phase === 'reading' ? [bytesRead, bytesTotal] : [settled, read];
  const said =
    phase === 'reading' ? t.reading(words.count(read), words.count(duplicates)) : t.settling(words.count(settled), words.count(read));
  return html`<progress max="${Math.max(1, max)}" value="${value}" aria-label="${label}"></progress>
    <p class="small">${said}</p>`;
}

function outcome(result: ImportResult, words: Words): Markup {
  const { read, accepted, duplicates, ignored, quarantined } = result;
  const counts = { read, accepted, duplicates, ignored, quarantined };
  const said = words.texts.imports.counts(
    Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, words.count(value)])) as Record<keyof typeof counts, string>,
  );
  return html`<p class="small">${said}</p>
    ${result.errors.map((error) => html`<p class="small">${words.labelled(error.path, fileProblemText(words.language, error))}</p>`)}`;
}
