// What the words around a date say about it: next renewal, end, trial end, charge day … One pattern per role over folded text of all
// core languages; the nearest role word wins. Data of extract-dates.ts.
import { allMatches } from '../all-matches.ts';

/** `due`: an invoice is to be paid by then; that is the renewal only where nothing else is. */
/** `trial_end`: reckoned from a trial's length, which the date itself is not written in. */
export type DateRole = 'trial_end' | 'renewal' | 'due' | 'ends' | 'charged' | 'starts' | 'cancel_by' | 'cancelled' | 'minimum_term';

interface RolePattern {
  readonly role: DateRole;
  /** Added to closeness: how much the words mean by themselves. */
  readonly weight: number;
  readonly pattern: RegExp;
}

// `cancel\w` as a thing still to do, not done: "to cancel, do so before", "pour résilier avant".
const BEFORE: readonly RolePattern[] = [
  {
    role: 'renewal',
    weight: 12,
    pattern:
      /\b(?:next|upcoming|first|following|future) (?:\w+ ){0,2}(?:payment|billing|charge|invoice|renewal|bill|instalment|installment|debit|donation|order|cycle|due|collection|premium|fee|box|delivery|direct debit)\w*|\b(?:auto-?)?renew(?:s|ed|al|als|ing)?\b|(?:\bwill|'ll) (?:be )?(?:\w+ly )?(?:charge|bill|debit|renew|collect|take|deduct|process|continue)\w*|\bbilling date|\bdue(?: on)?\b(?! date| by| ?[:|])|\b(?:scheduled|planned) (?:for|on)|\brecurr\w*|\bto be (?:charged|billed|collected)\b|\bbe (?:charged|billed|debited)\b/g,
  },
  {
    role: 'renewal',
    weight: 12,
    pattern:
      /\bprochain\w* (?:\w+ ){0,2}(?:prelevement|paiement|facturation|facture|echeance|renouvellement|debit|reglement|cotisation|mensualite|date|versement|don)\b|\bprochaine?\b|\brenouvel\w+|\breconduct\w+|\breconduit\w*|\becheance\b|\b(?:premier|1er) (?:prelevement|paiement)|\bser(?:a|ont|ez) (?:\w+ment )?(?:debite|preleve|facture)\w*/g,
  },
  {
    role: 'renewal',
    weight: 12,
    pattern:
      /\bverlanger\w*|\b(?:nachste|kommende|erste)\w* (?:\w+ ){0,1}(?:abbuchung|zahlung|rechnung|verlangerung|abrechnung|belastung)\w*|\babgebucht|\babbuch\w+|\bbelast\w+|\beingezogen|\beinzuziehen|\bfallig\w*|\berneuer\w+|\bproxim[oa]s? (?:\w+ ){0,1}(?:cobro|pago|renovacion|factura\w*|cargo|pagamento|cobranca|renovacao|fatura)\b|\brenova\w*|\brenuev\w+|\b(?:se (?:te |le )?|te |le )(?:cobrar|cargar)\w+|\bprossim[oa] (?:\w+ ){0,1}(?:pagamento|rinnovo|addebito|fattura\w*)|\brinnov\w+|\baddebit\w+|\bverlengd?\w*|\bvolgende (?:betaling|afschrijving|incasso|factuur)|\bafgeschreven|\bgeincasseerd|\bodnow\w*|\bodnawia\w*|\bprzedluz\w*|\bnastepn\w+ (?:platnosc|rozliczen|obciazen)\w*|\bpobran\w*|\bpobierz\w*|次回|更新|\bforny\w*|\bfornya\w*|\bvencimento\b|\bvencimiento\b|\bproxim[oa] sera\b|\bprossim[oa] sara\b/g,
  },
  {
    role: 'due',
    // Above the bare word "due", which also speaks of renewals.
    weight: 13,
    pattern:
      /(?<!\bnext (?:\w{1,12} )?)(?:\bdue(?: date| by)\b|\bdue ?(?=[:|]))|\b(?:invoice|bill) [^.]{0,40}\bdue(?: on| in)?\b|\bpay(?:able|ment)? (?:by|before)\b|\bdate limite de paiement|\ba (?:regler|payer) (?:avant|au plus tard)|\bzahlbar bis|\bfecha limite de pago/g,
  },
  {
    role: 'ends',
    weight: 14,
    pattern:
      /\b(?:un)?till?\b|(?<!\b(?:go|goes|went|gone|going) )\bthrough\b|\bthru\b|\bexpir\w+|\bends?\b|\bended\b|\bending\b(?! (?:in|with))|\bend date|\b(?:disconnection|cease|leaving|closing) date|\bvalid (?:to|through)|\bterminat\w+|\blast da(?:y|te)\b|\bend of (?:its|the|your) (?:\w+ )?(?:term|period|contract|year)(?: on)?|\bruns out\b|\bstops? (?:working|being|on)\b|\bpaid (?:up )?(?:to|until)|\bexpiry\b|\blaps\w+|\blose access|\bdeactivat\w+ on|\beffective(?: as of| on| date| from)?\b|\b(?:tak(?:e|es|ing)|into) effect\b|\bwill not (?:be )?renew\w*|\bno longer (?:be )?(?:charged|billed|renew\w*)/g,
  },
  {
    role: 'ends',
    weight: 14,
    pattern:
      /\bjusqu'(?:au|a|en)\b|\bpren\w* fin\b|\bexpir\w+|\btermin\w+(?! par)|\bs'(?:arret|achev)\w+|\bmis fin\b|\bfin (?:le|du|de|d'|effective|:)|\bdate de fin|\bvalable|\bvalid\w*|\bcess\w+|\barriv\w+ a (?:echeance|(?:son )?terme)|\bregle\w* jusqu'au|\bechoi\w*|\beffecti\w+|\bprend\w* effet|\ba effet|\bne ser\w+ (?:pas|plus) (?:renouvele|reconduit)\w*|\bne se renouvel\w+ pas/g,
  },
  {
    role: 'ends',
    weight: 14,
    pattern:
      /\bbis(?: zum)?\b|\bende[nt]\b|\bendete\b|\bablauf\w*|\blauft\b|\babgelaufen|\bgultig\w*|\bgekundigt zum|\bkundigung zum|\bzum\b|\bhasta\b|\bfinaliza\w*|\bcaduc\w+|\bvence\b|\bexpira\w*|\btermina\w*|\bvalid[oa]\b|\bfino al\b|\bscad\w+|\bate\b|\btot\b|\bverloopt|\bverlopen|\beindigt|\bgeldig|\bdo (?:dnia |konca )?$|\bwygas\w*|\bkonczy|\bwazn\w+|\bstopt\b|\beindigt\b|\bafloopt\b|\bloopt\b(?=.{0,40}\b(?:af|door)\b)|有効期限|終了日|期限|\bcaducitat|\bplatnost\w*|\bvypr[sš]\w*|\bsonu\b|\bsona erme|\blejarat\w*|\bληξη\b|срок действия|истек\w*|окончан\w*|закінч\w*|термін дії|만료|到期|过期|תוקף|\budlob\w*|\bupphor\w*|\butlop\w*|\bgaller\w*/g,
  },
  {
    role: 'ends',
    weight: 14,
    pattern:
      /\b(?:final|fin|fine|end|ende|einde|fim|koniec) (?:del|de la|de|du|des|of|der|van|do) (?:\w+ ){0,2}(?:periodo|periode|period|term|zeitraums?|mes|mois|month|monats|anno|ano|year|jahres)\b[^.]{0,40}$/g,
  },
  // "Expired as of 30 June" is over on that day, and begins nothing.
  {
    role: 'ends',
    weight: 30,
    pattern:
      /\b(?:(?:expired|ended|lapsed|terminated|stopped) (?:as of|effective|with effect from)|(?:stopt|eindigt|beeindigd|opgezegd) per) ?$/g,
  },
  // A pause that begins is no day on which it goes on.
  {
    role: 'cancelled',
    weight: 30,
    pattern:
      /\b(?:ruht|pausiert|unterbrochen|paused|on hold|en pause|suspend\w+|pausad[oa]|in pausa|gepauzeerd|wstrzyman\w+) (?:ab|vom|from|since|a partir du|depuis|du|desde|dal|vanaf|od)(?: dem| the| le| el)? ?$/g,
  },
  {
    role: 'starts',
    weight: 30,
    pattern: /\b(?:resum\w+|restart\w*|repren\w+|redemarr\w+|reanud\w+|riprend\w+|retom\w+|hervat\w*|wznow\w*)\b[^.]{0,45}$/g,
  },
  {
    role: 'charged',
    // "your first payment was made on …" outweighs the first payment.
    weight: 8,
    pattern:
      /\b(?:payment|charge|donation|invoice|renewal|instal?ment|order)s? (?:was|were|has been|have been) (?:\w+ly )?(?:made|taken|received|processed|charged|collected|issued|completed|paid|sent|generated|created)\b|\b(?:paiement|prelevement|don|versement|reglement|facture)s? (?:a|ont) ete (?:\w+ment )?(?:effectue|preleve|recu|debite|emis|enregistre|paye|regle)\w*|(?<!next )\b(?:invoice|billing|order|purchase|receipt|payment|transaction|issue)(?: was)? date|(?<!(?:next|renewal|due) (?:\w{1,12} )?)\bdate(?: paid| of \w+)?\b|\bpaid\b|\bpurchased\b|\bissued\b|\bcharged\b|\bbilled\b|\breceived\b|\bdated\b|(?<!prochaine )\bdate (?:de |d')(?:la )?(?:facture|paiement|commande|achat|emission|transaction)|\bpaye\w*|\bregle\w*|\bemise?\b|\bfacture\w* (?:le|du)|\bdebite\w*|\bpreleve\w*|\brechnungsdatum|\bdatum\b|\bbezahlt|\bzahlung vom|\brechnung vom|\bfecha\b|\bdata\b|\bpagad[oa]\b|\bpagat[oa]\b|\bbetaald|\bzaplac\w+|\b支払日|発行日|領収日/g,
  },
  {
    role: 'starts',
    weight: 10,
    pattern:
      /\b(?:re)?start(?:s|ed|ing)?\b|\bkicks? in\b|\bstarte[tn]?\b|\bfrom\b|\bsince\b|\bas of\b|\bbegin\w*|\bmember since|\bjoined\b|\bactivated on|\bcreated\b|\ba (?:partir|compter) d\w+|\bdes le\b|\bdebut\w*|\bdepuis\b|\bcommenc\w+|\bsouscri\w+|\bactive le\b|\bab\b|\bseit\b|\bbeginn\w*|\bvom\b|\bdesde\b|\ba partir de\w*|\binici\w+|\bcomienz\w+|\bdal\b|\ba partire dal|\binizi\w+|\bdecor\w+|\bcomec\w+|\bin kraft\b|\ben vigueur\b|\be[nm] vigor\b|\bin vigore\b|\bgaat in\b|\bw zycie\b|\bvanaf\b|\bmet ingang van\b|\bper $|\bresum\w+|\brepren\w+|\breprise|\breactiv\w+|\bwieder\b|\bhervat\w*|\bwznow\w*|\bretom\w+|\breanud\w+|\briprend\w+|\bsinds\b|\bod\b|\brozpocz\w+|開始/g,
  },
  {
    role: 'cancel_by',
    weight: 24,
    pattern:
      /\b(?:cancel(?!l?ed|l?ation (?:is|was|has))\w*|unsubscribe|turn off|opt out|switch off|notice|terminate)\b.{0,80}\b(?:by|before|until|prior to|no later than)\b|\b(?:call|tell|contact|let|write to|inform|reach) us\b.{0,40}\b(?:by|before|no later than)\b|\b(?:resilier|resiliez|annuler|annulez|desabonner|denoncer|opposer|desactiver|desactivez|resiliation|denonciation|non-reconduction|opposition|prevenez-nous|previens-nous|prevenir|informer|faire savoir|ecrivez-nous)\b.{0,80}\b(?:avant|jusqu'au|au plus tard)\b|\bdate limite (?:de|pour) (?:\w+ ){0,3}(?:resili\w+|non[\w-]*|denonc\w+|annul\w+|opposition)|\bdeadline\b|\bkundig(?:en|ung)\b.{0,60}\b(?:bis|vor|spatestens)\b|\b(?:cancelar|cancela|darte de baja|baja)\b.{0,60}\b(?:antes del?|hasta)\b|\b(?:keine? (?:\w+ )?verlangerung|nicht verlangern|verlangerung (?:deaktivier|abschalt|ausschalt)\w*|textform)\b.{0,80}\b(?:bis(?: zum)?|vor dem|spatestens)\b|\b(?:desactiv\w+|no renovar|no desea\w*|avisar|preaviso)\b.{0,70}\b(?:antes del?|hasta)\b|\b(?:disdett\w+|disdire|disattiv\w+|recedere|recesso)\b.{0,60}\b(?:entro|prima del)\b|\btermine per (?:la )?(?:disdetta|il recesso)|\b(?:opzeg(?!termijn|ging)\w*|automatische verlenging|niet verlengen|reageren)\b.{0,60}\b(?:voor|tot|uiterlijk)\b|\b(?:wypowiedzeni\w+|rezygnacj\w+|zrezygn\w+|wylacz\w+)\b.{0,60}\b(?:do|przed|najpozniej)\b|\btermin na \w+ (?:wypowiedzenia|rezygnacji)|\b(?:pre-?aviso|denuncia|cancele|cancelar|desativ\w+)\b.{0,60}\b(?:ate|antes de)\b/g,
  },
  {
    // "更新を希望されない場合は、Dまでに"
    role: 'cancel_by',
    weight: 40,
    pattern: /(?:希望されない|ご希望でない|解約|停止される|受付期間|受付)[^。\n]{0,12}$/g,
  },
  {
    role: 'cancelled',
    weight: 10,
    pattern:
      /\bcancel(?:l?ed|l?ation)(?: date)?(?: on)?\b|\b(?:resiliee?|annulee?)s?\b|\b(?:resiliation|annulation)\b|\bgekundigt(?: am)?\b|\bcancelad[oa]\b|\bannullat[oa]\b|\bopgezegd\b|\banulowan\w+|解約日/g,
  },
  // Until when one may think better of it.
  {
    role: 'cancel_by',
    weight: 24,
    pattern:
      /\b(?:modifier|changer d'avis|changez d'avis|annuler votre demande|change your (?:mind|request)|withdraw|widerrufen|cambiar (?:de opinion|tu solicitud)|cambiare idea|van gedachten)\b[^.]{0,60}\b(?:jusqu'au|avant(?: le)?|until|before|by|bis(?: zum)?|hasta(?: el)?|antes del?|fino al|entro il|tot|voor)\b/g,
  },
  {
    role: 'minimum_term',
    weight: 26,
    pattern:
      /\b(?:minimum (?:term|period|commitment|contract)|commitment|committed|initial term|contract term|tied in)\b.{0,60}\b(?:until|ends?|ending|through|expires?|end date|:)|\b(?:engagements?|etes engagee?s?|engagee?s? (?:pour|sur|jusqu))\b.{0,60}(?:jusqu'au|fin|prend fin|se termine|expire|:)|\bfin (?:de )?(?:votre |ta |la )?(?:periode )?d'engagement|\bmindest(?:vertrags)?laufzeit\b.{0,40}(?:\bbis|\bendet|:)|\bpermanencia\b.{0,40}\b(?:hasta|finaliza|termina)|\b(?:vincolo|durata minima)\b.{0,40}\b(?:fino al|scade|termina)|\bfidelizacao\b.{0,30}\b(?:ate|termina)|\b(?:minimale (?:looptijd|contractduur)|minimaal)\b.{0,30}\b(?:tot|eindigt)|\b(?:minimaln\w+ okres\w*|okres\w* zobowiazania|na czas okreslony)\b.{0,40}\b(?:do|konczy)/g,
  },
  { role: 'minimum_term', weight: 44, pattern: /最低(?:利用|契約)期間[^。\n]{0,14}$/g },
];

// Words behind the date: "On 5 May your plan will renew", "D kündigen", "Dまで".
const AFTER: readonly RolePattern[] = [
  { role: 'ends', weight: 30, pattern: /^ ?(?:まで|に(?:終了|失効|期限切れ))/ },
  { role: 'renewal', weight: 30, pattern: /^ ?(?:に|より)?.{0,12}(?:更新|請求|引き落とし|お支払い)/ },
  { role: 'starts', weight: 30, pattern: /^ ?(?:から|より|以降)/ },
  {
    role: 'renewal',
    weight: 4,
    pattern:
      /^.{0,60}?\b(?:will (?:be )?(?:\w+ly )?(?:renew|charge|bill|debit)\w*|renews\b|we(?:'ll| will) (?:\w+ )?(?:charge|bill|debit|issue|collect|take|draw)|(?:se renouvel|ser(?:a|ez) (?:\w+ment )?(?:renouvele|reconduit|debite|preleve|facture))\w*|verlangert sich|verlangert|abgebucht|belastet|belasten|fallig|erneuert|verlengd|verlengen|afgeschreven|se renovara|si rinnovera|sera renovad[oa]|te cobraremos|se te cobrar\w+|cobraremos|ti addebiteremo|pobierzemy|schrijven we)|^,? (?:your|votre|ta|ihr\w*|dein\w*|tu|su|la tua|a sua|je|uw) (?:next|prochaine?|nachste\w*|proxim[oa]|prossim[oa]|volgende) /,
  },
  {
    role: 'ends',
    weight: 4,
    pattern:
      /^.{0,60}?\b(?:(?:will )?(?:expires?|ends?|stops? working)\b|acaba\b|termina\b|finaliza\b|vence\b|finisce\b|scade\b|eindigt\b|verloopt\b|konczy\b|wygasa\b|se termine\b|expire\b|will (?:be )?(?:terminat|deactivat|clos)\w*|lose access|(?:prend|prendra) fin|expirera|se terminera|cessera|endet|lauft\b.{0,40}\bab\b|ablaufen|expirara|finalizara|scadra|abgelaufen|gultig)/,
  },
  {
    role: 'renewal',
    weight: 12,
    pattern:
      /^.{0,30}?\b(?:(?:vanzelf|automatisch) (?:over|door|in\b.{0,40}\buber)|will be the first\b|(?:becomes|turns into|rolls (?:over|into)|converts)\b|(?:bascule|se transforme)\w*|si trasforma|pasara a ser|passa a ser)/,
  },
  {
    role: 'starts',
    weight: 12,
    pattern:
      /^(?![^.]{0,40}\b(?:not|won't|never|no|nicht|pas|plus|non|niet|nie)\b)[^.]{0,30}?\b(?:wieder|again|de nouveau|de nuevo|di nuovo|novamente|weer|znow)\b/,
  },
  { role: 'cancel_by', weight: 16, pattern: /^.{0,12}(?:kundigen|to cancel\b|pour (?:resilier|annuler|vous opposer))/ },
];

/** Scores per role; the best is the date's role. Distances are characters between role word and date. */
export function roleOf(before: string, after: string): { role: DateRole; score: number } | null {
  let best: { role: DateRole; score: number } | null = null;
  for (const { role, weight, pattern } of BEFORE) {
    for (const match of allMatches(before, pattern)) {
      const score = 100 + weight - (before.length - match.index - match[0].length);
      if (best === null || score > best.score) best = { role, score };
    }
  }
  for (const { role, weight, pattern } of AFTER) {
    const match = pattern.exec(after);
    if (match === null) continue;
    const score = 50 + weight - match[0].length / 2;
    if (best === null || score > best.score) best = { role, score };
  }
  return best;
}
