// The pages as one application: their files, signing in and out, and everything behind it (pages.ts). Whoever is not signed in is led to the
// sign-in page and back.
import { Hono } from 'hono';
import type { AppDeps, AppEnv } from '../context.ts';
import { paths } from '../paths.ts';
import { ProblemError } from '../problem.ts';
import { isAssetName, readAsset } from './assets.ts';
import { registerPages } from './pages.ts';
import { registerSignIn } from './sign-in.ts';
import { registerVerify } from './verify.ts';

export function createUi(deps: AppDeps): Hono<AppEnv> {
  const ui = new Hono<AppEnv>();
  ui.get('/assets/:name', (c) => {
    const name = c.req.param('name');
    if (!isAssetName(name)) throw new ProblemError('not_found');
    const { body, contentType } = readAsset(name);
    // The address carries the hash of the content.
    return c.body(new Uint8Array(body), 200, { 'Content-Type': contentType, 'Cache-Control': 'public, max-age=31536000, immutable' });
  });
  // At the root, because a worker reaches only what lies below it.
  ui.get('/push-worker.js', (c) => {
    const { body, contentType } = readAsset('push-worker.js');
    return c.body(new Uint8Array(body), 200, { 'Content-Type': contentType, 'Cache-Control': 'no-cache' });
  });
  registerSignIn(ui, deps);
  registerVerify(ui, deps);
  registerPages(ui, deps);
  // Also for addresses that lead nowhere: a stranger learns nothing about which pages there are.
  ui.use('*', async (c, next) => {
    if (c.get('who')?.kind === 'session') return next();
    if (c.req.method !== 'GET') throw new ProblemError('unauthorized');
    return c.redirect(paths.signIn(c.req.path === '/' ? undefined : c.req.path), 303);
  });
  return ui;
}
