// Spanish, Italian and Portuguese mails with the fields that a careful reader finds in them. All senders are invented or write what they
// might write. Format: read-field-mails.ts.

export const ES = `
--- price_change | Luz Clara <clientes@luzclara.example> | Cambio en el precio de tu tarifa
= Luz Clara | plan Tarifa Noche | 11,90 EUR P1M | effective 2026-06-01
Hola, Marta:

A partir del 1 de junio de 2026, la cuota de tu Tarifa Noche pasará de 9,90 € a 11,90 € al mes.

El equipo de Luz Clara

--- renewal_charged | Huerta en Casa <pedidos@huertaencasa.example> | Tu cesta está en camino
= Huerta en Casa | plan Cesta Mediana | 26,00 EUR P1W | renews 2026-04-09
Hola:

Hemos cobrado 26,00 € por tu Cesta Mediana semanal. Próximo cobro: 9 de abril de 2026.

--- cancellation_confirmed | Cine en Casa <ayuda@cineencasa.example> | Baja confirmada
= Cine en Casa | plan Estándar | ends 2026-05-02
Hola:

Tu suscripción Estándar se ha dado de baja. Podrás seguir viendo contenido hasta el 2 de mayo de 2026 inclusive.

--- renewal_notice | Seguros Alba <contratos@segurosalba.example> | Próximo vencimiento de su póliza
= Seguros Alba | plan Hogar Plus | 210,40 EUR P1Y | renews 2026-06-10
Estimado cliente:

Su póliza Hogar Plus vence el 10 de junio de 2026 y se renovará automáticamente por un año. Importe anual: 210,40 €.

--- plan_changed | Fibra Sur <atencion@fibrasur.example> | Tu cambio de plan
= Fibra Sur | plan Fibra 600 | 35,00 EUR P1M | effective 2026-05-01
Hola, Pablo:

Has cambiado del plan Fibra 300 al plan Fibra 600. Desde el 1 de mayo de 2026 pagarás 35,00 € mensuales.

--- signup | Gimnasio Norte <socios@gimnasionorte.example> | Bienvenido al Gimnasio Norte
= Gimnasio Norte | plan Completa | 89,70 EUR P3M | term 2027-04-01
Hola:

Ya eres socio con la cuota Completa. Pagas 89,70 € cada trimestre. Tienes una permanencia hasta el 1 de abril de 2027.

--- expired | Revista Mar <suscripciones@revistamar.example> | Tu suscripción termina
= Revista Mar | period P1Y | ends 2026-04-22
Tu suscripción anual finaliza el 22 de abril de 2026 y no se renovará.

--- renewal_notice | Movistar <info@movistar.es> | Tu renovación
= Movistar | plan Fútbol Total | 34,00 EUR P1M | renews 2026-04-20
Hola, Lucía: el 20 de abril se renovará tu paquete Fútbol Total y te cobraremos 34 € como cada mes.

--- trial_started | Babbelia <hola@babbelia.example> | Empieza tu prueba
= Babbelia | plan Premium | 59,99 EUR P1Y | renews 2026-04-09
Tienes siete días gratis de Premium. El 9 de abril te cobraremos 59,99 € por un año, salvo que canceles antes.

--- trial_ending | Filmin+ <hola@filminplus.example> | Tu prueba termina mañana
= Filmin+ | plan Básico | 9,99 EUR P1M | renews 2026-04-03
Mañana termina tu prueba del plan Básico. A partir de entonces pagarás 9,99 € al mes.

--- paused | Caja Verde <hola@cajaverde.example> | Pausa confirmada
= Caja Verde | renews 2026-05-04
Hemos pausado tu suscripción hasta el 4 de mayo de 2026. Ese día volveremos a cobrarte.

--- cancellation_confirmed | Diario del Sur <suscripciones@diariodelsur.example> | Baja de tu suscripción
= Diario del Sur | plan Digital Anual | period P1Y | ends 2026-08-14
Hemos tramitado la baja de tu suscripción Digital Anual. Podrás leernos hasta el 14 de agosto de 2026.

--- payment_failed | Gimnasio Uno <admin@gimnasiouno.example> | Recibo devuelto
= Gimnasio Uno | plan Mañanas | 24,00 EUR P1M
Tu banco ha devuelto el recibo de 24 € de la cuota mensual Mañanas.
`;

export const IT = `
--- renewal_charged | Orto Felice <ordini@ortofelice.example> | La tua cassetta è in viaggio
= Orto Felice | plan Cassetta Famiglia | 29,50 EUR P2W | renews 2026-04-16
Ciao Giulia,

abbiamo addebitato 29,50 € per la tua Cassetta Famiglia, in consegna ogni due settimane. Prossimo addebito: 16 aprile 2026.

Il team di Orto Felice

--- price_change | Onda Mobile <assistenza@ondamobile.example> | Modifica del prezzo della tua offerta
= Onda Mobile | plan Giga 100 | 11,99 EUR P1M | effective 2026-05-15
Gentile cliente,

dal 15 maggio 2026 la tua offerta Giga 100 passerà da 9,99 € a 11,99 € al mese. Puoi recedere senza costi entro il 14 maggio 2026.

--- cancellation_confirmed | Palestra Vulcano <iscritti@palestravulcano.example> | Conferma disdetta
= Palestra Vulcano | plan Open | ends 2026-06-30
Buongiorno,

confermiamo la disdetta del tuo abbonamento Open, che resta valido fino al 30 giugno 2026 compreso.

--- renewal_notice | Corriere del Lago <abbonamenti@corrieredellago.example> | Il tuo abbonamento sta per rinnovarsi
= Corriere del Lago | plan Digitale | 59,00 EUR P6M | renews 2026-05-03
Il tuo abbonamento Digitale scade il 3 maggio 2026 e si rinnoverà automaticamente per sei mesi a 59,00 €.

--- trial_ending | Ricette Facili <ciao@ricettefacili.example> | La prova gratuita sta per finire
= Ricette Facili | plan Chef | 29,99 EUR P1Y | renews 2026-04-06
La tua prova gratuita di Chef termina il 6 aprile 2026. Poi pagherai 29,99 € all'anno.

--- expired | Cinema Oggi <info@cinemaoggi.example> | La tua tessera è scaduta
= Cinema Oggi | period P1Y | ends 2026-03-31
La tua tessera annuale è scaduta il 31 marzo 2026 e non è stata rinnovata.

--- renewal_notice | Assicura <polizze@assicura.example> | La tua polizza è in scadenza
= Assicura | plan Casa Serena | 189,00 EUR P1Y | renews 2026-05-20
La tua polizza Casa Serena si rinnoverà il 20 maggio 2026. Il premio annuo è di 189,00 €.

--- trial_started | Leggo <ciao@leggo.example> | La tua prova è iniziata
= Leggo | plan Illimitato | 9,99 EUR P1M | renews 2026-05-02
Hai 30 giorni gratis. Dal 2 maggio 2026 l'abbonamento Illimitato costerà 9,99 € al mese.

--- paused | Spesa Facile <info@spesafacile.example> | Abbonamento in pausa
= Spesa Facile | renews 2026-05-11
Il tuo abbonamento è sospeso fino all'11 maggio 2026, poi riprenderanno addebiti e consegne.

--- renewal_charged | TIM <servizio@tim.it> | La tua fattura
= TIM | plan Fibra | 29,90 EUR P1M
Gentile cliente, la fattura di aprile della tua offerta TIM Fibra è di 29,90 € ed è stata pagata con addebito in conto.
`;

export const PT = `
--- renewal_charged | Cabaz da Aldeia <encomendas@cabazdaaldeia.example> | O seu cabaz vai a caminho
= Cabaz da Aldeia | plan Cabaz Grande | 31,00 EUR P1W | renews 2026-04-09
Olá Rita,

Cobrámos 31,00 € pelo seu Cabaz Grande semanal. Próxima cobrança: 9 de abril de 2026.

--- price_change | Rede Azul <apoio@redeazul.example> | Atualização de preço
= Rede Azul | plan Fibra 500 | 36,99 EUR P1M | effective 2026-06-01
Caro cliente,

A partir de 1 de junho de 2026, a mensalidade do seu plano Fibra 500 passará de 33,99 € para 36,99 €.

--- cancellation_confirmed | Ginásio Central <socios@ginasiocentral.example> | Confirmação de cancelamento
= Ginásio Central | plan Livre | ends 2026-05-31
Olá,

Confirmamos o cancelamento do seu plano Livre. Pode continuar a treinar até 31 de maio de 2026, inclusive.

--- trial_started | Leituras <ola@leituras.example> | A sua avaliação gratuita começou
= Leituras | plan Leitor | 49,90 EUR P1Y | renews 2026-04-16
A sua avaliação gratuita do plano Leitor começou hoje. A partir de 16 de abril de 2026 será cobrado 49,90 € por ano.

--- expired | Revista Serra <assinaturas@revistaserra.example> | A sua assinatura terminou
= Revista Serra | plan Papel | ends 2026-03-31
A sua assinatura Papel terminou a 31 de março de 2026 e não foi renovada.

--- payment_failed | Filmes Já <conta@filmesja.example> | Não conseguimos cobrar
= Filmes Já | plan Família | 54,90 BRL P1M
Não conseguimos cobrar R$ 54,90 da sua assinatura mensal Família. Tentaremos novamente em 5 de abril de 2026.

--- renewal_notice | Vivo Casa <conta@vivocasa.example> | Renovação do seu plano
= Vivo Casa | plan Família | 149,90 BRL P1M | renews 2026-04-22
Olá! Seu plano Família será renovado em 22/04/2026. O valor de R$ 149,90 é cobrado todo mês no seu cartão.

--- trial_ending | Lê Mais <oi@lemais.example> | Seu teste acaba amanhã
= Lê Mais | plan Leitor | 19,90 BRL P1M | renews 2026-04-03
Amanhã acaba seu teste grátis do plano Leitor. Depois, cobraremos R$ 19,90 por mês.
`;
