// Every page as people meet it: in two languages, on a desk and on a phone, in light and in dark, with assistive technology in mind, and
// without JavaScript. With SCREENS=1 in the environment screenshots are left in test/.tmp/screens; taking them is half of the run.
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { alertTexts } from '@quittance/i18n/alerts';
import { pageTexts } from '@quittance/i18n/pages';
import { screenTexts } from '@quittance/i18n/screens';
import { launchBrowser, openContext } from '@quittance/testing/browser';
import { runQuittance } from '@quittance/testing/run-quittance';
import { startStandaloneApp, type StandaloneApp } from '@quittance/testing/standalone-app';
import { missingPrograms } from '@quittance/testing/tools';
import type { APIRequestContext, Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findBarriers, putInAxe } from './axe.ts';
import { addStoppedMailbox } from './stopped-mailbox.ts';
import { everyPage, SIGNED_OUT, type Stop } from './tour.ts';

const SCREENS = resolve(import.meta.dirname, '../.tmp/screens');
const KEEPS_SCREENS = process.env['SCREENS'] === '1';
const SIZES = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };
/** More addresses than the walk may find, should links ever lead round in circles. */
const ADDRESSES_MAX = 3_000;
/** Files to download whose addresses differ in an id only are made by the same code: so many of each are fetched. */
const FILES_OF_A_SHAPE = 2;
const ID = /[0-9a-f-]{20,}/g;
const missing = missingPrograms('chromium');

describe.skipIf(missing)(`the pages${missing}`, () => {
  let browser: Browser;
  let app: StandaloneApp;
  let session: Exclude<BrowserContextOptions['storageState'], string | undefined>;
  let stops: Stop[];

  beforeAll(async () => {
    await mkdir(SCREENS, { recursive: true });
    [browser, app] = await Promise.all([launchBrowser(), startStandaloneApp()]);
    const { context, newPage } = await openContext(browser, app.url, { locale: 'en-GB' });
    const page = await newPage();
    await page.goto(app.signInLink);
    await page.getByRole('button', { name: screenTexts('en').welcome.sampleButton }).click();
    await vi.waitUntil(() => importIsDone(context.request), { timeout: 30_000 });
    session = await context.storageState();
    await addStoppedMailbox(app.db);
    stops = await everyPage(context.request);
    await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  it('would be seen to be in disorder', async () => {
    const { context, newPage } = await openContext(browser, app.url, { viewport: SIZES.phone });
    const page = await newPage();
    await page.setContent(
      `<html lang="de"><title>x</title><style>p{color:#bbb;background:#ccc} @media (prefers-color-scheme: dark){p{color:#333;background:#222}}</style>
      <main><h1>One</h1><h1 style="width:1ch;overflow-wrap:anywhere">Squeezed</h1><p id="pale">Pale</p><p id="pale">Pale</p><div class="row"><div class="field"><input style="height:40px" /></div><div class="field"><select style="height:44px"></select></div></div><img src="data:,"><div style="width:900px">Wide</div></main>`,
    );
    const problems = [...(await assist(page, 'disorder')), ...(await inspect(page, 'en', 'disorder'))];
    await context.close();
    for (const sign of [
      'color-contrast in light',
      'color-contrast in dark',
      'image-alt',
      'is in de',
      '2 main headings',
      'squeezes',
      'two of pale',
      'fields of 40, 44 pixels in one row',
      'wider',
    ]) {
      expect(problems.join('\n')).toContain(sign);
    }
  });

  // The language is the person's own, so one after the other; the sizes side by side, for a core's time is what each takes.
  describe.each(['en', 'fr'] as const)('in %s', (language) => {
    it.concurrent.each(['desktop', 'phone'] as const)('are in order on a %s, in light and in dark', async (size) => {
      const options = { storageState: session, viewport: SIZES[size] };
      const { context, errors, strayRequests, newPage } = await openContext(browser, app.url, options);
      const page = await newPage();
      await page.goto('/');
      await speak(page, language);
      const problems: string[] = [];
      for (const stop of stops) problems.push(...(await examine(page, stop, language, `${language}-${size}`)));
      await context.close();

      const stranger = await openContext(browser, app.url, { ...options, storageState: { cookies: [], origins: [] }, locale: language });
      const door = await stranger.newPage();
      for (const stop of SIGNED_OUT) problems.push(...(await examine(door, stop, language, `${language}-${size}`)));
      await stranger.context.close();

      expect(problems).toEqual([]);
      // A browser also calls it an error when a page that is not there says so.
      expect([...errors, ...stranger.errors].filter((error) => !/ (404 \(Not Found\)|410 \(Gone\))$/.test(error))).toEqual([]);
      expect([...strayRequests, ...stranger.strayRequests]).toEqual([]);
    });
  });

  it('hold together: every link on every page leads somewhere', async () => {
    const { context } = await openContext(browser, app.url, { storageState: session });
    const found = await walk(context.request, ['/', ...stops.filter(({ status }) => status === undefined).map(({ path }) => path)]);
    await context.close();
    expect(found.broken).toEqual([]);
    expect(found.visited).toBeGreaterThan(100);
  });

  it('work without JavaScript, from the sign-in link to a channel', async () => {
    const added = await runQuittance(['user', 'add', 'bea@example.org', '--json'], { env: app.env });
    const { context, newPage } = await openContext(browser, app.url, { javaScriptEnabled: false, locale: 'fr-FR' });
    const page = await newPage();
    const texts = screenTexts('fr');
    const frame = pageTexts('fr').layout;
    await page.goto(String(added.json()['sign_in_link']));
    await page.getByRole('button', { name: texts.welcome.sampleButton }).click();
    await page.getByRole('heading', { name: texts.overview.title }).waitFor();
    const shown = async (): Promise<number> => {
      await page.reload();
      return page.getByRole('row').count();
    };
    await expect.poll(shown, { timeout: 30_000, interval: 300 }).toBeGreaterThan(15);

    const go = (name: string): Promise<void> => page.getByRole('navigation').getByRole('link', { name }).click();
    await go(frame.archive);
    await page.getByRole('searchbox').fill('Lingua Plus annulé');
    await page.getByRole('button', { name: texts.actions.search }).click();
    await page.getByRole('link', { name: 'Votre essai a été annulé' }).click();
    await page.getByRole('heading', { name: 'Votre essai a été annulé' }).waitFor();
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: texts.actions.download }).click();
    expect((await downloading).suggestedFilename()).toMatch(/\.eml$/);

    await go(frame.alerts);
    const add = async (target: string): Promise<void> => {
      await page.getByLabel(texts.alerts.targetLabel).fill(target);
      await page.getByRole('button', { name: texts.actions.add, exact: true }).click();
    };
    // No mail server is set up here: what to do about it is told at once.
    await add('bea@example.org');
    await page.getByText(alertTexts('fr').channelProblems.smtp_not_configured).waitFor();
    await page.getByLabel(texts.alerts.kind, { exact: true }).selectOption('ntfy');
    await add('https://ntfy.example.org/bea');
    await page.getByRole('listitem').filter({ hasText: 'ntfy.example.org' }).waitFor();
    await page.getByRole('button', { name: frame.signOut }).click();
    await page.getByRole('heading', { name: pageTexts('fr').signIn.title }).waitFor();
    await context.close();
  });

  it('leave no error in the log', async () => {
    expect(await app.loggedErrors()).toEqual([]);
  });
});

interface Measured {
  readonly language: string;
  readonly headings: number;
  readonly overflow: number;
  /** Ids that stand on the page twice: a label leads to the wrong field. */
  readonly twice: readonly string[];
  /** Heights of fields that stand in one row and differ. */
  readonly ragged: readonly string[];
  /** Headings, names and badges that stand on more lines than they have words. */
  readonly squeezed: readonly string[];
}

// Runs in the page.
const MEASURE = `({
  language: document.documentElement.lang,
  headings: document.querySelectorAll('h1').length,
  overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  twice: [...document.querySelectorAll('[id]')].map((one) => one.id).filter((id, index, all) => all.indexOf(id) !== index),
  ragged: [...document.querySelectorAll('.row')]
    .map((row) => [...row.querySelectorAll('.field > input, .field > select')].filter((one) => one.checkVisibility()).map((one) => Math.round(one.offsetHeight)))
    .filter((heights) => new Set(heights).size > 1)
    .map((heights) => [...new Set(heights)].join(', ')),
  squeezed: [...document.querySelectorAll('h1, h2, h3, td strong, .badge')]
    .flatMap((one) => (one.checkVisibility() ? [...one.childNodes] : []))
    .filter((text) => {
      if (text.nodeType !== Node.TEXT_NODE) return false;
      const range = document.createRange();
      range.selectNodeContents(text);
      const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom))).size;
      return lines > text.data.trim().split(/[\\s-]+/).length;
    })
    .map((text) => text.data.trim()),
})`;

/** What is wrong with a page as it stands before a person. Leaves screenshots. */
async function examine(page: Page, stop: Stop, language: string, look: string): Promise<string[]> {
  const answer = await page.goto(stop.path);
  const name = `${look}-${stop.name}`;
  const problems = await inspect(page, language, name);
  if (answer?.status() !== (stop.status ?? 200)) problems.push(`${name}: answers ${answer?.status()}`);
  // The same elements in other words: what assistive technology is told is asked in one language.
  return language === 'en' ? [...problems, ...(await assist(page, name))] : problems;
}

/** What somebody with assistive technology, or with weak eyes, would stumble over. Leaves the page dark. */
async function assist(page: Page, name: string): Promise<string[]> {
  await putInAxe(page);
  const problems = await findBarriers(page, 'structure');
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    problems.push(...(await findBarriers(page, 'colours', scheme)));
  }
  if (KEEPS_SCREENS) await page.screenshot({ path: join(SCREENS, `${name}-dark.png`), fullPage: true });
  return problems.map((problem) => `${name}: ${problem}`);
}

async function inspect(page: Page, language: string, name: string): Promise<string[]> {
  const problems: string[] = [];
  const wrong = (what: string): number => problems.push(`${name}: ${what}`);
  await page.emulateMedia({ colorScheme: 'light' });
  if (KEEPS_SCREENS) await page.screenshot({ path: join(SCREENS, `${name}-light.png`), fullPage: true });
  const measured = await page.evaluate<Measured>(MEASURE);
  if (measured.language !== language) wrong(`is in ${measured.language}`);
  if (measured.headings !== 1) wrong(`has ${measured.headings} main headings`);
  if (measured.squeezed.length > 0) wrong(`squeezes ${measured.squeezed.join(', ')}`);
  if (measured.twice.length > 0) wrong(`has two of ${measured.twice.join(', ')}`);
  for (const heights of measured.ragged) wrong(`has fields of ${heights} pixels in one row`);
  if (measured.overflow > 0) wrong(`is ${measured.overflow} pixels wider than the screen`);
  return problems;
}

async function speak(page: Page, language: 'en' | 'fr'): Promise<void> {
  if ((await page.getByRole('document').getAttribute('lang')) === language) return;
  await page.getByRole('button', { name: { en: 'English', fr: 'Français' }[language] }).click();
  await page.getByRole('link', { name: pageTexts(language).layout.overview }).waitFor();
}

async function importIsDone(request: APIRequestContext): Promise<boolean> {
  const { items } = (await (await request.get('/api/v1/imports')).json()) as { items: { state: string }[] };
  return items[0]?.state === 'done';
}

/** Follows every address of ours that pages name, each once; fragments must exist on the page they name. */
async function walk(request: APIRequestContext, from: readonly string[]): Promise<{ visited: number; broken: string[] }> {
  const waiting = from.map((path) => ({ path, on: 'the start' }));
  const seen = new Set(from);
  const broken: string[] = [];
  const files = new Map<string, number>();
  for (let next = waiting.shift(); next && seen.size < ADDRESSES_MAX; next = waiting.shift()) {
    const shape = next.path.replace(ID, 'ID');
    if (files.get(shape) === FILES_OF_A_SHAPE) continue;
    const answer = await request.get(next.path, { maxRedirects: 0 });
    if (answer.status() !== 200) broken.push(`${next.path} on ${next.on}: ${answer.status()}`);
    if (!answer.headers()['content-type']?.startsWith('text/html') || next.path.endsWith('/html')) {
      files.set(shape, (files.get(shape) ?? 0) + 1);
      continue;
    }
    const page = await answer.text();
    for (const [, written] of page.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      const address = written!.replaceAll('&amp;', '&');
      const [path, fragment] = address.split('#') as [string, string?];
      if (path === '' && fragment && !page.includes(`id="${fragment}"`)) broken.push(`#${fragment} on ${next.path}`);
      if (!path.startsWith('/') || seen.has(path)) continue;
      seen.add(path);
      waiting.push({ path, on: next.path });
    }
  }
  return { visited: seen.size, broken };
}
