// Pages that stand open while something happens elsewhere: mail is read, Quittance does not answer, another tab signs out.
import { pageTexts } from '@quittance/i18n/pages';
import { screenTexts } from '@quittance/i18n/screens';
import { launchBrowser, openContext, type WatchedContext } from '@quittance/testing/browser';
import { runQuittance } from '@quittance/testing/run-quittance';
import { startStandaloneApp, type StandaloneApp } from '@quittance/testing/standalone-app';
import { missingPrograms } from '@quittance/testing/tools';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const missing = missingPrograms('chromium');

// What the page would wait for is due at once, six times; `due` is what it waits for then. Counts streams, and who waits for the page to be left.
const HASTENED = `
  Object.assign(window, { waits: [], streams: 0, leavers: 0, due: undefined });
  const { setTimeout: later, addEventListener: listen, EventSource: Stream } = window;
  window.setTimeout = (run, ms, ...rest) => {
    if (ms < 15000) return later(run, ms, ...rest);
    due = run;
    return waits.push(ms) < 7 ? later(run, 0) : 0;
  };
  window.addEventListener = (name, ...rest) => {
    if (name === 'pagehide') leavers += 1;
    listen.call(window, name, ...rest);
  };
  window.EventSource = class extends Stream {
    constructor(url) {
      super(url);
      streams += 1;
    }
  };
`;

describe.skipIf(missing)(`a page that stands open${missing}`, () => {
  const texts = screenTexts('en');
  const { away } = pageTexts('en').layout;
  let browser: Browser;
  let app: StandaloneApp;
  let watched: WatchedContext;

  beforeAll(async () => {
    [browser, app] = await Promise.all([launchBrowser(), startStandaloneApp()]);
    watched = await openContext(browser, app.url, { locale: 'en-GB' });
    const page = await watched.newPage();
    await page.goto(app.signInLink);
    await page.getByRole('button', { name: texts.actions.save }).click();
    await page.close();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  it('tells as many subscriptions as it lists, once mail was read', async () => {
    const page = await watched.newPage();
    await page.goto('/');
    await page.getByText(texts.overview.count(0)).waitFor();
    expect((await runQuittance(['import', 'sample'], { env: app.env })).code).toBe(0);
    await page.getByRole('heading', { name: texts.overview.running }).waitFor();
    const card = page.locator('section', { has: page.getByRole('heading', { name: texts.overview.running }) });
    // The page is drawn anew while mail is read: rows that were counted a moment ago may be fewer than what is told now.
    const isTold = async () => page.getByText(texts.overview.count(await card.locator('tbody tr').count()), { exact: true }).isVisible();
    await expect.poll(isTold, { timeout: 30_000 }).toBe(true);
    await page.close();
  });

  it('says so while Quittance does not answer, and catches up', async () => {
    const page = await watched.newPage();
    await page.goto('/');
    const notice = page.getByText(away);
    expect(await notice.isVisible()).toBe(false);
    // As after a stop: what is open ends, what is new is refused.
    await watched.context.route('**/*', (route) => route.abort('connectionrefused'));
    await page.evaluate("dispatchEvent(new Event('pagehide')); dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
    await notice.waitFor({ timeout: 30_000 });
    await watched.context.unroute('**/*');
    await notice.waitFor({ state: 'hidden', timeout: 60_000 });
    await page.close();
  });

  it('asks less and less often where it gets no stream, and not while nobody looks', async () => {
    const page = await watched.newPage();
    await page.addInitScript({ content: HASTENED });
    await page.route('**/api/v1/stream', (route) => route.fulfill({ status: 503 }));
    await page.goto('/');
    await expect.poll(() => page.evaluate('waits.length'), { timeout: 30_000 }).toBe(7);
    expect(await page.evaluate('waits.map((ms) => ms / 1000)')).toEqual([15, 30, 60, 120, 240, 240, 240]);
    expect(await page.evaluate('[streams, leavers]')).toEqual([7, 1]);
    await page.evaluate("Object.defineProperty(document, 'hidden', { value: true, configurable: true }); due()");
    expect(await page.evaluate('streams')).toBe(7);
    await page.evaluate("delete document.hidden; document.dispatchEvent(new Event('visibilitychange'))");
    expect(await page.evaluate('streams')).toBe(8);
    await page.close();
  });

  it('leads to the sign-in when another tab signs out, but keeps what is being typed', async () => {
    const [idle, typing, leaving] = await Promise.all([watched.newPage(), watched.newPage(), watched.newPage()]);
    await idle.goto('/archive?q=gym');
    await typing.goto('/alerts');
    await typing.locator('#target').fill('https://ntfy.sh/my-topic');
    await leaving.goto('/');
    await leaving.getByRole('button', { name: pageTexts('en').layout.signOut }).click();
    await idle.waitForURL(/\/sign-in\?next=%2Farchive%3Fq%3Dgym$/);
    expect(await typing.locator('#target').inputValue()).toBe('https://ntfy.sh/my-topic');
    // What is sent then is not kept, and it is said why and where to go.
    await typing
      .locator('form', { has: typing.locator('#target') })
      .getByRole('button')
      .click();
    await typing.waitForURL(/\/sign-in/);
  });
});
