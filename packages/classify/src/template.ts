// What mails of one template have in common: the sender's registrable domain, the subject with its values masked, and a sketch (MinHash) of the
// text with its values masked. A layout alone says nothing: a shop's receipt and its cancellation share theirs to the last tag.
import { domainOf, type ParsedMessage } from '@quittance/domain/message';
import { getDomain } from 'tldts';

export interface Template {
  readonly senderDomain: string;
  /** Hash of the masked subject, hex. */
  readonly subjectKey: string;
  /** HASHES values of 32 bits, little endian. */
  readonly sketch: Buffer;
}

const HASHES = 128;
/** The share of equal values estimates the share of common word triples, with an error of 0.03. */
const SAME_SHARE = 0.85;
/** Less text than this is alike by chance. */
const TRIPLES_MIN = 8;
const TOKENS_MAX = 2_000;

/** null where there is too little to know the template again. */
export function templateOf(message: ParsedMessage): Template | null {
  const domain = domainOf(message.from.address);
  const senderDomain = getDomain(domain, { allowPrivateDomains: true }) ?? domain;
  const triples = new Set(tripleHashes(maskedTokens(ownText(message))));
  if (senderDomain === '' || triples.size < TRIPLES_MIN) return null;
  return { senderDomain, subjectKey: hash(maskedTokens(message.subject).join(' ')).toString(16), sketch: sketchOf(triples) };
}

export function isSameTemplate(a: Template, b: Template): boolean {
  if (a.senderDomain !== b.senderDomain || a.subjectKey !== b.subjectKey) return false;
  let same = 0;
  for (let at = 0; at < HASHES * 4; at += 4) if (a.sketch.readUInt32LE(at) === b.sketch.readUInt32LE(at)) same += 1;
  return same >= SAME_SHARE * HASHES;
}

function ownText({ text }: ParsedMessage): string {
  return text.zones
    .filter(({ kind }) => kind === 'body')
    .map(({ start, end }) => text.body.slice(start, end))
    .join('\n');
}

// Numbers, and names within a sentence, are what differs from mail to mail: they stand as one mark each, runs of them as one.
function maskedTokens(text: string): string[] {
  const tokens: string[] = [];
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    if (tokens.length >= TOKENS_MAX) break;
    const isValue = /\p{N}/u.test(word) || (/^\p{Lu}/u.test(word) && !startsSentence(text, index));
    if (!isValue) tokens.push(...pieces(word.toLowerCase()));
    else if (tokens.at(-1) !== '#') tokens.push('#');
  }
  return tokens;
}

// Scripts without spaces give whole sentences as one word: cut by two characters.
function pieces(word: string): string[] {
  if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word)) return [word];
  return word.match(/.{1,2}/gsu) ?? [];
}

function startsSentence(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 3), index).trimEnd();
  return index === 0 || before === '' || /[.!?:|\n]$/.test(before) || text[index - 1] === '\n';
}

function tripleHashes(tokens: readonly string[]): number[] {
  return tokens.slice(2).map((token, index) => hash(`${tokens[index]} ${tokens[index + 1]} ${token}`));
}

function sketchOf(hashes: ReadonlySet<number>): Buffer {
  const sketch = new Uint32Array(HASHES).fill(0xffffffff);
  for (const value of hashes) {
    // A family of hashes from one: multiplied by different odd numbers and mixed.
    let mixed = value;
    for (let index = 0; index < HASHES; index += 1) {
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d + 2 * index) >>> 0;
      if (mixed < sketch[index]!) sketch[index] = mixed;
    }
  }
  const bytes = Buffer.alloc(HASHES * 4);
  sketch.forEach((value, index) => bytes.writeUInt32LE(value, index * 4));
  return bytes;
}

/** FNV-1a, 32 bits: quick, and nobody gains by a collision but the sender of the mail that is misread. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
