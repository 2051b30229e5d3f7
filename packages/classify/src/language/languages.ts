// The languages that a text may turn out to be written in: those with rules of their own, and those they could be taken for.

/** For whole mails (detect-language.ts). */
export const DETECTABLE = 'en fr de es it pt nl pl ja zh ko sv da no nb fi cs sk hu ro tr el ru uk ca hr bg'.split(' ');

/** Beside the languages with signal words, for the first look at a mail (prefilter/known-language.ts). */
export const NEIGHBOURS = 'ja zh ko sv da no nb fi cs sk hu ro tr hr ca et lv lt vi sl'.split(' ');
