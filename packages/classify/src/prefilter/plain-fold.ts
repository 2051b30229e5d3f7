// Lower case without accents and invisible characters, like fold-text.ts but without the way back to the text as written: the pre-filter
// quotes nothing and runs on every message.

/** Letters that no Unicode decomposition reduces to their base. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };
// Soft hyphens and zero-width characters cut words for machines and for nobody else.
const INVISIBLE = /\p{Cf}|\u034f|\u115f|\u1160|\u17b4|\u17b5|\p{Variation_Selector}/gu;
// oxlint-disable-next-line no-control-regex -- ASCII is what is asked for.
const ASCII = /^[\u0000-\u007f]*$/;

const SPACES = /\s+/g;

/** White space becomes single spaces. */
export function plainFold(text: string): string {
  if (ASCII.test(text)) return text.replaceAll(SPACES, ' ').toLowerCase();
  return (
    text
      .replaceAll(INVISIBLE, '')
      .normalize('NFKD')
      .replaceAll(/[\u0300-\u036f]/g, '')
      // The marks of kana belong to their letters.
      .normalize('NFC')
      .toLowerCase()
      .replaceAll(/[ßœæøłđı]/g, (letter) => LETTERS[letter]!)
      .replaceAll(/[\u2010-\u2015]/g, '-')
      .replaceAll(SPACES, ' ')
  );
}
