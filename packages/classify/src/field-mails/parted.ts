// Prices among the parts they are made of, and beside what else could be bought: sums without a word for them, prices struck out, dots that lead to a value,
// offers that answer a question. Read by field-mails.test.ts.

export const PARTED: Readonly<Record<string, string>> = {
  en: `
--- renewal_charged | Alder Grove Water <billing@aldergrovewater.example> | Your bill is paid
= Alder Grove Water | 71.45 GBP
Thank you, your payment for this contract has been received.

What we charge you for this quarter
  supply              38.20 GBP
  sewerage            27.05 GBP
  surface drainage     6.20 GBP
  direct debit        71.45 GBP

--- renewal_notice | Larkfield Hosting <renewals@larkfield.example> | Your hosting renews soon
= Larkfield Hosting | 84.00 EUR | renews 2026-09-04
Your hosting contract renews automatically.

Renews on ........ 4 September 2026
Net .............. 70.00 EUR
VAT 20% .......... 14.00 EUR
Total ............ 84.00 EUR

In the event of a late payment we charge 25.00 EUR for restoring the site.

--- renewal_notice | Pinewatch <care@pinewatch.example> | Your Pinewatch subscription renews on 3 May 2026
= Pinewatch | 49.95 EUR | renews 2026-05-03
Your subscription renews automatically on 3 May 2026.
Your price
64.95 € 49.95 €
A bigger house? Pinewatch with ten cameras is available until June at 79.95 €.

--- renewal_charged | Oakmere <billing@oakmere.example> | Your Oakmere receipt
= Oakmere | 120.00 USD
Thank you for your subscription. Amount paid:

$120.00 $20.00

--- payment_failed | Brightloom <billing@brightloom.example> | Your payment failed
= Brightloom | 12.99 EUR
The payment for your subscription failed. Want to keep your plan? Your card will be charged 12.99 EUR again.
`,
  de: `
--- plan_changed | Kontobuch <team@kontobuch.example> | Du nutzt jetzt Kontobuch Werkstatt
= Kontobuch | 119.00 EUR P1Y
Dein Abo ist umgestellt.
Neuer Jahrespreis: 100,00 € + MwSt = 119,00 €
Alter Jahrespreis: 50,00 € + MwSt = 59,50 €

--- trial_started | Silbenwerk <hallo@silbenwerk.example> | Dein Test hat begonnen
= Silbenwerk | 96.00 EUR P1Y
Deine kostenlose Testphase läuft.
Danach kostet das Jahresabo 96,00 € pro Jahr (entspricht 8,00 € im Monat).
`,
  es: `
--- plan_changed | Nubelia <soporte@nubelia.example> | Cambio de plan realizado
= Nubelia | plan Viento | 24000 CLP
Tu cambio de plan está hecho.
Antes	Ahora
Plan	Brisa	Viento
Valor anual IVA incl.	$12.000 CLP	$24.000 CLP
Pagado hoy por la diferencia: $9.500 CLP.
`,
  it: `
--- renewal_notice | Vigilia Casa <avvisi@vigiliacasa.example> | Il suo abbonamento si rinnova il 12 ottobre
= Vigilia Casa | 55.20 EUR P3M | renews 2026-10-12
Il 12 ottobre 2026 il suo abbonamento trimestrale sarà rinnovato automaticamente.
Canone trimestrale	Manutenzione	Sconto	Importo dovuto
€ 54,00	€ 6,00	− € 4,80	€ 55,20

--- renewal_notice | Il Foglio del Lago <abbonamenti@fogliodellago.example> | Promemoria di rinnovo
= Il Foglio del Lago | 99.00 EUR P1Y | renews 2026-06-20
Il suo abbonamento sarà rinnovato automaticamente il 20 giugno 2026.
Costo per 12 mesi	€ 99,00
prezzo di listino € 139,00
Può regalarlo a un amico a soli € 2 al mese per il primo anno.
`,
  fr: `
--- renewal_charged | Énergie du Val <factures@energieduval.example> | Votre facture d'électricité de mai
= Énergie du Val | 88.10 EUR P1M
Votre mensualité a été prélevée.

Part fixe         12,40 EUR
Consommation      61,30 EUR
Taxes et contributions   14,40 EUR
Prélèvement       88,10 EUR
`,
};
