// Ends of months beside the word "cancel" that are no last day to do so: when a cancellation is dealt with or the contract then ends, until when somebody
// answers, what is given up besides the contract. A month is vague, so what is not plainly the person's own act on the contract is left unread. Folded text.
import { allMatches } from '../all-matches.ts';
import { TELL_US } from './cancel-deadline.ts';

/** @param told the words in front of the day that name it, @param before what stands in front of the day in its sentence. */
export function isNoLastDay(told: string, before: string, after: string, isLabelled: boolean): boolean {
  const sentence = `${before} ${after}`;
  if (DONE_BY.test(sentence) || AFTERWARDS.test(sentence) || OTHER_THINGS.test(sentence)) return true;
  if (isLabelled) return false;
  const head = before.slice(0, before.length - told.length).slice(-UNLESS_CHARS);
  const near = `${told} ${after.slice(0, NEAR_CHARS)}`;
  const isUnless = (at: number): boolean =>
    UNLESS.test(`${at < UNLESS_CHARS ? head : ''}${near.slice(Math.max(0, at - UNLESS_CHARS), at)}`);
  // "Any cancellation … by", but "sauf résiliation d'ici": of the noun alone nobody can tell who is to do what.
  if (allMatches(near, NOUN).some(({ index }) => !isUnless(index))) return true;
  // "To cancel your plan, pay by".
  if (/[,;]/.test(told) && !TELL_US.test(told)) return true;
  if (SOMEBODY_ELSE.test(told)) return true;
  return namesOther(told) || namesOther(FOLLOWS.exec(after)?.[0] ?? '');
}

const NEAR_CHARS = 50;
const UNLESS_CHARS = 40;

// "Cancel your participation", "Turn off the old app": what is given up is named, and is no contract.
function namesOther(words: string): boolean {
  return allMatches(words, NAMES).some(
    ({ index, 0: article }) =>
      !OWN.test(words.slice(index + article.length)) && !IN.test(words.slice(Math.max(0, index - IN_CHARS), index)),
  );
}

const ARTICLE =
  "(?:the|your|our|this|that|any|an|my|le|la|les|votre|vos|ton|ta|tes|cet(?:te)?|ce|ces|un|une|den|die|das|dem|der|ihr(?:e[nmrs]?)?|dein(?:e[nmrs]?)?|eine?[nmrs]?|el|los|las|su|sus|tu|tus|il|lo|gli|tua|tuo|tuoi|sua|suo|seu|sua|het|je|uw|twoj\\w*|swoj\\w*) |l'";
const NAMES = new RegExp(`(?<![\\w'])(?:${ARTICLE})(?=\\p{L})`, 'gu');
/** "Cancel in your account by": where, not what. */
const IN = /\b(?:in|via|from|on|through|under|online|dans|depuis|sur|par|uber|auf|desde|en|da|nel|op) $/;
const IN_CHARS = 10;
const FOLLOWS = new RegExp(`^ ?(?:${ARTICLE})[^.,;]{2,30}`);
const OWN =
  /^(?:[\w'-]+ ){0,2}?(?:subscription|membership|contract|plan|polic|cover|agreement|licen[cs]e|trial|service|auto|renewal|abonnement|contrat|adhesion|formule|licence|reconduction|renouvellement|abo\b|\w*vertrag|mitgliedschaft|\w*verlangerung|suscripcion|renovacion|abbonamento|rinnovo|assinatura|subscricao|contrato|renovacao|lidmaatschap|verlenging|subskrypcj|umow|abonament)|^(?:latest|end|mois|uiterlijk|op|tot|bis|spatestens|au plus|jusqu|hasta|entro|ate|by|until|no later|not)\b/;

/** Behind the act another verb, or what is plainly another thing: "your request to cancel will be looked at by". */
const SOMEBODY_ELSE =
  /^unsubscribed|^(?:switch|turn)(?:ing)? off (?!(?:the|your|auto\S*|it|this|renew\S*|by|until|no)\b)|^arrete[rz] d[e']|\b(?:will|would|are|were|receives?|call (?!us)|sont|sera|seront|recoi\w+|appelez (?!-?nous)|wird|werden|sind|erhalt\w*|seran|sara|saranno|sono|wordt|worden|zijn|zostani\w+)\b/;

const NOUN =
  /\b(?:cancell?(?:ations?|ing)|terminat(?:ions?|ing)|non-?renewals?|unsubscribing|opting|opt-outs?|resiliations?|annulations?|desabonnements?|denonciations?|desactivations?|oppositions?|non[- ](?:reconductions?|renouvellements?)|\w*kundigung(?:en)?|stornierung(?:en)?|beendigung(?:en)?|cancelacion(?:es)?|bajas|(?:la|su|tu|las|una|toda|cualquier) baja|desactivacion(?:es)?|anulacion(?:es)?|rescision(?:es)?|disdett[ae]|annullament[oi]|cancellazion[ei]|disattivazion[ei]|recesso|cancelamentos?|rescisao|denuncias?|desativacao|oposicao|opzegging(?:en)?|annulering(?:en)?|beeindiging(?:en)?|stopzetting|wypowiedzeni\w+|rezygnacj\w+|anulowani\w+|rozwiazani\w+)\b/g;
const UNLESS =
  /\b(?:unless|without|absent|sauf|sans|a defaut d[e'] ?|en l'absence de|ohne|salvo|sin|senza|sem|behoudens|zonder|bez) ?(?:[\w']+ )?$|\b(?:solicit|tramit|ped|comuni|notific|curs)\w+ (?:la |tu |su )?$/;

const DONE_BY =
  /\b(?:process\w*|handled?|dealt with|complet\w+|closed|closes|answer\w*|repl(?:y|ied|ies)|hotline|helpline|free until|open (?:until|till|from|to)|carried out|(?:will|then|plan|contract|subscription|membership|account|cover) ends?|trait(?:ee?s?|ons|era|erons)|clotur\w+|pren(?:d|dra) fin|se termin\w+|s'acheve\w*|ouvert\w*|repond\w*|service (?:de )?resiliations?|bearbeit\w+|vollzogen|abgewickelt|erledigt|endet|geschlossen|geoffnet|erreichbar|tramita(?:ra|ran|n|remos|mos|da|das)?|procesa\w*|gestiona\w*|termina|terminara|finaliza(?:ra)?|abiert[oa]s?|cerrad[oa]s?|elaborat\w*|vengono|gestit[aoe]|evas[aoei]|terminera|chius[aoe]|apert[aoei]|lavorat\w+|processad\w+|tratad\w+|encerrad\w+|abert[oa]s?|verwerk\w*|behandel\w*|afgehandeld|eindigt|gesloten|geopend|bereikbaar|przetw\w+|rozpatr\w+|konczy sie|zakonczy sie|zamkniet\w+|czynn[aey])\b|処理|終了|営業/;
const AFTERWARDS =
  /\b(?:(?:after|following|upon|once) (?:\w+ ){0,3}(?:cancel|terminat|unsub|opt|leav)|(?:apres|suite a|des) (?:[\w']+ ){0,3}(?:resili|annul|desabonn|denonc)|nach (?:\w+ ){0,3}(?:\w*kundig|abbestell|storn|beend)|(?:tras|despues de|luego de) (?:\w+ ){0,3}(?:cancel|baja|anul|resc)|(?:dopo|in seguito a|a seguito d\w+) (?:[\w']+ ){0,3}(?:disd|annull|cancell|disatt|recess)|(?:apos|depois d[aoe]) (?:\w+ ){0,3}(?:cancel|resc|denunc)|na (?:\w+ ){0,3}(?:opzeg|annul|beeind|stop)|po (?:\w+ ){0,3}(?:rezygn|wypow|anul|zakoncz))/;
const OTHER_THINGS =
  /\b(?:(?:prize )?draws?|contests?|competitions?|sweepstakes?|raffles?|(?<!\b(?:in|via|through|from|dans|depuis|par) (?:the |our |your |l'|notre |votre )?)apps?|address(?:es)?|data|sharing|add-?ons?|tirages?|concours|jeu|participation|adresses?|donnees|partage|gewinnspiel\w*|verlosung\w*|daten|sorteos?|concursos?|direccion|datos|concors[oi]|lotteria|estrazione|indirizzo|dati|sorteio|morada|dados|winactie|loterij|adres|gegevens|konkurs\w*|loteri\w*|dan(?:e|ych)|(?:the|your|an|her|his|their|my) (?:old|previous|former|other) \w+|(?:ancien\w*|alte[nrsm]?|bisherige[nrsm]?|antigu[oa]|anterior|vecchi[oa]|antig[oa]|oude|star[aeyą]\w*) (?:[\w-]+ ){0,2}\w*(?:contra\w*|vertrag\w*|assur\w*|abonnement\w*|abo\b|abbonamento|umow\w*|kontrakt\w*))|\bdo sorteio\b|抽選|住所/;
