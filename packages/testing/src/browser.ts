// A headless Chromium for tests, and what is written down about each page it shows: errors on the console, exceptions, and every request
// that left for another place than the application.
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { findProgram } from './tools.ts';

// It runs as root in containers, where its own sandbox can't, and it must not talk to anybody by itself.
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @throws when no Chromium is installed: suites ask `missingPrograms('chromium')` first. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findProgram('chromium');
  if (!executablePath) throw new Error('chromium is not installed: apt-get install chromium');
  return chromium.launch({ executablePath, args: FLAGS });
}

export interface WatchedContext {
  readonly context: BrowserContext;
  /** Console errors and exceptions of all its pages. */
  readonly errors: readonly string[];
  /** Requests to anything but the application. */
  readonly strayRequests: readonly string[];
  newPage(): Promise<Page>;
}

export async function openContext(browser: Browser, appUrl: string, options: BrowserContextOptions = {}): Promise<WatchedContext> {
  const context = await browser.newContext({ baseURL: appUrl, ...options });
  const { origin } = new URL(appUrl);
  const errors: string[] = [];
  const strayRequests: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.location().url}: ${message.text()}`);
  });
  context.on('weberror', (error) => errors.push(String(error.error())));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.origin !== origin) strayRequests.push(request.url());
  });
  return { context, errors, strayRequests, newPage: () => context.newPage() };
}
