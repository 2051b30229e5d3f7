// How sentences name a plan: a name bound to a contract noun, to what comes in boxes, to a trial, or standing right beside its price. A loose
// pattern has a low score. Data of extract-plan-phrases.ts.

export const CONTRACT =
  'plans?|subscription|membership|tier|package|pass|formule|abonnement|forfait|offre|souscription|adhesion|tarif|abo|paket|mitgliedschaft|suscripcion|plan|membresia|abbonamento|piano|plano|assinatura|abonament\\w*|subskrypcj\\w|pakket|lidmaatschap';
// Capitalised words bound to a contract noun. Case matters, so these run on the text as written.
export const NAME =
  "((?:[\\p{Lu}\\d](?:[\\p{L}\\d+&'’@_-]|\\.(?=[\\p{L}\\d])){0,24})(?: (?:(?:de|du|des|of|and|et|&|\\+|y|und|per|con|da|do|di|del|della|voor) )?[\\p{Lu}\\d](?:[\\p{L}\\d+&'’_-]|\\.(?=[\\p{L}\\d])){0,24}){0,5}(?: (?:with|avec|sans|mit|ohne|con|sin|senza|com|sem|met|zonder|bez) (?:[Aa]ds|[Pp]ub(?:licité)?|[Ww]erbung|[Aa]nuncios|[Pp]ubblicità|[Rr]eclame|[Rr]eklam(?:ami)?))?)";
const RHYTHM =
  '(?:mensuel(?:le)?|annuel(?:le)?|hebdomadaire|trimestriel(?:le)?|semestriel(?:le)?|mensual|anual|semanal|trimestral|semestral|mensile|annuale|settimanale|trimestrale|semestrale|mensal|miesięczn\\p{L}+|roczn\\p{L}+)';
export const BOUND: readonly { readonly rule: string; readonly score: number; readonly pattern: RegExp }[] = [
  {
    score: 26,
    pattern: `\\b(?:[Yy]our|[Tt]he|[Oo]ur|[Aa]n?|[Nn]ew|[Tt]o|[Ff]or) (?:(?:annual|monthly|yearly|weekly|paid|\\p{Ll}{3,8}-(?:month|year)) )?${NAME} (?:[Ss]ubscription|[Pp]lan|[Mm]embership|[Tt]ier|[Pp]ackage|[Tt]rial|[Ll]icen[sc]e|[Pp]ass|[Cc]ontract|[Tt]ariff|[Mm]ember|[Pp]olicy|[Cc]over)\\b`,
  },
  {
    score: 24,
    pattern: `(?<!\\b(?:can|could|may|to|please|always|and|or) )\\b(?:upgraded?|downgraded?|switched|changed|moved|subscribed|subscription|membership|plan) (?:from [\\p{L}\\d &+'-]{2,30} |\\w+ )?to (?:the |our )?${NAME}`,
  },
  {
    score: 22,
    pattern: `\\b(?:[Ff]ormule|[Ff]orfait|[Pp]lan|[Pp]lano|[Pp]iano|[Tt]arif|[Tt]aryf[aęy]|[Pp]akiet|[Pp]akket|[Pp]lanu|[Cc]ontrat|[Cc]ontrato|[Cc]ontratto|[Ll]icence|[Ll]icencia|[Ll]icenza|[Oo]ferta|[Oo]fferta|[Tt]ariffa|[Cc]uota|[Qq]uota|[Pp]óliza|[Pp]olizza|[Aa]pólice|[Pp]olis[aęy]?|[Tt]essera|[Kk]arnet|[Pp]aquete|[Pp]acchetto|[Pp]acote|[Bb]ono|[Aa]bono|[Pp]renumerat[aęy]|[Hh]ébergement) (?:${RHYTHM} )?${NAME}`,
  },
  {
    score: 20,
    pattern: `\\b(?:(?:[Pp]roef|[Jj]aar|[Mm]aand|Probe|Jahres|Monats|[Dd]igitaal )?[Aa]bonnement|Probeabo|[Ss]ouscription|[Aa]dhésion|[Oo]ffre|[Ss]uscripción|[Aa]ssinatura|[Aa]bbonamento|[Aa]bonament|[Mm]embresía|[Ii]scrizione|[Mm]itgliedschaft|[Ll]idmaatschap|[Mm]edlemskab|[Mm]edlemskap|[Ii]nscrição|[Aa]ssociação|[Ss]ubskrypcj[aęi]|[Aa]bonamen(?:tu|t|cie|tem)|[Pp]renumera(?:cie|ty|cję)|[Pp]lanie|[Pp]akie(?:cie|tem)|[Tt]aryfie|[Oo]fer(?:cie|ty)|[Kk]arnetu)(?: (?:${RHYTHM}))?(?: (?:à|au|a|al|do|da|de|per|ao|für|za))? (?:(?:l['’]|la |le |el |os |o |il )?(?:offre|formule|plan|plano|piano)? ?)?${NAME}`,
  },
  {
    score: 24,
    pattern: `\\b(?:[Ii]hr(?:e[snrm]?)?|[Dd]ein(?:e[snrm]?)?|[Dd]as|[Dd]ie|[Jj]e|[Uu]w|[Dd]in|[Dd]itt) ${NAME}[ -](?:Abonnement|Abo|Mitgliedschaft|Tarif|Paket|Vertrag|Lizenz|contract|licentie|pakket|abonnement|lidmaatschap|prenumeration|medlemskap|Plan|plan)`,
  },
  {
    score: 23,
    pattern: `\\b(?:Vertrag(?:e?s)?|Tarif(?:e?s)?|Paket(?:e?s)?|Abos?|Abonnements?|Lizenz|Kiste) (?:„|")?${NAME}`,
  },
  // In brackets behind the contract: "Ihr Abonnement der Zeitung (Digital Plus)".
  {
    score: 21,
    pattern: `\\b(?:[Aa]bonnement|Abo|[Ss]ubscription|[Mm]embership|Mitgliedschaft|[Aa]dhésion|[Ss]uscripción|[Aa]bbonamento|[Aa]ssinatura|[Ll]idmaatschap|[Aa]bonament|[Pp]olicy|[Cc]ontrat|Vertrag)(?: [\\p{L}\\d&'’-]{1,25}){1,5} \\(${NAME}\\)`,
  },
  // "Our variable tariff, Flexible Green, …"
  {
    score: 19,
    pattern: `\\b(?:tariff|plan|membership|formule|offre|forfait|tarif|Tarif|tarifa|tariffa|plano|piano|pakket|tarief|taryfa), ${NAME}(?=[,.])`,
  },
  // What only some houses call a plan: "grupo Amigos", "modalidad Hogar", "niveau Argent", "quota come Socio Sostenitore".
  {
    score: 17,
    pattern: `\\b(?:[Gg]rupo|[Nn]ível|[Nn]ivel|[Nn]iveau|[Ll]ivello|Stufe|[Cc]atégorie|[Cc]ategoría|[Mm]odalidad|[Mm]odalità|[Mm]odalidade|[Ee]dition|Variante|[Vv]ariante|[Oo]ption|[Oo]pción|[Oo]pzione|[Oo]pção|[Bb]ouquet|[Cc]over|[Ww]ariant\\p{Ll}*|[Oo]pcj\\p{Ll}+|quota come|cuota de|lid als|member as|als) (?:d[aoe] )?${NAME}`,
  },
  // What the reader is on or took: "you're now on Copper", « vous avez choisi Sérénité », "je hebt gekozen voor Groen Vast".
  {
    score: 14,
    pattern: `\\b(?:[Yy]ou(?:['’]re| are) (?:now |currently )?on|[Yy]ou(?:['’]ve| have) (?:chosen|picked|selected|taken out|signed up (?:for|to)|joined)|[Vv]ous êtes (?:désormais |maintenant )?(?:sur|en)|[Vv]ous avez (?:choisi|souscrit(?: à)?|opté pour)|[Hh]as (?:elegido|contratado)|[Hh]ai (?:scelto|attivato|sottoscritto)|[Ee]scolheu|[Gg]ekozen voor|[Ww]ybrał\\p{Ll}*|entschieden für) (?:the |our |la |le |l['’]|die |das |den |el |il |o |het |de )?(?:formule |offre |plan |tarif |Tarif |piano |plano |pakket |tarifa )?${NAME}`,
  },
  // What comes in boxes, and passes: the thing goes by its whole name. "This week's Family Veg Box", « votre Panier Duo », "tu Cesta Mediana".
  {
    score: 18,
    pattern: `\\b(?:[Yy]our|[Tt]his (?:week|month)['’]s|[Jj]e|[Uu]w|[Dd]einer?|[Ii]hrer?|[Tt]woj[aą]) (?:\\p{Ll}{4,12} )?((?:[\\p{Lu}\\d][\\p{L}\\d&'’-]{1,20} ){1,3}(?:Box|Bag|Pass|Kit|Crate|Basket|Hamper|Bundle|Railcard|Travelcard|Ticket|Pas|Kaart|Pakket))\\b`,
  },
  {
    score: 18,
    pattern: `(?:(?<!\\p{L})(?:[Vv]otre|[Tt]on|[Ll]e|[Tt]u|[Ss]u|[Tt]u[ao]|[Ss]eu|[Ss]ua|[Jj]e|[Uu]w|[Dd]eine|[Ii]hre|[Tt]woj[aą])|:) ((?:Panier|Box|Colis|Carte|Pass|Cesta|Caja|Tarjeta|Tarifa|Abono|Cassetta|Scatola|Tessera|Cabaz|Caixa|Cartão|Skrzynka|Paczka|Karnet|Kiste|Pakket)(?: [\\p{Lu}\\d][\\p{L}\\d+&'’-]{0,20}){1,3})`,
  },
  // "Your trial of Sundial Focus", "prova gratuita di Chef", "we have your request to cancel SIM Only 30GB".
  {
    score: 16,
    pattern: `\\b(?:[Tt]rial of|[Tt]rial for|[Ss]ubscription (?:to|for)|[Mm]embership (?:of|for)|[Rr]equest to cancel|[Ee]ssai (?:gratuit )?(?:de la formule |de |d['’])|[Pp]rova (?:gratuita )?di|[Pp]rueba (?:gratuita )?de|[Aa]valiação (?:gratuita )?d[oe]|[Pp]robezeit für|testest (?:du )?|testen Sie|[Pp]roefperiode van) ?(?:the )?${NAME}`,
  },
  // Right beside its price: "betaalt u voor Groen Vast € 9,95", "13,99 € for Streamhouse Premium".
  { score: 13, pattern: `\\b(?:for|pour|für|por|per|voor|za) ${NAME}(?= (?:at |à |zu |van |de |di )?(?:[€£$¥]|R\\$|\\d))` },
  {
    score: 13,
    pattern: `\\d(?: ?(?:€|£|zł|kr|EUR|USD|GBP|PLN|CHF))?(?: TTC)? (?:for|pour|für|por|per|voor|za) (?:the |your |le |la |l['’]|das |die |het |de |tu |la tua |il tuo )?${NAME}`,
  },
  // "The $29.00 monthly fee for Select Premium", "€ 11,99 per maand voor Onbeperkt".
  {
    score: 15,
    pattern: `\\b(?:[Ff]ee|[Pp]ayment|[Cc]harge|[Mm]onth|[Yy]ear|[Cc]otisation|[Pp]aiement|[Pp]rélèvement|[Mm]ois|[Bb]eitrag|Monat|Jahr|[Cc]uota|[Pp]ago|mes|[Cc]anone|mese|[Mm]ensalidade|mês|maand|jaar|[Oo]płat[aęy]|miesiąc) (?:for|pour|für|por|per|voor|za) (?:the |your |votre )?${NAME}`,
  },
  // "Ihre BahnCard 25", "Your VPS 4", "votre Mobil 10": a name with a figure.
  {
    score: 15,
    pattern: `(?<!\\p{L})(?:[Yy]our|[Ii]hre?|[Dd]eine?|[Vv]otre|[Tt]on|[Tt]u|[Ll]a tua|[Ii]l tuo|[Ss]eu|[Ss]ua|[Jj]e|[Uu]w) (\\p{Lu}[\\p{L}&'’-]{1,20}(?: \\p{Lu}[\\p{L}&'’-]{1,20})? \\d{1,4}(?:[A-Z]{1,2})?)(?= \\p{Ll}|[.,])`,
  },
  // "Gold will renew on …", "SIM Max will stop working", "wordt Internet Max € 59,50".
  {
    score: 12,
    pattern: `(?:^|[.!?] |\\bthat )${NAME}(?= (?:will (?:renew|end|stop|continue)|renews|ends|expires|has been cancelled|is cancelled|se renouvelle|sera renouvelé|verlängert sich|se renovará|si rinnoverà)\\b)`,
  },
  {
    score: 13,
    pattern: `\\b(?:wordt|kost|costs|coûte|coûtera|kostet|cuesta|costará|costa|costerà|custa|custará|kosztuje) ${NAME}(?= ?(?:[€£$]|R\\$)| \\d| monatlich| jährlich)`,
  },
  { score: 21, pattern: `\\b(?:[Ll]evel|[Pp]lan|[Tt]ier) (?:is (?:now )?)?${NAME}` },
  {
    score: 14,
    pattern: `\\b[Yy]our ${NAME}(?= (?:(?:has|have) (?:been |now )?(?:renewed|expired|suspended|paused|cancell?ed|activated|reactivated)|is now|was (?:renewed|suspended|cancell?ed)|that was)\\b)`,
  },
  { score: 18, pattern: `^(?:[Cc]onfirmation ?: |[Rr]e: )?${NAME} (?:[Ss]ubscription|[Mm]embership|[Pp]lan)\\b` },
  {
    score: 19,
    pattern: `\\b(?:[Oo]rder|[Pp]roduct|[Ss]ervice|[Ss]ubscription|[Mm]embership|[Pp]lan|[Ll]evel) (?:for |of |named |called )?(?:the )?${NAME}(?= (?:has|is|was|will|have|expires|ends|renews)\\b)`,
  },
]
  .map(({ score, pattern }) => ({ rule: 'plan.bound', score, pattern: new RegExp(pattern, 'gmu') }))
  .toSorted((a, b) => b.score - a.score);

// "Your Direct Debit has been cancelled" speaks of no plan.
export const NO_CONTRACT =
  /\b(?:account|card|id|debit|order|invoice|password|payment|profile|e-?mail|receipt|address|request|device|session|registration|booking|reservation|ticket|appointment|bill|receipts?|team|support|payment method|store|app|website|address|debit|gmbh|ltd|inc)s?$/iu;
