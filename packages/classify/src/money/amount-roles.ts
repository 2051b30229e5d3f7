// What the words around an amount say about it: total, next price, old price, tax, discount, refund … Patterns over folded text of all
// core languages. Data of extract-amount.ts.

export type AmountRole =
  | 'total'
  | 'charged'
  | 'next'
  /** What it will cost once an offer is over. */
  | 'later'
  | 'new'
  | 'old'
  | 'tax'
  | 'net'
  | 'discount'
  | 'refund'
  | 'balance'
  | 'threshold'
  /** The same sum told by a shorter period: "119,88 € par an, soit 9,99 € par mois". */
  | 'share'
  | 'fee';

interface RolePattern {
  readonly role: AmountRole;
  readonly pattern: RegExp;
}

/** Searched in the words in front of the amount; the match nearest to it counts most. */
export const BEFORE_AMOUNT: readonly RolePattern[] = [
  {
    role: 'total',
    pattern:
      /\b(?:grand )?total(?: ttc| amount| due| paid| charged)?\b|\bamount(?: due| paid| charged| billed)?\b|\bmontant(?: total| ttc| du| paye| preleve)?\b|\bnet a payer\b|\bttc\b|\bgesamt\w*|\bbetrag\b|\bsumme\b|\bimporte\b|\btotale\b|\bimporto\b|\bvalor\b|\btotaal\w*|\bbedrag\b|\bkwota\b|\brazem\b|\bsuma\b|合計|金額|ご請求額|\bbelop\w*|\bbelob\w*|\bosszeg\w*/g,
  },
  {
    role: 'charged',
    pattern:
      /\b(?:charged|paid|billed|debited|received|payment|donation|gift|contribution|purchase|price|cost|fee)s?\b|\b(?:preleve|debite|paye|regle|facture|encaisse)\w*|\b(?:paiement|prelevement|reglement|versement|don|tarif|prix|cotisation|abonnement)\b|\b(?:abgebucht|bezahlt|berechnet|zahlung|spende|preis|beitrag|belastet)\w*|\b(?:cobrad|pagad|pag|cobr|precio|pago|cargo|donacion)\w*|\b(?:addebit|pagat|pagament|prezzo|donazion)\w*|\b(?:preco|cobranca|doacao)\b|\b(?:betaald|afgeschreven|betaling|prijs|donatie)\b|\b(?:zaplac|pobra|platnosc|cen)\w*|料金|価格|支払/g,
  },
  {
    role: 'next',
    pattern:
      /\b(?:will (?:be )?(?:\w+ly )?(?:renew|charge|bill|debit|pay|cost)\w*|renews?\b|renewal|upcoming|next|going forward|after (?:your|the))\b|\b(?:prochain\w*|renouvel\w+|reconduit\w*|ser(?:a|ez|ont) (?:\w+ment )?(?:preleve|debite|facture|renouvele)\w*|a l'issue)\b|\b(?:nachste\w*|verlanger\w*|verlangert|werden)\b|\b(?:proxim[oa]|renova\w*)\b|\b(?:prossim[oa]|rinnov\w+)\b|\b(?:renovacao)\b|\b(?:volgende|verleng\w*)\b|\b(?:nastepn\w+|odnow\w*)\b|次回|更新/g,
  },
  {
    role: 'later',
    pattern:
      /\b(?:thereafter|afterwards|after that|then|puis|ensuite|danach|anschlie\w+|despues|luego|poi|depois|daarna|potem)\b|その後|以降/g,
  },
  {
    role: 'new',
    pattern:
      /\b(?:new|updated|changing|changes|increas\w+|rais\w+|going up|goes up|will become|becomes?|rises?)\b|\bwill (?:now )?(?:be|cost)(?: only| just)? ?$|\b(?:nouve\w+|passe(?:ra|nt|ront)? (?:de .{1,25} )?a|sera (?:desormais |alors )?de|coutera|augment\w+|desormais)\b|\b(?:neue\w*|kunftig|steigt|erhoht|kostet ab|betragt (?:dann|ab)|gilt ab)\b|\b(?:nuev[oa]|pasara a|subira a|sera de|costara|pagaras|ahora)\b|\b(?:nuov[oa]|passera a|sara di|costera|paghera\w*|aumenta)\b|\b(?:nov[oa]|passara (?:para|a)|sera de|custara|passa a)\b|\b(?:nieuwe?|betaalt u|betaal je|wordt|gaat naar)\b|\b(?:now[aey]|wzrosnie do|wyniesie|bedzie kosztowac)\b|新料金|新価格|改定後|変更後/g,
  },
  {
    role: 'old',
    pattern:
      /\b(?:was|instead of|until (?:now|then)|so far|today's price|previous(?:ly)?|currently?|current price|old|regular(?:ly priced|ly| price| rate)|original(?:ly)?|rather than|compared (?:to|with))\b|\b(?:au lieu de|ancien\w*|actuel\w*|auparavant|precedent\w*|contre)\b|\b(?:statt|bisher\w*|aktuell\w*|vorher|alte[nrs]?)\b|\b(?:en (?:lugar|vez) de|antes|actual|anterior)\b|\b(?:anziche|invece di|precedente|attuale)\b|\b(?:em vez de|atual)\b|\b(?:in plaats van|huidige|oude)\b|\b(?:zamiast|dotychczas\w*|obecn\w+)\b|旧料金|現在|改定前|変更前|これまで/g,
  },
  {
    role: 'tax',
    pattern:
      /\b(?:vat|sales tax|tax(?:es)?|gst|hst|pst|qst|tva|taxes?|mwst|ust|umsatzsteuer|steuer|iva|impuestos?|impost\w+|btw|moms)\b|消費税|税額|\bpodatek\b/g,
  },
  {
    role: 'net',
    pattern:
      /\b(?:sub-?total|sous-total|excl\w*|hors taxes?|h\.?t\.?|net amount|netto\w*|zwischensumme|base imponible|imponibile|subtotaal|subtotale)\b|小計/g,
  },
  {
    role: 'discount',
    pattern:
      /\b(?:sav(?:e|es|ed|ing|ings)|discount(?:s|ed)?|off|promo(?:tion)?|coupon|voucher|credit|rebate|reduction|remise|rabais|economis\w+|(?:un|votre) avoir|avoir de|bon de|rabatt\w*|gutschein|gutschrift|sparen|descuento|ahorr\w+|sconto|risparmi\w+|desconto|korting|rabat\w*|znizk\w*)\b|割引|クーポン/g,
  },
  {
    role: 'refund',
    pattern: /\b(?:refund\w*|rembours\w+|erstatt\w+|ruckerstatt\w+|reembols\w+|rimbors\w+|terugbeta\w+|zwrot\w*|zwroc\w*)\b|返金|払い戻し/g,
  },
  { role: 'balance', pattern: /\b(?:balance|solde|guthaben|saldo|gift card|carte cadeau|remaining)\b|残高/g },
  {
    role: 'threshold',
    pattern:
      /\b(?:up to|over|more than|at least|minimum|as low as|starting (?:at|from)|jusqu'a|plus de|au moins|des|a partir de|bis zu|mindestens|mehr als|ab|hasta|mas de|desde|a partir da|fino a|oltre)\b/g,
  },
  {
    role: 'share',
    pattern:
      /\b(?:that's|that is|which is|equivalent to|works out (?:at|to)|soit|c'est-a-dire|das sind|umgerechnet|es decir|equivale a|cioe|pari a|ou seja|dat is|czyli)(?: only| just| nur| seulement)? ?$/g,
  },
  {
    role: 'fee',
    pattern:
      /\b(?:shipping|delivery|setup|activation|late|processing) (?:fee|cost)s?\b|\bfrais (?:de|d')\w*|\bversand\w*|\benvio\b|\bspedizione\b/g,
  },
];

/** Right behind the amount. */
export const AFTER_AMOUNT: readonly RolePattern[] = [
  {
    role: 'discount',
    pattern: /^ ?(?:off\b|de (?:remise|reduction)|discount|credit\b|gutschein|rabatt|de descuento|di sconto|de desconto|korting|割引)/,
  },
  { role: 'refund', pattern: /^ ?.{0,20}\b(?:refund(?:ed)?|(?:a|ont) (?:ete )?rembourse|erstattet|reembolsad|rimborsat)/ },
  // "$12.00 a month today. With effect from June it will be $14.00."
  {
    role: 'old',
    pattern:
      /^ ?(?:(?:a|per|\/) ?\w{2,5} )?(?:today\b|at the moment|currently|until (?:now|then)|aujourd'hui|actuellement|jusqu'ici|jusqu'a present|heute|bisher|derzeit|bislang|actualmente|hasta ahora|attualmente|finora|atualmente|ate agora|momenteel|obecnie|dotychczas)/,
  },
  { role: 'net', pattern: /^ ?(?:h\.?t\.?\b|hors taxes?|excl\w* (?:vat|tax)|zzgl)/ },
  { role: 'tax', pattern: /^ ?(?:(?:de )?(?:tva|vat|tax)\b)/ },
  {
    role: 'total',
    pattern:
      /^ ?(?:(?:in )?total\b|au total\b|gesamt\b|ttc\b|incl\w* (?:vat|tax|btw|mwst)|inkl|toutes taxes|iva (?:incluid|inclus)|税込|（税込)/,
  },
  {
    role: 'next',
    pattern:
      /^.{0,40}\b(?:will be (?:\w+ly )?(?:charged|billed|debited)|seront? (?:\w+ment )?(?:preleve|debite|facture)|(?:werden|wird)\b.{0,30}\b(?:abgebucht|belastet|eingezogen))/,
  },
  {
    role: 'charged',
    pattern:
      /^.{0,30}\b(?:(?:was|were|has been) (?:\w+ly )?(?:charged|billed|debited|paid|received)|(?:a|ont) ete (?:preleve|debite|paye|regle)|wurden?\b.{0,25}\b(?:abgebucht|belastet|bezahlt|eingezogen))/,
  },
];

/** Between two amounts of one change: "from 9.99 € to 12.99 €", "de 9,99 € à 12,99 €", "9,99 € → 12,99 €". */
export const CHANGE_JOINT = /^ ?(?:(?:\/|per |par |pro |al |a |por )\w{1,8} ?)?(?:to|a|auf|para|naar|na|do|から|->|→|>|=>) ?$/;

export type RoleWeights = Readonly<Record<AmountRole, number>>;

/** How much each role speaks for being *the* price, by what the message is about. */
export const WEIGHTS = {
  charge: {
    total: 7,
    charged: 5,
    next: 1,
    later: -1,
    new: 0,
    old: -6,
    tax: -9,
    net: -4,
    discount: -8,
    refund: -7,
    balance: -5,
    threshold: -4,
    share: -6,
    fee: -3,
  },
  coming: {
    total: 5,
    charged: 3,
    next: 8,
    later: 8,
    new: 3,
    old: -7,
    tax: -9,
    net: -4,
    discount: -8,
    refund: -7,
    balance: -5,
    threshold: -4,
    share: -6,
    fee: -3,
  },
  change: {
    total: 3,
    charged: 1,
    next: 6,
    later: 6,
    new: 9,
    old: -10,
    tax: -9,
    net: -4,
    discount: -8,
    refund: -7,
    balance: -5,
    threshold: -3,
    share: -6,
    fee: -3,
  },
  refund: {
    total: 3,
    charged: 1,
    next: -4,
    later: -4,
    new: 0,
    old: -3,
    tax: -9,
    net: -4,
    discount: -1,
    refund: 9,
    balance: -3,
    threshold: -5,
    share: -6,
    fee: -4,
  },
} as const satisfies Record<string, RoleWeights>;
