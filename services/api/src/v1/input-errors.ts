// What is wrong with an input, each with where it stands: in the words of zod's own catalogues for the person's language. A message that a schema
// gives itself stays as it is.
import type { Language } from '@quittance/i18n/language';
import { z } from './route-parts.ts';

const WORDS = { en: z.locales.en().localeError, fr: z.locales.fr().localeError };
const UNKNOWN = { en: 'is not known here', fr: 'n’est pas connu ici' };

export function inputErrors(target: string, issues: readonly z.core.$ZodIssue[], language: Language): { path: string; message: string }[] {
  return issues.flatMap((issue) => {
    const path = [target, ...issue.path].join('.');
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: `${path}.${key}`, message: UNKNOWN[language] }));
    return [{ path, message: inLanguage(issue, language) }];
  });
}

function inLanguage(issue: z.core.$ZodIssue, language: Language): string {
  const raw = issue as unknown as z.core.$ZodRawIssue;
  const said = [WORDS.en(raw), WORDS[language](raw)].map((one) => (typeof one === 'string' ? one : one?.message));
  // What was received is not kept in an issue: only the part before it can be compared.
  const [english, own] = said.map((one) => one?.replace(/, received .*$|, [^,]+ reçu$/, ''));
  return english !== undefined && own !== undefined && issue.message.startsWith(english) ? own : issue.message;
}
