// /api/docs: the API for people, made from the same document that /api/openapi.json gives to programs.
import { pageTexts } from '@quittance/i18n/pages';
import { problemTexts } from '@quittance/i18n/problems';
import { html } from 'hono/html';
import type { AppContext, AppDeps } from '../context.ts';
import { paths } from '../paths.ts';
import { PROBLEM_STATUS } from '../problem.ts';
import { renderPage } from '../ui/layout.ts';
import type { openApiDocument } from './api.ts';

type Html = ReturnType<typeof html>;
type Document = ReturnType<typeof openApiDocument>;

interface Operation {
  readonly tags?: string[];
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: object }[];
  readonly requestBody?: { content: Record<string, { schema?: object }> };
  readonly responses: Record<string, { description: string; content?: Record<string, { schema?: object }> }>;
}

export function apiDocsPage(c: AppContext, deps: Pick<AppDeps, 'db'>, document: Document): Promise<Response> {
  const language = c.get('language');
  const texts = pageTexts(language).apiDocs;
  const byTag = Map.groupBy(operations(document), ({ operation }) => operation.tags?.[0] ?? '');
  const main = html`<h1>${texts.title}</h1>
    <p>${texts.lead}</p>
    <pre class="code">curl -H "Authorization: Bearer qtn_…" ${document.servers![0]!.url}/subscriptions</pre>
    <p><a href="${paths.openapi()}">${texts.document}</a></p>
    ${[...byTag].map(
      ([tag, entries]) =>
        html`<h2>${tag}</h2>
          ${entries.map((entry) => operationCard(entry, texts))}`,
    )}
    <h2>${texts.errors}</h2>
    <p>${texts.errorsLead}</p>
    <dl class="facts">
      ${Object.entries(problemTexts(language)).map(
        ([code, title]) =>
          html`<dt id="${code}"><code>${code}</code> ${PROBLEM_STATUS[code as keyof typeof PROBLEM_STATUS]}</dt>
            <dd>${title}</dd>`,
      )}
    </dl>`;
  return renderPage(c, deps, { title: texts.title, main });
}

function operations(document: Document): { method: string; path: string; operation: Operation }[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}

function operationCard({ method, path, operation }: ReturnType<typeof operations>[number], texts: Record<string, string>): Html {
  const { parameters = [], requestBody, responses } = operation;
  return html`<details class="card">
    <summary><span class="method">${method}</span> <code>/api/v1${path}</code> ${operation.summary}</summary>
    ${operation.description ? html`<p>${operation.description}</p>` : html``}
    ${parameters.length > 0 ? html`<h3>${texts['parameters']}</h3>` : html``}
    <dl class="facts">
      ${parameters.map(
        (parameter) =>
          html`<dt><code>${parameter.name}</code>${parameter.required ? html` (${texts['required']})` : html``}</dt>
            <dd>${parameter.description ?? ''} <code>${shape(parameter.schema)}</code></dd>`,
      )}
    </dl>
    ${requestBody ? html`<h3>${texts['body']}</h3>` : html``}
    ${Object.values(requestBody?.content ?? {}).map(({ schema }) => html`<pre class="code">${shape(schema)}</pre>`)}
    <h3>${texts['answers']}</h3>
    <dl class="facts">
      ${Object.entries(responses).map(
        ([status, { description, content = {} }]) =>
          html`<dt>${status}</dt>
            <dd>${description} ${Object.entries(content).map(([type, { schema }]) => answerShape(type, schema))}</dd>`,
      )}
    </dl>
  </details>`;
}

// The shape of problems is the same everywhere and stands in the document.
function answerShape(type: string, schema: object | undefined): Html {
  return type === 'application/json' ? html`<pre class="code">${shape(schema)}</pre>` : html`<code>${type}</code>`;
}

interface SchemaPart {
  readonly $ref?: string;
  readonly type?: string | string[];
  readonly enum?: unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly items?: SchemaPart;
  readonly properties?: Record<string, SchemaPart>;
  readonly required?: string[];
  readonly anyOf?: SchemaPart[];
  readonly allOf?: SchemaPart[];
}

/** A schema in a form that reads like JSON. */
function shape(schema: SchemaPart | undefined, indent = ''): string {
  if (!schema) return '';
  if (schema.$ref) return schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
  if (schema.anyOf) return schema.anyOf.map((part) => shape(part, indent)).join(' | ');
  if (schema.allOf) return schema.allOf.map((part) => shape(part, indent)).join(' & ');
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.items) return `[${shape(schema.items, indent)}]`;
  if (schema.properties) {
    const inner = `${indent}  `;
    const lines = Object.entries(schema.properties).map(
      ([name, part]) => `${inner}"${name}"${schema.required?.includes(name) ? '' : '?'}: ${shape(part, inner)}`,
    );
    return `{\n${lines.join(',\n')}\n${indent}}`;
  }
  return [[schema.type].flat().join(' | '), schema.format].filter(Boolean).join(' ');
}
