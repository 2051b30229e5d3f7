// Tells from a whole text whether it says that the contract does not go on by itself: "will not renew", « ne sera pas reconduit », "verlängert sich
// nicht", "no se renovará". What is only a condition ("if you do nothing it won't …") or asks for a choice says nothing. Over folded text.

const DENIED = new RegExp(
  [
    "(?:\\bnot|n't|\\bnever|\\bno longer|\\bwithout)\\b(?: \\w+){0,3} (?:auto-?|be )?(?:automatically )?(?:auto-?)?(?:renew|extend|roll over|continu)\\w*",
    '\\bno (?:automatic |auto-?)?renewal\\b|\\bnon-renew\\w+|\\b(?:auto-?|automatic )renew\\w* (?:is|was|has been) (?:\\w+ )?(?:off|disabled|deactivated)',
    "\\bn(?:e |')(?:\\w+ ){0,4}(?:pas|plus|point)(?: \\w+){0,3} (?:renouvel|recondui|prolong)\\w*|\\bn(?:e |')(?:\\w+ ){0,2}(?:renouvel|recondui|prolong)\\w* (?:pas|plus|aucunement)",
    '\\b(?:aucune?|sans|pas de) (?:tacite )?(?:reconduction|renouvellement|prolongation)|\\b(?:renouvellement|reconduction) (?:automatique |tacite )?(?:est |a ete )?desactive',
    '\\b(?:verlanger|erneuer)\\w* sich (?:\\w+ ){0,2}nicht|\\bnicht (?:\\w+ ){0,2}(?:verlanger|erneuer)\\w*|\\bkeine (?:automatische )?(?:verlangerung|erneuerung)|\\bendet (?:\\w+ ){0,2}automatisch',
    '\\bno (?:se |sera |ha sido |fue )?(?:\\w+ )?(?:renov|prorrog|renuev)\\w*|\\bsin renovacion',
    '\\bnon (?:si |sara |verra |e stat[oa] |e |viene )?(?:\\w+ )?(?:rinnov|prorog)\\w*|\\bsenza rinnovo',
    '\\bnao (?:se |sera |foi |e )?(?:\\w+ )?(?:renov|prorrog)\\w*|\\bsem renovacao',
    '\\bniet (?:\\w+ ){0,2}(?:verleng|vernieuw)\\w*|\\b(?:stopt|eindigt) (?:\\w+ ){0,2}(?:automatisch|vanzelf)',
    '\\bnie (?:\\w+ ){0,2}(?:odnow|odnawi|przedluz)\\w*|\\bbez (?:automatycznego )?odnowienia',
    '自動更新(?:は|され|を)?(?:行われ|行い|いたし|されて|され)?ません|更新(?:は)?(?:され|行われ)ません|自動更新なし',
  ].join('|'),
);

const CONDITION =
  /\b(?:if|unless|should you|otherwise|in case|si|s'il|sauf|sinon|a moins|wenn|falls|sofern|sonst|salvo|se|caso|als|indien|tenzij|jesli|jezeli|chyba ze)\b|場合/;

/** Sentences are told apart by their stops and line ends. */
export function deniesRenewal(folded: string): boolean {
  return DENIED.test(folded) && folded.split(SENTENCE).some(isDenial);
}

/** The text without the sentences that deny a renewal: the same words must not speak for one. */
export function withoutDenials(folded: string): string {
  if (!DENIED.test(folded)) return folded;
  return folded
    .split(SENTENCE)
    .filter((sentence) => !isDenial(sentence))
    .join('\n');
}

const SENTENCE = /[.!?。;\n]/;

// "se" is a condition in Portuguese and part of the verb everywhere south: what denies is cut out before conditions are looked for.
function isDenial(sentence: string): boolean {
  const match = DENIED.exec(sentence);
  return (
    match !== null &&
    !CONDITION.test(sentence.slice(0, match.index)) &&
    !/\b(?:if|unless|si|wenn|falls|als|jesli)\b|場合/.test(sentence.slice(match.index))
  );
}
