// How people write that they cancel, in their own words to a merchant: first person and imperatives, folded. Data for own-letter.ts. A clause
// counts with a word for what is cancelled in it or in the subject; orders, bookings and appointments are other matters.

/** A sentence that asks, declares, or hands in a letter that does. */
export const ASKS: readonly RegExp[] = [
  // English
  /\b(?:i|we)(?:'d like to| (?:hereby|would like to|want to|wish to|need to|am writing to|are writing to|am emailing to|write to|request to|have decided to|intend to))*,? (?:cancel|terminate|end|discontinue)\b/,
  /\b(?:please|kindly|i ask you to|i request that you|can you|could you)(?: please| kindly)? (?:immediately )?(?:cancel|terminate|end|discontinue|process (?:the|my|this) (?:cancellation|termination))\b/,
  /\b(?:i|we) (?:hereby |would like to |wish to |want to )?(?:request|give notice of|submit|ask for) (?:the |my |our |an? )?(?:immediate )?(?:cancellation|termination)\b/,
  /\b(?:formal|written|my|our) (?:notice|request) (?:of|for|to) (?:the )?(?:cancel|terminat)/,
  /\b(?:attached|enclosed|herewith)\b.{0,60}\b(?:cancellation|termination)\b/,
  // French
  /\b(?:je|nous) (?:vous )?(?:resilie|resilions|denonce|denoncons|mets fin|mettons fin)\b/,
  /\b(?:je|j'|nous) ?(?:vous |te )?(?:souhait|voudr|desir|veux|voulons|demand|prie|prions|inform|notifi|exerc|entend)\w*\b.{0,90}\b(?:resili|mettre fin|mettre un terme|annul(?!ation de (?:la )?commande)|denonc|me desabonner|cloturer)\w*/,
  /\b(?:veuillez|merci de|priere de|pourriez-vous|pouvez-vous)\b.{0,60}\b(?:resili|annul|mettre fin|mettre un terme|cloturer|desabonner)\w*/,
  /\b(?:par la presente|par ce courrier|par ce mail|par cet e-?mail)\b.{0,90}\b(?:resili|mettre fin|denonc|annul)\w*/,
  /\b(?:ci-joint|en piece jointe)\b.{0,60}\bresiliation\b/,
  // German
  /\b(?:hiermit )?kundigen? (?:ich|wir)\b/,
  /\b(?:ich|wir) (?:mochten?|wollen|will) .{0,90}\b(?:kundigen|beenden)\b/,
  /\bbitte .{0,60}\b(?:kundigung|kundigen|beenden)\b/,
  /\b(?:anbei|im anhang)\b.{0,60}\bkundigung\b/,
  // Spanish, Italian, Portuguese
  /\b(?:solicito|solicitamos|deseo|quiero|quisiera|les pido|comunico)\b.{0,90}\b(?:la baja|darme de baja|dar de baja|cancel\w+|rescindir|rescision|anular)\b/,
  /\b(?:desidero|voglio|vorrei|chiedo|chiediamo|intendo|comunico|richiedo)\b.{0,90}\b(?:disdire|disdetta|recedere|recesso|annullare|cessazione|cancellare)\b/,
  /\b(?:solicito|desejo|quero|gostaria de|peco|venho)\b.{0,90}\b(?:cancelar|cancelamento|rescindir|rescisao|denunciar|anular)\b/,
  // Dutch, Polish, Japanese
  /\b(?:hierbij )?(?:zeg ik|zeggen wij)\b.{0,90}\bop\b/,
  /\b(?:ik|wij) (?:wil|willen|wens|wensen|zou|zouden)\b.{0,90}\b(?:opzeggen|beeindigen|stopzetten)\b/,
  /\b(?:wypowiadam|rezygnuje z|prosze o (?:anulowanie|rozwiazanie|wypowiedzenie))\b/,
  /(?:解約|退会|キャンセル)(?:を?(?:希望|お願い|申請)|したい|いたします|させて)/,
];

/** What is cancelled: without one of these a clause is about something else. */
export const CONTRACT =
  /\b(?:subscription|membership|contract|account|policy|agreement|service|trial|plan|renewal|abonnement|contrat|forfait|adhesion|formule|compte|assurance|ligne|offre|engagement|mutuelle|abo|vertrag|mitgliedschaft|tarif|suscripcion|contrato|cuenta|servicio|linea|membresia|abbonamento|contratto|servizio|iscrizione|assinatura|servico|conta|contract|lidmaatschap|umow\w|subskrypcj\w|abonament\w?)\b|契約|会員|サブスク|プラン|定期/;

/** The subject line of such a mail, by itself. */
export const SUBJECT =
  /\b(?:resiliation|cancel(?:lation)?|terminat(?:e|ion)|denonciation|kundigung|baja|cancelacion|rescision|disdetta|recesso|cancelamento|rescisao|opzegging|wypowiedzenie|rezygnacja)\b|解約|退会/;

/** It is only asked about, weighed, denied, or long done. */
export const VOIDS: readonly RegExp[] = [
  /\b(?:how (?:do|can|to|could|would)|what happens|comment|wie kann|wie kundige|como (?:puedo|posso|cancelar|faco)|come (?:posso|si|faccio)|hoe (?:kan|zeg)|jak )/,
  /\b(?:do not|don't|not|never|ne (?:souhait|veu|desir|voul)\w* (?:pas|plus)|pas (?:resilier|annuler)|nicht|no (?:quiero|deseo)|non (?:voglio|desidero)|nao (?:quero|desejo)|niet|nie (?:chce|wypowiadam))\b.{0,30}\b(?:cancel|terminat|end|resili|annul|kundig|baja|disd|opzeg|wypow)/,
  /\b(?:if (?:i|we)|unless|before i|si (?:je|nous)|sinon|a defaut|wenn (?:ich|wir)|falls|si (?:no|decido)|se (?:decido|non|nao)|als ik|jesli)\b/,
  /\b(?:thinking (?:of|about)|considering|might|may want|j'envisage|je reflechis|je pense a|uberlege|estoy pensando|sto pensando|overweeg)\b/,
  /\b(?:i|we) (?:have |had )?(?:already |previously )?(?:cancelled|canceled|terminated)\b|\bj'ai (?:deja )?(?:resilie|annule)|\bhabe .{0,60}gekundigt\b|\b(?:he|ho|ja) (?:cancelado|disdetto)\b/,
];

/** What else people cancel. */
export const OTHER_MATTERS =
  /\b(?:order|booking|reservation|appointment|meeting|flight|ticket|delivery|commande|rendez-vous|rdv|vol|billet|livraison|bestellung|buchung|termin|flug|pedido|reserva|cita|vuelo|ordine|prenotazione|appuntamento|volo|encomenda|voo|bestelling|afspraak|vlucht|zamowieni\w+|rezerwacj\w+|wizyt\w+)\b/;
