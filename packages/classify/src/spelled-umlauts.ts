// German as keyboards and old systems without umlauts write it: "gekuendigt", "naechste", "fuer". Rules know the words without their dots ("gekundigt"),
// so the e goes; of the real German mails in the corpora that were looked at one in thirty is written so.

/** Beginnings and roots of words that mails about contracts use; `-` stands where the e goes. None is part of an English, French or Dutch word. */
const ROOTS =
  `ku-ndig verla-nger na-chst \\bfu-r\\b \\bfru-h u-berwies u-berweis u-berpru \\bu-ber gu-ltig zuru-ck mo-cht ko-nn(?:en|te|est|t)\\b gebu-hr ja-hrl besta-tig betra-g vertra-g
  \\ba-nder vera-nder wa-hrend \\bru-ck \\bpru-f verfu-g erma-ss la-uft lo-sch erho-h gru-ss fa-llig ku-nftig erma-chtig perso-nlich \\bwu-rde \\bwu-nsch unterstu-tz ungu-lt beitra-g verspa-t spa-test`.split(
    /\s+/,
  );
const SPELLED = new RegExp(ROOTS.map((root) => root.replace('-', 'e')).join('|'), 'g');

/** @returns where in the folded text an e stands that only spells an umlaut, in order. A name or a town may be written with one in the same text. */
export function spelledUmlauts(folded: string): number[] {
  return [...folded.matchAll(SPELLED)].map(({ 0: word, index }) => index + word.search(/[aou]e/) + 1);
}
