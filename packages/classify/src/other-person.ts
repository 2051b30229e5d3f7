// A mail that tells a merchant of its customer lists whom it is about: a row with a name and one with an address that is neither the reader's nor the sender's.
// A doubt only, since a shop may write to one of the reader's addresses and name another. Used by doubt-cancellation.ts.
import type { ParsedMessage } from '@quittance/domain/message';
import { readableBody } from './read-clauses.ts';
import { ownAddresses } from './own-addresses.ts';

const NAME_ROW =
  /^\s{0,20}(?:(?:full |first |last |customer |member |user |client |vor|nach|kunden|mitglieds)?names?|nom(?: complet| du client)?|prenom|nombre(?: completo)?|nome(?: completo)?|naam|imie(?: i nazwisko)?|kunde|customer|client|cliente|member|mitglied|user|utente|usuario|usuaria|adherent|membre|klant|lid|klient|(?:お)?名前|氏名|会員名|顧客名)\s{0,4}[:|：]/m;
const ADDRESS_ROW =
  /^\s{0,20}(?:[\w' -]{0,20}\be-?mail\w*|courriel|correo(?: electronico)?|adresse e-?mail|メールアドレス)[\w' -]{0,12}\s{0,4}[:|：]\s{0,4}([\w.+-]{1,64}@[\w.-]{3,100})/gm;
/** Addresses of the sender's own offices may be of another domain. */
const OFFICE =
  /^(?:info|contact|kontakt|contacto|contatto|support|service|kundenservice|hello|hallo|bonjour|help|office|team|mail|post|no-?reply|billing|abo)\b/;

/** At the head, in characters: what stands below is a footer. */
const HEAD = 1_500;

export function namesOtherPerson(message: ParsedMessage): boolean {
  const head = readableBody(message).folded.slice(0, HEAD);
  if (!NAME_ROW.test(head)) return false;
  const own = ownAddresses(message);
  return [...head.matchAll(ADDRESS_ROW)].some(([, address]) => {
    const lower = address!.toLowerCase();
    return !OFFICE.test(lower) && !own.has(lower) && !own.has(lower.slice(lower.indexOf('@')));
  });
}
