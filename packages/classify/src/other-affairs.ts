// Affairs that end with a letter in the words of a subscription's and are none: a flat, a job, a deposit at a bank, shares, a signature on a document, a
// child's place. Wide words, which may also stand in the confirmation of a real subscription: a doubt only. What names such a contract outright is
// told apart in other-contract.ts. Used by doubt-cancellation.ts.
import type { ParsedMessage } from '@quittance/domain/message';
import { foldText } from './fold-text.ts';
import { readableBody } from './read-clauses.ts';

/** By affair, folded (fold-text.ts), beginnings of words in nine languages. */
const AFFAIRS = {
  flat: `tenant|tenancy|landlord|letting agen|check-out inspection|move-out inspection|locataire|etat des lieux|loyer|logement loue|remise des cles|
    mieter|vermiet|miete |wohnungsubergabe|nachmieter|kaltmiete|schlusselubergabe|inquilin|alquiler|arrendamient|entrega de llaves|affittuari|canone di locazione|
    riconsegna delle chiavi|aluguel|arrendatari|entrega das chaves|vistoria|huurder|huisvesting|eindinspectie|voorinspectie|huismeester|waarborgsom|
    najemc|czynsz|wynajem mieszk|protokol zdawczo|zdanie lokalu`,
  job: `payslip|final salary|last working day|notice period of employment|line manager|solde de tout compte|certificat de travail|bulletin de paie|fiche de paie|
    dernier jour de travail|attestation employeur|arbeitszeugnis|resturlaub|gehaltsabrechnung|lohnsteuer|arbeitgeber|letzter arbeitstag|personalabteilung|finiquito|nomina(?!\\w)|
    ultimo dia de trabajo|recursos humanos|busta paga|ultimo giorno di lavoro|risorse umane|ferie residue|recibo de vencimento|holerite|verbas rescisorias|
    ultimo dia de trabalho|loonstrook|laatste werkdag|werkgever|vakantiegeld|leidinggevende|wynagrodzeni|zleceniobiorc|swiadectwo pracy|pit-11|umow[ay] zleceni`,
  bank: `term deposit|fixed deposit|savings account|compte a terme|compte epargne|livret|
    festgeld|sparbuch|sparkonto|cuenta de ahorro|deposito a plazo|conto deposito|libretto|conta poupanca|deposito a prazo|spaarrekening|lokat[ayei]|
    rachunek oszczednosciowy|rachunek bankowy|konto osobiste`,
  shares: `crowdfund|shareholder|risk of (?:capital )?loss|parts sociales|financement participatif|perte en capital|collecte n'a|wertpapier|zeichnungsschein|kapitalverlust|
    participaciones sociales|financiacion participativa|perdida de capital|quote sociali|perdita (?:totale|di capitale)|cotas do fundo|perda de capital|
    aandelen|kapitaalverlies|jednostki uczestnictwa|akcjonariusz`,
  paper: `e-?signature|signator|signataire|unterzeichner|firmantes|firmatari|signatari|assinatura (?:eletronica|do documento)|ondertekenaar|podpisujac`,
  child: `childcare|nursery place|creche|assistante maternelle|kita-?platz|kindergarten|kindertagesst|guarderia|escuela infantil|asilo nido|kinderopvang|przedszkol|zlobek|zlobk`,
};
const NAMED = new RegExp(String.raw`(?<!\w)(?:${Object.values(AFFAIRS).join('|').replaceAll(/\n\s*/g, '')})`);
const NAMED_JA =
  /定期預金|普通預金|元金|口座解約|退去|明け?渡し|敷金|家賃|鍵の(?:返却|引き?渡)|離職票|源泉徴収|給与|投資信託|株式(?!会社)|電子署名|保育園|こども園/;

/** At the head, in characters: the footer of a bank or a landlord names all that they do. */
const HEAD = 2_500;

export function namesOtherAffairs(message: ParsedMessage): boolean {
  const head = `${foldText(message.subject).folded}\n${readableBody(message).folded.slice(0, HEAD)}`;
  return NAMED.test(head) || NAMED_JA.test(head);
}
