// The archive: search and filter as a plain GET form, newest first, one bounded page at a time.
import { LEVELS } from '@quittance/domain/authenticity';
import { daysBetween } from '@quittance/domain/civil-date';
import { EVENT_KINDS } from '@quittance/domain/event-kind';
import { verifyingTexts } from '@quittance/i18n/verifying';
import type { ScreenTexts } from '@quittance/i18n/screens.en';
import { searchArchive, type ArchiveEvent, type ArchiveHit } from '@quittance/store/archive-search';
import { html } from 'hono/html';
import { forPerson, type AppContext, type AppDeps } from '../context.ts';
import { paths } from '../paths.ts';
import { archiveFilter } from '../v1/messages.ts';
import { readCursor, writeCursor } from '../v1/cursor.ts';
import { z } from '../v1/route-parts.ts';
import { renderPage } from './layout.ts';
import { kindBadge, levelBadge } from './parts/badges.ts';
import { selectField, textField } from './parts/form.ts';
import type { Markup } from './parts/timeline-chart.ts';
import { readWords, type Words } from './parts/words.ts';

type Filter = z.infer<typeof archiveFilter>;

const PAGE = 50;
/** Between what the sender wrote as the date and when it came: more than slow delivery. */
const APART_DAYS = 7;
const placeSchema = z.object({ at: z.iso.datetime(), id: z.int() });

export async function archivePage(c: AppContext, deps: Pick<AppDeps, 'db' | 'clock'>): Promise<Response> {
  const { filter, impossible } = readFilter(c);
  const after = readCursor(placeSchema, c.req.query('cursor') || undefined);
  const { words, hits } = await forPerson(c, deps, async (tx, userId) => {
    const words = await readWords(c, tx, userId, deps);
    const { timeZone } = words.settings;
    const hits = await searchArchive(tx, userId, {
      text: filter.q,
      merchant: filter.merchant,
      kind: filter.kind,
      level: filter.level,
      from: filter.from,
      to: filter.to,
      timeZone,
      after: after && { datedAt: after.at, id: after.id },
      limit: PAGE + 1,
    });
    return { words, hits };
  });
  const { texts } = words;
  const shown = hits.slice(0, PAGE);
  const last = hits.length > PAGE ? shown.at(-1) : undefined;
  const main = html`<h1>${texts.archive.title}</h1>
    <p class="lead">${texts.archive.lead} <a href="${paths.verify()}">${verifyingTexts(words.language).page.link}</a></p>
    ${form(filter, words)}
    ${impossible.length > 0 ? html`<p class="notice" role="status">${texts.archive.notAsked(impossible.map((name) => labelOf(name, words)).join(', '))}</p>` : ''}
    ${isBackwards(filter) ? html`<p class="notice" role="status">${texts.archive.backwards}</p>` : ''}
    <section class="card" data-live="archive" aria-live="polite">
      ${shown.length > 0 ? table(shown, words) : html`<p>${texts.archive.none}</p><p class="small soft">${isAsked(filter) ? texts.archive.noneHint : texts.archive.nothingKept}</p>`}
    </section>
    <div data-live="more">${last ? html`<p><a class="button quiet" href="${paths.archive({ ...filter, cursor: writeCursor({ at: last.datedAt, id: last.id }) })}">${texts.actions.more}</a></p>` : ''}</div>`;
  return renderPage(c, deps, { title: texts.archive.title, section: 'archive', main });
}

// What a form sends empty is not asked for; what nobody could mean is left out rather than refused, and the page says so.
function readFilter(c: AppContext): { readonly filter: Filter; readonly impossible: readonly (keyof Filter)[] } {
  const given = Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value !== ''));
  const read = Object.entries(archiveFilter.shape).map(([name, schema]) => ({ name, value: schema.safeParse(given[name]) }));
  return {
    filter: Object.fromEntries(read.flatMap(({ name, value }) => (value.success && value.data !== undefined ? [[name, value.data]] : []))),
    impossible: read.flatMap(({ name, value }) => (value.success ? [] : [name as keyof Filter])),
  };
}

// Nothing can lie between: said, or it would look as if nothing had come.
function isBackwards({ from, to }: Filter): boolean {
  return from !== undefined && to !== undefined && from > to;
}

function isAsked(filter: Filter): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}

function labelOf(name: keyof Filter, { texts: { archive: t } }: Words): string {
  return name === 'q' ? t.search : t[name];
}

function form(filter: Filter, words: Words): Markup {
  const t = words.texts.archive;
  const any = ['', t.any] as const;
  return html`<form class="card stack" method="get" action="${paths.archive()}" role="search">
    ${textField({ name: 'q', label: t.search, type: 'search', value: filter.q ?? '' })}
    <div class="row filters">
      ${textField({ name: 'merchant', label: t.merchant, value: filter.merchant ?? '' })}
      ${selectField({ name: 'kind', label: t.kind, value: filter.kind ?? '', options: [any, ...EVENT_KINDS.map((kind) => [kind, words.texts.kinds[kind]] as const)] })}
      ${selectField({ name: 'level', label: t.level, value: filter.level ?? '', options: [any, ...LEVELS.map((level) => [level, `${level} · ${words.texts.levels[level].short}`] as const)] })}
      ${textField({ name: 'from', label: t.from, type: 'date', value: filter.from ?? '' })}
      ${textField({ name: 'to', label: t.to, type: 'date', value: filter.to ?? '' })}
      <button>${words.texts.actions.search}</button> <a class="button quiet" href="${paths.archive()}">${words.texts.actions.reset}</a>
    </div>
  </form>`;
}

function table(hits: readonly ArchiveHit[], words: Words): Markup {
  const { texts } = words;
  const t = texts.archive;
  return html`<table class="stack">
    <thead>
      <tr>
        <th scope="col">${t.date}</th>
        <th scope="col">${t.sender}</th>
        <th scope="col">${t.subject}</th>
        <th scope="col">${t.kind}</th>
        <th scope="col">${t.level}</th>
      </tr>
    </thead>
    <tbody>
      ${hits.map(
        (hit) =>
          html`<tr>
            <td class="small">${words.day(words.dayOf(hit.datedAt))}${writtenOn(hit, words)}</td>
            <td>${hit.event?.merchantName ?? (hit.fromName || hit.fromAddress)}<span class="when">${hit.fromAddress}</span></td>
            <td><a href="${paths.message(hit.sha256)}">${hit.erasedAt ? texts.message.erasedTitle : hit.subject || texts.none}</a></td>
            <td>${hit.event ? kindCell(hit.event, texts) : ''}</td>
            <td>${hit.level ? levelBadge(hit.level, texts) : ''}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

// Mail that was moved between mailboxes may bear the day of its move: the sender's own date is then told beside it.
function writtenOn({ sentAt, datedAt }: ArchiveHit, words: Words): Markup | string {
  if (sentAt === null || Math.abs(daysBetween(words.dayOf(sentAt), words.dayOf(datedAt))) < APART_DAYS) return '';
  return html`<span class="when">${words.texts.archive.writtenOn(words.day(words.dayOf(sentAt)))}</span>`;
}

/** What was only probably read says so here, too: the list is what people look for proof in. */
function kindCell({ kind, decided, isCorrected }: ArchiveEvent, texts: ScreenTexts): Markup {
  const open = decided === 'auto' || isCorrected ? '' : html`<span class="when">${texts.decided[decided]}</span>`;
  return html`${kindBadge(kind, texts)}${open}`;
}
