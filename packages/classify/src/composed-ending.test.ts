// Endings told by several sentences together, in nine languages, and mails made of the same words that end nothing of the reader's. Written
// for this test: no sentence of it is trained on.
import { buildMessage } from '@quittance/testing/message-builder';
import { expect, it } from 'vitest';
import { classifyMessage } from './classify-message.ts';
import { composedEnding } from './composed-ending.ts';
import { ownAddresses } from './own-addresses.ts';
import { readSignals } from './read-signals.ts';

type Row = readonly [subject: string, body: string];

const messageOf = ([subject, body]: Row) =>
  buildMessage({ from: { name: 'Lumora', address: 'service@lumora.example' }, subject, body: `${body}\n` });

/** The kind, where it is decided at all. */
function read(row: Row): string {
  const { kind, decided } = classifyMessage(messageOf(row));
  return decided === 'abstain' ? 'open' : kind;
}

function endingOf(row: Row): string | null {
  const message = messageOf(row);
  return composedEnding(readSignals(message, ownAddresses(message)).findings);
}

const ENDINGS: readonly Row[] = [
  [
    'Your line 020 7946 0018',
    'We have set everything up for your landline to be ceased on May 31, 2026, as you asked us on the phone. Please send back the handset.',
  ],
  [
    'Goodbye from the energy desk',
    'Your new supplier has asked us to release your meter. We will stop supplying gas on May 31, 2026 and send a final bill.',
  ],
  ['Your storage unit plan', 'Backup service: closed. Requested by: you. Your files stay available for 30 days. Further invoices: none.'],
  [
    'A note about your alarm',
    'Per our call, monitoring of your alarm was switched off on May 3, 2026. Nothing more will leave your account.',
  ],
  ['So long, crate', 'Your April crate was the last crate. We have taken your card off our books, just as you wanted.'],
  ['Policy 44-871', 'We have carried out your instruction: cover ended on May 3, 2026. The unused premium goes back to your card.'],
  [
    'Member no. 4471',
    'We have accepted your resignation. You cease to be a member on May 31, 2026 and no dues will be asked for next year.',
  ],
  ['Your piano lessons', 'All arranged. Your lessons plan stops on May 31, 2026 and the last payment was taken in April.'],
  ['Votre ligne 04 72 00 00 18', 'Suite à votre appel, votre ligne fixe sera désactivée le 31 mai 2026. Pensez à restituer le boîtier.'],
  [
    'Fin de la fourniture de gaz',
    'Votre nouveau fournisseur nous a prévenus. La fourniture cessera le 31 mai 2026 et une facture de solde vous sera adressée.',
  ],
  ['Votre caisse de légumes', 'Comme promis, votre panier de mai était le dernier. Votre carte ne sera plus débitée.'],
  [
    'Police 44-871',
    'Votre demande a été exécutée : la police a été clôturée au 3 mai 2026. La part non courue de la prime vous est remboursée.',
  ],
  [
    'Votre abonnement théâtre',
    'Nous avons donné suite à votre lettre. Votre carte de fidélité payante cesse le 31 mai 2026 ; aucun prélèvement ne suivra.',
  ],
  ['Votre dernier numéro', 'Le numéro de mai sera votre dernier numéro. Conformément à vos instructions, rien ne sera plus prélevé.'],
  ['Ihr Festnetz', 'Wie am Telefon besprochen wird Ihr Festnetzanschluss am 31. Mai 2026 stillgelegt. Bitte senden Sie das Gerät zurück.'],
  [
    'Gasbelieferung',
    'Ihr neuer Anbieter hat uns informiert. Wir stellen die Belieferung zum 31. Mai 2026 ein und schicken die Endabrechnung.',
  ],
  [
    'Ihr Sicherungsdienst',
    'Ihrem Auftrag entsprechend haben wir den Dienst am 3. Mai 2026 abgeschaltet. Die Daten bleiben 30 Tage abrufbar.',
  ],
  ['Tschüss, Gemüsekiste', 'Deine Kiste vom 3. Mai 2026 war die letzte. Wie gewünscht buchen wir nichts mehr ab.'],
  ['Police 44-871', 'Ihr Antrag ist ausgeführt: Der Versicherungsschutz endet am 31. Mai 2026. Den Restbetrag überweisen wir.'],
  ['Tu fijo', 'Como quedamos por teléfono, tu línea fija se desactivará el 31 de mayo de 2026. Devuelve el aparato y el router.'],
  ['Tu alarma', 'Hemos ejecutado tu solicitud: el servicio de alarma quedó desconectado el 3 de mayo de 2026. No habrá más recibos.'],
  ['Cesta de verduras', 'La caja de mayo fue la última. Tal como pidió, no se pasarán más cargos.'],
  [
    'La tua linea fissa',
    'Come concordato al telefono, la linea fissa verrà cessata il 31 maggio 2026. Ricordati di riconsegnare il modem.',
  ],
  ['Il tuo allarme', 'La tua richiesta è stata eseguita: il servizio è stato spento il 3 maggio 2026. Nessun addebito seguirà.'],
  ['Cassetta di frutta', 'La scatola di maggio è l’ultima. Come ci hai chiesto non verrà addebitato altro.'],
  ['O seu telefone fixo', 'Como combinado, a linha fixa será desligada em 31 de maio de 2026. Devolva o aparelho na loja.'],
  ['O seu alarme', 'O seu pedido foi executado: o serviço foi desligado em 3 de maio de 2026. Não haverá novas faturas.'],
  ['Je vaste lijn', 'Zoals besproken wordt je vaste lijn op 31 mei 2026 afgesloten. Stuur het kastje terug.'],
  ['Je alarm', 'Je verzoek is uitgevoerd: de dienst is op 3 mei 2026 uitgezet. Er volgt geen incasso meer.'],
  ['Twój telefon stacjonarny', 'Zgodnie z ustaleniami linia zostanie odłączona 31 maja 2026. Prosimy oddać urządzenie.'],
  ['Twój alarm', 'Wykonaliśmy Twoją dyspozycję: usługa została wyłączona 3 maja 2026. Kolejnych faktur nie będzie.'],
  ['固定電話について', 'ご依頼のとおり、固定電話の回線は2026年5月31日に停止いたします。機器のご返却をお願いいたします。'],
  ['見守りサービス', 'ご要望により、サービスは2026年5月3日に停止いたしました。以後のご請求はございません。'],
];

const NONE: readonly Row[] = [
  // orders and things
  ['Your order was cancelled', 'Your order 4471 has been closed at your request and the refund is on its way. Keep the box if it arrives.'],
  ['Concert cancelled', 'We are sorry: the concert on May 3, 2026 has been cancelled. Your card will be refunded within 5 days.'],
  ['Appointment closed', 'Your appointment on May 3, 2026 was cancelled as requested. We hope to see you again soon.'],
  ['Support case 8812', 'As requested, we have closed your support ticket. You can reopen it within 14 days. Thank you for your feedback.'],
  ['Your claim', 'Your claim under policy 8812 has been closed on May 3, 2026. Your policy stays in force and the premium is unchanged.'],
  // offers and how-to
  [
    'Cancel anytime',
    'Lumora Plus costs $9 per month. You can cancel anytime and keep access until the end of the period. No further charges after that.',
  ],
  [
    'We saved your seat',
    'Since you left, Lumora has become faster. Your old plan ended on May 3, 2026. Come back and pay nothing for two months.',
  ],
  [
    'Switch to Lumora Mobile',
    'Bring your number to us: text PAC to 65075 and your old contract ends when the number is moved. Join today for $10 per month.',
  ],
  [
    'Before you go',
    'You are thinking of leaving. Stay with us and get 50% off for six months. Your plan ends on May 3, 2026 only when you confirm.',
  ],
  ['How to leave', 'If you cancel, your line will be disconnected on the day you choose, we send a final bill and you return the router.'],
  // outages
  [
    'Planned work on May 3, 2026',
    'Your broadband will be switched off on May 3, 2026 for 2 hours while we replace a cabinet. You need do nothing.',
  ],
  [
    'Electricity off on May 3',
    'Maintenance work: your supply will be disconnected between 9 and 11 on May 3, 2026. It will be restored by noon.',
  ],
  ['Server maintenance', 'Your server will be shut down on May 3, 2026 at 02:00 and back within 30 minutes. Your data will be kept.'],
  // by the merchant
  [
    'Your account will be closed',
    'You have not signed in for two years. Your account will be closed on May 3, 2026 and your data will be deleted.',
  ],
  [
    'Lumora Reader is retiring',
    'We have decided to discontinue Lumora Reader. The service ends on May 3, 2026. Export your data until then.',
  ],
  ['Account terminated', 'Your account was terminated for a breach of our terms of use. Your files will be deleted in 30 days.'],
  // unpaid
  ['Final notice', 'Your bill of $80.00 is overdue. Your line will be disconnected on May 3, 2026. A final bill will follow.'],
  ['Service suspended', 'We could not take your payment. Your broadband will be cut off on May 3, 2026 unless you pay.'],
  // requests and parts
  ['We have your request', 'We received your request to cancel your plan. It will be processed within 5 days. Until then nothing changes.'],
  [
    'TV package removed',
    'As requested, your sports add-on has been cancelled from May 3, 2026. Your broadband contract continues unchanged.',
  ],
  ['You are off the list', 'As requested, we have stopped the newsletter deliveries. You will receive no more emails from us.'],
  ['Employment', 'As agreed, your employment contract ended on May 3, 2026. Please return your laptop, badge and key by then.'],
  ['Your tenancy', 'Your tenancy agreement ends on May 3, 2026 as requested. Please hand in the keys and read the meter.'],
  [
    'Moving house',
    'Hi, our contract with the electricity people ends on May 3 and I have sent the router back. Helping on Saturday? Love, Ana',
  ],
  [
    'Customer left',
    'A customer closed their plan in your store. Their service ends on May 3, 2026 and no further payments will be collected.',
  ],
  [
    'Your plan was renewed',
    'Your contract was renewed on May 3, 2026 for 12 months. The previous term ended on May 2. Your bill is attached.',
  ],
  ['Trial', 'Your free trial ends on May 3, 2026. After that your plan costs $9 per month. You can keep your data.'],
  // French
  ['Votre commande est clôturée', 'Votre commande 4471 est clôturée, comme demandé. Le remboursement part ce jour. Merci de votre visite.'],
  [
    'Coupure prévue le 3 mai',
    "Travaux sur le réseau : l'électricité sera coupée le 3 mai 2026 de 9 h à 11 h. Elle sera rétablie avant midi.",
  ],
  [
    'Votre ligne',
    'En cas de résiliation, votre ligne sera coupée le 3 mai 2026, vous renverrez le décodeur et recevrez une facture de clôture.',
  ],
  ['Dernier rappel', 'Votre facture reste impayée. Votre ligne sera coupée le 3 mai 2026. Une facture de clôture vous parviendra.'],
  [
    'Compte inactif',
    'Vous ne vous êtes pas connecté depuis deux ans. Votre compte sera fermé le 3 mai 2026 et vos données seront effacées.',
  ],
  [
    'Arrêt de Lumora Lecture',
    "Nous avons pris la décision d'arrêter Lumora Lecture. Le service prend fin le 3 mai 2026 ; exportez vos données.",
  ],
  ['Gardez votre numéro', 'Transférez votre numéro chez nous : votre ancien contrat sera résilié automatiquement. Offre à 10 € par mois.'],
  ['Avant de partir', 'Avant de nous quitter, profitez de 50 % de remise. Votre abonnement prend fin le 3 mai 2026 si vous confirmez.'],
  [
    'Fin de votre contrat de travail',
    'Votre contrat de travail prend fin le 3 mai 2026, comme convenu. Merci de restituer le badge et le matériel.',
  ],
  ['Dossier clos', 'Votre dossier de réclamation est clos, comme convenu. Votre contrat reste en vigueur. Merci de votre patience.'],
  ['Option supprimée', "Comme demandé, l'option TV a été supprimée le 3 mai 2026. Votre forfait internet continue sans changement."],
  // German
  [
    'Stromabschaltung am 3. Mai',
    'Wegen Wartungsarbeiten wird Ihr Anschluss am 3. Mai 2026 für zwei Stunden abgeschaltet. Danach ist er wieder verfügbar.',
  ],
  ['Letzte Mahnung', 'Ihre Rechnung ist nicht bezahlt. Ihr Anschluss wird am 3. Mai 2026 abgeschaltet. Eine Schlussrechnung folgt.'],
  ['Konto wird geschlossen', 'Wegen Inaktivität wird Ihr Zugang am 3. Mai 2026 deaktiviert. Ihre Daten werden gelöscht.'],
  ['Ihr Ticket', 'Ihr Ticket 8812 wurde wie gewünscht geschlossen. Vielen Dank für Ihre Treue.'],
  ['Bevor du gehst', 'Bevor du kündigst: bleib und spare 50 %. Dein Vertrag endet am 3. Mai 2026 nur, wenn du bestätigst.'],
  // Spanish, Italian, Portuguese
  ['Corte programado', 'Por mantenimiento, su suministro será cortado el 3 de mayo de 2026 durante dos horas. Se restablecerá a mediodía.'],
  ['Último aviso', 'Su factura está impagada. Su línea será desconectada el 3 de mayo de 2026. Recibirá una factura final.'],
  ['Antes de irte', 'Antes de irte, quédate con un 50 % de descuento. Tu contrato termina el 3 de mayo de 2026 si lo confirmas.'],
  ['Pedido cerrado', 'Tu pedido 4471 ha sido cerrado como pediste. El reembolso llegará en 5 días. ¡Vuelve pronto!'],
  [
    'Lavori programmati',
    'Per manutenzione la fornitura verrà interrotta il 3 maggio 2026 per 2 ore. Il servizio sarà ripristinato a mezzogiorno.',
  ],
  ['Ultimo sollecito', 'La sua fattura non è stata pagata. La linea verrà disattivata il 3 maggio 2026. Seguirà una fattura di chiusura.'],
  ['Account inattivo', 'Per inattività il suo accesso verrà disattivato il 3 maggio 2026 e i dati saranno cancellati.'],
  ['Manutenção programada', 'Por manutenção, o seu serviço será desligado em 3 de maio de 2026 durante 2 horas. Será reposto ao meio-dia.'],
  ['Último aviso', 'A sua fatura está em atraso. O seu serviço será desligado em 3 de maio de 2026. Seguirá a fatura final.'],
  // Dutch, Polish, Japanese
  ['Werkzaamheden', 'Door onderhoud wordt uw aansluiting op 3 mei 2026 gedurende 2 uur afgesloten. Daarna is alles hersteld.'],
  ['Laatste aanmaning', 'Uw factuur is niet betaald. Uw aansluiting wordt op 3 mei 2026 afgesloten. De eindafrekening volgt.'],
  ['Prace konserwacyjne', 'Z powodu konserwacji Twoja usługa zostanie wyłączona 3 maja 2026 na 2 godziny. Potem zostanie przywrócona.'],
  ['Ostatnie wezwanie', 'Faktura nie została opłacona. Twoja usługa zostanie wyłączona 3 maja 2026. Prześlemy fakturę końcową.'],
  ['メンテナンスのお知らせ', 'メンテナンスのため、サービスは2026年5月3日に2時間停止いたします。データは保存されます。'],
  [
    'サービス提供終了のお知らせ',
    'Lumora リーダーは2026年5月3日をもってサービスの提供を終了いたします。データのダウンロードをお願いいたします。',
  ],
];

it.each(ENDINGS)('takes as ended: %s', (...row) => {
  expect(read(row)).toBe('cancellation_confirmed');
});

it.each(NONE)('takes for no ending: %s', (...row) => {
  expect(read(row)).not.toBe('cancellation_confirmed');
  expect(endingOf(row)).not.toBe('certain');
});

it.each([
  [
    'A change to your page',
    'The subscription has been cancelled by the customer and ends on May 31, 2026.\n\nNo further payments will be taken.',
  ],
  [
    'Subscription cancelled',
    'The subscription has been cancelled by the customer and ends on May 31, 2026.\n\nNo further payments will be taken.',
  ],
  [
    'Your home policy',
    'Your home insurance policy has been taken off cover on May 31, 2026. The claims record no longer meets our criteria. You will have no further premiums to pay.',
  ],
  [
    'Votre habitation',
    "Votre habitation n'est plus assurée chez nous depuis le 31 mai 2026. Le nombre de sinistres déclarés ne nous permet plus de vous garantir. Aucune cotisation ne sera plus prélevée.",
  ],
  [
    'Adhésion',
    "Vous ne faites plus partie des adhérents du club depuis le 31 mai 2026. Le bureau s'est prononcé en ce sens. Plus aucune cotisation ne sera prélevée.",
  ],
])('never takes for certain what others ended: %s, %s', (...row) => {
  const { kind, decided } = classifyMessage(messageOf(row));
  expect(`${kind} ${decided}`).not.toBe('cancellation_confirmed auto');
});

it('counts a sentence that says several things as one witness', () => {
  const said = 'Your broadband will be switched off on May 31, 2026 and the final bill follows.';
  expect(endingOf(['Your broadband', said])).toBe(null);
  expect(endingOf(['Your broadband', `${said} Please return the router.`])).toBe('likely');
  expect(endingOf(['Your broadband', `As you asked: ${said} Please return the router.`])).toBe('certain');
});

it('quotes the words of each signal where they stand', () => {
  const message = messageOf(['Your line', 'As you asked, your landline will be disconnected on May 31, 2026. Please return the router.']);
  const { kind, reasons } = classifyMessage(message);
  expect(kind).toBe('cancellation_confirmed');
  const signals = reasons.filter(({ rule }) => rule.startsWith('ending.'));
  expect(signals.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['ending.stated', 'ending.follows']));
  for (const { zone, start, end, quote } of signals) {
    expect((zone === 'subject' ? message.subject : message.text.body).slice(start, end)).toBe(quote);
  }
});
