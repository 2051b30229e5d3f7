// Words by which a whole mail says that a contract goes on by itself, is renewed, or waits for the person to buy. Over folded text of all core
// languages. Data of pick-dates.ts; what denies a renewal is in denied-renewal.ts.

// The mail says that the contract goes on by itself.
const BILLING_STEM =
  'renew|charg|bill|debit|convert|continu|upgrad|activat|start|begin|roll|renouvel|recondui|preleve|factur|converti|poursui|bascul|active|verlanger|abgebucht|abbuch|belast|aktiviert|umgewandelt|einge|renov|cobr|carg|rinnov|addebit|attiv|verleng|afgeschreven|geactiveerd|odnow|odnawia|przedluz|pobran';
export const AUTOMATIC = new RegExp(
  `\\bauto-?renew|\\b(?:carr(?:y|ies)|go(?:es)?|runs?) on (?:\\w+ )?automatically|\\bby itself|\\bextended (?:\\w+ )?(?:by|for)|\\bcontinues? (?:\\w+ )?automatically|\\bauf unbestimmte|\\bd'elle-meme|\\bde lui-meme|\\bnouvelle periode commence|\\b(?:est|sera) (?:\\w+ ){0,2}(?:reconduit|prolonge|renouvele)\\w*|\\bcontinue sans|\\bsi rinnova|\\bse renueva|\\brenova-se|\\bverlangert sie sich|\\bprosegue|\\bwordt (?:\\w+ ){0,3}verlengd|\\bodnowi sie|\\bodnawia sie|\\bauto(?:mati\\w{1,8})?[- ](?:\\w+ ){0,3}(?:${BILLING_STEM})|\\b(?:${BILLING_STEM})\\w* (?:\\w+ ){0,3}automati|\\bwill (?:be )?(?:renew|charged|billed|debited|convert)\\w*|\\bwe(?:'ll| will) (?:charge|bill|debit)\\b|\\btacit\\w+|\\bzetten wij (?:\\w+ ){0,3}voort|\\bulegnie przedluzeniu|\\bpor tempo indeterminado|\\bsegue por mais|\\bse renouvel\\w+|\\bser(?:a|ez) (?:\\w+ment )?(?:renouvele|reconduit|debite|preleve|facture)\\w*|\\bverlangert sich|\\bse renovara|\\bsi rinnovera|\\b(?:puis|ensuite|then|after that|afterwards|danach|despues|luego|poi|depois)\\b[^.\\n]{0,40}[\u20ac$\u00a3]|\\bunless you (?:\\w+ )?cancel|\\bsi vous n'annulez pas|\\bsans action de votre part|\\bsauf (?:resiliation|annulation)|\\bwenn (?:du|sie) nicht (?:\\w+ )?kundig|\\bsalvo que (?:lo |la )?cancel|\\bse non (?:annulli|disdici)|\\ba menos que cancele|\\btenzij (?:je|u) |\\b(?:jesli nie|chyba ze) (?:zrezygn|anul)|自動`,
);

/** Words of contracts that go on, which one that does not go on may use too: they count where no renewal is denied. */
export const GOES_ON_UNLESS_DENIED = /\bfirst (?:payment|charge)|\blaufzeitende|\b(?:premier|1er) (?:prelevement|paiement)/;

export const ASKS_TO_BUY =
  /\b(?:upgrade|choose a|choosing a|pick a|select a|subscribe|add a payment|purchase|to continue|to keep)\b|\b(?:choisi\w+|abonnez-vous|souscri\w+ (?:a|un)|pour continuer|passez a)\b|\b(?:upgraden|wahlen sie|abonnieren sie|um weiter)\b|\b(?:elige|suscribete|para continuar|scegli|abbonati|per continuare|assine|escolha)\b/;

// The contract is what gets renewed, not "you can renew".
export const RENEWED =
  /\b(?:will|should|shall|is (?:set|due|about|going) to|due (?:for|to)|up for) (?:\w+ ){0,3}renew|\b(?:sera|seront|devrait|doit|va) (?:\w+ ){0,3}(?:renouvele|reconduit|se renouveler)|\b(?:wird|werden|sollte|soll)\b.{0,60}(?:erneuert|verlangert)|\b(?:se renovara|(?:debe|deberia) renovarse|va a renovarse)|\b(?:verra|sara|dovrebbe)\b.{0,30}rinnovat|\b(?:sera|devera|deve)\b.{0,25}renovad|\b(?:wordt|zal|moet)\b.{0,40}(?:verlengd|vernieuwd)|\b(?:zostanie|powinna|powinien)\b.{0,40}(?:odnowion|przedluzon)|更新/;
