// The page that verifies a dossier in the browser, as a stranger meets it: without an account, without a connection once it is loaded, in both
// languages. And the agreement: for every way in which a bundle may be changed, the browser and `quittance verify` give the same answer.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paths } from '@quittance/api/paths';
import { buildBundle } from '@quittance/dossier/build-bundle';
import { makeEvidence, makeSilence, SIGNER } from '@quittance/dossier/test-evidence';
import { applyEdit, containerEdits, fileEdits, repacked, THOROUGH } from '@quittance/dossier/test-mutations';
import { verifyingTexts } from '@quittance/i18n/verifying';
import { launchBrowser, openContext } from '@quittance/testing/browser';
import { startStandaloneApp, type StandaloneApp } from '@quittance/testing/standalone-app';
import { missingPrograms } from '@quittance/testing/tools';
import { BundleError } from '@quittance/verifier/problems';
import { verifyBundle } from '@quittance/verifier/verify-bundle';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const missing = missingPrograms('chromium');

describe.skipIf(missing)(`verifying in the browser${missing}`, () => {
  let browser: Browser;
  let app: StandaloneApp;
  let folder: string;
  let bundle: Buffer;

  beforeAll(async () => {
    [browser, app, folder] = await Promise.all([launchBrowser(), startStandaloneApp(), mkdtemp(join(tmpdir(), 'quittance-page-'))]);
    bundle = await buildBundle({
      evidence: await makeEvidence(),
      report: Buffer.from('%PDF-1.7 report'),
      silences: [makeSilence()],
      language: 'fr',
      signer: SIGNER,
    });
    await writeFile(join(folder, 'dossier.asice'), bundle);
    const changed = Buffer.from(bundle);
    changed.write('31 December', bundle.indexOf('30 November'));
    await writeFile(join(folder, 'changed.asice'), changed);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('tells a stranger that a dossier holds, and which file was changed, with no connection', async () => {
    const { context, newPage, errors } = await openContext(browser, app.url, { locale: 'fr-FR' });
    const page = await newPage();
    const t = verifyingTexts('fr').page;
    await page.goto(paths.verify());
    await context.setOffline(true);
    await page.getByLabel(t.choose).setInputFiles(join(folder, 'dossier.asice'));
    await page.getByRole('heading', { name: t.holdsTitle }).waitFor();
    const main = page.getByRole('main');
    expect(await main.innerText()).toContain(SIGNER.verifierKey);
    expect(await page.getByRole('row').count()).toBe(6);
    expect(await page.getByRole('row').nth(1).innerText()).toContain('streambox.example');

    await page.getByLabel(t.choose).setInputFiles(join(folder, 'changed.asice'));
    await page.getByRole('heading', { name: t.failsTitle }).waitFor();
    expect(await main.innerText()).toContain('messages/01/message.eml');
    expect(await main.innerText()).toContain(verifyingTexts('fr').problems.zip_crc);
    expect(await page.getByRole('heading', { name: t.holdsTitle }).isVisible()).toBe(false);

    await page.getByLabel(t.key).fill('quittance.local/a/other+00000000+AAAA');
    await page.getByLabel(t.choose).setInputFiles(join(folder, 'dossier.asice'));
    await page.getByText(verifyingTexts('fr').problems.key_other).waitFor();
    await context.setOffline(false);
    expect(await page.evaluate("fetch('/livez').then(() => 'connected', () => 'refused')")).toBe('refused');
    expect(errors.filter((error) => !error.includes('Content Security Policy'))).toEqual([]);
    await context.close();
  });

  it('says what to do where the browser lacks the cryptography, or runs no scripts', async () => {
    const old = await openContext(browser, app.url, { locale: 'en' });
    const page = await old.newPage();
    await page.addInitScript("Object.defineProperty(crypto, 'subtle', { value: undefined })");
    await page.goto(paths.verify());
    await page.getByText(verifyingTexts('en').page.noSubtle).waitFor();
    expect(await page.getByLabel(verifyingTexts('en').page.choose).isVisible()).toBe(false);
    await old.context.close();
    const bare = await openContext(browser, app.url, { locale: 'en', javaScriptEnabled: false });
    const plain = await bare.newPage();
    await plain.goto(paths.verify('fr'));
    expect(await plain.getByRole('main').innerText()).toContain(verifyingTexts('fr').page.noScript);
    await bare.context.close();
  });

  it('agrees with the command line about every changed bundle, and neither takes one', async () => {
    const { context, newPage } = await openContext(browser, app.url);
    const page = await newPage();
    await page.goto(paths.verify());
    const edits = [...fileEdits(bundle, THOROUGH), ...containerEdits(bundle, 200)];
    const others = repacked(bundle);
    const theirs = await answersOf(page, bundle, edits, [...others.values()]);
    const ours: string[] = [];
    for (const changed of [bundle, ...edits.map((edit) => applyEdit(bundle, edit)), ...others.values()]) ours.push(await answerOf(changed));
    expect(edits.length).toBeGreaterThan(1_000);
    expect(ours[0]).toBe('holds');
    expect(ours.slice(1)).not.toContain('holds');
    const differing = theirs.flatMap((answer, at) => (answer === ours[at] ? [] : `${at}: ${answer} in the browser, ${ours[at]} here`));
    expect(differing).toEqual([]);
    expect(theirs).toHaveLength(ours.length);
    await context.close();
  });
});

async function answerOf(bytes: Uint8Array): Promise<string> {
  try {
    await verifyBundle(bytes);
    return 'holds';
  } catch (error) {
    if (error instanceof BundleError) return `${error.problem} ${error.file}`;
    throw error;
  }
}

// All in one call of the page: thousands of bundles would not fit through one by one.
async function answersOf(page: Page, bundle: Buffer, edits: readonly object[], others: readonly Uint8Array[]): Promise<string[]> {
  const given = { bundle: bundle.toString('base64'), edits, others: others.map((one) => Buffer.from(one).toString('base64')) };
  return page.evaluate<string[]>(`(async ({ bundle, edits, others }) => {
    const { verifyBundle } = await import('/verifier/verify-bundle.js');
    const { crc32 } = await import('/verifier/zip-format.js');
    const bytesOf = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const answer = (bytes) => verifyBundle(bytes).then(() => 'holds', (error) => error.problem + ' ' + error.file);
    const original = bytesOf(bundle);
    const answers = [await answer(original)];
    for (const { at, flip, data, crcAt } of edits) {
      const changed = original.slice();
      changed[at] ^= flip;
      for (const place of crcAt) new DataView(changed.buffer).setUint32(place, crc32(changed.subarray(data[0], data[1])), true);
      answers.push(await answer(changed));
    }
    for (const other of others) answers.push(await answer(bytesOf(other)));
    return answers;
  })(${JSON.stringify(given)})`);
}
