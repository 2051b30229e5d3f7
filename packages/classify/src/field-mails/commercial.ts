// Commercial mail in nine languages as strangers write it: what was beside what will be, net and tax, charges that are paid once, labels over their values,
// plans that only some houses call so, days told by what happens then. Read by field-mails.test.ts beside the mails of each language.

export const COMMERCIAL: Readonly<Record<string, string>> = {
  en: `
--- renewal_notice | Thornfield Pet Cover <renewals@thornfieldpet.example> | Your renewal documents
= Thornfield Pet Cover | plan Lifetime Plus | 24.60 GBP P1M | renews 2026-05-09
Your policy renews automatically on 9 May 2026.

Last year	This year
Cover	Lifetime Plus	Lifetime Plus
Vet fee limit	£6,000	£6,000
Excess	£90	£110
Monthly payment	£22.10	£24.60
Total for the year	£265.20	£295.20

--- price_change | Bramble Energy <hello@brambleenergy.example> | Your prices are changing
= Bramble Energy | 96.20 GBP P1M | effective 2026-05-01
Hi Ann,

Your unit rates will change on 1 May 2026.

Now	From 1st May
Electricity unit rate	21.71p / kWh	23.81p / kWh
Monthly Direct Debit	£88.00	£96.20

You're £61.15 in credit.

--- plan_changed | Fernbank <hello@fernbank.example> | You've moved to Copper
= Fernbank | plan Copper | 12.99 GBP P1M | renews 2026-05-11
You've moved from Basic to Copper.

Previous plan
Basic, £4.99/month
New plan
Copper, £12.99/month
Charged today
£12.99, less £3.12 for the unused days of Basic
Next fee
11 May 2026

What's new: higher fee-free withdrawals (£600 a month).

--- signup | Paddle.com <help@paddle.com> | Your Framecraft order
= Framecraft | plan Framecraft Studio | 216.00 USD P1Y | renews 2027-04-01
Thank you for your purchase!

Framecraft Studio, billed yearly        US$180.00
Sales tax (20%)                         US$36.00
------------------------------------------------
Total paid                              US$216.00

Your next payment of US$216.00 will be taken on 1 April 2027.

--- refund | Crate & Fork <help@crateandfork.example> | Re: missing salmon
= Crate & Fork | 22.75 CAD
Hi Mia,

I've just sent $22.75 CAD back to the Visa you pay with. That covers the two salmon portions ($19.00) and the express delivery fee ($3.75); the rest of the box was $68.90 and stays as it was.

--- payment_failed | Harbour Gym <billing@harbourgym.example> | Your payment was returned
= Harbour Gym | plan Off-Peak | 28.00 GBP P1M
Your Direct Debit was returned unpaid.

Membership: Off-Peak
Monthly fee: £28.00
Returned payment fee: £6.00
Total now due: £34.00

--- trial_ending | Ferry Courier <subs@ferrycourier.example> | Your £1 trial is nearly over
= Ferry Courier | plan Digital + Weekend | 11.00 GBP P1M | renews 2026-04-30
Your introductory month at £1 finishes on 29 April. From 30 April 2026 your Digital + Weekend subscription continues at the standard rate of £11.00 a month, saving £7.40 on the cover price.

--- renewal_charged | Tallow Tools <billing@tallowtools.example> | Receipt
= Tallow Tools | plan Team | 92.40 USD | renews 2026-05-06
Team (per seat)
Qty 7
$84.00
Subtotal	$84.00
Sales tax (10%)	$8.40
Amount charged	$92.40
Next payment	May 6, 2026

--- renewal_charged | Meal Loft <hello@mealloft.example> | Your order
= Meal Loft | plan Box for two | 43.98 GBP P1W
Your weekly box is on its way.

Box for two	£39.99
Delivery	£3.99
Total	£43.98

--- renewal_charged | Quill & Co <hello@quillandco.example> | Your invoice
= Quill & Co | 16.00 EUR P1M
Monthly plan
Price	€20.00
Discount (20%)	-€4.00
Total	€16.00
Includes VAT	€2.67

--- renewal_charged | Nimbus Host <billing@nimbushost.example> | Invoice paid
= Nimbus Host | 143.86 GBP
Business Hosting (19/03/2026 - 18/03/2027) £119.88
Sub Total: £119.88
20.00% UK VAT: £23.98
Credit: £0.00
Total: £143.86

--- refund | Nimbus Host <billing@nimbushost.example> | Refund processed
= Nimbus Host | 40.00 GBP
You paid £119.88 in March. As you cancelled early we have refunded £40.00 to your card. The set-up fee of £15.00 is not refundable.

--- price_change | Larkline <hello@larkline.example> | A small change
= Larkline | 31.50 GBP P1M | effective 2026-05-01
From 1 May 2026 your monthly price will increase by £2.50, from £29.00 to £31.50. If you leave in your minimum term an early exit fee of £60.00 applies.

--- price_change | Larkline <hello@larkline.example> | A small change
= Larkline | 36.00 GBP P1M
The cost of your membership is going up by £3.00.

  Old price      £33.00 a month
  New price      £36.00 a month

--- renewal_notice | Larkline <hello@larkline.example> | Renewing soon
= Larkline | 72.00 GBP P1Y | renews 2026-05-01
Your plan renews on 1 May 2026 for £72.00 a year (that's just £6.00 a month). You saved £24.00 this year with our annual plan. Didn't mean to? A month costs £8.00.

--- trial_started | Larkline <hello@larkline.example> | Your trial
= Larkline | 9.00 GBP P1M | renews 2026-04-15
You pay £0.00 today. After your 14-day trial we'll charge £9.00 a month from 15 April 2026. Invite a friend and get £5.00 off.

--- cancellation_requested | Vale Broadband <donotreply@valebroadband.example> | About your request to leave us
= Vale Broadband | plan M350 Fibre | ends 2026-04-20
Service	Package	Disconnection date
Broadband	M350 Fibre	20 April 2026
Home phone	Talk Weekends	20 April 2026

Changed your mind? Call us before 18 April.

--- renewal_charged | PayPal <service@paypal.co.uk> | You've sent an automatic payment to Stridely, Inc
= Stridely | 54.99 GBP P1Y | renews 2027-04-01
You paid £54.99 GBP to Stridely, Inc
Description	Annual subscription
Total	£54.99 GBP
Next payment due	1 April 2027

--- price_change | Moorland Energy <hello@moorlandenergy.example> | Your prices are changing
= Moorland Energy | plan Steady Green | 118.40 GBP P1M
As you're on our variable tariff, Steady Green, the Direct Debit would go from £104.00 to £118.40 a month.
`,
  fr: `
--- price_change | Lumiva <contact@lumiva.example> | Évolution de votre contrat
= Lumiva | 97.50 EUR P1M
Aujourd'hui	À partir du 2 mai 2026
Abonnement 9 kVA (TTC/mois)	15,48 €	16,02 €
Heures pleines (TTC/kWh)	0,2310 €	0,2146 €
Votre mensualité	104,00 €	97,50 €

Votre mensualité passe donc de 104,00 € à 97,50 €.

--- renewal_notice | Mutuelle Alizé <gestion@mutuellealize.example> | Votre avis d'échéance
= Mutuelle Alizé | 214.36 EUR P1Y | renews 2026-06-01
Votre contrat sera reconduit tacitement le 1er juin 2026, pour une année.

Libellé	2025	2026
Cotisation hors taxes	151,70 €	161,43 €
Taxes et contributions	49,74 €	52,93 €
Cotisation annuelle TTC	201,44 €	214,36 €

--- trial_ending | Bulle d'Ortho <contact@bulledortho.example> | Plus que 3 jours
= Bulle d'Ortho | plan Famille | 59.90 EUR P1Y | renews 2026-04-04
Votre période d'essai prend fin le 4 avril 2026. À cette date, votre abonnement annuel Famille débutera automatiquement et 59,90 € seront débités, soit moins de 5 € par mois.

--- signup | Brindel Mobile <bonjour@brindelmobile.example> | Votre commande
= Brindel Mobile | plan 50 Go | 9.99 EUR P1M
Votre commande	Prix
Forfait 50 Go
9,99 €/mois
Carte SIM	10,00 € (une seule fois)
À payer aujourd'hui	19,99 €

--- payment_failed | Salle Forma <compta@salleforma.example> | Rejet de prélèvement
= Salle Forma | 39.00 EUR P1M
Le prélèvement de votre mensualité n'a pas abouti.

Mensualité : 39,00 €
Frais de rejet : 5,00 €
Total à régler : 44,00 €

--- renewal_charged | Comptafil <facturation@comptafil.example> | Votre facture
= Comptafil | 34.80 EUR P1M
Abonnement mensuel
Total HT : 29,00 €
TVA (20 %) : 5,80 €
Total TTC : 34,80 €

--- refund | Panier Vert <coucou@paniervert.example> | On vous rembourse
= Panier Vert | 26.50 EUR
Nous venons de vous rembourser 26,50 €, c'est-à-dire la totalité du panier. Votre commande en cours de 18,90 € n'est pas concernée.

--- plan_changed | La Nuée <no-reply@lanuee.example> | Changement de formule
= La Nuée | plan Pro 2 To | 8.99 EUR P1M | renews 2026-05-17
Ancienne formule	Découverte 200 Go	1,99 €/mois
Nouvelle formule	Pro 2 To	8,99 €/mois
Vous avez payé 7,65 € aujourd'hui (premier mois de Pro 2 To, moins le reliquat de 1,34 €). Le prochain paiement, au plein tarif de 8,99 €, aura lieu le 17 mai 2026.

--- paused | Paniers Verts <bonjour@paniersverts.example> | Votre abonnement est en pause
= Paniers Verts | period P1W | renews 2026-05-27
Votre abonnement hebdomadaire reprendra tout seul avec le panier du 27 mai 2026, que nous débiterons ce jour-là. Vous pourrez choisir vos recettes à partir du 15 mai.

--- cancellation_requested | Lumiva <contact@lumiva.example> | Votre demande de résiliation
= Lumiva | plan Zen Nuit | ends 2026-04-30
Votre demande de résiliation est en cours de traitement.
Votre offre
Zen Nuit
Date de fin souhaitée
30/04/2026
Vous pouvez modifier votre demande jusqu'au 28 avril dans votre espace client.
`,
  de: `
--- payment_failed | Stadtwerke Talheim <service@sw-talheim.example> | Rücklastschrift
= Stadtwerke Talheim | plan TalGas Fix 12 | 96.00 EUR P1M
der Einzug Ihres monatlichen Abschlags konnte nicht ausgeführt werden.

Tarif: TalGas Fix 12
Abschlag: 96,00 EUR
Rücklastschriftgebühr: 3,50 EUR
Offener Betrag gesamt: 99,50 EUR

--- price_change | Waldfunk <service@waldfunk.example> | Preisanpassung
= Waldfunk | 34.99 EUR | effective 2026-06-01
Bisher	Ab 1. Juni 2026
Grundpreis monatlich	29,99 EUR	34,99 EUR
Einmalige Umstellung	0,00 EUR	0,00 EUR

--- renewal_charged | Waldfunk <service@waldfunk.example> | Rechnung
= Waldfunk | 29.99 EUR
Rechnungsbetrag netto 25,20 EUR
zzgl. 19% MwSt. 4,79 EUR
Rechnungsbetrag brutto 29,99 EUR

--- refund | Waldfunk <service@waldfunk.example> | Gutschrift
= Waldfunk | 12.40 EUR
Wir haben Ihnen 12,40 EUR zu viel berechnet. Der Betrag wird auf Ihr Konto zurücküberwiesen. Ihr monatlicher Preis von 29,99 EUR bleibt gleich.

--- paused | Leserservice <leserservice@auental-medien.example> | Ihre Urlaubsunterbrechung
= Auentaler Nachrichten | plan Digital Plus Samstag | 24.90 EUR P1M | renews 2026-05-05
Ihr Abonnement der Auentaler Nachrichten (Digital Plus Samstag) ruht vom 6. April 2026 an. Ab dem 5. Mai 2026 beliefern wir Sie wieder, und an diesem Tag buchen wir auch den Monatspreis von 24,90 € wieder ab.
`,
  es: `
--- price_change | Almendro Fibra <hola@almendrofibra.example> | Actualización de tarifas
= Almendro Fibra | plan Fibra 600 + 2 líneas | 41.90 EUR P1M | effective 2026-05-15
A partir del 15 de mayo de 2026 el precio de tu tarifa «Fibra 600 + 2 líneas» será de 41,90 € al mes, IVA incluido. Hasta ahora pagabas 39,00 €. Dejas de pagar el alquiler del router (2,00 €).

--- renewal_charged | Seguros Nogal <hola@segurosnogal.example> | Recibo cobrado
= Seguros Nogal | 67.45 EUR P3M | renews 2026-07-01
Desglose del recibo trimestral: prima neta 58,90 €; Consorcio 3,84 €; impuestos 4,71 €. Total 67,45 €. El siguiente recibo se cargará el 1 de julio de 2026.

--- refund | Nogal Club <hola@nogalclub.example> | Devolución
= Nogal Club | 15.00 EUR
Te hemos devuelto 15,00 € a tu tarjeta. Tu próxima cuota será de 30,00 €.

--- signup | Cinefilo <hola@cinefilo.example> | Ya formas parte
= Cinefilo | plan Básico | 9.99 EUR P1M | renews 2026-05-01
Suscripción
Básico
Cuota mensual
9,99 € (IVA incluido)
Próximo cobro
1 de mayo de 2026

--- cancellation_requested | El Faro Suscripciones <hola@elfaro.example> | Tu solicitud de baja
= El Faro | plan Premium Digital | ends 2026-04-19
Hemos recibido tu solicitud para dar de baja la suscripción Premium Digital de El Faro. Podrás seguir leyendo sin límites hasta el final del periodo que ya has pagado, el 19 de abril de 2026.
`,
  it: `
--- refund | Cartolibro <amministrazione@cartolibro.example> | Nota di credito e rimborso
= Cartolibro | plan Hosting Bottega | 54.78 EUR
Servizio: Hosting Bottega (osteriadelmonte.example)
Imponibile: 44,90 €
IVA 22%: 9,88 €
Totale rimborsato: 54,78 €

Il costo di registrazione del dominio (9,90 € + IVA) non è rimborsabile.
`,
  nl: `
--- plan_changed | Kabelnet <noreply@kabelnet.example> | Je pakket is gewijzigd
= Kabelnet | plan Internet Max | 57.50 EUR P1M
Oud	Nieuw
Pakket	Internet Start	Internet Max
Prijs per maand	€ 42,50	€ 57,50
De eenmalige aansluitkosten van € 30,00 vervallen.

--- refund | Buitenmand <joris@buitenmand.example> | Je geld komt eraan
= Buitenmand | 17.95 EUR
Ik heb € 17,95 teruggestort op je rekening, het hele bedrag dus.

--- trial_started | Redactie De Stadsbode <welkom@destadsbode.example> | Welkom
= De Stadsbode | plan Digitaal Basis | 11.50 EUR P1M | renews 2026-05-07
Fijn dat je De Stadsbode een kans geeft. Je proefabonnement Digitaal Basis is vandaag ingegaan en kost je de eerste vier weken niets.

Bevalt het, dan gaat het abonnement op 7 mei 2026 vanzelf over in een maandabonnement van € 11,50.
`,
  ja: `
--- plan_changed | ことのは会話 <no-reply@kotonoha-kaiwa.example> | プラン変更を承りました
= ことのは会話 | plan 毎日25分プラン | 7480 JPY P1M
変更前	変更後
ご契約プラン	月8回プラン	毎日25分プラン
月額料金(税込)	4,840円	7,480円
`,
  pt: `
--- signup | Bia, do Onda Verde <bia@ondaverde.example> | Sua doação mensal está ativa
= Onda Verde | plan Guardião da Praia | 45.00 BRL P1M | renews 2026-05-10
A partir de hoje você faz parte do grupo Guardião da Praia, com uma doação de R$ 45,00 por mês. A próxima será em 10 de maio de 2026.
`,
  pl: `
--- payment_failed | Zielony Garnek <zamowienia@zielonygarnek.example> | Płatność odrzucona
= Zielony Garnek | plan Wege 1800 kcal | 489.00 PLN
Dieta	Wege 1800 kcal
Subskrypcja	tygodniowa, 7 dni
Kwota	489,00 zł
`,
};
