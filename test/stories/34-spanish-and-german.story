# Spanish and German merchants in one mailbox.
country: ES
language: es
now: 2026-05-28

--- 2026-02-11 09:00 | Cinerama <facturas@cinerama.example> | Tu recibo de Cinerama
@again: 2026-03-11, 2026-04-11
Hola, Lucía:

Hemos cobrado 8,99 € por tu suscripción mensual a Cinerama Básico.
Próximo cobro: {next}.

--- 2026-04-28 09:00 | Cinerama <hola@cinerama.example> | Tu suscripción se ha cancelado
Hola, Lucía:

Tu suscripción a Cinerama Básico se ha cancelado. Podrás usarla hasta el 11 de mayo de 2026 y no se te cobrará nada más.

--- 2026-03-16 09:00 | Lernpfad <abo@lernpfad.example> | Ihre Zahlungsbestätigung
@lang: de
@again: 2026-04-16, 2026-05-16
Guten Tag,

vielen Dank für Ihre Zahlung von 14,00 € für Ihr monatliches Abo Lernpfad Komplett. Nächste Zahlung: {next}.

=== expect
sub Cinerama | status=cancelled | ends_on=2026-05-11 | price=8.99 EUR P1M
sub Lernpfad | status=active | price=14.00 EUR P1M | renews_on=2026-06-16
alert cancellation_confirmed Cinerama

