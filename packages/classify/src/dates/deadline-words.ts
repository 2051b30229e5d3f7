// The words by which a mail names the last day to cancel, by language, in folded text: the act that is still to be done, and what stands in front of
// the day. How they are put together: cancel-deadline.ts.

export interface DeadlineWords {
  /** What would end the contract. Never its past: "cancelled by" names who did it. */
  readonly act: string;
  /** The day that follows is the last one: "by", "jusqu'au". */
  readonly through: string;
  /** The day before is: "before", "avant". */
  readonly before: string;
  /** Labels whose value is the day: "last day to cancel:". */
  readonly label: string;
}

const NOT_RENEWED_FR =
  "non[- ]?(?:reconduction|renouvellement)|ne (?:pas|plus) (?:vous |te )?(?:le |la |les )?(?:reconduire|renouveler|reconduit\\w*|poursuivre)|ne (?:le |la )?(?:souhait|voul|desir|veu)\\w* (?:pas|plus) (?:[\\w']+ ){0,5}?(?:reconduire|renouveler|reconduit\\w*|renouvel\\w+|poursui\\w+|continu\\w+|prolong\\w+|debite|preleve)\\w*";

export const DEADLINE_WORDS: readonly DeadlineWords[] = [
  {
    act: "(?:avoid|prevent|stop|decline)(?:ing)? (?:the |this |your |another )?(?:auto\\w*[- ])?renewal|notice (?:must|has to|should) (?:be given|reach us|be received)|(?:\\w{2,6}n't|not) (?:been )?cancell?ed|(?:we )?(?:\\w{2,6}n't|not) hear from you|cancel(?:ling|ing|lations?|s)?|unsubscrib\\w*|opt(?:ing)?[- ]out(?! of (?:arbitration|marketing|the new|our|data|sharing|paper|emails?))|(?:turn|switch)(?:ing)? (?:it |this |your )?(?:[\\w-]+ )?off|disabl(?:e|ing)|terminat(?:e|ing|ion)|end (?:your|the|this) (?:subscription|contract|membership|plan|agreement|policy)|non-?renewal|(?:\\w{2,6}n't|not) (?:to )?(?:\\w+ )?renew|(?:\\w{2,6}n't|not) (?:want|wish|like) (?:[\\w']+ ){0,6}?(?:renew|continue|extend|carry on|charged|billed)\\w*|giv(?:e|ing) (?:us )?(?:\\w+ )?notice|stop (?:your|the|this|it|auto\\w*)|leave(?: us)?(?= (?:free|without|at no|before|by|until|no later))",
    through:
      'on or before|(?:no|not) later than|latest by|at the latest (?:by|on)|up to and including|(?:up )?until|till|through|up to|by|before or on',
    before: 'before|prior to|ahead of',
    label:
      '(?:last|final|latest) (?:possible )?(?:day|date) (?:on which you can |for you |you can |to |for )(?:cancel\\w*|terminat\\w*|opt out|turn off|giv\\w* notice|non-?renew\\w*)(?: \\w+){0,4}|(?:cancel(?:l?ation)?|non-?renewal|termination|opt-out|notice) (?:deadline|cut-?off)(?: date)?|deadline (?:to|for) (?:cancel\\w*|terminat\\w*|non-?renew\\w*|opting out|giving notice)(?: \\w+){0,4}|cancel(?:lable)?[- ]by(?: date)?',
  },
  {
    act: `eviter (?:le |la |ce |cette |son |sa )?(?:renouvellement|reconduction)|(?<=^ {0,2}|[,:] {0,2})(?:resilie|annule)|resili(?:er|ez|ations?|iez|able)|annul(?:er|ez|ation)|desabonn(?:er|ez|ement)|denonc(?:er|ez|iation)|${NOT_RENEWED_FR}|oppos(?:er|ez|ition)|mett(?:re|ez) (?:un terme|fin)|desactiv(?:er|ez|ation)|arret(?:er|ez)|interromp(?:re|ez)|refus(?:er|ez)|rompre|quitter|(?:n'est|n'a|n'etait) pas (?:ete )?resilie|sauf avis contraire(?: de votre part)?|sans (?:reponse|nouvelles?|opposition|demande) (?:[\\w']+ ){0,3}de votre part`,
    through: "(?:(?:et )?(?:ce|cela) )?jusqu'(?:au|a)|(?:et )?au plus tard(?: le| a| jusqu'au)?|d'ici(?: le| au| a)?|avant ou le",
    before: 'avant',
    label: `(?:date|jour|delai) (?:limite|butoir|ultime)(?:[ '](?:de|d|pour|a|laquelle|prevue?|du|vous|la|l|votre|un|une|le|exercice|exercer|envoi|reception|droit|faculte|pouvez|notifier|demander|faire|cette|toute|s|t)){0,8}[ '](?:resili\\w+|${NOT_RENEWED_FR}|denonc\\w+|annul\\w+|oppos\\w+|desabonn\\w+)(?: [\\w']+){0,4}|dernier jour pour (?:vous |te |le |la |l')?(?:resilier|annuler|desabonner|denoncer|vous opposer|ne pas \\w+)(?: [\\w']+){0,4}|resiliable`,
  },
  {
    act: 'ohne ruckmeldung|verlangerung (?:zu )?(?:vermeiden|verhindern|stoppen)|kundig(?:en|e|st|ung)|kundbar|(?:schalten?|stellen?) (?:\\w+ ){0,4}verlangerung|abbestell\\w*|beend(?:en|e|est)|stornier(?:en|e|ung)|(?:deaktivier|abschalt|ausschalt)\\w*|(?:nicht|keine) (?:\\w+ )?verlanger\\w*|sonderkundigung\\w*|zu kundigen|(?:nicht|ohne) (?:\\w+ )?gekundigt',
    through:
      '(?:spatestens )?bis(?: (?:zum|spatestens|einschliesslich|inklusive|am|einschl\\.)){0,3}|spatestens(?: (?:am|zum|bis|bis zum))?',
    before: 'vor(?: dem)?',
    label:
      '(?:letzter|spatester|letztmoglicher|nachstmoglicher) (?:kundigungs(?:termin|tag|zeitpunkt)|tag (?:zur|fur die|der) kundigung)|kundigungs(?:frist|termin|schluss)(?: (?:endet|lauft|ablauf|bis|ist|am)){0,3}(?: ab)?|kundigung (?:moglich )?bis(?: zum| spatestens)?|kundbar bis(?: zum)?|frist (?:zur|fur die) kundigung(?: (?:endet|bis))?(?: am| zum)?',
  },
  {
    act: 'evitar (?:la|su|tu) renovacion|cancel(?:ar(?:l[oa]s?|se|te)?|as?|an?|es?|en|acion)|dar(?:te|se|me|nos)? (?:de )?(?:la )?baja|(?:solicit|tramit|ped|comunic|notific|curs)\\w+ (?:la |tu |su )?baja|no (?:renov\\w+|(?:dese|quier)\\w+ (?:\\w+ ){0,5}?(?:renov|renuev|continu|segu|prorrog)\\w*)|desactiv(?:ar|a|e|acion)\\w*|anul(?:ar|as?|es?|acion)\\w*|rescindir|rescision|resolver (?:el|su|tu) contrato|poner fin|oponer(?:te|se)|no renovacion',
    through: '(?:y )?hasta(?: el)?(?: dia)?|a mas tardar(?: el)?|como (?:muy tarde|maximo)(?: el)?|no mas tarde del?',
    before: 'antes del?(?: dia)?',
    label:
      '(?:fecha|dia|plazo) (?:limite|maxim[oa]|tope) (?:para|de|del) (?:(?:la|tu|su|el|poder|solicitar|tramitar|darte|darse) ){0,3}(?:cancel\\w+|(?:de )?baja|anul\\w+|resol\\w+|rescis\\w+|no renov\\w+)(?: \\w+){0,4}|ultimo dia para (?:cancelar|anular|darte de baja|darse de baja|no renovar|rescindir)(?: \\w+){0,4}',
  },
  {
    act: "evitare il rinnovo|non (?:\\w+ ){0,2}disdett\\w|disd(?:ire|etta|ici|ica|irlo|irla)|annull(?:are|a|i|amento|arlo|arla)|cancell(?:are|a|i|arsi|azione)|disattiv(?:are|a|i|azione|arlo|arla)|rece(?:dere|da|di|sso)|non (?:\\w+ )?(?:rinnov\\w+|(?:desider|vuo|vogli)\\w* (?:[\\w']+ ){0,5}?(?:rinnov|prosegu|continu|prorog)\\w*)|interromp(?:ere|a|i)|risolvere il contratto",
    through:
      '(?:e )?(?:entro|fino)(?: (?:e non oltre|il|al|le|la|giorno|ore|\\d{1,2}(?:[:.]\\d{2})?|mezzanotte|del))*|(?:e )?non oltre(?: il)?|al piu tardi(?: (?:il|entro|entro il))?',
    before: 'prima (?:del(?: giorno)?|di)',
    label:
      '(?:termine|data|scadenza|giorno)(?: (?:ultim[oa]|limite|massim[oa]))? (?:per|della|di) (?:(?:la|il|una|inviare|esercitare|poter|comunicare|presentare) ){0,3}(?:disd\\w+|recess\\w+|recedere|annull\\w+|cancell\\w+|disattiv\\w+|non rinnov\\w+)(?: \\w+){0,4}|ultimo giorno (?:utile )?per (?:disdire|annullare|cancellare|recedere|la disdetta|disattivare)(?: \\w+){0,4}',
  },
  {
    act: 'evitar a renovacao|nao (?:for|seja) cancelad[oa]|cancel(?:ar|e|es|a|amento|ar-se|a-l[oa])|cancela-[lo]a?|rescind(?:ir|a)|rescisao|denunci(?:ar|e|a)|nao (?:renov\\w+|(?:pretend|desej|quis|quer|queir)\\w* (?:\\w+ ){0,5}?(?:renov|continu|prossegu|prolong)\\w*)|desativ(?:ar|e|a|acao)|opor-se|oposicao|por fim|anular?',
    through:
      '(?:e )?ate(?: (?:ao?|o|as))?(?: dia| fim do dia)?|o mais tardar(?: (?:a|em|no dia|ate|ate ao?))?|no maximo(?: ate)?(?: (?:ao?|o|dia))*|impreterivelmente ate(?: (?:ao?|o|dia))*',
    before: 'antes d[eo](?: dia)?',
    label:
      '(?:data|prazo|dia)[- ]?(?:limite|maxim[oa]|final) (?:para|de|do) (?:(?:o|a|seu|sua|poder|efetuar|solicitar|pedir) ){0,3}(?:cancel\\w+|rescis\\w+|rescindir|denunci\\w+|nao renov\\w+|oposicao|desativ\\w+)(?: \\w+){0,4}|ultimo dia para (?:cancelar|rescindir|denunciar|nao renovar|desativar)(?: \\w+){0,4}',
  },
  {
    act: "verlenging (?:te )?voorkomen|opzeg(?:gen|ging|t|baar)?|op te zeggen|zeg(?:t|gen)? (?:[\\w']+ ){0,4}op|annule(?:ren|er|ring|ert)|stop(?:zetten|zet|pen)?|beeindig(?:en|ing|t)?|niet (?:\\w+ )?(?:verleng\\w*|(?:wil|wenst)\\w* (?:[\\w']+ ){0,6}?(?:verleng|doorga|voortzet)\\w*)|zeg(?: dan|t u)?|(?:uit|af)(?:schakelen|zetten|melden)|(?:schakel|zet|meld)t? (?:[\\w']+ ){0,5}(?:uit|af)",
    through: '(?:uiterlijk )?(?:tot en met|t/m)(?: [\\w]*dag)?|uiterlijk(?: (?:op|per|tegen))?|niet later dan|op of voor',
    before: '(?:uiterlijk )?(?:voor|tot)',
    label:
      "(?:uiterste|laatste|uiterlijke) (?:opzeg(?:datum|dag|moment)|dag (?:om|waarop)(?: [\\w']+){0,4} (?:op te zeggen|te annuleren|opzeggen)|(?:datum|dag) (?:voor|van) (?:opzegging|annulering))|opzeg(?:datum|deadline)|op te zeggen (?:tot en met|uiterlijk)|opzegbaar (?:tot en met|uiterlijk)",
  },
  {
    act: 'uniknac (?:przedluzeni|odnowieni)\\w+|z?rezygn(?:owac|acj[aiei]\\w*|uj\\w*)|wypowied\\w+|wypowiadac|anulow(?:ac|ani[ea])|anuluj\\w*|wylacz\\w*|dezaktyw\\w*|rozwiaz(?:ac|ani[ea])|nie (?:przedluz\\w*|odnaw\\w*|(?:chc|zycz)\\w+ (?:\\w+ ){0,5}?(?:przedluz|odnow|odnaw|kontynu)\\w*)|odstapic od przedluzenia|zakoncz(?:yc)? (?:umow|subskrypcj)\\w*',
    through: '(?:najpozniej )?do(?: (?:dnia|konca dnia))?|najpozniej(?: (?:w dniu|dnia|do dnia))?|nie pozniej niz(?: (?:do|w dniu|dnia))?',
    before: 'przed(?: dniem)?',
    label:
      '(?:ostateczny |koncowy )?termin (?:na |zlozenia |do )?(?:\\w+ ){0,2}(?:wypowiedz\\w+|rezygnacj\\w+|anulowani\\w+)(?: \\w+){0,3}|ostatni dzien (?:na |zlozenia |do )?(?:\\w+ ){0,2}(?:wypowiedz\\w+|rezygnacj\\w+|anulowani\\w+)(?: \\w+){0,3}',
  },
];
