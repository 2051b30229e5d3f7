// The sample mailbox as raw messages. The same anchor gives the same bytes, so that loading it twice changes nothing.
import { addDays, type CivilDate } from '@quittance/domain/civil-date';
import type { Calendar, Language, Letter, Story } from './letter.ts';
import { renderLetter } from './render-letter.ts';
import { camille } from './stories/camille.ts';
import { david } from './stories/david.ts';
import { hugo } from './stories/hugo.ts';
import { ines } from './stories/ines.ts';
import { nearMisses } from './stories/near-misses.ts';
import { sarah } from './stories/sarah.ts';
import { tom } from './stories/tom.ts';

export interface SampleMessage {
  readonly path: string;
  readonly raw: Buffer;
}

const STORIES: readonly Story[] = [camille, hugo, ines, tom, sarah, david, nearMisses];

/** @param anchor the day the sample plays on, e.g. the day the user was created. */
export function sampleMailbox(anchor: CivilDate): SampleMessage[] {
  return sampleLetters(anchor).map((letter) => ({
    path: `sample/${letter.name}.eml`,
    raw: renderLetter(letter, addDays(anchor, letter.day)),
  }));
}

/** The letters with their expected kinds, oldest first. */
export function sampleLetters(anchor: CivilDate): Letter[] {
  const dates = { fr: calendar('fr', anchor), en: calendar('en', anchor) };
  return STORIES.flatMap((story) => story(dates)).toSorted((a, b) => a.day - b.day || a.name.localeCompare(b.name));
}

function calendar(language: Language, anchor: CivilDate): Calendar {
  const locale = language === 'fr' ? 'fr-FR' : 'en-US';
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (day: number) => formatter.format(new Date(addDays(anchor, day)));
  };
  return {
    long: format({ day: 'numeric', month: 'long', year: 'numeric' }),
    short: format({ day: '2-digit', month: '2-digit', year: 'numeric' }),
    month: format({ month: 'long', year: 'numeric' }),
  };
}
