// `quittance user`: people of this installation, and the link that signs one of them in without a password.
import { isLanguage } from '@quittance/i18n/language';
import { PermanentError } from '@quittance/domain/errors';
import { signInUrl } from '@quittance/standalone/sign-in-url';
import { addUser, createSignInLink } from '@quittance/store/users';
import type { Context } from '../context.ts';
import { withJson } from '../json-example.ts';
import { emit } from '../output.ts';
import type { Register } from '../program.ts';

const LINK_LIFE_MS = 24 * 3_600_000;

const EXAMPLE = {
  id: '1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3d4e5f',
  sign_in_link: 'http://localhost:8400/sign-in/…',
  expires_at: '2026-11-24T09:00:00.000Z',
};

export const register: Register = (program, handle) => {
  const user = program.command('user').description('people of this installation');
  const adding = user
    .command('add')
    .argument('<address>', 'what the person signs in with')
    .description('add a person and print their sign-in link')
    .option('--name <name>', 'how to call them')
    .option('--language <en|fr>', 'language of their pages and alerts')
    .action(handle(add));
  withJson(adding, EXAMPLE);
  const linking = user
    .command('link')
    .description('print a new one-time sign-in link (for --user, or the first person); a lost password is reset there')
    .action(handle(link));
  withJson(linking, EXAMPLE);
};

async function add(context: Context, address: string, options: { name?: string; language?: string }): Promise<void> {
  if (!/^[^\s@]+@[^\s@]+$/.test(address)) throw new PermanentError('usage', `"${address}" is not a mail address.`);
  const language = options.language ?? context.language;
  if (!isLanguage(language)) throw new PermanentError('usage', `"${language}" is not a language of Quittance: use en or fr.`);
  const { db } = await context.store();
  const user = await addUser(db, { address, language, ...(options.name === undefined ? {} : { name: options.name }) });
  await printLink(context, user.id);
}

async function link(context: Context): Promise<void> {
  await printLink(context, (await context.person()).id);
}

async function printLink(context: Context, userId: string): Promise<void> {
  const { db } = await context.store();
  // Real time: a fixed clock is for what is shown, and the page checks the link against its own.
  const expiresAt = new Date(Date.now() + LINK_LIFE_MS);
  const url = await signInUrl(context.config, db, await createSignInLink(db, userId, expiresAt));
  emit(context, { id: userId, sign_in_link: url, expires_at: expiresAt.toISOString() }, () => `${context.words.signInLink}\n${url}`);
}
