// axe in a page that stands there: put in once and asked as often as one likes, for putting it in takes longer than its answers (three quarters of a
// walk through all pages before). Only what is wrong is reported, and only what bars somebody's way.
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const { source } = createRequire(import.meta.resolve('@axe-core/playwright'))('axe-core') as { readonly source: string };

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** After each navigation, before anything is asked. */
export async function putInAxe(page: Page): Promise<void> {
  await page.evaluate(`${source};0`);
}

/** What the elements say (`structure`), or the contrast of the colours as they are now. @param look names the colours. @returns each barrier with its places. */
export async function findBarriers(page: Page, what: 'structure' | 'colours', look = ''): Promise<string[]> {
  const rules = what === 'colours' ? { runOnly: ['color-contrast'] } : { rules: { 'color-contrast': { enabled: false } } };
  const options = JSON.stringify({ ...rules, resultTypes: ['violations'], preload: false, iframes: false });
  // A mail's own design is not ours, and no script runs in its frame, not even this one.
  const violations = await page.evaluate<Violation[]>(
    `axe.run({ exclude: [['iframe']] }, ${options}).then(({ violations }) => violations)`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}${look && ` in ${look}`} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}
