// What stands right before (or behind) the day on which a cancelled contract ends, over folded text of all core languages. The words of a role
// (date-roles.ts) name many ends – of points, of stored files, of the time paid for –; these name the contract's. Data of pick-dates.ts.

/** A row of its own: "Service ends:", « Date d'effet : », "Gültig ab:". Of a cancellation, that is its end. */
export const END_LABEL =
  /(?:\b(?:plan|service|contract|subscription|membership|coverage|policy|access) (?:end|ends|stops|end date|expiry date)|\bend date|\blast day(?: of (?:service|cover|membership))?|\beffective (?:date|from|on|as of)|\bdate of effect|\bdate (?:d'effet|de prise d'effet|effective|de fin|de fin de contrat)|\bprise d'effet|\bfin (?:du contrat|de contrat|de l'abonnement|du service|de service)|\bdernier jour(?: de service)?|\bvertragsende|\benddatum|\bende des vertrags|\bletzter (?:vertrags)?tag|\bwirksam (?:ab|zum)|\bgultig ab|\bwirkung (?:ab|zum)|\bfecha (?:efectiva|de efecto|de efectividad|efecto|de fin|de finalizacion)|\befecto desde|\bfin (?:del servicio|del contrato)|\bultimo dia(?: de servicio)?|\bdata (?:di efficacia|di decorrenza|effetto|di fine|di cessazione|cessazione|fine)|\bin vigore dal|\bdecorrenza|\bultimo giorno|\bdata (?:efetiva|efectiva|de efeito|do efeito|de fim|de termino|de encerramento)|\bfim (?:do contrato|da vigencia)|\beinddatum|\blaatste dag|\bingangsdatum|\bmet ingang van|\bdata (?:zakonczenia|rozwiazania|wejscia w zycie)|\bostatni dzien(?: uslugi)?|\bobowiazuje od|\becheance|\bwazn[aey] do|\b(?:vigencia|cobertura) (?:se )?(?:encerrad[ao]|encerrou) em|適用日|発効日|終了日|最終利用日)(?: (?:de|of|der|della|da|do|van) (?!(?:\w+ ){0,2}(?:factur|invoice|refund|promo|offre|offer|rechnung|umfrage|period|return|retour))(?:\w+ ){0,2}\w+)?\s{0,40}(?:[:|]\s{0,40}|(?:est|sera|is|will be|ist|lautet|es|sara|e|jest) (?:fixee au |fixee le |le |au |on |am |der |el |il |em |op )?)?(?:sofort, |immediately, |immediat, )?$/;

/** "annulé à compter du D", "cancelled as of D", « résilié depuis le D »: from that day on there is nothing. */
export const GONE_FROM =
  /\b(?:annul|resili|cancel|terminat|resignation|clos|gekundigt|kundigung|beendet|cancelad|baja|annullat|disdett|recess|cessat|cessazion|disattivat|beeindigd|opgezegd|opzegging|rezygnacj|wypowiedzeni)\w*[^.]{0,80} (?:a compter du|a partir du|depuis le|a effet du|as of|effective|with effect from|from|since|ab(?: dem)?|seit(?: dem)?|zum|a partir del?|desde el|a decorrere dal|dal|sinds|vanaf|per) (?:midnight (?:on )?|minuit )?$/;

/** "Was cancelled today, D", « résilié aujourd'hui »: at once. */
export const GONE_TODAY =
  /\b(?:cancel+ed|disconnected|terminated|closed|ended|resilie\w*|annule\w*|gekundigt|beendet|abgeschaltet|cancelad\w|annullat\w|disattivat\w|opgezegd|stopgezet) (?:today|aujourd'hui|heute|hoy|oggi|hoje|vandaag),? (?:den |el |il |le |em )?$/;

/** The day of a cancellation by its verb, which is the day on which it was asked for as well: only where it lies ahead. */
export const CANCELLED_ON =
  /\b(?:resili|annul|arret|clotur)\w*(?:[^.]|(?<=\d)\.(?=\d)){0,70} le $|\bbaja\b[^.]{0,60}\b(?:con fecha(?: de)?|a fecha|el|el dia) $|\bfecha de (?:baja|cancelacion)\s{0,40}(?:[:|]\s{0,40})?$|\b(?:disattivat|cessat|annullat|disdett)\w*[^.]{0,60}\b(?:in data|il) $|\b(?:storniert|gekundigt|beendet|aufgehoben)[^.]{0,30}\b(?:per|zum|am) $|\b(?:beeindigd|opgezegd|stopgezet|afgesloten)\b[^.]{0,30}\b(?:per|op) $|\b(?:cancelad|encerrad)\w*[^.]{0,40}\b(?:em|a|no dia) $|\b(?:rozwiaz|zakoncz)\w*[^.]{0,40}\b(?:z dniem|dnia) $/;

/** The same where the verb comes behind: "wird per D storniert", "in data D … è stato disattivato". */
export const CANCELLED_BEHIND = {
  before: /\b(?:per|zum|mit|in data) $/,
  after:
    /^[^.]{0,60}\b(?:storniert|gekundigt|beendet|aufgehoben|disattivat\w|cessat\w|annullat\w|disdett\w|opgezegd|beeindigd|stopgezet|geannuleerd)\b/,
} as const;
