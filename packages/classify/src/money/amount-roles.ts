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
  | 'returned'
  | 'balance'
  | 'threshold'
  /** The same sum told by a shorter period: "119,88 € par an, soit 9,99 € par mois". */
  | 'share'
  /** By how much a price changes. */
  | 'difference'
  | 'fee'
  /** Paid once beside what is paid each period: a card, a set-up, a bank's charge for a debit that came back. */
  | 'once'
  /** The price of a trial, before the real one. */
  | 'intro'
  /** Per unit used: "0,23 €/kWh". */
  | 'unit';

interface RolePattern {
  readonly role: AmountRole;
  readonly pattern: RegExp;
}

/** Searched in the words in front of the amount; the match nearest to it counts most. */
export const BEFORE_AMOUNT: readonly RolePattern[] = [
  {
    role: 'total',
    pattern:
      /\b(?:grand )?total(?: ttc| amount| due| paid| charged)?\b|\bamount(?: due| paid| charged| billed)?\b|\bmontant(?: total| ttc| du| paye| preleve)?\b|\bnet a payer\b|\bttc\b|\bbrutto\b|\bgross\b|\blordo\b|\bbruto\b|\bgesamt\w*|\bbetrag\b|\bsumme\b|\bimporte\b|\btotale\b|\bimporto\b|\bvalor\b|\btotaal\w*|\bbedrag\b|\bkwota\b|\brazem\b|\bsuma\b|合計|金額|ご請求額|\bbelop\w*|\bbelob\w*|\bosszeg\w*/g,
  },
  {
    role: 'charged',
    pattern:
      /\b(?:charged|paid|billed|debited|received|payment|donation|gift|contribution|purchase|price|cost|fee)s?\b|\b(?:preleve|debite|paye|regle|facture|encaisse)\w*|\b(?:paiement|prelevement|reglement|versement|don|tarif|prix|cotisation|abonnement|mensualite|prime)\b|\b(?:abgebucht|bezahlt|berechnet|zahlung|spende|preis|beitrag|belastet|abschlag)\w*|\b(?:cobrad|pagad|pag|cobr|precio|pago|cargo|donacion|cuota)\w*|\b(?:addebit|pagat|pagament|prezzo|donazion|canone)\w*|\b(?:preco|cobranca|doacao|mensalidade)\b|\b(?:betaald|afgeschreven|betaling|prijs|donatie|bijdrage|termijnbedrag)\b|\b(?:zaplac|pobra|platnosc|cen)\w*|料金|価格|支払/g,
  },
  {
    role: 'next',
    pattern:
      /\b(?:will (?:be )?(?:\w+ly )?(?:renew|charge|bill|debit|pay|cost)\w*|continues? (?:[\w ]{0,20} )?at|(?:standard|full) (?:rate|price)|renews?\b|renewal|upcoming|next|going forward|after (?:your|the))\b|\b(?:prochain\w*|renouvel\w+|reconduit\w*|ser(?:a|ez|ont) (?:\w+ment )?(?:preleve|debite|facture|renouvele)\w*|a l'issue|plein tarif|tarif (?:normal|plein)|prix normal)\b|\b(?:nachste\w*|verlanger\w*|verlangert|werden)\b|\b(?:proxim[oa]|renova\w*)\b|\b(?:prossim[oa]|rinnov\w+)\b|\b(?:renovacao)\b|\b(?:volgende|verleng\w*)\b|\b(?:nastepn\w+|odnow\w*)\b|次回|更新/g,
  },
  {
    role: 'later',
    pattern:
      /\b(?:thereafter|afterwards|after that|then|puis|ensuite|danach|anschlie\w+|despues|luego|poi|depois|daarna|potem)\b|その後|以降/g,
  },
  {
    role: 'new',
    pattern:
      /\b(?:(?<!what's )new|updated|changing|changes|increas\w+|rais\w+|going up|goes up|will become|becomes?|rises?)\b|\bwill (?:now )?(?:be|cost)(?: only| just)? ?$|\b(?:nouve\w+|passe(?:ra|nt|ront)? (?:de .{1,25} )?a|sera (?:desormais |alors )?de|coutera|augment\w+|desormais)\b|\b(?:neue\w*|kunftig|steigt|erhoht|kostet ab|betragt (?:dann|ab)|gilt ab)\b|\b(?:nuev[oa]|pasara a|subira a|sera de|costara|pagaras|ahora)\b|\b(?:nuov[oa]|passera a|sara di|costera|paghera\w*|aumenta)\b|\b(?:nov[oa]|passara (?:para|a)|sera de|custara|passa a)\b|\b(?:nieuwe?|betaalt u|betaal je|wordt|gaat naar)\b|\b(?:now[aey]|wzrosnie do|wyniesie|bedzie kosztowac)\b|新料金|新価格|改定後|変更後/g,
  },
  {
    role: 'old',
    pattern:
      /\b(?:list price|rrp|was|instead of|until (?:now|then)|so far|today's price|previous(?:ly)?|currently?|current price|old|regular(?:ly priced|ly| price| rate)|original(?:ly)?|rather than|compared (?:to|with))\b|\b(?:prix (?:public|catalogue|barre)|par rapport a|au lieu de|ancien\w*|actuel\w*|auparavant|precedent\w*|contre)\b|\b(?:gegenuber|listenpreis|uvp|statt|bisher\w*|aktuell\w*|vorher|alte[nrs]?)\b|\b(?:precio de (?:lista|catalogo)|frente a|en (?:lugar|vez) de|antes|actual|anterior)\b|\b(?:prezzo di listino|rispetto a|anziche|invece di|precedente|attuale)\b|\b(?:em vez de|atual)\b|\b(?:in plaats van|huidige|oude)\b|\b(?:zamiast|dotychczas\w*|obecn\w+)\b|旧料金|現在|改定前|変更前|これまで/g,
  },
  {
    role: 'tax',
    pattern:
      /\b(?:vat|sales tax|tax(?:es)?|gst|hst|pst|qst|tva|taxes?|mwst|ust|umsatzsteuer|steuer|iva|impuestos?|impost\w+|btw|moms)\b(?! ?(?:incl|compris|inbegriffen|inkl|inclus))|消費税|税額|\bpodatek\b/g,
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
    pattern:
      /\b(?:refund\w*|rembours\w+|recredit\w+|erstatt\w+|ruckerstatt\w+|zuruck(?:gezahlt|uberwiesen|zahl\w*)|gutgeschrieben|reembols\w+|rimbors\w+|riaccredit\w+|estorn\w+|terugbeta\w+|terugstort\w*|teruggestort|zwrot\w*|zwroc\w*|zwracamy)\b|返金|払い戻し/g,
  },
  // Of a refund what came back, of a payment what the bank sent back.
  {
    role: 'returned',
    pattern:
      /\b(?:devuelt[oa]|devol\w+|teruggeboekt|zuruckgebucht|gestorneerd|storno|avoir|credit note|nota di credito|nota de credito|creditnota)\b/g,
  },
  { role: 'balance', pattern: /\b(?:balance|solde|guthaben|saldo|gift card|carte cadeau|remaining)\b|残高/g },
  {
    role: 'threshold',
    pattern:
      /\b(?:limit|excess|deductible|plafond|selbst(?:beteiligung|behalt)|deckungssumme|eigen risico|franquicia|franchigia|massimale|withdrawals?|retraits?|abhebung\w*|up to|for (?:only|just)|a soli|fur nur|pour seulement|por (?:solo|apenas)|voor slechts|tylko za|over|more than|at least|minimum|as low as|starting (?:at|from)|jusqu'a|plus de|au moins|des|a partir de|bis zu|mindestens|mehr als|ab|hasta|mas de|desde|a partir da|fino a|oltre)\b/g,
  },
  {
    role: 'share',
    pattern:
      /\b(?:that's|that is|which is|equivalent to|works out (?:at|to)|soit|c'est-a-dire|das sind|umgerechnet|entspricht|es decir|equivale a|cioe|pari a|ou seja|dat is|czyli)(?: only| just| nur| seulement| moins de| a peine| environ| about| less than| under| weniger als| unter| rund| menos de| unos| meno di| circa| cerca de| minder dan| mniej niz)? ?$/g,
  },
  {
    role: 'difference',
    pattern:
      /\b(?:by|um) ?$|\b(?:augment\w+|hausse|baiss\w+|majoration) (?:\w+ )?de ?$|\b(?:sub(?:e|ira|ida)|aument\w*|increment\w*|baja\w*)(?: de precio)? (?:en|de|di|em) ?$|\b(?:stijgt|daalt|verhoging|verlaging|verhoogd)(?: \w+)? (?:met|van) ?$|\b(?:wzrasta|wzrosnie|spadnie|podwyzk\w) o ?$/g,
  },
  {
    role: 'once',
    pattern:
      /\b(?:late|reminder|returned(?: payment| debit)?|late payment|missed payment|unpaid|set-?up|activation|admin(?:istration)?|joining|connection|dunning|bank|exit|cancellation|recovery|return) (?:fee|charge)s?\b|\bone-?(?:off|time)\b|\bfrais (?:de |d')(?:rejet|dossier|mise en service|activation|retard|relance|resiliation|inscription)\b|\b(?:rucklast(?:schrift)?|mahn|bearbeitungs|storno|aktivierungs|aufnahme|einrichtungs)-?(?:gebuhr|kosten)\w*|\beinmalig\w*|\bcuota de (?:alta|inscripcion)\b|\bgastos de (?:devolucion|gestion|alta)\b|\bspese di (?:insoluto|attivazione|incasso)\b|\bcosto di attivazione\b|\btaxa de (?:adesao|ativacao|devolucao)\b|\b(?:aansluit|inschrijf|administratie|incasso|stornerings)kosten\b|\boplat\w+ (?:aktywacyjn|manipulacyjn)\w+|\bjednorazow\w+|初期費用|事務手数料/g,
  },
  {
    role: 'intro',
    pattern:
      /\b(?:introductory|intro|trial) (?:month|period|offer|price|year|weeks?)\b.{0,12}$|\b(?:offre de bienvenue|offre decouverte|mois d'essai)\b.{0,12}$|\b(?:probe|test|schnupper)(?:monat|preis|abo)\w*\b.{0,12}$/g,
  },
  { role: 'unit', pattern: /\/ ?kwh\b[^|]{0,8}\|[^a-z]*$|\b(?:unit rate|arbeitspreis|prix du kwh)\b/g },
  {
    role: 'fee',
    pattern:
      /\b(?:in (?:the )?(?:case|event) of|en cas de|im falle|bei (?:nicht|verspatet|verlust)\w*|en caso de|in caso di|em caso de|in geval van|w przypadku)\b|\b(?:shipping|delivery|processing) (?:fee|cost)s?\b|\bfrais (?:de|d')\w*|\bversand\w*|\benvio\b|\bspedizione\b/g,
  },
];

/** Right behind the amount. */
export const AFTER_AMOUNT: readonly RolePattern[] = [
  {
    role: 'discount',
    pattern: /^ ?(?:off\b|de (?:remise|reduction)|discount|credit\b|gutschein|rabatt|de descuento|di sconto|de desconto|korting|割引)/,
  },
  {
    role: 'threshold',
    pattern:
      /^ ?.{0,30}\b(?:is not|isn't|are not|aren't|n'est pas|ne (?:sera|seront) pas|non e|no es|nao e|is niet) (?:\w+ )?(?:refund|rembours|concern|rimbors|reembols|terugbeta)/,
  },
  {
    role: 'refund',
    pattern:
      /^ ?(?:zu viel|trop(?:-| )percu|en trop|too much|de mas|in piu|a mais|te veel)\b|^ ?.{0,20}\b(?:refund(?:ed)?|(?:a|ont) (?:ete )?(?:rembourse|recredite)|erstattet|reembolsad|rimborsat|teruggestort|zuruck(?:gezahlt|erstattet|uberwiesen)|back (?:to|on|in)\b)/,
  },
  {
    role: 'once',
    pattern: /^ ?[(,]? ?(?:une (?:seule )?fois|one[- ]?(?:off|time)|einmalig|una tantum|pago unico|eenmalig|jednorazow\w+|na start)/,
  },
  { role: 'intro', pattern: /^ ?(?:trial|introductory|intro offer|d'essai|probeabo|testabo)\b/ },
  { role: 'unit', pattern: /^ ?(?:\/|per |par |pro |por |al )? ?(?:kwh|mwh|m3|sms|min(?:ute)?n?)\b/ },
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
    returned: 2,
    balance: -5,
    threshold: -4,
    share: -6,
    difference: -9,
    fee: -3,
    once: -7,
    intro: -2,
    unit: -8,
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
    returned: 0,
    balance: -5,
    threshold: -4,
    share: -6,
    difference: -9,
    fee: -3,
    once: -7,
    intro: -6,
    unit: -8,
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
    returned: 0,
    balance: -5,
    threshold: -3,
    share: -6,
    difference: -9,
    fee: -3,
    once: -7,
    intro: -4,
    unit: -8,
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
    returned: 8,
    balance: -3,
    threshold: -5,
    share: -6,
    difference: -9,
    fee: -4,
    once: -4,
    intro: -1,
    unit: -8,
  },
} as const satisfies Record<string, RoleWeights>;
