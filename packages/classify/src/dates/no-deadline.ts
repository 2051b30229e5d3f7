// Days that stand beside the word "cancel" and are no last day before a renewal: a refund or a withdrawal within days of a purchase, an order, a day
// before which nobody can leave, an early one that costs a fee. Asked by cancel-deadline.ts, in folded text.
import { allMatches } from '../all-matches.ts';

/** @param head what stands in front of the words that name the day. */
export function isSomethingElse(head: string, before: string, after: string, around: string): boolean {
  const sentence = `${before} ${after}`;
  const told = before.slice(head.length);
  if (CANNOT.test(before) || CANNOT.test(after.slice(0, 60))) return true;
  if (allMatches(sentence, REFUND).some(({ index }) => !NONE_OF.test(sentence.slice(0, index)))) return true;
  if (MIND.test(before) || AVOIDED.test(before) || WITHDRAWAL.test(around)) return true;
  // "If you leave before D, a fee is due": a day until which it costs more.
  if (IF.test(before) && allMatches(sentence, FEE).some(({ index }) => !NONE_OF.test(sentence.slice(0, index)))) return true;
  if (BELONGING.test(told)) return true;
  return OBJECT.test(before.replaceAll('in order to', '')) && !CONTRACT.test(told) && !CONTRACT.test(head);
}

const CANNOT =
  /\b(?:cannot|can't|can not|may not|not (?:be )?possible|unable to|impossible|pas possible|(?:ne|n')(?: \w+)? ?(?:pouv|peu|pourr)\w* (?:pas|plus)|nicht moglich|ausgeschlossen|fruhestens|(?:kann|konnen|kannst) (?:\w+ ){0,5}(?:nicht|kein\w*)|no (?:se )?(?:pued\w+|podr\w+|es posible)|non (?:si )?(?:puo|puoi|possono|potr\w+|e possibile)|nao (?:se )?(?:pode\w*|e possivel)|(?:kan|kunt|kun|kunnen) (?:[\w']+ ){0,5}niet|niet mogelijk|nie (?:mozna|mozesz|moze|moga|jest mozliw\w*))\b|できません/;
/** "Pay by D to avoid cancellation." */
const AVOIDED =
  /\b(?:avoid|prevent|eviter|vermeiden|evitar|evitare|voorkomen|uniknac) (?:[a-z']+ ){0,2}?(?:cancel\w*|terminat\w*|resiliation|annulation|kundigung|cancelacion|disdetta|cancellazione|cancelamento|opzegging|anulowani\w*)\b/;
const REFUND =
  /\b(?:refund\w*|money back|rembours\w+|\w*erstatt\w+|geld zuruck|reembols\w+|devolucion|devolucao|rimbors\w+|terugbetal\w+|geld terug|restitutie|zwrot\w*)|返金/g;
const FEE =
  /\b(?:early (?:termination|exit)|fees? (?:will|may|apply|applies|is|are)|penalt\w+|remaining (?:balance|months)|frais|indemnit\w+|penalit\w+|\w*gebuhr\w*|restbetrag|penaliza\w+|penale|penali|multa|boete|kosten|oplat\w+)|違約金|解約金/g;
const NONE_OF =
  /\b(?:no|not|non|without|free of|sans|aucun\w*|pas de|kein\w*|ohne|sin|ningun\w*|senza|nessun\w*|sem|nenhum\w*|geen|zonder|bez|avoid\w*|evite\w*) (?:[\w'-]+ ){0,2}$/;
const IF =
  /\b(?:if you|si (?:vous|tu)|wenn (?:sie|du)|si (?:cancel|anul|te das|se da)\w*|se (?:disd|annull|cancell|cancel|reced)\w*|als (?:je|u)|jesli|jezeli)\b/;
const MIND =
  /\b(?:change (?:of |your )?mind|(?:your|this) request(?! to (?:cancel|end|terminate))|changer? d'avis|changez d'avis|(?:votre|ta|cette) demande(?! de (?:resili|non|denonc|desabonn))|meinung|ihre anfrage|cambiar de opinion|(?:tu|su) solicitud(?! de (?:baja|cancel))|cambiare idea|(?:la tua|sua) richiesta(?! di (?:disdetta|recesso|cancell|annull))|mudar de ideias?|(?:o seu|seu) pedido(?! de (?:cancel|rescis))|van gedachten|je verzoek|zmienic zdani\w+|undo|reactivat\w+|reactiver|reaktivier\w+)\b/;
/** The right of the first days: it undoes the purchase, and says nothing of the renewal. */
const WITHDRAWAL =
  /\b(?:retract\w+|widerruf\w*|withdraw(?:al)?\b(?! money)|cooling[- ]off|desistimiento|desistir|ripensamento|(?:diritto|facolta) di recesso|livre resolucao|arrependimento|herroep\w*|bedenktijd|odstapi(?:c|eni\w+) od umowy)|クーリング/;
const OBJECT =
  /\b(?:orders?|bookings?|reservations?|appointments?|deliver(?:y|ies)|shipments?|(?:next|this|upcoming|your) box(?:es)?|meals?|tickets?|flights?|lessons?|(?:these|our|such|marketing|promotional) emails?|newsletters?|commandes?|livraisons?|colis|paniers?|rendez-vous|seances?|billets?|bestellung\w*|buchung\w*|lieferung\w*|pedidos?|reservas?|citas?|entregas?|ordin[ei]|prenotazion[ei]|consegn[ae]|appuntament[oi]|encomendas?|bestelling\w*|boeking\w*|reservering\w*|levering\w*|zamowieni\w+|rezerwacj\w+|dostaw\w*)\b|注文|予約|配送|お届け/;
/** What is turned off or given up instead of the contract. In front of the act these speak of something else: "your card is charged unless". */
const BELONGING =
  /\b(?:cards?|devices?|notifications?|alerts?|carte|appareils?|karte|gerat\w*|tarjeta|dispositivo|carta|cartao|kaart|apparaat|kart[aey]|urzadzeni\w+)\b/;
const CONTRACT =
  /\b(?:subscriptions?|memberships?|contracts?|plans?|polic(?:y|ies)|abonnements?|contrats?|adhesion|formule|abos?|vertrag\w*|mitgliedschaft|suscripcion|contrato|abbonamento|contratto|assinatura|subscricao|abonnement|lidmaatschap|contract|subskrypcj\w+|umow\w+|abonament\w*)\b|定期|契約|プラン/;
