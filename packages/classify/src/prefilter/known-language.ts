// Whether a text is in a language whose subscription words are known, so that their absence means something. Function words decide nearly
// always; a detector is asked where they don't. What can't be told counts as unknown, and unknown mail is read.
import { eld } from 'eld/small';
import { plainFold } from './plain-fold.ts';
import { FUNCTION_WORDS } from './signal-words.ts';

const SAMPLE_CHARS = 1_500;
const SAMPLE_WORDS = 150;
/** Share of function words: in known languages 0.3 and more, in their neighbours below 0.1. */
const SHARE_KNOWN = 0.2;
/** Too short for a share or a detector: each word must be able to speak for itself. */
const WORDS_FEW = 8;
const FOREIGN_LETTERS_SHARE = 0.3;
const KNOWN = Object.keys(FUNCTION_WORDS);

const words = new Map<string, Set<string>>(Object.entries(FUNCTION_WORDS).map(([language, list]) => [language, new Set(list.split(' '))]));
const detector = eld.newInstance();
detector.setLanguageSubset([
  ...KNOWN,
  'ja',
  'zh',
  'ko',
  'sv',
  'da',
  'no',
  'nb',
  'fi',
  'cs',
  'sk',
  'hu',
  'ro',
  'tr',
  'hr',
  'ca',
  'et',
  'lv',
  'lt',
  'vi',
  'sl',
]);

/** Letters of the Latin alphabet that none of the known languages writes; more than a few come from a name. */
const NEIGHBOURS_LETTERS = /[ěřůčšžťďňőűşğıåæøățţșđċķļģņīūēāįųėðþ]/gi;
const NEIGHBOURS_SHARE = 0.01;

/** @param text as written: the accents tell languages apart. */
export function isKnownLanguage(text: string): boolean {
  const written = text.slice(0, SAMPLE_CHARS);
  const sample = plainFold(written);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return false;
  const latin = sample.match(/[a-z]/g)?.length ?? 0;
  if ((letters - latin) / letters > FOREIGN_LETTERS_SHARE) return /[\u3040-\u30ff]/.test(sample);
  if ((written.match(NEIGHBOURS_LETTERS)?.length ?? 0) / letters > NEIGHBOURS_SHARE) return false;
  const tokens = (sample.replaceAll(/\S{1,200}@\S{1,200}|https?:\S{1,500}/g, ' ').match(/[a-z]+/g) ?? []).slice(0, SAMPLE_WORDS);
  const best = Math.max(...[...words.values()].map((list) => tokens.reduce((sum, token) => sum + (list.has(token) ? 1 : 0), 0)));
  if (tokens.length > 0 && best / tokens.length >= SHARE_KNOWN) return tokens.length >= WORDS_FEW || best >= 2;
  if (tokens.length < WORDS_FEW) return false;
  return KNOWN.includes(detector.detect(sample.slice(0, 600)).language);
}
