// Why a mailbox can't be read, as a person is told: what it means and what to do, in the words of the page, and then what the server said itself.
import { screenTexts } from '@quittance/i18n/screens';
import { THEIR_WORDS } from '@quittance/imap/classify-login-failure';
import type { Context } from './context.ts';
import { visible } from './output.ts';

interface Problem {
  readonly code: string;
  /** What the server or the system said. */
  readonly text: string;
}

/** @param when `trying`: nothing is tried again by itself. */
export function troubleOf(context: Context, address: string, problem: Problem, when?: 'trying'): string {
  return context.words.mailboxProblem(address, whatToDo(context, problem, when));
}

/** The same without the address. */
export function whatToDo({ language }: Context, { code, text }: Problem, when?: 'trying' | 'history'): string {
  const { connect, mailboxes } = screenTexts(language);
  const said = THEIR_WORDS.has(code) || code === 'second_refused' ? visible(text) : '';
  const means =
    (when === 'trying' ? connect.whileTrying[code] : undefined) ?? connect.problems[code] ?? connect.problems['internal_error']!;
  const meant = when === 'history' ? `${mailboxes.historyUnread} ${code === 'second_refused' ? mailboxes.secondRefused : means}` : means;
  return said === '' ? meant : `${meant} (${said})`;
}
