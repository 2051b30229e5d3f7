// What is said beside a problem's own words where its code covers several things: by the finer code that stands with it.
import type { Language } from './language.ts';

const DETAILS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  // A name that the person gave, not this service: who reads it must be able to tell.
  host_not_found: {
    en: 'The name of the host could not be looked up just now: check how it is written, or try again later.',
    fr: 'Le nom de l’hôte n’a pas pu être recherché à l’instant : vérifiez comment il s’écrit, ou réessayez plus tard.',
  },
};

/** undefined where the code says it all. */
export function problemDetail(reason: string | undefined, language: Language): string | undefined {
  return reason === undefined ? undefined : DETAILS[reason]?.[language];
}
