// A watched folder as a person uses it: entered on the page (without JavaScript in French, with it in English), filled by hand, seen on the page by itself,
// and the same from the command line.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inletTexts } from '@quittance/i18n/inlets';
import { launchBrowser, openContext } from '@quittance/testing/browser';
import { mail } from '@quittance/testing/poller';
import { runQuittance } from '@quittance/testing/run-quittance';
import { startStandaloneApp, type StandaloneApp } from '@quittance/testing/standalone-app';
import { missingPrograms } from '@quittance/testing/tools';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const SCREENS = resolve(import.meta.dirname, '../.tmp/screens');
const missing = missingPrograms('chromium');

describe.skipIf(missing)(`watched folders${missing}`, () => {
  let browser: Browser;
  let app: StandaloneApp;
  let root: string;
  let session: Exclude<BrowserContextOptions['storageState'], string | undefined>;

  beforeAll(async () => {
    await mkdir(SCREENS, { recursive: true });
    root = await mkdtemp(join(tmpdir(), 'quittance-watched-'));
    for (const part of ['cur', 'new', 'tmp']) await mkdir(join(root, 'Maildir', part), { recursive: true });
    await mkdir(join(root, 'drop'));
    [browser, app] = await Promise.all([launchBrowser(), startStandaloneApp({ WATCH_FOLDERS: root })]);
    const { context, newPage } = await openContext(browser, app.url, { locale: 'en-GB' });
    await (await newPage()).goto(app.signInLink);
    session = await context.storageState();
    await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
    await rm(root, { recursive: true, force: true });
  });

  const cli = async (...args: string[]) => {
    const ran = await runQuittance(['inlet', ...args, '--json'], { env: app.env });
    return { code: ran.code, json: ran.code === 0 ? ran.json() : null, stderr: ran.stderr };
  };

  it('is entered, filled, and seen on the page by itself', async () => {
    const t = inletTexts('en');
    const { context, errors, newPage } = await openContext(browser, app.url, { storageState: session, locale: 'en-GB' });
    const page = await newPage();
    await page.goto('/mailboxes#inlets');
    const add = async (path: string, kind: 'drop' | 'maildir'): Promise<void> => {
      await page.getByLabel(t.path).fill(path);
      await page.getByRole('radio', { name: t.kinds[kind] }).check();
      await page.getByRole('button', { name: t.add }).click();
    };
    await add(join(root, 'Maildir'), 'drop');
    await page.getByRole('alert').filter({ hasText: t.problems['is_a_maildir']! }).waitFor();
    await add('/etc', 'drop');
    await page.getByRole('alert').filter({ hasText: t.problems['folder_not_allowed']! }).waitFor();
    await add(join(root, 'drop'), 'drop');
    await page.getByRole('heading', { name: join(root, 'drop') }).waitFor();
    await writeFile(join(root, 'drop', 'a.eml'), mail('Your subscription was renewed', 'Your subscription was renewed for a year.'));
    await writeFile(join(root, 'drop', 'photo.eml'), Buffer.from([0xff, 0xd8]));
    await page.getByText(t.files(1, '1')).waitFor({ timeout: 20_000 });
    await page.getByText(t.unreadable(1)).click({ timeout: 20_000 });
    await page.getByText(`photo.eml: ${t.problems['not_mail']}`).waitFor();
    await page.locator('#inlets').screenshot({ path: join(SCREENS, 'inlets-en-desktop.png') });
    await context.close();
    expect(errors).toEqual([]);
    expect((await cli('list')).json).toMatchObject({ items: [{ path: join(root, 'drop'), kind: 'drop', messages: 1, problem: null }] });
  });

  it('is entered and left in French on a phone, without JavaScript', async () => {
    const t = inletTexts('fr');
    const viewport = { width: 390, height: 844 };
    const options = { storageState: session, viewport, javaScriptEnabled: false };
    const { context, newPage } = await openContext(browser, app.url, options);
    const page = await newPage();
    await page.goto('/mailboxes');
    await page.getByRole('button', { name: 'Français' }).click();
    await page.goto('/mailboxes');
    await page.getByLabel(t.path).fill(join(root, 'Maildir'));
    await page.getByRole('radio', { name: t.kinds.maildir }).check();
    await page.getByRole('button', { name: t.add }).click();
    await page.getByRole('heading', { name: join(root, 'Maildir') }).waitFor();
    await page.locator('#inlets').screenshot({ path: join(SCREENS, 'inlets-fr-phone.png') });
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
    const card = page.locator('section.card').filter({ has: page.getByRole('heading', { name: join(root, 'Maildir') }) });
    await card.getByRole('button', { name: t.remove }).click();
    await expect.poll(() => page.getByRole('heading', { name: join(root, 'Maildir') }).count()).toBe(0);
    await context.close();
  });

  it('is managed from the command line, with a code that says what went wrong', async () => {
    expect((await cli('add', join(root, 'Maildir'))).json).toMatchObject({ kind: 'maildir', messages: 0, problem: null });
    await writeFile(join(root, 'Maildir', 'new', '1.a.host'), mail('Receipt', 'We charged you 9 EUR for your subscription.'));
    await vi.waitFor(async () => expect(JSON.stringify((await cli('list')).json)).toContain('"messages":1'), { timeout: 20_000 });
    expect(await cli('add', join(root, 'Maildir'))).toMatchObject({ code: 1, stderr: expect.stringMatching(/watched already/) });
    expect(await cli('add', '/etc')).toMatchObject({ code: 1, stderr: expect.stringMatching(/WATCH_FOLDERS/) });
    expect(await cli('add', join(root, 'drop'), '--kind', 'nntp')).toMatchObject({ code: 2 });
    expect((await cli('remove', join(root, 'Maildir'))).json).toMatchObject({ state: 'removed' });
    expect(await cli('remove', join(root, 'Maildir'))).toMatchObject({ code: 1, stderr: expect.stringMatching(/inlet list/) });
  });

  it('left no error in the log', async () => expect(await app.loggedErrors()).toEqual([]));
});
